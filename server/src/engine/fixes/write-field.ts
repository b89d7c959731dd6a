import type { PlanDocument } from "../index/document.js";
import { endOf } from "../markdown/place.js";
import type { Place, Slot } from "../markdown/slot.js";
import type { Decision, FactBase, Field, FieldName } from "../model/facts.js";
import type { Unit } from "../reading/units.js";
import { fieldNameOf } from "../understand/field-names.js";
import type { FixEdit } from "./fix.js";

/** A field to be written: what to call it where the document has no word of its own, and its value. */
export interface NewField {
  /** Names that a field of the passage may have to be the one, most wanted first; new ones are called `label`. */
  readonly names: readonly FieldName[];
  readonly label: string;
  readonly value: string;
}

/**
 * The edit that gives a passage a field, in the form that the passage uses: into the field that is there and empty (or to be
 * replaced), the row's column, the record's front matter, a nested bullet, or a label line of the same style.
 * Undefined where the form has no place for it (a table without such a column).
 */
export function writeField(fact: FactBase, document: PlanDocument, field: NewField): FixEdit | undefined {
  const existing = fieldNamed(fact.fields, field.names);
  if (existing) return { document, place: existing.place, newText: spaced(existing, field.value) };
  switch (fact.form) {
    case "row":
      return undefined;
    case "front-matter":
      return frontMatterLine(fact.place.slot, document, field);
    case "list":
      return nestedBullet(fact, document, field);
    default:
      if (insideItem(fact.unit)) return nestedBullet(fact, document, field);
      return bulletBelow(fact, document, field) ?? labelLine(fact, document, field);
  }
}

/** The same for a decision: what a record says of itself goes into its header. */
export function writeDecisionField(decision: Decision, document: PlanDocument, field: NewField): FixEdit | undefined {
  const status = decision.record && !fieldNamed(decision.fields, field.names) ? document.head.status?.place : undefined;
  return (status && insertAfterHeadField(status, document, field)) ?? writeField(decision, document, field);
}

function fieldNamed(fields: readonly Field[], names: readonly FieldName[]): Field | undefined {
  for (const name of names) {
    const field = fields.find((candidate) => candidate.name === name);
    if (field) return field;
  }
  return undefined;
}

/** One more name behind those of a value, before the stop that ends its sentence. */
export function addToValue({ slot, start, end }: Place, document: PlanDocument, name: string): FixEdit {
  let at = end;
  while (at > start && /[\s.,;]/.test(slot.text[at - 1] ?? "")) at -= 1;
  return { document, place: { slot, start: at, end: at }, newText: `, ${name}` };
}

/** A value with the spaces that it needs where there was none: behind `Owner:`, and on both sides in a cell. */
export function spaced({ place, form }: Pick<Field, "place" | "form">, value: string): string {
  const { slot, start, end } = place;
  if (start !== end) return value;
  const before = /[ \t]/.test(slot.text[start - 1] ?? "") ? "" : " ";
  return before + value + (form === "row" && slot.text[end] === "|" ? " " : "");
}

function insideItem(unit: Unit | undefined): boolean {
  return unit?.kind === "paragraph" && unit.item !== undefined;
}

function nestedBullet(fact: FactBase, document: PlanDocument, field: NewField): FixEdit | undefined {
  const unit = fact.unit;
  if (unit?.kind !== "paragraph" || !unit.item) return undefined;
  const { slot } = unit;
  const sibling = lastBullet(fact.fields.filter((own) => isBelow(own, unit) && own.place.end <= (unit.item?.end ?? 0)));
  if (sibling) return bulletAfter(sibling, document, field);
  const eol = lineEndOf(slot, document);
  const indent = " ".repeat(columnOf(slot.text, unit.start));
  return insertAt(document, slot, unit.end, `${eol}${indent}- ${field.label}: ${field.value}`);
}

/** One bullet more in the list of fields below a heading or a label line. */
function bulletBelow(fact: FactBase, document: PlanDocument, field: NewField): FixEdit | undefined {
  const sibling = lastBullet(fact.fields.filter((own) => own.place.slot !== fact.place.slot));
  return sibling && bulletAfter(sibling, document, field);
}

function isBelow(field: Field, unit: Unit): boolean {
  return field.place.slot === unit.slot && field.keyPlace.start >= unit.end;
}

