import { expect, test } from "vitest";
import { MarkdownDocument } from "../../src/engine/markdown/document.js";
import { DEFAULT_LIMITS, type Limits } from "../../src/engine/markdown/limits.js";

const { depth, documentLength, lines } = DEFAULT_LIMITS;

/** Blocks that lie on a limit, or just beyond it by one. */
const blocks: Record<string, { reason: keyof Limits; block: (size: number) => string }> = {
  "quotes in quotes": { reason: "depth", block: (size) => `${">".repeat(size)} a\n` },
  "items in items, in one line": { reason: "depth", block: (size) => `${"- ".repeat(size)}a\n` },
  "items in items, line by line": { reason: "depth", block: (size) => indentedItems(size, "") },
  "items in items behind lazy lines": { reason: "depth", block: (size) => indentedItems(size, "lazy\n") },
  "footnotes in footnotes": { reason: "depth", block: (size) => `${"[^a]: ".repeat(size)}b\n` },
  "opening brackets": { reason: "brackets", block: (size) => `${"[".repeat(size)}\n` },
  "brackets by pairs": { reason: "brackets", block: (size) => `- a ${"[]".repeat(size / 2)}${"]".repeat(size % 2)}\n` },
  "links over many lines": {
    reason: "brackets",
    block: (size) => `${"[a](b\n".repeat(size / 2)}${"[".repeat(size % 2)}\n`,
  },
  stars: { reason: "emphasis", block: (size) => `${"*a ".repeat(size)}\n` },
  "stars and underscores": {
    reason: "emphasis",
    block: (size) => `> x${"*_".repeat(size / 2)}${"*".repeat(size % 2)}\n`,
  },
  "a long paragraph": { reason: "lines", block: (size) => "a\n".repeat(size) },
  "a long quote": { reason: "lines", block: (size) => "> a\n".repeat(size) },
  "a long fence": { reason: "lines", block: (size) => `~~~\n${"a\n".repeat(size - 4)}~~~\n` },
  // The two line ends behind the block are part of its slot.
  "a long list": { reason: "blockLength", block: (size) => "- a b c\n".repeat(size / 8 + 1).slice(0, size - 2) },
};

for (const [name, { reason, block }] of Object.entries(blocks)) {
  test(`${name}: parsed up to the limit, refused alone beyond it`, () => {
    const limit = DEFAULT_LIMITS[reason];
    const inside = MarkdownDocument.open(`# a\n\n${block(limit)}\n\n# b\n`);
    expect(inside.slots.map((slot) => slot.refusal?.reason)).not.toContain(reason);
    const beyond = MarkdownDocument.open(`# a\n\n${block(limit + 1)}\n\n# b\n`);
    const refused = beyond.slots.filter((slot) => slot.refusal !== undefined);
    expect(refused.map((slot) => slot.refusal)).toEqual([{ reason, measured: limit + 1, limit }]);
    expect(refused[0]).toMatchObject({ node: undefined, type: undefined });
    expect(beyond.slots[0]?.node).toMatchObject({ type: "heading" });
    expect(beyond.slots.at(-1)?.node).toMatchObject({ type: "heading" });
    expect(beyond.slots.map((slot) => slot.text).join("")).toBe(beyond.text);
  });
}

test("an edit brings a block beyond a limit and back", () => {
  const document = MarkdownDocument.open(`a\n\n${">".repeat(depth)} b\n\nc\n`);
  expect(document.slots[1]?.node?.type).toBe("blockquote");
  document.apply([{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: ">" }]);
  expect(document.slots[1]?.refusal).toEqual({ reason: "depth", measured: depth + 1, limit: depth });
  document.apply([{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } }, text: "" }]);
  expect(document.slots[1]?.refusal).toBeUndefined();
  expect(document.slots[1]?.node?.type).toBe("blockquote");
});

