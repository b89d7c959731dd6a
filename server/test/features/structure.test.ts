import { expect, test } from "vitest";
import { type DocumentSymbol, type SelectionRange, SymbolKind } from "vscode-languageserver-types";
import { documentSymbolsOf } from "../../src/features/document-symbols.js";
import { foldingRangesOf } from "../../src/features/folding-ranges.js";
import { selectionRangesOf } from "../../src/features/selection-ranges.js";
import { workspaceSymbolsIn } from "../../src/features/workspace-symbols.js";
import { addresses, cursorFixture, textIn } from "./support/cursor.js";

function folds(source: string): string[] {
  const { service, path } = cursorFixture(source);
  return foldingRangesOf(service.document(path)!).map(({ startLine, endLine, kind }) =>
    [startLine, endLine, ...(kind ? [kind] : [])].join("-"),
  );
}

test("sections, front matter, items with fields and comments fold, trailing blank lines do not", () => {
  const lines = [
    "//- product/roadmap.md",
    "---",
    "type: roadmap",
    "---",
    "",
    "# Roadmap",
    "",
    "## Now",
    "",
    "- Sign-on",
    "  - Owner: Priya",
    "- Refunds",
    "",
    "## Next",
    "",
    "<!-- lockstep-disable-next-line plan-without-why",
    "     -- not yet -->",
    "- Checkout",
    "",
  ];
  expect(folds(`${lines.join("\n")}\n`)).toEqual(["0-2-region", "4-16", "6-10", "8-9", "12-16", "14-15-comment"]);
});

test("the outline tells facts of each kind apart, each with how it stands, below the headings that hold it", () => {
  const { service, path } = cursorFixture(`//- notes/a.md
# Notes

## Decided

Decision (Product): we ship.

Disagreement: Priya wants one price; Amelia wants two. We left it there.

## Open questions

- Do we keep the kiosk?

## Plan

| Item | Priority | Status | Target |
| --- | --- | --- | --- |
| Oars | P1 | planned | Q3 2026 |
`);
  const outline = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
    symbols.flatMap(({ name, kind, detail, children = [] }) => [
      `${" ".repeat(depth)}${kind} ${detail ?? name}`,
      ...outline(children, depth + 1),
    ]);
  expect(outline(documentSymbolsOf(service.document(path)!, service.workspace))).toEqual([
    `${SymbolKind.String} Notes`,
    ` ${SymbolKind.String} Decided`,
    `  ${SymbolKind.Constant} decision · decided · product`,
    `  ${SymbolKind.Event} disagreement · open`,
    ` ${SymbolKind.String} Open questions`,
    `  ${SymbolKind.Variable} question · open`,
    ` ${SymbolKind.String} Plan`,
    `  ${SymbolKind.Field} item · P1 · planned · Q3 2026`,
  ]);
});

test("what is no planning document folds as the editor likes", () => {
  expect(folds("//- README.md\n# A\n\ntext\n")).toEqual([]);
});

function selections(source: string): string[] {
  const { service, path, position, texts } = cursorFixture(source);
  const [range] = selectionRangesOf(service.document(path)!, [position], service.workspace);
  const words: string[] = [];
  for (let at: SelectionRange | undefined = range; at; at = at.parent) words.push(textIn(texts.get(path)!, at.range));
  return words;
}

test("a selection grows from word to name, cell, row, table, section and document", () => {
  const table = "| Decision | Owner |\n| --- | --- |\n| Ship it | Priya Nair |";
  const words = selections(
    `//- charter.md\n| Domain | Lead |\n| --- | --- |\n| Product | Priya Nair |\n//- decisions/log.md\n# Log\n\n## May\n\n${table.replace("Nair", "Na$0ir")}\n\n## June\n`,
  );
  expect(words[0]).toBe("Nair");
  expect(words).toEqual(
    expect.arrayContaining(["Priya Nair", "| Ship it | Priya Nair |", table, `## May\n\n${table}`]),
  );
  expect(words.at(-1)).toContain("## June");
  for (const [index, inner] of words.slice(0, -1).entries()) expect(words[index + 1]).toContain(inner);
});

test("a selection in a document that is no plan grows by its Markdown", () => {
  expect(selections("//- README.md\n# Hello\n\nSome **bo$0ld** words.\n")).toEqual([
    "bold",
    "**bold**",
    "Some **bold** words.",
    "# Hello\n\nSome **bold** words.",
    "# Hello\n\nSome **bold** words.\n",
  ]);
});

test("symbols of the workspace are found by letters of their names and by id", () => {
  const { service } = cursorFixture(
    "//- decisions/log.md\n# Log\n\n| ID | Decision | Owner |\n| --- | --- | --- |\n| D-8 | Weekly releases | Amelia |\n| D-9 | Two carriers | Amelia |\n//- README.md\nDecision: we use releases.\n",
  );
  const find = (query: string) =>
    [...service.workspace.documents.values()]
      .flatMap((document) => workspaceSymbolsIn(document, query, service.workspace, addresses))
      .map(({ name, location }) => `${name} ${location.uri}`);
  expect(find("wkly rel")).toEqual(["D-8 Weekly releases test:/decisions/log.md"]);
  expect(find("d-9")).toEqual(["D-9 Two carriers test:/decisions/log.md"]);
  expect(find("")).toHaveLength(2);
  expect(find("nothing of the kind")).toEqual([]);
});

test("a record is found, and shown, by its title: editors look for the letters in what they show", () => {
  const { service, path } = cursorFixture(
    "//- decisions/0001-ledger.md\n# 1. One ledger\n\n## Status\n\nAccepted\n\n## Decision\n\nWe will keep all bookings together.\n",
  );
  const found = workspaceSymbolsIn(service.document(path)!, "one ledger", service.workspace, addresses);
  expect(found.map(({ name }) => name)).toEqual([expect.stringContaining("One ledger")]);
});
