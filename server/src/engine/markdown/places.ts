import type { Position } from "../text/range.js";
import { isLineEnd } from "./lines.js";
import type { Slot } from "./slot.js";
import type { Block } from "./unit.js";

/** Offsets and positions in a document of blocks. There is always a block; all clamp as the language server's text document does. */

/** The last of `length` indices for which `holds`, which holds for all indices up to some one; 0 where it holds for none. */
export function lastWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Index of the block that holds an offset; the text's end belongs to the last one. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  return lastWhere(blocks.length, (index) => blocks[index]!.offset <= offset);
}

/** Index of the block that holds a line. */
export function blockAtLine(blocks: readonly Block[], line: number): number {
  return lastWhere(blocks.length, (index) => blocks[index]!.line <= line);
}

export function lengthOf(blocks: readonly Block[]): number {
  const last = blocks.at(-1)!;
  return last.offset + last.text.length;
}

export function lineCountOf(blocks: readonly Block[]): number {
  const last = blocks.at(-1)!;
  return last.line + last.lineStarts.length;
}

/** Place of an offset: inside the text, and not behind its line's end. */
export function positionAt(blocks: readonly Block[], offset: number): Position {
  const clamped = Math.max(Math.min(offset, lengthOf(blocks)), 0);
  const block = blocks[blockAt(blocks, clamped)]!;
  return positionIn(block, clamped - block.offset);
}

/** Place of an offset into a slot's text; not behind its line's end. */
export function positionIn({ line: first, lineStarts, text }: Slot, offset: number): Position {
  const line = lastWhere(lineStarts.length, (index) => lineStarts[index]! <= offset);
  const lineStart = lineStarts[line]!;
  return { line: first + line, character: beforeLineEnd(text, offset, lineStart) - lineStart };
}

/** Offset of a place; one behind its line's end is at the end, one behind the last line at the end of the text. */
export function offsetAt(blocks: readonly Block[], position: Position): number {
  if (position.line >= lineCountOf(blocks)) return lengthOf(blocks);
  if (position.line < 0) return 0;
  const { offset, line, lineStarts, text } = blocks[blockAtLine(blocks, position.line)]!;
  const lineStart = lineStarts[position.line - line]!;
  const nextStart = lineStarts[position.line - line + 1] ?? text.length;
  const inside = Math.min(lineStart + Math.max(position.character, 0), nextStart);
  return offset + beforeLineEnd(text, inside, lineStart);
}

function beforeLineEnd(text: string, offset: number, lineStart: number): number {
  let before = offset;
  while (before > lineStart && isLineEnd(text.charCodeAt(before - 1))) before -= 1;
  return before;
}
