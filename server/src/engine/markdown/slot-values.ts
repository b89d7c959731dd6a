import { isSame } from "../text/same.js";
import type { MarkdownDocument } from "./document.js";
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

  /** What the slots of a document, always the same one, give, in their order; the same list as before where what they say stayed the same. */
  of(document: Pick<MarkdownDocument, "slots" | "changeSince">): readonly Value[] {
    const { slots } = document;
    if (slots === this.#slots) return this.#present;
    const change = document.changeSince(this.#slots);
    const end = change.start + change.removed.length;
    const removed = this.#values.slice(change.start, end);
    const read = change.added.map((slot) => this.read(slot));
    const added = isSame(read, removed) ? removed : read;
    this.#values = this.#values.slice(0, change.start).concat(added, this.#values.slice(end));
    this.#slots = slots;
    if (added === removed) return this.#present;
    const came = added.filter((value) => value !== undefined);
    const went = removed.filter((value) => value !== undefined);
    if (came.length > 0 || went.length > 0) {
      this.#present = this.#values.filter((value) => value !== undefined);
      this.changed?.(came, went);
    }
    return this.#present;
  }
}
