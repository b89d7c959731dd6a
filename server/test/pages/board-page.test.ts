import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { boardOf } from "../../src/engine/views/board/board.js";
import { isBoardMessage } from "../../src/pages/board-messages.js";
import { type BoardPageOptions, renderBoardBody, renderBoardPage } from "../../src/pages/board-page.js";
import { roadmap, serviceWith } from "../views/support/plans.js";

const inBrowser: BoardPageOptions = {
  theme: "standalone",
  links: { kind: "relative", hrefOf: (path, { start }) => `./${path}#L${start.line + 1}` },
};
const inEditor: BoardPageOptions = { theme: "vscode", links: { kind: "message" } };

function boardWith(title: string): ReturnType<typeof boardOf> {
  return boardOf(
    serviceWith({
      "product/roadmap.md": roadmap("Product", { [title]: "P1", Icons: "P2" }),
      "engineering/roadmap.md": roadmap("Engineering", { [title]: "P3", Icons: "P2" }),
    }),
  );
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

test("the policy lets in the page's own style and script, and nothing else", () => {
  const page = renderBoardPage(boardWith("Vouchers"), inBrowser);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll("&#39;", "'");
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
  const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
  expect(policy?.split("; ")).toEqual([
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(page).not.toMatch(/<[^>]* (?:on\w+|style|src)=|https?:|@import|url\(/i);
});

test("everything of a document is text", () => {
  const page = renderBoardBody(boardWith("x\"onclick='evil()' \\<script\\>evil()"), inEditor);
  expect(page).not.toContain("<script>");
  expect(page).not.toMatch(/["']onclick/);
  expect(page).toContain("x&#34;onclick=&#39;evil()&#39; &#60;script&#62;evil()");
});

test("in a browser cells are links, in an editor they say which place they mean", () => {
  const board = boardWith("Vouchers");
  const links = renderBoardBody(board, inBrowser);
  expect(links).toContain('href="./engineering/roadmap.md#L5"');
  expect(links).not.toContain("<button");
  const buttons = renderBoardBody(board, inEditor);
  expect(buttons).not.toContain("href=");
  expect(buttons).toContain('data-path="engineering/roadmap.md" data-range="4:13-4:15"');
  expect(buttons).toMatch(/data-action="fix" data-rule="priority-mismatch" data-title="Use P3 here"/);
});

test("every cell leads somewhere, a gap to the plan that lacks the item", () => {
  const board = boardOf(
    serviceWith({
      "product/roadmap.md": roadmap("Product", { Vouchers: "P1", Icons: "P2", Maps: "P0" }),
      "engineering/roadmap.md": roadmap("Engineering", { Vouchers: "P3", Icons: "P2" }),
    }),
  );
  const cells = renderBoardBody(board, inEditor).match(/<td class="(?:stated|gap|silent)[^"]*">.*?<\/td>/gs) ?? [];
  expect(cells).toHaveLength(board.rows.length * board.plans.length);
  for (const cell of cells) expect(cell).toContain('data-action="open"');
  expect(cells.filter((cell) => cell.startsWith('<td class="gap"'))).toHaveLength(1);
});

test.each([
  [{}, "No plan is found"],
  [
    { "product/roadmap.md": roadmap("Product", { Icons: "P1", Maps: "P2" }) },
    "There is one plan, and nothing to compare it with",
  ],
])("a page without a number says why", (files, words) => {
  const page = renderBoardPage(boardOf(serviceWith(files)), inBrowser);
  expect(page).toContain(words);
  expect(page).toContain('aria-label="Nothing to compare"');
  expect(page).not.toContain("<table");
});

const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } };

test.each([
  [{ type: "open", path: "a.md", range }, true],
  [{ type: "fix", path: "a.md", range, rule: "shadow-plan", title: "Add it" }, true],
  [{ type: "fix", path: "a.md", range }, false],
  [{ type: "run", path: "a.md", range }, false],
  [{ type: "open", path: "a.md", range: { start: { line: -1, character: 0 }, end: { line: 0, character: 0 } } }, false],
  [{ type: "open", range }, false],
  [null, false],
  ["open", false],
])("%j is a message of the page: %j", (value, expected) => {
  expect(isBoardMessage(value)).toBe(expected);
});
