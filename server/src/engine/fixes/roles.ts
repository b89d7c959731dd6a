import type { PlanDocument } from "../index/document.js";
import { sourceOf } from "../markdown/place.js";
import type { RosterEntry } from "../model/facts.js";
import { phrase } from "../text/phrase.js";
import { isPlaceholder } from "../understand/placeholders.js";
import { type Fix, snippetText } from "./fix.js";
import { gapAt } from "./next-steps.js";
import { spaced } from "./write-field.js";

/** *Name a lead…*, and *Name Devon Clarke as acting lead* where the charter names who stands in. */
export function* nameLead({ gap, standIn }: RosterEntry, document: PlanDocument): Iterable<Fix> {
  if (!gap) return;
  yield* gapAt(gap, document, phrase`Name a lead…`, "name");
  const name = standIn?.text ?? "";
  if (isPlaceholder(name)) return;
  const newText = spaced({ place: gap, form: "row" }, `${name} (acting)`);
  yield {
    title: phrase`Name ${name} as acting lead`,
    edits: [{ document, place: gap, newText }],
    safe: false,
    snippet: false,
  };
}

/** *Add a stand-in…*: in the column for them, else in brackets behind the lead. */
export function* addStandIn({ standIn, place }: RosterEntry, document: PlanDocument): Iterable<Fix> {
  const title = phrase`Add a stand-in…`;
  if (standIn) {
    yield* gapAt(standIn.place, document, title, "name");
    return;
  }
  const end = place.start + sourceOf(place).replace(/(?<![\s.;])[\s.;]+$/, "").length;
  const newText = ` (stand-in: \${1:${snippetText("name")}})`;
  yield {
    title,
    edits: [{ document, place: { slot: place.slot, start: end, end }, newText }],
    safe: false,
    snippet: true,
  };
}