/** The last field that stands in a bullet of its own, so that a new one may go after it in the same style. */
function lastBullet(fields: readonly Field[]): Field | undefined {
  const bullets = fields.filter(
    (field) => field.form === "list" && startsBullet(field.place.slot.text, field.keyPlace.start),
  );
  return bullets[bullets.length - 1];
}

function bulletAfter(sibling: Field, document: PlanDocument, field: NewField): FixEdit {
  const { slot } = sibling.place;
  const at = lineEndAfter(slot.text, sibling.place.end);
  const lead = linePrefixBefore(slot.text, sibling.keyPlace.start);
  return insertAt(
    document,
    slot,
    at,
    `${lineEndOf(slot, document)}${lead}${labelled(field, boldLabel(slot, sibling))}`,
  );
}

function startsBullet(text: string, at: number): boolean {
  return /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(linePrefixBefore(text, at).replace(/(?<![*_])[*_]+$/, ""));
}

function labelLine(fact: FactBase, document: PlanDocument, field: NewField): FixEdit {
  const own = fact.fields.filter((candidate) => candidate.form === "label");
  const last = own[own.length - 1];
  const first = own[0];
  if (last && first && last !== first && last.place.slot === first.place.slot) {
    if (!startsLine(last)) return labelBehind(last, document, field);
    // Labels on lines of one paragraph: one line more, with the same kind of line end.
    const { slot } = last.place;
    const at = lineEndAfter(slot.text, last.place.end);
    const hard = hardBreakBefore(slot.text, last.keyPlace.start);
    const prefix = linePrefixBefore(slot.text, last.keyPlace.start).replace(/(?<![*_])[*_]+$/, "");
    return insertAt(
      document,
      slot,
      at,
      `${hard}${lineEndOf(slot, document)}${prefix}${labelled(field, boldLabel(slot, last))}`,
    );
  }
  const anchor = last?.place ?? fact.place;
  const { slot } = anchor;
  const unit = fact.unit;
  const at = last ? lineEndAfter(slot.text, anchor.end) : unit && unit.slot === slot ? unit.end : anchor.end;
  const eol = lineEndOf(slot, document);
  const prefix = quotePrefix(slot.text, anchor.start);
  const bold = last ? boldLabel(slot, last) : true;
  return insertAt(document, slot, at, `${eol}${prefix.trimEnd()}${eol}${prefix}${labelled(field, bold)}`);
}

function frontMatterLine(slot: Slot, document: PlanDocument, field: NewField): FixEdit | undefined {
  const closing = /(?:\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r|$)/g;
  let last: RegExpExecArray | null = null;
  for (let match = closing.exec(slot.text); match; match = closing.exec(slot.text)) last = match;
  if (!last) return undefined;
  const key = field.label.toLowerCase().replace(/ /g, "-");
  return insertAt(document, slot, last.index, `${lineEndOf(slot, document)}${key}: ${field.value}`);
}

function startsLine({ place: { slot }, keyPlace }: Field): boolean {
  return /^[ \t>*_]*$/.test(linePrefixBefore(slot.text, keyPlace.start));
}

/** `… Owner: @amelia.` → `… Owner: @amelia. Due: 2026-06-30`: labels that follow one another on a line, with what parts them. */
function labelBehind(last: Field, document: PlanDocument, field: NewField): FixEdit {
  const { slot } = last.place;
  const before = linePrefixBefore(slot.text, last.keyPlace.start).replace(/(?<![*_])[*_]+$/, "");
  const separator = /(?:(?<![ \t])[ \t]+)?[|;·•][ \t]*$/.exec(before)?.[0];
  let at = lineEndAfter(slot.text, last.place.end);
  while (/[ \t\\]/.test(slot.text[at - 1] ?? "")) at -= 1;
  const stop = /[.!?:]/.test(slot.text[at - 1] ?? "") ? " " : ". ";
  return insertAt(document, slot, at, `${separator ?? stop}${labelled(field, boldLabel(slot, last))}`);
}

