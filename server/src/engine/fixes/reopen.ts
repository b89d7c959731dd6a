import type { PlanDocument } from "../index/document.js";
import { sourceOf } from "../markdown/place.js";
import type { Place } from "../markdown/slot.js";
import type { Decision } from "../model/facts.js";
import { phrase } from "../text/phrase.js";
import { capital } from "../text/words.js";
import type { Fix } from "./fix.js";
import { writeField } from "./write-field.js";

const title = phrase`Reopen it`;

/** *Reopen it*: a decision's status goes back to open, a record's to proposed. Whether to do so is for people to choose. */
export function* reopen(decision: Decision, document: PlanDocument): Iterable<Fix> {
  if (decision.statusField) {
    yield* reopenAt(decision.statusField.place, document, decision.record);
    return;
  }
  const edit = decision.record
    ? undefined
    : writeField(decision, document, { names: ["status"], label: "Status", value: "open" });
  if (edit) yield { title, edits: [edit], safe: false, snippet: false };
}

/** The same of a status that stands somewhere. */
export function* reopenAt(place: Place, document: PlanDocument, record: boolean): Iterable<Fix> {
  yield {
    title,
    edits: [{ document, place, newText: inCaseOf(sourceOf(place), record ? "proposed" : "open") }],
    safe: false,
    snippet: false,
  };
}

/** A word with a capital where the word that it replaces has one. */
export function inCaseOf(replaced: string, word: string): string {
  return /^\P{L}*\p{Lu}/u.test(replaced) ? capital(word) : word;
}
