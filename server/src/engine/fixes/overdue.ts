import type { PlanDocument } from "../index/document.js";
import { sourceOf } from "../markdown/place.js";
import type { PlanItem } from "../model/facts.js";
import { ownPlace } from "../model/own-place.js";
import { phrase } from "../text/phrase.js";
import { newDate } from "./dates.js";
import type { Fix } from "./fix.js";
import { datePlace, statusWord } from "./plan-values.js";
import { cellFor, writeField } from "./write-field.js";

/** *Mark as done*, in the document's word for it, or by a tick; none where the document has no place that would be read. */
export function* markDone(item: PlanItem, document: PlanDocument): Iterable<Fix> {
  const title = phrase`Mark as done`;
  const place = ownPlace(item, item.status?.place) ?? cellFor(item.unit, ["status"]);
  if (place) {
    const newText = statusWord(document, "done", "Done", sourceOf(place) || "D");
    if (newText !== undefined) yield { title, edits: [{ document, place, newText }], safe: false, snippet: false };
    return;
  }
  // A paragraph of its own is read with none that follows it.
  if (item.form === "label" && item.fields.length === 0) return;
  const edit = writeField(item, document, { names: ["status"], label: "Status", value: "done" });
  if (edit) yield { title, edits: [edit], safe: false, snippet: false };
}

/** *Set a new target…*: the date is for people to agree on. */
export function* newTarget(item: PlanItem, document: PlanDocument): Iterable<Fix> {
  const place = datePlace(item);
  if (place) yield* newDate(place, document, phrase`Set a new target…`);
}
