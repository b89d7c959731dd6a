import { expect, test } from "vitest";
import type { Range } from "vscode-languageserver-types";
import { comparePositions } from "../../src/engine/text/range.js";
import { codeLensesOf } from "../../src/features/code-lenses.js";
import { completionsOf } from "../../src/features/completion.js";
import { documentLinksOf } from "../../src/features/document-links.js";
import { occurrencesIn } from "../../src/features/entities.js";
import { foldingRangesOf } from "../../src/features/folding-ranges.js";
import { hoverOf } from "../../src/features/hover.js";
import { inlayHintsOf } from "../../src/features/inlay-hints.js";
import { definitionOf, highlightsOf } from "../../src/features/navigation.js";
import { renamableAt } from "../../src/features/rename.js";
import { selectionRangesOf } from "../../src/features/selection-ranges.js";
import { semanticTokensOf } from "../../src/features/semantic-tokens.js";
import { repositories } from "../support/repositories.js";
import { serviceOf } from "../support/service.js";
import { addresses, textIn } from "./support/cursor.js";

function contains(outer: Range, inner: Range): boolean {
  return comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0;
}

/** Offsets between words and others: a step that has no factor in common with the length of anything. */
const step = 211;

test.each(repositories().map((repository) => [repository.name, repository] as const))(
  "every feature answers everywhere in %s, with ranges that the protocol allows",
  (_name, { files, today }) => {
    const service = serviceOf(files, today);
    let hovers = 0;
    for (const document of service.workspace.documents.values()) {
      const { path, text, markdown } = document;
      for (let offset = 0; offset <= text.length; offset += step) {
        const position = markdown.positionAt(offset);
        const at: Range = { start: position, end: position };
        const hover = hoverOf(service, path, position, addresses, { markdownHover: true });
        if (hover) hovers += 1;
        for (const link of definitionOf(service, path, position, addresses)) {
          expect(contains(link.targetRange, link.targetSelectionRange)).toBe(true);
        }
        highlightsOf(service, path, position);
        for (const item of completionsOf(service, path, position, addresses)?.items ?? []) {
          expect(item.label).not.toBe("");
          expect(contains((item.textEdit as { range: Range }).range, at)).toBe(true);
        }
        const renamable = renamableAt(service, path, position);
        if (renamable) expect(textIn(text, renamable.range).trim()).not.toBe("");
        for (let selection = selectionRangesOf(document, [position], service.workspace)[0]; selection?.parent; ) {
          expect(contains(selection.parent.range, selection.range)).toBe(true);
          selection = selection.parent;
        }
      }
      const whole = { start: markdown.positionAt(0), end: markdown.positionAt(text.length) };
      inlayHintsOf(document, whole, service.workspace, addresses);
      documentLinksOf(document, service.workspace, addresses);
      codeLensesOf(service, path, addresses, { showsLocations: true });
      for (const { startLine, endLine } of foldingRangesOf(document)) expect(endLine).toBeGreaterThan(startLine);
      for (const value of semanticTokensOf(document, service.workspace).data) expect(value).toBeGreaterThanOrEqual(0);
      if (!document.head.planning) expect(occurrencesIn(document, service.workspace)).toEqual([]);
    }
    expect(hovers).toBeGreaterThan(0);
  },
);

test("documents of any content are answered", () => {
  const texts = [
    "",
    "\n",
    "---\n",
    "---\ntype: roadmap",
    "|",
    "| |\n|-|\n",
    "- ",
    "#",
    "@",
    "<!-- lockstep-",
    `${"[".repeat(3_000)}`,
    "a:\u0000:b\r\r\n: ",
    "\ud800 Decision: \udc00",
  ];
  for (const text of texts) {
    const service = serviceOf([{ path: "notes/a.md", text }], "2026-06-15");
    const document = service.document("notes/a.md")!;
    for (let offset = 0; offset <= Math.min(text.length, 40); offset += 1) {
      const position = document.markdown.positionAt(offset);
      hoverOf(service, "notes/a.md", position, addresses, { markdownHover: true });
      completionsOf(service, "notes/a.md", position, addresses);
      renamableAt(service, "notes/a.md", position);
      expect(selectionRangesOf(document, [position], service.workspace)).toHaveLength(1);
    }
    expect(semanticTokensOf(document, service.workspace).data.length % 5).toBe(0);
    foldingRangesOf(document);
  }
});
