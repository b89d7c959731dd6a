import type { Place, Slot } from "../markdown/slot.js";

/** Index of the slot's line that holds an offset. */
function lineIndexOf(slot: Slot, offset: number): number {
  const { lineStarts: starts } = slot;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The line of the document on which a place begins. */
export function lineOf(place: Place): number {
  return place.slot.line + lineIndexOf(place.slot, place.start);
}

/** Offsets in the slot where the line that holds `offset` begins, where its text ends, and where the next line begins. */
export function lineAround(
  slot: Slot,
  offset: number,
): { readonly start: number; readonly end: number; readonly next: number } {
  const { lineStarts: starts } = slot;
  const index = lineIndexOf(slot, offset);
  const start = starts[index]!;
  const next = starts[index + 1] ?? slot.text.length;
  return { start, end: start + slot.text.slice(start, next).replace(/(?<![\r\n])[\r\n]+$/, "").length, next };
}

/**
 * Finds, for a comment that speaks of the next line, the line that it means: the next one that holds more than white space, quote
 * markers and comments, so that blank lines and further suppressions may stand between.
 */
export class NextLines {
  readonly #slots: readonly Slot[];
  /** By line: the first line with content at or after it; undefined where none follows. */
  readonly #known = new Map<number, number | undefined>();

  constructor(slots: readonly Slot[]) {
    this.#slots = slots;
  }

  /** `offset` is one in the slot at `index`; the answer is a line of the document, undefined at its end. */
  after(index: number, offset: number): number | undefined {
    const passed: number[] = [];
    let found: number | undefined;
    for (const { line, text } of this.#linesAfter(index, offset)) {
      if (this.#known.has(line)) {
        found = this.#known.get(line);
        break;
      }
      passed.push(line);
      if (hasContent(text)) {
        found = line;
        break;
      }
    }
    for (const line of passed) this.#known.set(line, found);
    return found;
  }

  *#linesAfter(index: number, offset: number): Generator<{ readonly line: number; readonly text: string }> {
    for (let at = index; at < this.#slots.length; at += 1) {
      const slot = this.#slots[at]!;
      const { lineStarts: starts } = slot;
      for (let line = at === index ? lineIndexOf(slot, offset) + 1 : 0; line < starts.length; line += 1) {
        const start = starts[line]!;
        // Behind the last line end of a slot the next slot's first line begins.
        if (start < slot.text.length) yield { line: slot.line + line, text: slot.text.slice(start, starts[line + 1]) };
      }
    }
  }
}

function hasContent(line: string): boolean {
  let from = 0;
  while (from < line.length) {
    const open = line.indexOf("<!--", from);
    const close = open < 0 ? -1 : line.indexOf("-->", open);
    if (!isBlank(line.slice(from, close < 0 ? line.length : open))) return true;
    if (close < 0) return false;
    from = close + 3;
  }
  return false;
}

/** Whether a line holds nothing but white space and the markers of quotations. */
export function isBlank(text: string): boolean {
  return !/[^\s>]/.test(text);
}
