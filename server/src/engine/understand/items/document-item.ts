import type { MarkdownDocument } from "../../markdown/document.js";
import type { Field, PlanItem } from "../../model/facts.js";
import type { DocumentHead } from "../../model/section.js";
import { plainInline } from "../../reading/inline.js";
import { readUnits } from "../../reading/units.js";
import type { ReadingContext } from "../context.js";
import { readFields } from "../fields.js";
import { frontMatterFields, frontMatterOf } from "../head/front-matter-block.js";
import { headerFields, readHeader } from "../head/header.js";
import { type TextSource, takeField } from "./attributes.js";
import { buildItem } from "./build.js";
import { readItemText } from "./item-text.js";
import { isItemDocument, type Setting } from "./setting.js";

const setting: Setting = {
  readiness: "stated",
  planned: true,
  reported: false,
  unclosed: false,
  ranking: false,
  kind: "item",
  priority: undefined,
  status: undefined,
  target: undefined,
  owners: [],
  domainWords: [],
  ranked: false,
  priorities: false,
  internal: false,
  unclaimed: false,
  goals: false,
  measured: false,
  shown: false,
};

/** The item that a document is as a whole: its title names the work, its front matter or header says whose it is and how far. */
export function documentItem(
  document: MarkdownDocument,
  head: DocumentHead,
  context: ReadingContext,
): PlanItem | undefined {
  const { title } = head;
  if (!title || !isItemDocument(head)) return undefined;
  const header = readHeader(document, context, (slot) =>
    readUnits(slot).map((unit) => ({ unit, fields: readFields(unit) })),
  );
  const block = frontMatterOf(document);
  const fields: Field[] = [...(block ? frontMatterFields(block) : []), ...headerFields(header.units)].filter(
    (field) => field.value !== "",
  );
  const inline = header.title?.inline ?? plainInline(title.text, title.place.start);
  const unit = header.title ?? {
    kind: "heading" as const,
    slot: title.place.slot,
    start: title.place.start,
    end: title.place.end,
    container: undefined,
    depth: 1,
    inline,
  };
  const source: TextSource = { unit, inline, context, reference: head.date?.start ?? head.period?.start };
  const read = readItemText(source, []);
  for (const field of fields) takeField(field, read.attributes, context, source.reference);
  const period = head.period && { text: head.period.text, date: head.period, place: title.place };
  const reading = {
    section: { path: [], date: undefined },
    units: [],
    outline: { parted: false, amongLists: false },
    head,
    context,
  };
  return buildItem(
    {
      kind: "item",
      title: inline.text.slice(read.start, read.end).trim(),
      titlePlace: title.place,
      place: title.place,
      form: header.title ? "heading" : "front-matter",
      unit: header.title,
      attributes: read.attributes,
      fields,
      text: title.text,
      links: [],
      list: "document",
      ranked: false,
      struck: false,
      total: false,
      figures: [],
      parent: undefined,
      evidence: [{ kind: "document", text: head.because }],
    },
    { ...setting, target: period },
    reading,
  );
}
