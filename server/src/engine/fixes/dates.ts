import type { PlanDocument } from "../index/document.js";
import type { Place } from "../markdown/slot.js";
import type { Phrase } from "../text/phrase.js";
import type { Fix } from "./fix.js";

/** A gap for a new date in the place of an old one. */
export function* newDate(place: Place, document: PlanDocument, title: Phrase): Iterable<Fix> {
  yield { title, edits: [{ document, place, newText: `\${1:YYYY-MM-DD}` }], safe: false, snippet: true };
}
