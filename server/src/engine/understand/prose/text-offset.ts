import type { Inline } from "../../reading/inline.js";

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
