import type { PlanDocument } from "../index/document.js";
import { sourceOf } from "../markdown/place.js";
import type { Decision, Field, FieldName, Form } from "../model/facts.js";
import { listOf } from "../text/words.js";
import type { FixEdit } from "./fix.js";
import { lineEndIn } from "./lines.js";
import { addToValue, cellFor, insertAfterHeadField, insertBelowTitle, spaced, writeField } from "./write-field.js";

/** The fields that say who owns a decision, the one to write into first. */
const ownerFields: readonly FieldName[] = ["domain", "team", "owner", "dri", "driver", "decider", "approver"];

/** Those of them that say who made it, which owns it only where nothing else does. */
const makerFields: readonly (FieldName | undefined)[] = ["driver", "decider", "approver"];

/** Who is to own a decision: everybody, and those of them who are not named yet. */
export interface OwnerNames {
  readonly all: readonly string[];
  readonly added: readonly string[];
}

/**
 * The edit that names owners of a decision in the form that the passage uses. What is there already stays: `added` is added to it,
 * unless it is empty or a placeholder.
 */
export function writeOwners(decision: Decision, document: PlanDocument, names: OwnerNames): FixEdit {
  const owners = listOf(names.all);
  const label = names.all.length > 1 ? "Owners" : "Owner";
  const existing = ownerFields
    .map((name) => decision.fields.find((field) => field.name === name))
    .find((field) => field !== undefined);
  const own = decision.fields.find((field) => field.name === "decision" && inBlock.includes(field.form));
  const labelled = own && inBlock.includes(decision.form) ? own : undefined;
  // "Decision (Engineering): … Decided by: Priya": who made it does not own it.
  if (existing && labelled && makerFields.includes(existing.name) && endsInRemark(labelled))
    return beforeColon(labelled, document, names);
  if (existing) return extend(existing, document, listOf(names.added));
  const cell = cellFor(decision.unit, ownerFields);
  if (cell) return { document, place: cell, newText: spaced({ place: cell, form: "row" }, owners) };
  if (decision.record) {
    const status = document.head.status?.place;
    const edit = status && insertAfterHeadField(status, document, { label, value: owners });
    if (edit) return edit;
    // A status that is a section of its own has no place for more; a remark there would be part of the status.
    const title = status?.slot === decision.focus.slot && insertBelowTitle(document, { label, value: owners });
    if (title) return title;
  }
  if (labelled) return beforeColon(labelled, document, names);
  if (decision.form === "front-matter" || decision.form === "heading") {
    const edit = writeField(decision, document, { names: ["owner"], label, value: owners });
    if (edit) return edit;
  }
  return remark(decision, document, `${label.toLowerCase()}: ${owners}`);
}

/** Forms whose label may carry a remark before its colon. */
const inBlock: readonly Form[] = ["label", "list", "heading"];

function extend(field: Field, document: PlanDocument, owners: string): FixEdit {
  const written = field.value === "" ? "" : sourceOf(field.place).trim();
  if (written === "") {
    const list = sourceOf(field.place) === "[]";
    return { document, place: field.place, newText: list ? `[${inList(owners)}]` : spaced(field, owners) };
  }
  if (field.form === "front-matter" && isListEntry(field)) return listEntryAfter(field, document, owners);
  if (written.startsWith("[") && written.endsWith("]") && field.form === "front-matter") {
    return { document, place: field.place, newText: `${written.slice(0, -1)}, ${inList(owners)}]` };
  }
  return addToValue(field.place, document, owners);
}

/** "Product and Engineering" as the members of a YAML list. */
function inList(owners: string): string {
  return owners.replace(/ and /g, ", ");
}

/** An entry of a YAML list on a line of its own. */
function isListEntry({ place: { slot, start } }: Field): boolean {
  return /(?:^|[\r\n])[ \t]*-[ \t]+["']?$/.test(slot.text.slice(Math.max(0, start - 40), start));
}

function listEntryAfter({ place: { slot, start, end } }: Field, document: PlanDocument, owners: string): FixEdit {
  const lead =
    /(?:(?<![ \t])[ \t]+)?-[ \t]+(?=["']?$)/.exec(slot.text.slice(Math.max(0, start - 40), start))?.[0] ?? "- ";
  const line = /^[^\r\n]*/.exec(slot.text.slice(end))?.[0].length ?? 0;
  const newText = inList(owners)
    .split(", ")
    .map((owner) => `${lineEndIn(document)}${lead}${owner}`)
    .join("");
  return { document, place: { slot, start: end + line, end: end + line }, newText };
}

/** `Decision:` → `Decision (Engineering):` → `Decision (Engineering, Product):`. */
function beforeColon(field: Field, document: PlanDocument, { all, added }: OwnerNames): FixEdit {
  const { slot, end } = field.keyPlace;
  const remark = endsInRemark(field);
  const at = remark ? end - 1 : end;
  return {
    document,
    place: { slot, start: at, end: at },
    newText: remark ? `, ${listOf(added)}` : ` (${listOf(all)})`,
  };
}

function endsInRemark(field: Field): boolean {
  return /\([^()]+\)$/.test(sourceOf(field.keyPlace).trimEnd());
}

/** The rest of a link whose words end a passage: a remark among them would lead where they do. */
const behindLink = /^\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|\[[^[\]]*\])/;

/** A remark at the end of the sentence or cell, before its full stop. */
export function remark(decision: Decision, document: PlanDocument, words: string): FixEdit {
  const { slot, start } = decision.focus;
  let { end } = decision.focus;
  while (end > start && /[\s.!?…:;]/.test(slot.text[end - 1] ?? "")) end -= 1;
  end += behindLink.exec(slot.text.slice(end))?.[0].length ?? 0;
  return { document, place: { slot, start: end, end }, newText: ` (${words})` };
}
