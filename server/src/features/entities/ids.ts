import { normaliseId } from "../../engine/index/references.js";
import type { Place, Slot } from "../../engine/markdown/slot.js";
import { textsOf } from "./people.js";

/** Something in the text that may be the id of a decision or item. */
export interface WrittenId {
  readonly place: Place;
  /** As ids compare: `d-11`. */
  readonly key: string;
}

const id = /(?<![\p{L}\p{N}])([A-Z][A-Za-z]{0,9})[- ]?0*(\d{1,6})(?![\p{L}\p{N}]|-\d)/gu;
const bySlot = new WeakMap<Slot, readonly WrittenId[]>();

/** What looks like an id in the visible text of a block; whether it is one, the facts say. Kept with the block. */
export function idsIn(slot: Slot): readonly WrittenId[] {
  let ids = bySlot.get(slot);
  if (!ids) {
    ids = textsOf(slot).flatMap(({ prose, at }) =>
      [...prose.matchAll(id)].map((match) => ({
        place: { slot, start: at.sourceStart(match.index), end: at.sourceEnd(match.index + match[0].length) },
        key: normaliseId(`${match[1]}-${match[2]}`),
      })),
    );
    bySlot.set(slot, ids);
  }
  return ids;
}
