import type { Slot } from "../../markdown/slot.js";

const ids = new WeakMap<Slot, number>();
let last = 0;

/** A key for the list or table that begins at an offset of a slot; the same as long as the slot is the same object. */
export function listKey(slot: Slot, offset: number): string {
  let id = ids.get(slot);
  if (id === undefined) {
    last += 1;
    id = last;
    ids.set(slot, id);
  }
  return `${id}:${offset}`;
}
