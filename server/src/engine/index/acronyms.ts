import type { Slot } from "../markdown/slot.js";
import { SlotValues } from "../markdown/slot-values.js";
import { type Acronym, findAcronyms } from "../matching/acronyms.js";

/** The short forms that a document's text explains, slot by slot. */
export function explainedAcronyms(): SlotValues<readonly Acronym[]> {
  return new SlotValues(acronymsIn);
}

function acronymsIn({ text }: Slot): readonly Acronym[] | undefined {
  const found = text.includes("(") ? findAcronyms(text) : [];
  return found.length > 0 ? found : undefined;
}
