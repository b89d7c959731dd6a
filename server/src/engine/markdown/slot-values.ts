import type { Slot } from "./slot.js";

/** What one slot's text gives, kept for all slots of a document: after an edit only new slots are read. */
export class SlotValues<Value> {
  #slots: readonly Slot[] = [];
  #values: (Value | undefined)[] = [];
  #present: readonly Value[] = [];

  /** @param read what a slot gives; undefined where that is nothing */
  constructor(
    private readonly read: (slot: Slot) => Value | undefined,
    /** Told what came and what went. */
    private readonly changed?: (added: readonly Value[], removed: readonly Value[]) => void,
  ) {}

  /** Lets go of what only edits need. Values stay, with what they were read from. */
  rest(): void {
    if (this.#present.length > 0) return;
    this.#slots = [];
    this.#values = [];
  }

  /** What the slots give, in their order; the same list as before where no value came or went. */
  of(slots: readonly Slot[]): readonly Value[] {
    const before = this.#slots;
    if (slots === before) return this.#present;
    const most = Math.min(before.length, slots.length);
    let start = 0;
    while (start < most && before[start] === slots[start]) start += 1;
    let end = 0;
    while (end < most - start && before[before.length - 1 - end] === slots[slots.length - 1 - end]) end += 1;
    const added = slots.slice(start, slots.length - end).map((slot) => this.read(slot));
    const removed = this.#values.slice(start, before.length - end);
    this.#values = this.#values.slice(0, start).concat(added, this.#values.slice(before.length - end));
    this.#slots = slots;
    const came = added.filter((value) => value !== undefined);
    const went = removed.filter((value) => value !== undefined);
    if (came.length > 0 || went.length > 0) {
      this.#present = this.#values.filter((value) => value !== undefined);
      this.changed?.(came, went);
    }
    return this.#present;
  }
}
