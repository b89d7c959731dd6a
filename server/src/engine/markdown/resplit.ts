import { behindLineEnd, lineEndAt } from "./lines.js";
import { blockAt } from "./places.js";
import type { Block, Unit, UnitContext } from "./unit.js";
import { closesFrontMatter, opensFrontMatter, UnitReader } from "./unit-reader.js";

/** An edit of a document: `inserted` for what stood between two offsets. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly inserted: string;
}

/** What an edit does to the blocks: those from `start` to `end` give way to those of the units. */
export interface Resplit {
  readonly start: number;
  readonly end: number;
  readonly units: readonly Unit[];
}

const unknown: ReadonlyMap<number, Unit> = new Map();

/** The units of a whole document, in order; at least one. `known` are units of the same text by their offset: they come out as they are. */
export function splitAll(text: string, context: UnitContext, known = unknown): Unit[] {
  const reader = new UnitReader({ text, length: text.length, first: true, last: true }, context);
  const units: Unit[] = [];
  let at = 0;
  do {
    const before = known.get(at);
    const unit = reader.unitAt(at, before)!;
    units.push(before && before.type === unit.type && before.text === unit.text ? before : unit);
    at += unit.text.length;
  } while (at < text.length);
  return units;
}

/**
 * Splits anew what an edit may have changed: from the unit before it if need be, until a unit begins where one began
 * before, behind the edit. From there on the text is the same, and no more than the text decides.
 */
export function resplit(blocks: readonly Block[], edit: Edit, context: UnitContext): Resplit {
  const start = firstTouched(blocks, edit.from);
  const change = resplitFrom(blocks, start, edit, context);
  if (start === 0 || !opensFrontMatter(blocks[0]!.text) || blocks[0]!.type === "yaml") return change;
  // The document's first line waits for a line that would make front matter of all between.
  const closed = change.units.some((unit) => closesFrontMatter(unit.text));
  return closed ? resplitFrom(blocks, 0, edit, context) : change;
}

/** The texts of the blocks from one index to another. */
export function textOf(blocks: readonly Block[], start: number, end: number): string {
  let text = "";
  for (let index = start; index < end; index += 1) text += blocks[index]!.text;
  return text;
}

/**
 * Index of the first block that an edit at `from` may change. Where a unit ends rests on the line behind it too, and on
 * the one after that where the two may be a table's head; so an edit in a unit's first lines concerns the unit before it.
 */
function firstTouched(blocks: readonly Block[], from: number): number {
  let index = unitStart(blocks, blockAt(blocks, from));
  while (index > 0) {
    const { offset, text, unit } = blocks[index]!;
    let behind = behindLineEnd(text, lineEndAt(text, 0));
    if (unit.type === "table" || unit.type === "region") behind = behindLineEnd(text, lineEndAt(text, behind));
    if (from > offset + behind) break;
    index = unitStart(blocks, index - 1);
  }
  return index;
}

function resplitFrom(blocks: readonly Block[], start: number, edit: Edit, context: UnitContext): Resplit {
  const { from, to, inserted } = edit;
  const base = blocks[start]!.offset;
  const growth = inserted.length - (to - from);
  const units: Unit[] = [];
  let at = 0;
  // The first unit that has come out as it was, if all before it have.
  let same = start;
  let next = unitStart(blocks, blockAt(blocks, to));
  for (let reach = next + 2; ; reach += reach - start) {
    const stop = unitEnd(blocks, reach);
    const last = stop === blocks.length;
    const old = textOf(blocks, start, stop);
    const core = old.slice(0, from - base) + inserted + old.slice(to - base);
    const text = last ? core : core + firstLine(blocks[stop]!.text);
    const reader = new UnitReader({ text, length: core.length, first: start === 0, last }, context);
    for (;;) {
      const before = base + at - growth;
      while (next < blocks.length && blocks[next]!.offset < before) next += 1;
      if (before >= to && before > 0 && at > 0 && next < blocks.length) {
        const block = blocks[next]!;
        if (block.offset === before && block.leads) return { start, end: next, units };
      }
      if (last && at >= core.length && units.length > 0) return { start, end: blocks.length, units };
      const known = blocks[same]?.offset === base + at ? blocks[same]!.unit : undefined;
      const unit = reader.unitAt(at, known);
      if (unit === undefined) break;
      if (unit === known) same += unit.blocks.length;
      units.push(unit);
      at += unit.text.length;
    }
  }
}

/** Index of the block that leads the unit of the block at `index`. */
function unitStart(blocks: readonly Block[], index: number): number {
  let start = index;
  while (!blocks[start]!.leads) start -= 1;
  return start;
}

/** The first index from `index` on at which a unit begins; the number of blocks where none does. */
function unitEnd(blocks: readonly Block[], index: number): number {
  let end = Math.min(index, blocks.length);
  while (end < blocks.length && !blocks[end]!.leads) end += 1;
  return end;
}

function firstLine(text: string): string {
  return text.slice(0, behindLineEnd(text, lineEndAt(text, 0)));
}
