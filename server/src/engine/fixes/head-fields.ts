import type { PlanDocument } from "../index/document.js";
import type { Place } from "../markdown/slot.js";
import type { Field, FieldName } from "../model/facts.js";
import { readUnits } from "../reading/units.js";
import { readFields } from "../understand/fields.js";
import { frontMatterFields, frontMatterOf } from "../understand/head/front-matter-block.js";

/** A header has its fields among the first blocks, before the first section. */
const longestHeader = 16;

/** A field of the document's head that says nothing yet (`owner:`, `- Owner: TBD`), and what is written there now. */
export function emptyHeadField(document: PlanDocument, names: Iterable<FieldName>): Field | undefined {
  const fields = headFields(document).filter((field) => field.value === "");
  for (const name of names) {
    const field = fields.find((candidate) => candidate.name === name);
    if (field) return field.form === "front-matter" ? { ...field, place: valuePlace(field) } : field;
  }
  return undefined;
}

function headFields(document: PlanDocument): Field[] {
  const frontMatter = frontMatterOf(document.markdown);
  const fields = frontMatter ? frontMatterFields(frontMatter) : [];
  for (const slot of document.markdown.slots.slice(0, longestHeader)) {
    if (slot.node?.type === "heading" && slot.node.depth > 1) break;
    fields.push(...readUnits(slot).flatMap(readFields));
  }
  return fields;
}

/** What stands behind a key of front matter, to the end of its line. */
function valuePlace({ keyPlace: { slot, end } }: Field): Place {
  const line = /^["']?:[ \t]*([^\r\n]*?)[ \t]*(?=[\r\n]|$)/.exec(slot.text.slice(end));
  const written = line?.[1] ?? "";
  const start = end + (line?.[0].trimEnd().length ?? 0) - written.length;
  return { slot, start, end: start + written.length };
}
