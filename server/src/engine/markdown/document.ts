import type { RootContent } from "mdast";
import type { Position, Range, TextChange } from "../text/range.js";
import { comparePositions } from "../text/range.js";
import { DEFAULT_LIMITS, type Limits, type Refusal } from "./limits.js";
import { parseMarkdown } from "./parse.js";
import type { Place, Slot } from "./slot.js";

/** What a call of `apply` did to the slots: at index `start`, `removed` gave way to `added`. */
export interface SlotChange {
  readonly start: number;
  readonly removed: readonly Slot[];
  readonly added: readonly Slot[];
}

/** A Markdown text as a sequence of blocks that keeps up with edits. Offsets are UTF-16 units, lines count from 0. */
export class MarkdownDocument {
  #text: string;
  #slots: Slot[];
  #lineStarts: number[];
  #refusal: Refusal | undefined;
  readonly #limits: Limits;

  private constructor(text: string, limits: Limits) {
    this.#text = text;
    this.#limits = limits;
    this.#lineStarts = lineStartsOf(text);
    this.#refusal = refusalOf(text, limits);
    this.#slots = slotsOf(text, this.#refusal);
  }

  /** Opens a text of any content. Beyond `limits.documentLength` there is one slot without a node, and `refusal` is set. */
  static open(text: string, limits: Limits = DEFAULT_LIMITS): MarkdownDocument {
    return new MarkdownDocument(text, limits);
  }

  /** The blocks in order; at least one. Their texts joined are the document. A slot stays the same object while its block does. */
  get slots(): readonly Slot[] {
    return this.#slots;
  }

  /** Why the document as a whole was not parsed; undefined where it was. */
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  get text(): string {
    return this.#text;
  }

  get length(): number {
    return this.#text.length;
  }

  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /** Applies changes one after another, each in the positions that the one before left, as in LSP. */
  apply(changes: readonly TextChange[]): SlotChange {
    for (const change of changes) {
      this.#text = this.#changed(change);
      this.#lineStarts = lineStartsOf(this.#text);
    }
    this.#refusal = refusalOf(this.#text, this.#limits);
    const before = this.#slots;
    const after = slotsOf(this.#text, this.#refusal);
    const start = commonStart(before, after);
    const kept = commonEnd(before, after, start);
    for (let index = 0; index < start; index += 1) after[index] = before[index]!;
    for (let back = 1; back <= kept; back += 1) after[after.length - back] = moved(before.at(-back)!, after.at(-back)!);
    this.#slots = after;
    return {
      start,
      removed: before.slice(start, before.length - kept),
      added: after.slice(start, after.length - kept),
    };
  }

  /** Place of an offset; clamped to the text, and to before the line's end. */
  positionAt(offset: number): Position {
    const clamped = Math.max(Math.min(offset, this.#text.length), 0);
    const line = lastAtOrBefore(this.#lineStarts.length, (index) => this.#lineStarts[index]! <= clamped);
    const lineStart = this.#lineStarts[line]!;
    return { line, character: this.#beforeLineEnd(clamped, lineStart) - lineStart };
  }

  /** Offset of a place; a place beyond the line's end is at the end, one beyond the last line at the end of the text. */
  offsetAt(position: Position): number {
    if (position.line >= this.#lineStarts.length) return this.#text.length;
    if (position.line < 0) return 0;
    const lineStart = this.#lineStarts[position.line]!;
    const nextStart = this.#lineStarts[position.line + 1] ?? this.#text.length;
    return this.#beforeLineEnd(Math.min(lineStart + Math.max(position.character, 0), nextStart), lineStart);
  }

  /** Index of the slot that holds an offset; clamped, so that the text's end belongs to the last slot. */
  slotAt(offset: number): number {
    return lastAtOrBefore(this.#slots.length, (index) => this.#slots[index]!.offset <= offset);
  }

  /** Index of the slot that holds a line; clamped. */
  slotAtLine(line: number): number {
    return lastAtOrBefore(this.#slots.length, (index) => this.#slots[index]!.line <= line);
  }

  /** Where a place in a slot stands in the document now. */
  rangeOf(place: Place): Range {
    return {
      start: this.positionAt(place.slot.offset + place.start),
      end: this.positionAt(place.slot.offset + place.end),
    };
  }

  #changed(change: TextChange): string {
    if (change.range === undefined) return change.text;
    const { start, end } = change.range;
    const swapped = comparePositions(start, end) > 0;
    const from = this.offsetAt(swapped ? end : start);
    const to = this.offsetAt(swapped ? start : end);
    return this.#text.slice(0, from) + change.text + this.#text.slice(to);
  }

  #beforeLineEnd(offset: number, lineStart: number): number {
    let before = offset;
    while (before > lineStart && isLineEnd(this.#text.charCodeAt(before - 1))) before -= 1;
    return before;
  }
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

function refusalOf(text: string, limits: Limits): Refusal | undefined {
  if (text.length <= limits.documentLength) return undefined;
  return { reason: "size", measured: text.length, limit: limits.documentLength };
}

function slotsOf(text: string, refusal: Refusal | undefined): Slot[] {
  const nodes = refusal === undefined ? parseMarkdown(text).children : [];
  const lineStarts = lineStartsOf(text);
  // The parser drops a byte order mark and counts from behind it.
  const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const firsts = nodes.map((node) => node.position!.start.line - 1);
  const slots: Slot[] = [];
  const add = (node: RootContent | undefined, line: number, endLine: number | undefined) => {
    const offset = lineStarts[line]!;
    const end = endLine === undefined ? text.length : lineStarts[endLine]!;
    slots.push({ text: text.slice(offset, end), node, base: offset - shift, offset, line, refusal: undefined });
  };
  if (firsts[0] !== 0) add(undefined, 0, firsts[0]);
  nodes.forEach((node, index) => {
    add(node, firsts[index]!, firsts[index + 1]);
  });
  return slots;
}

function commonStart(before: readonly Slot[], after: readonly Slot[]): number {
  let index = 0;
  while (index < before.length && index < after.length && sameSlot(before[index]!, after[index]!)) index += 1;
  return index;
}

function commonEnd(before: readonly Slot[], after: readonly Slot[], start: number): number {
  const most = Math.min(before.length, after.length) - start;
  let kept = 0;
  while (kept < most && sameSlot(before.at(-1 - kept)!, after.at(-1 - kept)!)) kept += 1;
  return kept;
}

function sameSlot(a: Slot, b: Slot): boolean {
  return a.text === b.text && shapeOf(a) === shapeOf(b);
}

function shapeOf(slot: Slot): string {
  return JSON.stringify(slot.node, (key, value) => {
    if (key === "offset") return value - slot.base;
    return key === "line" ? value - (slot.node?.position?.start.line ?? 0) : value;
  });
}

function moved(slot: Slot, to: Slot): Slot {
  slot.offset = to.offset;
  slot.line = to.line;
  return slot;
}

function lastAtOrBefore(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
