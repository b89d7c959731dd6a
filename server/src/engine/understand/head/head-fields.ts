import type { MarkdownDocument } from "../../markdown/document.js";
import type { Field } from "../../model/facts.js";
import { readUnits } from "../../reading/units.js";
import { readFields } from "../fields.js";
import { frontMatterFields, frontMatterOf } from "./front-matter-block.js";
import { headerFields } from "./header.js";

/** A header stands among the first blocks, before the first section. */
const longestHeader = 16;

/** Fields of the document as a whole: front matter, then the labels below the title; those that say nothing yet included. */
export function headFieldsOf(markdown: MarkdownDocument): readonly Field[] {
  const frontMatter = frontMatterOf(markdown);
  const fields = frontMatter ? frontMatterFields(frontMatter) : [];
  for (const slot of markdown.slots.slice(0, longestHeader)) {
    if (slot.type === "heading" && slot.node?.type === "heading" && slot.node.depth > 1) break;
    if (slot.type === undefined || slot.type === "yaml") continue;
    fields.push(...headerFields(readUnits(slot).map((unit) => ({ unit, fields: readFields(unit) }))));
  }
  return fields;
}
