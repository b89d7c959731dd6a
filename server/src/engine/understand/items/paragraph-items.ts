import type { FieldName, PlanItem } from "../../model/facts.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { placeIn, type TextSource, takeField } from "./attributes.js";
import { buildItem } from "./build.js";
import { readItemText, withoutNextLabel } from "./item-text.js";
import { referenceOf, type Setting } from "./setting.js";

const telling: ReadonlySet<FieldName> = new Set<FieldName>([
  "owner",
  "dri",
  "lead",
  "status",
  "priority",
  "target",
  "due",
]);

/** The item that a paragraph of a plan states: "P1: Single sign-on, Q3", "**Smart retries** (Owner: @ana)"; undefined for prose. */
export function paragraphItem(read: ReadUnit, setting: Setting, reading: SectionReading): PlanItem | undefined {
  const unit = read.unit as ParagraphUnit;
  if (setting.readiness === "closed" || unit.container !== undefined || unit.inline.text.length > longest)
    return undefined;
  const { inline } = unit;
  const bold = inline.marks.some(
    (mark) => mark.kind === "strong" && mark.start === 0 && mark.end < inline.text.length - 3,
  );
  if (!bold && !coded.test(inline.text)) return undefined;
  const source: TextSource = { unit, inline, context: reading.context, reference: referenceOf(reading) };
  const words = readItemText(source, read.fields);
  const fields = [...read.fields.map(withoutNextLabel), ...words.labels];
  const title = inline.text.slice(words.start, words.end).trim();
  const first = read.fields[0];
  if (first && first.keyPlace.start <= unit.start + 4) return undefined;
  if (!/\p{L}{3}/u.test(title) || title.length > 120 || inline.text.trimEnd().endsWith("?")) return undefined;
  const told = fields.some((field) => telling.has(field.name) && field.value !== "");
  if (!told && words.attributes.priority === undefined) return undefined;
  for (const field of fields) takeField(field, words.attributes, reading.context, source.reference);
  return buildItem(
    {
      kind: setting.kind,
      title,
      titlePlace: placeIn(source, words.start, words.end),
      place: { slot: unit.slot, start: unit.start, end: unit.end },
      form: "label",
      unit,
      attributes: words.attributes,
      fields,
      text: inline.text.slice(words.start),
      links: inline.marks.flatMap((mark) => (mark.kind === "link" && mark.url !== undefined ? [mark.url] : [])),
      list: `paragraphs:${reading.section.path.map((heading) => heading.text).join("/")}`,
      ranked: setting.ranked,
      struck: false,
      total: false,
      figures: [],
      parent: undefined,
      evidence: [{ kind: "paragraph", text: inline.text.slice(0, 60) }],
    },
    setting,
    reading,
  );
}

const longest = 600;
const coded = /^\W{0,3}(?:p[0-4]|#\d{1,2})[\s*_\])]{0,4}[:–—.)\]-]/i;
