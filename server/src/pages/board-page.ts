import { english, phrase } from "../engine/text/phrase.js";
import type { Range } from "../engine/text/range.js";
import type { Board } from "../engine/views/board/types.js";
import { boardScript, boardScriptHash, boardStyle, boardStyleHash } from "./board-assets.js";
import { boardHead } from "./board-head.js";
import { boardTable } from "./board-table.js";
import type { Say } from "./board-words.js";
import { element, fragment, Html } from "./html.js";

/** How the page leads to places. */
export type BoardLinks =
  /** Cells are links, for a file that is opened by itself. `hrefOf` gives the address of a place. */
  | { readonly kind: "relative"; readonly hrefOf: (path: string, range: Range) => string }
  /** Cells are buttons that post a `BoardMessage` to the webview's host; see `board-messages.ts`. */
  | { readonly kind: "message" };

/** What everything on the page is drawn with. */
export interface Drawing {
  readonly links: BoardLinks;
  readonly say: Say;
}

export interface BoardPageOptions {
  readonly links: BoardLinks;
  /** The page's own words, in another language than English; what documents and findings say stays as it is. */
  readonly say?: Say;
  /** The language that `say` speaks, as BCP 47 has it. */
  readonly language?: string;
  /** Colours of the reader's system, or those of the VS Code theme around the webview. */
  readonly theme: "standalone" | "vscode";
  /** Whether documents are still being read: then the page says so. */
  readonly indexing?: boolean;
}

/**
 * The board as one HTML document that needs nothing else: no network, no inline handlers, and a content security policy that lets only its own style
 * and script in, by their hashes. So a webview needs neither nonce nor `cspSource`; it needs `enableScripts: true`:
 *
 *     panel.webview.html = renderBoardPage(board, { links: { kind: "message" }, theme: "vscode" });
 *     panel.webview.onDidReceiveMessage((message: unknown) => { if (isBoardMessage(message)) … });
 *
 * Later boards are posted as `BoardUpdate` with `renderBoardBody`, so that filter, focus and scroll position stay.
 */
export function renderBoardPage(board: Board, options: BoardPageOptions): string {
  const policy = [
    "default-src 'none'",
    `style-src '${boardStyleHash}'`,
    `script-src '${boardScriptHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const { percent } = board.agreement;
  const { say = english, language = "en" } = options;
  const title = say(phrase`One voice`);
  const page = element(
    "html",
    { lang: language, "data-theme": options.theme },
    element(
      "head",
      {},
      element("meta", { charset: "utf-8" }),
      element("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      element("meta", { name: "generator", content: "Lockstep" }),
      element("title", {}, percent === null ? title : `${title}: ${percent} %`),
      // The texts of style and script are the product's own, and are hashed as they stand.
      element("style", {}, new Html(boardStyle)),
    ),
    element(
      "body",
      {},
      element("main", { id: "board" }, new Html(renderBoardBody(board, options))),
      element("script", {}, new Html(boardScript)),
    ),
  );
  return `<!doctype html>\n${page.source}\n`;
}

/** What stands in the page's `main`: the HTML of a `BoardUpdate`. */
export function renderBoardBody(
  board: Board,
  { links, say = english, indexing = false }: Omit<BoardPageOptions, "theme">,
): string {
  return fragment(boardHead(board, indexing, say), boardTable(board, { links, say })).source;
}