/** A further header field after the one whose value stands at `place`: front matter, a bullet, a label line; undefined for a bare sentence. */
export function insertAfterHeadField(
  place: Place,
  document: PlanDocument,
  field: Omit<NewField, "names">,
): FixEdit | undefined {
  const { slot } = place;
  if (slot.node?.type === "yaml") return frontMatterLine(slot, document, { ...field, names: [] });
  const line = slot.text.slice(lineStartBefore(slot.text, place.start), place.start);
  const row = /^([ \t>]*)\|[^|]{1,40}\|[ \t]*$/.exec(line);
  if (row) {
    const newText = `${lineEndOf(slot, document)}${row[1] ?? ""}| ${field.label} | ${field.value.replaceAll("|", "\\|")} |`;
    return insertAt(document, slot, lineEndAfter(slot.text, place.end), newText);
  }
  const match = /^([ \t>]*(?:[-*+][ \t]+)?)(\*\*|__)?[^:|]{1,40}:/.exec(line);
  if (!match) return undefined;
  const at = lineEndAfter(slot.text, place.end);
  const hard = match[1]?.trim() === "" ? (/((?<! ) {2,}|\\)$/.exec(slot.text.slice(place.end, at))?.[1] ?? "") : "";
  const lead = `${match[1] ?? ""}`;
  return insertAt(
    document,
    slot,
    at,
    `${lineEndOf(slot, document)}${lead}${labelled({ ...field, names: [] }, match[2] !== undefined)}${hard}`,
  );
}

/** A field below the title, where a document's own fields stand; undefined without a title that is a heading. */
export function insertBelowTitle(document: PlanDocument, field: Omit<NewField, "names">): FixEdit | undefined {
  const slot = document.head.title?.place.slot;
  if (slot?.node?.type !== "heading") return undefined;
  const eol = lineEndOf(slot, document);
  const end = slot.text.trimEnd().length;
  return insertAt(document, slot, end, `${eol}${eol}${labelled({ ...field, names: [] }, false)}`);
}

function labelled(field: NewField, bold: boolean): string {
  return bold ? `**${field.label}:** ${field.value}` : `${field.label}: ${field.value}`;
}

function boldLabel(slot: Slot, field: Field): boolean {
  return /(?:\*\*|__)$/.test(slot.text.slice(Math.max(0, field.keyPlace.start - 2), field.keyPlace.start));
}

function insertAt(document: PlanDocument, slot: Slot, at: number, newText: string): FixEdit {
  return { document, place: endOf({ slot, start: at, end: at }), newText };
}

/** The line end that the block uses, else the document's, else `\n`. */
function lineEndOf(slot: Slot, document: PlanDocument): string {
  return /\r\n|\n|\r/.exec(slot.text)?.[0] ?? /\r\n|\n|\r/.exec(document.markdown.slots[0]?.text ?? "")?.[0] ?? "\n";
}

function lineEndAfter(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return at;
}

function lineStartBefore(text: string, from: number): number {
  let at = from;
  while (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r") at -= 1;
  return at;
}

function linePrefixBefore(text: string, at: number): string {
  return text.slice(lineStartBefore(text, at), at).replace(/(?:\*\*|__)$/, "");
}

function columnOf(text: string, at: number): number {
  return at - lineStartBefore(text, at);
}

function quotePrefix(text: string, at: number): string {
  return /^[ \t]*(?:>[ \t]?)+/.exec(text.slice(lineStartBefore(text, at), at))?.[0] ?? "";
}

function hardBreakBefore(text: string, at: number): string {
  const line = lineStartBefore(text, at);
  return /((?<! ) {2,}|\\)(?:\r\n|\n|\r)$/.exec(text.slice(Math.max(0, line - 8), line))?.[1] ?? "";
}

/** A row of a table that has no column for a field says it in brackets, behind its status or else behind its name. */
export function remarkInRow(fact: FactBase, document: PlanDocument, field: NewField): FixEdit {
  const status = fact.fields.find((own) => own.name === "status" && own.value !== "");
  const { slot, end } = status?.place ?? fact.focus;
  return { document, place: { slot, start: end, end }, newText: ` (${field.label.toLowerCase()}: ${field.value})` };
}

/** The cell of a row under a column that holds one of these fields; undefined where the table has none. */
export function cellFor(unit: Unit | undefined, names: readonly FieldName[]): Place | undefined {
  if (unit?.kind !== "row") return undefined;
  for (const name of names) {
    const column = unit.table.header.findIndex((header) => fieldNameOf(header.inline.text) === name);
    const cell = unit.cells[column];
    if (cell) return { slot: unit.slot, start: cell.start, end: cell.end };
  }
  return undefined;
}
