import type { MarkdownDocument } from "../../markdown/document.js";
import type { Field } from "../../model/facts.js";
import { readUnits } from "../../reading/units.js";
import { readFields } from "../fields.js";
import { frontMatterFields, frontMatterOf } from "./front-matter-block.js";
import { headerFields } from "./header.js";
import { isStatusHeading } from "./status-headings.js";

/** A header stands among the first blocks, before the first section. */
const longestHeader = 16;

/**
 * Fields of a record as a whole: front matter, then the labels below the title and below "Status", where that is its first section; those that
 * say nothing yet included.
 */
export function headFieldsOf(markdown: MarkdownDocument): readonly Field[] {
  const frontMatter = frontMatterOf(markdown);
  const fields = frontMatter ? frontMatterFields(frontMatter) : [];
  for (const slot of markdown.slots.slice(0, longestHeader)) {
    if (slot.type === undefined || slot.type === "yaml") continue;
    const units = readUnits(slot);
    const [heading] = units;
    if (heading?.kind === "heading") {
      if (heading.depth > 1 && !isStatusHeading(heading.inline.text)) break;
      continue;
    }
    fields.push(...headerFields(units.map((unit) => ({ unit, fields: readFields(unit) }))));
  }
  return fields;
}
