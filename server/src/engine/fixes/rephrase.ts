import type { PlanDocument } from "../index/document.js";
import { sourceOf } from "../markdown/place.js";
import type { Place } from "../markdown/slot.js";
import { type Fix, snippetText } from "./fix.js";

/** *Rephrase*: the sentence as a gap, with neutral words to begin with. */
export function* rephrase(place: Place, document: PlanDocument): Iterable<Fix> {
  const end = /[.!?]$/.exec(sourceOf(place))?.[0] ?? "";
  yield {
    title: "Rephrase without sides…",
    edits: [{ document, place, newText: `\${1:What happened, and what we need together}${snippetText(end)}` }],
    safe: false,
    snippet: true,
  };
}
