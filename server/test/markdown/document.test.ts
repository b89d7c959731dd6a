import fc from "fast-check";
import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { MarkdownDocument } from "../../src/engine/markdown/document.js";
import type { TextChange } from "../../src/engine/text/range.js";
import { hostileEdit, hostileText, offsetsOf } from "./hostile-text.js";
import { referenceSlots, slotsOf } from "./reference.js";

/** The change that puts `inserted` for the first `found` in the document. */
function replacing(document: MarkdownDocument, found: string, inserted: string): TextChange {
  const start = document.text.indexOf(found);
  return {
    range: { start: document.positionAt(start), end: document.positionAt(start + found.length) },
    text: inserted,
  };
}

function texts(slots: readonly { text: string }[]): string[] {
  return slots.map((slot) => slot.text);
}

test("a document is its blocks, each with the blank lines behind it", () => {
  const document = MarkdownDocument.open("\n# A\ntext\n\n\n- b\n\n  c\n> d\n");
  expect(texts(document.slots)).toEqual(["\n", "# A\n", "text\n\n\n", "- b\n\n  c\n", "> d\n"]);
  expect(document.slots.map((slot) => slot.type)).toEqual([undefined, "heading", "paragraph", "list", "blockquote"]);
  expect(document.slots.map((slot) => slot.node?.type)).toEqual([
    undefined,
    "heading",
    "paragraph",
    "list",
    "blockquote",
  ]);
  expect(document.slots.map((slot) => slot.line)).toEqual([0, 1, 2, 5, 8]);
  expect(document.slots.map((slot) => slot.offset)).toEqual([0, 1, 5, 12, 21]);
});

test("an empty document is one slot without text", () => {
  const document = MarkdownDocument.open("");
  expect(texts(document.slots)).toEqual([""]);
  expect(document.slots[0]?.node).toBeUndefined();
  expect(document.lineCount).toBe(1);
});

test("offsets in a tree count from the base of its slot", () => {
  const document = MarkdownDocument.open("a\n\nb *c* d\n\n[e]: f\n[g]: h 'i\n[j]: k'\n");
  for (const { node, base, text } of document.slots) {
    expect(text.slice(node!.position!.start.offset! - base)).toBe(text);
  }
  const [, paragraph] = document.slots;
  const emphasis = paragraph?.node?.type === "paragraph" ? paragraph.node.children[1] : undefined;
  expect(paragraph?.text.slice(emphasis!.position!.start.offset! - paragraph.base)).toBe("*c* d\n\n");
});

test("an edit replaces the touched block and leaves the others as they are", () => {
  const document = MarkdownDocument.open("# A\n\ntext\n\n- b\n");
  const [heading, , list] = document.slots;
  const change = document.apply([replacing(document, "text", "longer\ntext")]);
  expect(document.text).toBe("# A\n\nlonger\ntext\n\n- b\n");
  expect(change.start).toBe(1);
  expect(texts(change.removed)).toEqual(["text\n\n"]);
  expect(texts(change.added)).toEqual(["longer\ntext\n\n"]);
  expect(document.slots[0]).toBe(heading);
  expect(document.slots[2]).toBe(list);
  expect(list?.line).toBe(5);
  expect(list?.offset).toBe(18);
});

test("the tree of a block that stays is not made again", () => {
  const document = MarkdownDocument.open("# A\n\ntext\n\n- b\n");
  const nodes = document.slots.map((slot) => slot.node);
  document.apply([replacing(document, "text", "more text")]);
  expect(document.slots[0]?.node).toBe(nodes[0]);
  expect(document.slots[2]?.node).toBe(nodes[2]);
});

test("several changes are one summary, each in the positions that the one before left", () => {
  const document = MarkdownDocument.open("a\n\nb\n\nc\n\nd\n");
  const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 1 } });
  const change = document.apply([
    { range: at(2), text: "b\n\nx" },
    { range: at(6), text: "C" },
  ]);
  expect(document.text).toBe("a\n\nb\n\nx\n\nC\n\nd\n");
  expect(change.start).toBe(2);
  expect(texts(change.removed)).toEqual(["c\n\n"]);
  expect(texts(change.added)).toEqual(["x\n\n", "C\n\n"]);
});

test("a change that changes nothing removes and adds nothing", () => {
  const document = MarkdownDocument.open("a\n\nb\n");
  expect(document.apply([])).toMatchObject({ removed: [], added: [] });
  expect(document.apply([replacing(document, "b", "b")])).toMatchObject({ removed: [], added: [] });
});

