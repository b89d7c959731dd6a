import type { Nodes, Root, RootContent } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { MarkdownDocument } from "../../src/engine/markdown/document.js";

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml"]).freeze();
const OPENING_FENCE = /^\uFEFF?---[ \t]*[\r\n]/;

/** A block as text and tree; offsets count from the block, lines from its first one. */
export interface PlainSlot {
  readonly text: string;
  readonly node: unknown;
}

/**
 * What remark, given the whole text at once, says the slots are. Two things are not taken from it. While a first line of
 * dashes waits in vain for the line that would make front matter, micromark sees no lists and quotes in all of the document.
 * And a heading that is underlined directly behind definitions would begin where they do.
 */
export function referenceSlots(text: string): PlainSlot[] {
  const marked = text.startsWith("\uFEFF") ? 1 : 0;
  let shift = marked;
  let { children }: Root = processor.parse(text);
  if (OPENING_FENCE.test(text) && children[0]?.type !== "yaml") {
    ({ children } = processor.parse(`\n${text.slice(marked)}`));
    shift -= 1;
  }
  children.forEach((node, index) => {
    const previous = children[index - 1];
    if (node.type !== "heading" || previous?.type !== "definition") return;
    const isBehind = node.position!.start.offset! >= previous.position!.end.offset!;
    if (!isBehind) node.position!.start = node.children[0]!.position!.start;
  });
  const starts = children.map((node) => lineStart(text, node.position!.start.offset! + shift));
  const slots: PlainSlot[] = [];
  const leading = text.slice(0, starts[0] ?? text.length);
  if (leading !== "" || starts.length === 0) slots.push({ text: leading, node: undefined });
  children.forEach((node, index) => {
    const start = starts[index]!;
    slots.push({ text: text.slice(start, starts[index + 1] ?? text.length), node: plain(node, start - shift) });
  });
  return slots;
}

/** The slots of a document. */
export function slotsOf(document: MarkdownDocument): PlainSlot[] {
  return document.slots.map(({ text, node, base }) => ({ text, node: node && plain(node, base) }));
}

/** Where the slots of a document stand, and what is known of them without a parser. */
export function placesOf(document: MarkdownDocument): unknown[] {
  return document.slots.map(({ offset, line, type, refusal }) => ({ offset, line, type, refusal }));
}

function plain(block: RootContent, base: number): unknown {
  const firstLine = block.position!.start.line;
  const visit = (node: Nodes): unknown => {
    const { position, ...rest } = node;
    const point = ({ line, column, offset }: { line: number; column: number; offset?: number | undefined }) =>
      `${line - firstLine}:${column}:${offset! - base}`;
    return {
      ...rest,
      ...("children" in node ? { children: node.children.map(visit) } : {}),
      at: position && `${point(position.start)}-${point(position.end)}`,
    };
  };
  return visit(block);
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start -= 1;
  return start;
}
