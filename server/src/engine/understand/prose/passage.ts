import type { Place } from "../../markdown/slot.js";
import type { Evidence, Field, FieldName, Form } from "../../model/facts.js";
import { ownerRoles } from "../../model/owner-roles.js";
import type { Container, ParagraphUnit, Unit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { lineOf } from "../entry-lines.js";

/** Fields that say something about a passage that another unit states. */
const attributes: ReadonlySet<FieldName> = new Set<FieldName>([
  "domain",
  "team",
  ...ownerRoles,
  "consulted",
  "informed",
  "status",
  "due",
  "date",
  "since",
  "reviewBy",
  "input",
  "inputFrom",
  "backing",
  "outcome",
  "position",
  "parties",
  "nextStep",
  "supersedes",
  "supersededBy",
  "id",
  "link",
  "impact",
  "why",
  "target",
  "priority",
  "author",
  "contributor",
  "notes",
]);

/** Fields that state a fact of their own. */
const statements: ReadonlySet<FieldName> = new Set(["decision", "disagreement", "question"]);

/** Fields that begin a matter of their own below a heading. */
const others: ReadonlySet<FieldName> = new Set(["disagreement", "question"]);

/** Where a fact stands and what is attached to it, before anybody says what it means. */
export interface Passage {
  readonly unit: Unit;
  readonly place: Place;
  readonly focus: Place;
  readonly form: Form;
  readonly fields: readonly Field[];
  readonly links: readonly string[];
  readonly id: string | undefined;
  /** The words of the passage, with those of the block's rest: where names and dates are looked for. */
  readonly text: string;
}

/** The part of a paragraph that a passage is: from `start` to `end` of its visible text the sentence, on to the end of its block. */
export function sentencePassage(
  reading: SectionReading,
  index: number,
  start: number,
  end: number,
  form: Form,
): Passage {
  const read = reading.units[index] as ReadUnit;
  const unit = read.unit as ParagraphUnit;
  const { inline, slot } = unit;
  const wholeItem = unit.item !== undefined && inline.text.slice(0, start).trim().length === 0;
  const from = wholeItem ? unit.item.start : inline.sourceStart(start);
  const until = wholeItem ? Math.max(unit.end, trimmedEnd(slot.text, unit.item.start, unit.item.end)) : unit.end;
  const fields = attachedFields(reading, index, inline.sourceStart(start));
  return {
    unit,
    place: { slot, start: from, end: until },
    focus: { slot, start: inline.sourceStart(start), end: inline.sourceEnd(end) },
    form,
    fields,
    links: linksOf(inline.marks),
    // A label at the head of its line says nothing of what an earlier line names.
    id: idOf(form === "label" && lineOf(slot, inline, start) === start ? inline.text.slice(start) : inline.text),
    text: inline.text.slice(start),
  };
}

/** A heading that states something itself. */
export function headingPassage(reading: SectionReading, index: number): Passage {
  const unit = (reading.units[index] as ReadUnit).unit;
  const inline = unit.kind === "row" ? undefined : unit.inline;
  const place: Place = { slot: unit.slot, start: unit.start, end: unit.end };
  return {
    unit,
    place,
    focus: place,
    form: "heading",
    fields: attachedFields(reading, index, unit.start),
    links: inline ? linksOf(inline.marks) : [],
    id: idOf(inline?.text ?? ""),
    text: inline?.text ?? "",
  };
}

/** A heading that states something itself, with all fields of its section: whatever is said below is said of it. */
export function headedPassage(reading: SectionReading, index: number): Passage {
  const passage = headingPassage(reading, index);
  const fields: Field[] = [...(reading.units[index] as ReadUnit).fields];
  for (let next = index + 1; next < reading.units.length; next += 1) {
    const below = reading.units[next] as ReadUnit;
    if (below.unit.kind === "heading") break;
    if (below.unit.kind !== "paragraph" || below.fields.some((field) => others.has(field.name))) continue;
    fields.push(...below.fields);
  }
  return { ...passage, fields };
}

/** A table row; `naming` is the column that names what the row is about. */
export function rowPassage(read: ReadUnit, naming: number): Passage {
  const row = read.unit as Extract<Unit, { kind: "row" }>;
  const cell = row.cells[naming];
  const text = row.cells.map((each) => each.inline.text).join(" | ");
  return {
    unit: row,
    place: { slot: row.slot, start: row.start, end: row.end },
    focus: cell
      ? { slot: row.slot, start: cell.start, end: cell.end }
      : { slot: row.slot, start: row.start, end: row.end },
    form: "row",
    fields: read.fields,
    links: row.cells.flatMap((each) => linksOf(each.inline.marks)),
    id: read.fields.find((field) => field.name === "id" && field.value !== "")?.value ?? idOf(text),
    text,
  };
}

/** What the naming cell of a row says, as a paragraph of its own; undefined where the row has none. */
export function namingCell({ unit, focus, ...passage }: Passage): Passage | undefined {
  if (unit.kind !== "row") return undefined;
  const cell = unit.cells.find(({ start }) => start === focus.start);
  if (!cell) return undefined;
  const { slot, container } = unit;
  const { inline, start, end } = cell;
  const paragraph: ParagraphUnit = { kind: "paragraph", slot, start, end, container, inline, item: undefined };
  return { ...passage, unit: paragraph, focus, text: inline.text };
}

/**
 * The fields of the unit from `from` (an offset of its slot) on, of the blocks below it in its list item or quotation, and of the
 * label lines right after it.
 */
function attachedFields(reading: SectionReading, index: number, from: number): readonly Field[] {
  const read = reading.units[index] as ReadUnit;
  const fields = read.fields.filter(
    (field, at) =>
      (field.keyPlace.start >= from && !statesAnother(read.fields, at, from)) || leadsUpTo(read, field, from),
  );
  const inner = innermost(read.unit);
  for (let next = index + 1; next < reading.units.length; next += 1) {
    const below = reading.units[next] as ReadUnit;
    if (below.unit.kind === "heading") break;
    if (isInside(below.unit, inner)) {
      if (below.fields.some((field) => statements.has(field.name))) {
        if (below.unit.kind === "paragraph" && below.unit.item === undefined) break;
        continue;
      }
      fields.push(...below.fields);
      continue;
    }
    if (inner !== undefined ? !continuesList(read, below) : !isLabelLine(below)) break;
    fields.push(...below.fields);
  }
  return fields;
}

/** "Owner: Ana. Decision: …": a label before the one that states the fact, from the beginning of the paragraph on. */
function leadsUpTo({ unit, fields }: ReadUnit, field: Field, from: number): boolean {
  const first = fields[0];
  if (unit.kind !== "paragraph" || first === undefined || field.keyPlace.start >= from) return false;
  if (first.keyPlace.start > unit.inline.sourceStart(0) + 6) return false;
  return fields.every(({ name, keyPlace }) => keyPlace.start >= from || attributes.has(name));
}

/** A list that spreads one labelled fact over its items: "- Disagreement: …", "- Status: open", "- Next step: …". */
function continuesList(read: ReadUnit, below: ReadUnit): boolean {
  const { unit } = read;
  if (unit.kind !== "paragraph" || unit.item === undefined || below.unit.kind !== "paragraph") return false;
  if (below.unit.item?.depth !== unit.item.depth || below.unit.container?.parent !== unit.container?.parent)
    return false;
  const first = read.fields[0];
  if (first === undefined || !statements.has(first.name)) return false;
  return first.keyPlace.start <= unit.inline.sourceStart(0) + 6 && isLabelLine(below);
}

/** Whether a second fact's label stands between `from` and the field: what follows it belongs to that one. */
function statesAnother(fields: readonly Field[], at: number, from: number): boolean {
  let seen = 0;
  for (let index = 0; index <= at; index += 1) {
    const field = fields[index] as Field;
    if (field.keyPlace.start >= from && statements.has(field.name)) seen += 1;
  }
  return seen > 1;
}

/** A paragraph or list item that is nothing but labels about what stands before it. */
export function isLabelLine(read: ReadUnit): boolean {
  const first = read.fields[0];
  if (read.unit.kind !== "paragraph" || first === undefined || !attributes.has(first.name)) return false;
  if (read.fields.some((field) => statements.has(field.name))) return false;
  const { inline } = read.unit;
  return first.keyPlace.start <= inline.sourceStart(0) + 6;
}

function innermost(unit: Unit): Container | undefined {
  return unit.container;
}

function isInside(unit: Unit, container: Container | undefined): boolean {
  if (container === undefined) return false;
  let at = unit.container;
  while (at !== undefined) {
    if (at === container) return true;
    at = at.parent;
  }
  return false;
}

function linksOf(marks: readonly { readonly kind: string; readonly url?: string }[]): readonly string[] {
  return marks.flatMap((mark) => (mark.kind === "link" && mark.url !== undefined ? [mark.url] : []));
}

/** Ways to say that one decision takes the place of another, as the source of an expression. */
export const replacing =
  "(?:replaces|supersedes|supercedes|replacing|superseding|overrides|revokes|instead of|in place of|takes the place of|reverses|overtakes|undoes|cancels|obsoletes)";

const identifier = /\b(?!(?:UTF|SHA|ISO|RFC|HTTP|TLS|MD|UTC|GMT|P|Q|H|FY)-\d)([A-Z][A-Z0-9]{0,9}-\d{1,6})\b/;

/** Ids of what a passage takes the place of, or gives way to: "supersedes ADR-12". */
const replacedIds = new RegExp(
  String.raw`\b(?:${replacing}|(?:superseded|superceded|replaced|overridden|revoked|reversed|obsoleted) by)\s(?:the |our |old |earlier |decision |record )*[A-Z][A-Z0-9]{0,9}-\d{1,6}`,
  "gi",
);

/** The id that a text begins with or holds: "ADR-12". */
export function idOf(text: string): string | undefined {
  const start = text.length > 200 ? text.slice(0, 200) : text;
  const found = identifier.exec(start)?.[1];
  return found === undefined ? undefined : identifier.exec(start.replace(replacedIds, ""))?.[1];
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) <= 32) at -= 1;
  return at;
}

/** Evidence in one line. */
export function because(kind: string, text: string): Evidence {
  return { kind, text: text.length > 80 ? `${text.slice(0, 79)}…` : text };
}
