import { resolve } from "node:path";
import { relativeLink } from "../../engine/index/links.js";
import { boardOf } from "../../engine/views/board/board.js";
import { boardMarkdown } from "../../engine/views/board/markdown.js";
import type { Board } from "../../engine/views/board/types.js";
import { slashed } from "../../node/paths.js";
import { renderBoardPage } from "../../pages/board-page.js";
import type { ReadingOptions } from "../open.js";
import { oneOf } from "../options.js";
import { print, writeOutput } from "../output.js";
import { readWorkspace } from "../workspace.js";

export interface BoardOptions extends ReadingOptions {
  readonly format?: string;
  readonly html?: string;
}

/** `lockstep board`: the priority lists of all plans side by side, printed, or as one HTML file, or both. */
export async function runBoard(paths: readonly string[], options: BoardOptions): Promise<number> {
  const { html } = options;
  // A file alone is asked for without anything printed.
  const format =
    options.format === undefined && html !== undefined
      ? undefined
      : oneOf("--format", options.format ?? "markdown", ["markdown", "json"]);
  const { service, root, pathOf, absoluteOf } = await readWorkspace(paths, options);
  const board = boardOf(service);
  if (html !== undefined) {
    const file = slashed(resolve(html));
    const page = renderBoardPage(withPaths(board, pathOf), {
      theme: "standalone",
      links: {
        kind: "relative",
        hrefOf: (path, { start }) => relativeLink(file, slashed(resolve(root, path)), `L${start.line + 1}`),
      },
    });
    writeOutput(html, page);
  }
  if (format === "json") print(`${JSON.stringify({ root, ...withPaths(board, pathOf) }, undefined, 2)}\n`);
  if (format === "markdown") {
    const here = slashed(resolve("board.md"));
    print(boardMarkdown(board, (path) => relativeLink(here, absoluteOf(path), undefined)));
  }
  return 0;
}

/** The board with paths as they are printed. */
function withPaths(board: Board, pathOf: (path: string) => string): Board {
  const mapped = <Thing extends { readonly path: string }>(thing: Thing): Thing => ({
    ...thing,
    path: pathOf(thing.path),
  });
  return {
    ...board,
    plans: board.plans.map(mapped),
    apart: board.apart.map(mapped),
    rows: board.rows.map((row) => ({
      ...row,
      differences: row.differences.map((difference) => ({
        ...difference,
        findings: difference.findings.map(mapped),
      })),
    })),
  };
}
