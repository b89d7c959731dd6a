import type { PlanDocument } from "../index/document.js";
import type { Place } from "../markdown/slot.js";
import type { FactBase, FieldName } from "../model/facts.js";
import { type Phrase, phrase } from "../text/phrase.js";
import { fieldOf } from "../understand/context.js";
import { newDate } from "./dates.js";
import { type Fix, snippetText } from "./fix.js";
import { remarkInRow, spaced, writeField } from "./write-field.js";

/** *Add a next step*: who does what is for a person to say. */
export function addNextStep(fact: FactBase, document: PlanDocument): Iterable<Fix> {
  return gap(fact, document, phrase`Add a next step…`, ["nextStep"], "Next step", "who does what, by when");
}

/** *Add an owner*. */
export function addOwner(fact: FactBase, document: PlanDocument): Iterable<Fix> {
  return gap(fact, document, phrase`Add an owner…`, ["owner", "dri"], "Owner", "name");
}

/** *Add a due date…*, or *Set a new date…* in the place of the one that is there. */
export function* addDueDate(fact: FactBase, document: PlanDocument): Iterable<Fix> {
  const due = fieldOf(fact.fields, "due", "target");
  if (due) yield* newDate(due.place, document, phrase`Set a new date…`);
  else yield* gap(fact, document, phrase`Add a due date…`, ["due", "target"], "Due", "YYYY-MM-DD");
}

/** A field with a gap for a person's words, in the form of the passage. */
export function* gap(
  fact: FactBase,
  document: PlanDocument,
  title: Phrase,
  names: readonly FieldName[],
  label: string,
  hint: string,
): Iterable<Fix> {
  const mark = "\uE000";
  const field = { names, label, value: mark };
  const edit =
    writeField(fact, document, field) ?? (fact.form === "row" ? remarkInRow(fact, document, field) : undefined);
  if (!edit) return;
  const newText = snippetText(edit.newText).replace(mark, `\${1:${snippetText(hint)}}`);
  yield { title, edits: [{ ...edit, newText }], safe: false, snippet: true };
}

/** A gap in the place of what is written there, or where it would go. */
export function* gapAt(place: Place, document: PlanDocument, title: Phrase, hint: string): Iterable<Fix> {
  const newText = spaced({ place, form: "row" }, `\${1:${snippetText(hint)}}`);
  yield { title, edits: [{ document, place, newText }], safe: false, snippet: true };
}
