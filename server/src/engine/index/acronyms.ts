import { SlotValues } from "../markdown/slot-values.js";
import { type Acronym, findAcronyms } from "../matching/acronyms.js";

/** The short forms that a document's text explains, slot by slot. */
export function explainedAcronyms(): SlotValues<readonly Acronym[]> {
  return new SlotValues<readonly Acronym[]>((slot) => {
    const found = slot.text.includes("(") ? findAcronyms(slot.text) : [];
    return found.length > 0 ? found : undefined;
  });
}
