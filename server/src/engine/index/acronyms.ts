import type { MarkdownDocument } from "../markdown/document.js";
import type { Slot } from "../markdown/slot.js";
import { type Acronym, findAcronyms } from "../matching/acronyms.js";

const none: readonly Acronym[] = [];
const bySlot = new WeakMap<Slot, readonly Acronym[]>();

/** The short forms that a document's text explains, in its order. Kept with the slots. */
export function acronymsOf(document: MarkdownDocument): readonly Acronym[] {
  const found: Acronym[] = [];
  for (const slot of document.slots) {
    let own = bySlot.get(slot);
    if (!own) {
      own = slot.text.includes("(") ? findAcronyms(slot.text) : none;
      bySlot.set(slot, own);
    }
    if (own.length > 0) found.push(...own);
  }
  return found;
}
