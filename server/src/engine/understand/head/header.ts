import type { MarkdownDocument } from "../../markdown/document.js";
import type { Slot } from "../../markdown/slot.js";
import type { Field, FieldName } from "../../model/facts.js";
import { ownerLabels } from "../../model/owner-roles.js";
import type { SectionRole } from "../../model/section.js";
import type { Cell, HeadingUnit } from "../../reading/units.js";
import type { ReadingContext, ReadUnit } from "../context.js";
import { fieldNameOf, normaliseKey } from "../field-names.js";
import { roleOfHeading } from "../headings.js";
import { isPlaceholder } from "../placeholders.js";

/** The parts of a document that speak of it as a whole. */
export interface Header {
  /** The title's heading. */
  readonly title: HeadingUnit | undefined;
  /** What stands between front matter and the first section, title apart. */
  readonly units: readonly ReadUnit[];
  /** Number of the block that it ends before. */
  readonly end: number;
}

/** A header stands among the first blocks. */
export const longestHeader = 16;
const headerSections =
  /^(?:metadata|meta data|meta|document information|document control|document details|header|at a glance)$/;

/** Finds title and header, among the first blocks. */
export function readHeader(
  document: MarkdownDocument,
  context: ReadingContext,
  unitsOf: (slot: Slot) => readonly ReadUnit[],
): Header {
  const { slots } = document;
  let title: HeadingUnit | undefined;
  const units: ReadUnit[] = [];
  let index = 0;
  for (; index < slots.length && index < longestHeader; index += 1) {
    const slot = slots[index] as Slot;
    if (slot.type === "heading") {
      const heading = headingOf(slot, unitsOf);
      if (!heading) continue;
      if (!title && isTitle(heading, context)) title = heading;
      else if (!headerSections.test(normaliseKey(heading.inline.text))) break;
      continue;
    }
    if (slot.type !== undefined && slot.type !== "yaml") units.push(...unitsOf(slot));
  }
  return { title, units, end: index };
}

/** Sections that a document without a title begins with. */
const neverTitles = new Set<SectionRole>([
  "summary",
  "context",
  "background",
  "announcements",
  "attendees",
  "agenda",
  "links",
  "status",
]);

function isTitle(heading: HeadingUnit, context: ReadingContext): boolean {
  const role = roleOfHeading(heading.inline.text, context);
  if (role === undefined) return true;
  // "Summary for the 12th meeting of the council" is no section.
  return heading.depth === 1 && (!neverTitles.has(role) || heading.inline.text.trim().length > 30);
}

function headingOf(slot: Slot, unitsOf: (slot: Slot) => readonly ReadUnit[]): HeadingUnit | undefined {
  const unit = unitsOf(slot)[0]?.unit;
  return unit?.kind === "heading" ? unit : undefined;
}

/** What heads the column of names in a table of fields. */
const keyHeader = /^(?:field|key|attribute|property|item|label|name|what)?$/i;

/** Fields that the header's labels, lists and two-column tables give. */
export function headerFields(units: readonly ReadUnit[]): Field[] {
  return units.flatMap((read) => {
    if (read.unit.kind === "row") {
      if (read.unit.table.header.length !== 2) return [];
      const { header } = read.unit.table;
      const own = keyValue(read, read.unit.cells[0], read.unit.cells[1]);
      const keyed = keyHeader.test(header[0]?.inline.text.trim() ?? "");
      if (!keyed && fieldNameOf(header[1]?.inline.text ?? "") !== undefined) return [];
      const first = read.unit.index === 0 ? keyValue(read, header[0], header[1]) : [];
      return [...first, ...own];
    }
    if (read.unit.kind !== "paragraph" || (read.unit.item?.depth ?? 0) > 0) return [];
    const first = read.fields[0];
    return first && first.keyPlace.start <= read.unit.start + 4 && isHeaderLabel(first) ? read.fields : [];
  });
}

/** A passage may begin with a label as well ("Decision: …"); what follows in it is its own. */
function isHeaderLabel(field: Field): boolean {
  return (
    field.name !== "decision" &&
    field.name !== "disagreement" &&
    field.name !== "question" &&
    field.name !== "objective"
  );
}

function keyValue(read: ReadUnit, key: Cell | undefined, value: Cell | undefined): Field[] {
  if (!key || !value) return [];
  const text = key.inline.text.trim();
  const name = fieldNameOf(text) ?? ownerLikeTail(text);
  if (!name) return [];
  const { slot } = read.unit;
  const written = value.inline.text.trim();
  return [
    {
      name,
      key: text,
      value: isPlaceholder(written) ? "" : written,
      place: { slot, start: value.start, end: value.end },
      keyPlace: { slot, start: key.start, end: key.end },
      form: "row",
    },
  ];
}

/** "[lang] champion", "Engineering owner": whose part it is stands before the name of the part. */
function ownerLikeTail(key: string): FieldName | undefined {
  const words = normaliseKey(key).split(" ");
  const name = words.length > 1 && words.length < 5 ? fieldNameOf(words.at(-1) ?? "") : undefined;
  return name && ownerLabels.has(name) ? name : undefined;
}
