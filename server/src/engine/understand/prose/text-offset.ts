import type { Field } from "../../model/facts.js";
import type { Inline } from "../../reading/inline.js";
import { type Span, splitSentences } from "./sentences.js";

/** Offset in the visible text of what stands at an offset of the slot; where nothing visible does, of what follows it. */
export function textOffsetOf(inline: Inline, source: number): number {
  let low = 0;
  let high = inline.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inline.sourceStart(middle) < source) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the first sentence ends that a label's value holds, in the unit's text up to `limit`: the full stop of "**Decision.** …" ends none. */
export function labelSentence(inline: Inline, field: Field, limit = inline.text.length): Span {
  const start = textOffsetOf(inline, field.keyPlace.start);
  const first = splitSentences(inline.text.slice(start, limit))[0];
  const value = textOffsetOf(inline, field.place.start) - start;
  if (first !== undefined && first.end > value) return { start, end: start + first.end };
  const told = splitSentences(inline.text.slice(start, limit), value)[0] ?? first;
  return { start, end: start + (told?.end ?? 0) };
}