test("replacing the whole text keeps the blocks that it shares with the old one", () => {
  const document = MarkdownDocument.open("# A\n\nb\n\n# C\n");
  const [first, , last] = document.slots;
  const change = document.apply([{ text: "# A\n\nb\n\nnew\n\n# C\n" }]);
  expect(texts(change.added)).toEqual(["new\n\n"]);
  expect(document.slots[0]).toBe(first);
  expect(document.slots[3]).toBe(last);
});

test("a range with its ends the wrong way round is taken as meant", () => {
  const document = MarkdownDocument.open("abc\n");
  document.apply([{ range: { start: { line: 0, character: 2 }, end: { line: 0, character: 1 } }, text: "x" }]);
  expect(document.text).toBe("axc\n");
});

test("when a definition comes or goes, blocks that mention its label are replaced and no others", () => {
  const document = MarkdownDocument.open("[a] b\n\n[c] d\n\nplain\n\n- in a [list][A]\n\nend\n\nx\n");
  const before = [...document.slots];
  for (const slot of before) slot.node;
  document.apply([replacing(document, "x\n", "> [a]: b\n")]);
  expect(document.slots.slice(0, 5).map((slot, index) => slot === before[index])).toEqual([
    false,
    true,
    true,
    false,
    true,
  ]);
  expect(slotsOf(document)).toEqual(referenceSlots(document.text));
  document.apply([replacing(document, "> [a]: b\n", "x\n")]);
  expect(slotsOf(document)).toEqual(referenceSlots(document.text));
});

test("a label stays defined until its last definition is gone", () => {
  const document = MarkdownDocument.open("[a] [^b]\n\n# -\n\n[a]: x\n\n[A]: y\n\n[^b]: x\n\n[^B]: y\n");
  const [reference] = document.slots;
  expect(reference?.node).toMatchObject({
    children: [{ type: "linkReference" }, { type: "text" }, { type: "footnoteReference" }],
  });
  document.apply([replacing(document, "[a]: x\n", "\n"), replacing(document, "[^b]: x\n", "\n")]);
  expect(document.slots[0]).toBe(reference);
  document.apply([replacing(document, "[A]: y\n", "\n"), replacing(document, "[^B]: y\n", "\n")]);
  expect(document.slots[0]?.node).toMatchObject({ children: [{ type: "text", value: "[a] [^b]" }] });
});

test("a place follows its slot", () => {
  const document = MarkdownDocument.open("# A\n\nb\r\nc d\n");
  const slot = document.slots[1]!;
  const place = { slot, start: 3, end: 6 };
  expect(document.rangeOf(place)).toEqual({ start: { line: 3, character: 0 }, end: { line: 3, character: 3 } });
  document.apply([replacing(document, "# A", "# A\n\nnew\n\nlines")]);
  expect(document.slots.at(-1)).toBe(slot);
  expect(document.rangeOf(place)).toEqual({ start: { line: 7, character: 0 }, end: { line: 7, character: 3 } });
});

test("slots are found by offset and by line, clamped to the document", () => {
  const document = MarkdownDocument.open("a\n\nb\nb\n\nc");
  expect([-1, 0, 2, 3, 7, 8, 9, 99].map((offset) => document.slotAt(offset))).toEqual([0, 0, 0, 1, 1, 2, 2, 2]);
  expect([-1, 0, 1, 2, 3, 4, 5, 9].map((line) => document.slotAtLine(line))).toEqual([0, 0, 0, 1, 1, 1, 2, 2]);
});

test("positions and offsets are those of the language server's text document, after edits too", () => {
  const places = fc.tuple(fc.integer({ min: -1, max: 30 }), fc.integer({ min: -1, max: 30 }));
  fc.assert(
    fc.property(hostileText, fc.array(hostileEdit, { maxLength: 3 }), fc.array(places), (text, edits, positions) => {
      const document = MarkdownDocument.open(text);
      const other = TextDocument.create("file:///a.md", "markdown", 1, text);
      for (const edit of edits) {
        const { start, end } = offsetsOf(edit, document.text);
        const change = {
          range: { start: document.positionAt(start), end: document.positionAt(end) },
          text: edit.inserted,
        };
        document.apply([change]);
        TextDocument.update(other, [change], 2);
      }
      expect(document.text).toBe(other.getText());
      expect(document.length).toBe(other.getText().length);
      expect(document.lineCount).toBe(other.lineCount);
      for (let offset = -1; offset <= document.length + 1; offset += 1) {
        expect(document.positionAt(offset)).toEqual(other.positionAt(offset));
      }
      for (const [line, character] of positions) {
        expect(document.offsetAt({ line, character })).toBe(other.offsetAt({ line, character }));
      }
    }),
    { numRuns: 200 },
  );
});
