import type { PlanDocument } from "../index/document.js";
import type { Place } from "../markdown/slot.js";
import type { FactBase, FieldName } from "../model/facts.js";
import { type Fix, snippetText } from "./fix.js";
import { writeField } from "./write-field.js";

/** *Add a next step*: who does what is for a person to say. */
export function addNextStep(fact: FactBase, document: PlanDocument): Iterable<Fix> {
  return gap(fact, document, "Add a next step…", ["nextStep"], "Next step", "who does what, by when");
}

/** *Add an owner*. */
export function addOwner(fact: FactBase, document: PlanDocument): Iterable<Fix> {
  return gap(fact, document, "Add an owner…", ["owner", "dri"], "Owner", "name");
}

/** *Add a due date*. */
export function addDueDate(fact: FactBase, document: PlanDocument): Iterable<Fix> {
  return gap(fact, document, "Add a due date…", ["due", "target"], "Due", "YYYY-MM-DD");
}

/** A field with a gap for a person's words, in the form of the passage. */
export function* gap(
  fact: FactBase,
  document: PlanDocument,
  title: string,
  names: readonly FieldName[],
  label: string,
  hint: string,
): Iterable<Fix> {
  const mark = "\uE000";
  const edit = writeField(fact, document, { names, label, value: mark });
  if (!edit) return;
  const newText = snippetText(edit.newText).replace(mark, `\${1:${snippetText(hint)}}`);
  yield { title, edits: [{ ...edit, newText }], safe: false, snippet: true };
}

/** A gap in the place of what is written there, or where it would go. */
export function* gapAt(place: Place, document: PlanDocument, title: string, hint: string): Iterable<Fix> {
  yield { title, edits: [{ document, place, newText: `\${1:${snippetText(hint)}}` }], safe: false, snippet: true };
}
