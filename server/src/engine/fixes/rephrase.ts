import type { PlanDocument } from "../index/document.js";
import { sourceOf } from "../markdown/place.js";
import type { Place } from "../markdown/slot.js";
import type { Phrase } from "../text/phrase.js";
import { type Fix, snippetText } from "./fix.js";

/** *Rephrase without sides…*: the sentence as a gap, with neutral words to begin with. */
export function* rephrase(
  place: Place,
  document: PlanDocument,
  { title, hint }: { readonly title: Phrase; readonly hint: string },
): Iterable<Fix> {
  const end = /[.!?]$/.exec(sourceOf(place))?.[0] ?? "";
  const newText = `\${1:${snippetText(hint)}}${snippetText(end)}`;
  yield { title, edits: [{ document, place, newText }], safe: false, snippet: true };
}