test("a document beyond the limit is one slot without a node, and opens when it shrinks", () => {
  const document = MarkdownDocument.open("a\n\n".repeat(documentLength / 3 + 1));
  expect(document.refusal).toMatchObject({ reason: "documentLength", limit: documentLength });
  expect(document.slots).toHaveLength(1);
  expect(document.slots[0]?.node).toBeUndefined();
  const end = document.positionAt(document.length);
  const change = document.apply([{ range: { start: { line: 4, character: 0 }, end }, text: "b" }]);
  expect(document.refusal).toBeUndefined();
  expect(document.slots.map((slot) => slot.text)).toEqual(["a\n\n", "a\n\n", "b"]);
  expect(change).toMatchObject({ start: 0, removed: [{}], added: [{}, {}, {}] });
  document.apply([{ text: "b".repeat(documentLength + 1) }]);
  expect(document.refusal?.measured).toBe(documentLength + 1);
});

test("labels of a document that grows beyond the limit are forgotten", () => {
  const limits = { ...DEFAULT_LIMITS, documentLength: 30 };
  const document = MarkdownDocument.open("[a]\n\n[a]: b\n", limits);
  document.apply([{ text: "x".repeat(31) }]);
  document.apply([{ text: "[a]\n" }]);
  expect(document.slots[0]?.node).toMatchObject({ children: [{ type: "text" }] });
});

/** Each is a whole document; none may throw, hang or take memory without end. */
const hostile: Record<string, () => string> = {
  "quotes 10,000 deep": () => "> ".repeat(10_000),
  "items 10,000 deep": () => "- ".repeat(10_000),
  "items and quotes 10,000 deep": () => "> - ".repeat(5000),
  "600 indented items": () => indentedItems(600, ""),
  "numbers 10,000 deep": () => "1. ".repeat(10_000),
  "footnotes 10,000 deep": () => "[^a]: ".repeat(10_000),
  "emphasis 10,000 deep": () => "*a ".repeat(10_000) + "b* ".repeat(10_000),
  "100,000 opening brackets": () => "[".repeat(100_000),
  "100,000 images": () => "![".repeat(50_000) + "](a)".repeat(50_000),
  "a table of 1,000 columns": () =>
    `${"|a".repeat(1000)}|\n${"|-".repeat(1000)}|\n${`${"|b".repeat(1000)}|\n`.repeat(10)}`,
  "a line of 4 million characters": () => "a".repeat(documentLength),
  "a line of 4 million brackets": () => "]:".repeat(documentLength / 2),
  "100,000 headings": () => "# a\n".repeat(100_000),
  "100,000 underlines": () => "a\n-\n".repeat(100_000),
  "100,000 definitions": () => Array.from({ length: 100_000 }, (_, index) => `[${index}]: b\n`).join(""),
  "100,000 lists": () => "- a\n* b\n".repeat(50_000),
  "an open fence before much": () => `~~~\n${"a\n\n".repeat(100_000)}`,
  "an open comment before much": () => `- a\nlazy\n\n<!--\n${"a\n\n".repeat(100_000)}`,
  "open front matter before much": () => `---\n${"a: b\n\n".repeat(100_000)}`,
  "lazy lines": () => `- a\n${"b\n".repeat(lines + 1)}`,
  "odd characters": () => "\0\uFEFF\uD800\u202E\u200B\r".repeat(20_000),
  tabs: () => "\t".repeat(100_000),
  "line ends": () => "\r\n\r".repeat(100_000),
};

for (const [name, make] of Object.entries(hostile)) {
  test(`${name} do no harm`, () => {
    const text = make();
    const document = MarkdownDocument.open(text);
    expect(document.text).toBe(text);
    const middle = document.slots[Math.floor(document.slots.length / 2)]!;
    for (const slot of [document.slots[0]!, middle, document.slots.at(-1)!]) {
      expect(slot.node === undefined).toBe(slot.type === undefined);
    }
    const place = document.positionAt(middle.offset);
    document.apply([{ range: { start: place, end: place }, text: "x\n\n" }]);
    expect(document.length).toBe(text.length + 3);
  });
}

function indentedItems(count: number, between: string): string {
  return Array.from({ length: count }, (_, level) => `${"  ".repeat(level)}- a\n${between}`).join("");
}
