import type { Range } from "../text/range.js";
import { lastWhere } from "./places.js";
import type { Place, Slot } from "./slot.js";

/** The place's range in the document, as the slot stands now. */
export function rangeOf(place: Place): Range {
  const start = positionIn(place.slot, place.start);
  return { start, end: place.end === place.start ? start : positionIn(place.slot, place.end) };
}

/** The source of a place. */
export function sourceOf(place: Place): string {
  return place.slot.text.slice(place.start, place.end);
}

/** Where words first stand in a place; the place itself where they do not stand in it as they are read. */
export function placeOfWords(words: string, around: Place): Place {
  const at = sourceOf(around).indexOf(words);
  return at < 0 ? around : { slot: around.slot, start: around.start + at, end: around.start + at + words.length };
}

/** Offset of the place in the document, UTF-16 units. */
export function offsetOf(place: Place): number {
  return place.slot.offset + place.start;
}

/** Line of the place in the document, from 0. */
export function lineOf(place: Place): number {
  return positionIn(place.slot, place.start).line;
}

/** An empty place where the given one begins, or ends. */
export function startOf(place: Place): Place {
  return { slot: place.slot, start: place.start, end: place.start };
}

export function endOf(place: Place): Place {
  return { slot: place.slot, start: place.end, end: place.end };
}

/** So far into a slot its lines are counted each time: a table of them is worth its memory in long ones only. */
const nearby = 1_000;

/** `\n`, `\r\n` and `\r` end lines, as in LSP. */
function positionIn(slot: Slot, offset: number): { line: number; character: number } {
  const { text } = slot;
  if (offset > nearby) {
    const { lineStarts } = slot;
    const within = lastWhere(lineStarts.length, (index) => lineStarts[index]! <= offset);
    return { line: slot.line + within, character: offset - lineStarts[within]! };
  }
  let line = slot.line;
  let lineStart = 0;
  for (let index = 0; index < offset; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) {
      line += 1;
      lineStart = index + 1;
    }
  }
  return { line, character: offset - lineStart };
}

/** Whether one place lies in another, or is it. */
export function isWithin(inner: Place, outer: Place): boolean {
  return inner.slot === outer.slot && inner.start >= outer.start && inner.end <= outer.end;
}
