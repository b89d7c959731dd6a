import type { Field, FieldName, PlanItem } from "../../model/facts.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { roleOfHeading } from "../headings.js";
import { noAttributes, placeIn, type TextSource, takeField } from "./attributes.js";
import { buildItem } from "./build.js";
import { type ItemText, readItemText } from "./item-text.js";
import { bodyOf, headsTime, namesTime } from "./named-work.js";
import { isGiven, referenceOf, type Setting } from "./setting.js";
import { canNameWork } from "./work-names.js";

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
  const named = ticketed.test(inline.text);
  if (!bold && !named && !coded.test(inline.text)) return undefined;
  const source: TextSource = { unit, inline, context: reading.context, reference: referenceOf(reading) };
  const words = readItemText(source, read.fields, named);
  const { fields } = words;
  const title = inline.text.slice(words.start, words.end).trim();
  const first = read.fields[0];
  if (first && first.keyPlace.start <= unit.start + 4) return undefined;
  if (!/\p{L}{3}/u.test(title) || title.length > 120 || inline.text.trimEnd().endsWith("?")) return undefined;
  const told = fields.some((field) => telling.has(field.name) && field.value !== "");
  const { priority, status, target } = words.attributes;
  const stated = named && (status ?? target) !== undefined && /^\p{Lu}/u.test(title);
  if (!told && !stated && priority === undefined && !(bold && isLed(title, setting, reading))) return undefined;
  for (const field of fields) takeField(field, words.attributes, reading.context, source.reference);
  return itemOf(unit, words, fields, setting, reading);
}

/** The item of a paragraph whose name stands at these offsets of its visible text. */
export function itemOf(
  unit: ParagraphUnit,
  words: Pick<ItemText, "start" | "end" | "attributes">,
  fields: readonly Field[],
  setting: Setting,
  reading: SectionReading,
): PlanItem {
  const { inline } = unit;
  const source: TextSource = { unit, inline, context: reading.context, reference: referenceOf(reading) };
  return buildItem(
    {
      kind: setting.kind,
      title: inline.text.slice(words.start, words.end).trim(),
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

/** "**Smart retries** – paid bills on the second try": named and told, below a heading that says when, how urgent or how far. */
function isLed(title: string, setting: Setting, reading: SectionReading): boolean {
  if (setting.readiness !== "listed" || setting.kind === "headcount" || !canNameWork(title)) return false;
  if (roleOfHeading(title, reading.context) !== undefined || namesTime(title, reading)) return false;
  if (isGiven(setting, reading.head)) return true;
  if (setting.target === undefined || reading.section.path.length < 2) return false;
  return bodyOf(reading.units).led > 1;
}

const past =
  /\b(?:was|were|did|has been|have been|had|achieved|completed|shipped|released|delivered|finished|focused|accomplished|built|launched)\b/i;
const aside =
  /^(?:this|these|those|the following|below|see|note|please|for (?:more|details|a)|more (?:details|information)|here|there (?:is|are)|no |none|nothing|tbd|to be|if you|coming out|an? (?:list|overview)|as (?:of|always|usual)|last updated|updated)\b/i;
const fewestWords = 4;

/** The planned work that prose states below a heading that says no more than when or how far ("Q3 2026"): its first sentence names it. */
export function periodItem(read: ReadUnit, setting: Setting, reading: SectionReading): PlanItem | undefined {
  const unit = read.unit as ParagraphUnit;
  if (setting.readiness !== "listed" || setting.kind === "headcount" || reading.outline.parted) return undefined;
  if (!isGiven(setting, reading.head) || read !== bodyOf(reading.units).opening || !headsTime(reading))
    return undefined;
  const text = unit.inline.text.trim();
  if (text.length > longestPeriodText || read.fields.length > 0) return undefined;
  const sentence = (/^[\s\S]{1,240}?[.!](?=\s|$)/.exec(text) ?? /^[\s\S]{1,240}?[,:;](?=\s)/.exec(text))?.[0] ?? text;
  if (/[:?]$/.test(sentence) || sentence.length > 300 || sentence.split(/\s+/).length < fewestWords) return undefined;
  if (past.test(sentence) || aside.test(sentence) || bodyOf(reading.units).listed > 0) return undefined;
  const start = unit.inline.text.indexOf(text);
  const end = start + sentence.replace(/[.!,:;]$/, "").length;
  return itemOf(unit, { start, end, attributes: noAttributes() }, [], setting, reading);
}

const longestPeriodText = 1_500;
const longest = 600;
/** "BX-12 Berth map: done, 27 March 2026": by its id. */
const ticketed = /^[`[(]?[A-Z][A-Z0-9]{1,9}-\d{1,6}[\])]?(?:[:,]|\s[–—-])?\s\p{Lu}/u;
const coded = /^\W{0,3}(?:p[0-4]|#\d{1,2})[\s*_\])]{0,4}[:–—.)\]-]/i;
