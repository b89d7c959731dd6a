import type { Field, FieldName, PlanItem } from "../../model/facts.js";
import type { HeadingUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { normaliseKey } from "../field-names.js";
import { isPlaceholder } from "../placeholders.js";
import { statusByPhrase } from "../status-words.js";
import { priorityOf } from "../values.js";
import { placeIn, type TextSource, takeField, tellingOfWork } from "./attributes.js";
import { buildItem } from "./build.js";
import { columnName } from "./columns.js";
import { figuresOf } from "./figures.js";
import { type ItemText, readItemText } from "./item-text.js";
import { isNamedWork, namesTime } from "./named-work.js";
import { planKinds, referenceOf, type Setting } from "./setting.js";

const telling: ReadonlySet<FieldName> = new Set<FieldName>([...tellingOfWork, "dependsOn", "why"]);

/** The item that a section's heading is, its fields standing below it ("### P1 — Single sign-on"); undefined for other headings. */
export function headingItem(reading: SectionReading, setting: Setting): PlanItem | undefined {
  const { head, section, units } = reading;
  const unit = units[0]?.unit;
  const heading = section.path.at(-1);
  if (unit?.kind !== "heading" || !heading || setting.readiness === "closed") return undefined;
  if (heading.place.slot === head.title?.place.slot) return undefined;
  const fields = fieldsBelow(units);
  const source: TextSource = { unit, inline: unit.inline, context: reading.context, reference: referenceOf(reading) };
  const read = readItemText(source, units[0]?.fields ?? []);
  const number = /^\s*(\d{1,2})[.)]\s+(?=\S)/.exec(unit.inline.text);
  if (number?.[1] && setting.priorities) takeNumber(read, number[1], number[0].length, source);
  const title = titleOf(unit, read);
  if (!isTitle(title, read, heading.role, reading) || isLevel(title, reading)) return undefined;
  const { priority, status, target } = read.attributes;
  const told = fields.some((field) => telling.has(field.name) && field.value !== "");
  const listed = section.path.at(-2)?.role === "priorities";
  // "📋 Stock list" adorns what a page describes; a sign alone says how far something is in a plan.
  const sure =
    priority !== undefined ||
    told ||
    (read.called === undefined
      ? (status !== undefined && (planKinds.has(head.kind) || /\p{L}/u.test(status.text))) || listed
      : read.called !== "item" || target !== undefined || listed);
  if (
    sure
      ? (read.called === undefined || read.called === "item") && namesNone(title, reading)
      : !isNamedWork(title, reading, setting)
  )
    return undefined;
  return makeItem(unit, read, [...read.fields, ...fields], source, setting, reading);
}

/** "🚧 In progress", "Q3 2027 ✅", "Vision (draft)": a heading of items or of the document's own words, with a status of its own. */
function namesNone(title: string, reading: SectionReading): boolean {
  return statusByPhrase.has(normaliseKey(title)) || namesTime(title, reading) || preamble.test(title);
}

const preamble =
  /^(?:(?:the|our) )?(?:vision|mission|introduction|overview|background|strategy|summary)(?: statement)?$/i;

/** "P1 issues", "High priority work", "P0 bugs in the till": a heading of such items, not one of them. */
const genericTitle =
  /^(?:items?|issues?|bugs?|tasks?|regressions?|work|features?|projects?|initiatives?|goals?|priorit(?:y|ies)|tickets?|requests?|stories|epics?|nominations?|others?|all|(?:(?:open |new )?(?:issues|bugs|regressions|tickets|requests|nominations|prs|pull requests)) (?:on|in|of|for|from|at) \S.{0,60})$/i;

/** "Date of the proposal - 2026-01-24": what a document says of itself. */
const ofDocument =
  /^(?:dates?|versions?|authors?|created|(?:last )?(?:updated|changed|reviewed))(?: (?:of|on|by)\b.*)?$/i;

function titleOf(unit: HeadingUnit, read: ItemText): string {
  return unit.inline.text
    .slice(read.start, read.end)
    .replace(/^\d{1,2}[.)]\s+/, "")
    .trim();
}

/** "### 1. Single sign-on" under "Priorities": the first of them. */
function takeNumber(read: ItemText, number: string, length: number, source: TextSource): void {
  if (read.attributes.priority && read.attributes.priority.scheme !== "listed") return;
  read.attributes.priority = {
    text: number,
    scheme: "ordinal",
    level: Number(number),
    place: placeIn(source, 0, length),
  };
}

function isTitle(title: string, read: ItemText, role: string | undefined, reading: SectionReading): boolean {
  if (!/\p{L}{2}/u.test(title) || isPlaceholder(title)) return false;
  if (read.called !== undefined) return true;
  if (role !== undefined || genericTitle.test(title) || ofDocument.test(title)) return false;
  const words = title.toLowerCase();
  return !reading.context.vocabulary.domainByWord.has(words);
}

/** "High priority", "Must have": what heads the items of a level. */
function isLevel(title: string, reading: SectionReading): boolean {
  const level = priorityOf(title, reading.context);
  return level !== undefined && level.scheme !== "rank" && level.scheme !== "ordinal" && level.text === title;
}

/** A bullet that begins so is a passage of its own, and what else it says is about that. */
const statesPassage: ReadonlySet<FieldName> = new Set<FieldName>([
  "decision",
  "disagreement",
  "question",
  "item",
  "objective",
  "keyResult",
]);

/** Labels at the start of the bullets and paragraphs right below the heading. */
function fieldsBelow(units: readonly ReadUnit[]): Field[] {
  const fields: Field[] = [];
  for (const { unit, fields: own } of units.slice(1)) {
    if (unit.kind === "heading") break;
    if (unit.kind === "row") {
      const cells = unit.cells;
      if (unit.table.header.length !== 2 || !cells[0] || !cells[1]) continue;
      const name = columnName(cells[0].inline.text.trim());
      const value = cells[1].inline.text.trim();
      if (name === undefined) continue;
      const place = { slot: unit.slot, start: cells[1].start, end: cells[1].end };
      const keyPlace = { slot: unit.slot, start: cells[0].start, end: cells[0].end };
      fields.push({
        name,
        key: cells[0].inline.text.trim(),
        value: isPlaceholder(value) ? "" : value,
        place,
        keyPlace,
        form: "row",
      });
      continue;
    }
    const first = own[0];
    if (first && first.keyPlace.start <= unit.start + 4) {
      if (unit.item && unit.item.depth > 0) continue;
      if (!statesPassage.has(first.name)) fields.push(...own);
    } else {
      const midway =
        unit.item === undefined ? own.filter((field) => telling.has(field.name) && field.value !== "") : [];
      fields.push(...(midway.length > 0 ? midway : tailLabel(unit)));
    }
  }
  return fields;
}

/** "Tech lead: @devon": a label whose last word names the field. */
function tailLabel(unit: Exclude<ReadUnit["unit"], { kind: "row" }>): Field[] {
  const match = /^([\p{L}][\p{L} ]{2,30}?)\s*:\s*(\S.{0,80})$/u.exec(unit.inline.text);
  const name = match?.[1] === undefined ? undefined : columnName(match[1]);
  if (!match?.[1] || !match[2] || name === undefined || isPlaceholder(match[2])) return [];
  const source = { unit, inline: unit.inline } as TextSource;
  const from = unit.inline.text.length - match[2].length;
  return [
    {
      name,
      key: match[1],
      value: match[2].trim(),
      place: placeIn(source, from, unit.inline.text.trimEnd().length),
      keyPlace: placeIn(source, 0, match[1].length),
      form: unit.kind === "paragraph" && unit.item ? "list" : "label",
    },
  ];
}

function makeItem(
  unit: HeadingUnit,
  read: ItemText,
  fields: readonly Field[],
  source: TextSource,
  setting: Setting,
  reading: SectionReading,
): PlanItem {
  const { attributes } = read;
  for (const field of fields) takeField(field, attributes, reading.context, source.reference);
  const objective =
    read.called === "objective" ||
    read.called === "key-result" ||
    (setting.kind === "objective" && (read.called === "goal" || read.called === undefined));
  const body = reading.units
    .slice(1)
    .flatMap(({ unit: below }) => (below.kind === "paragraph" ? [below.inline.text] : []))
    .join("\n")
    .slice(0, 600);
  return buildItem(
    {
      kind: objective ? "objective" : setting.kind === "objective" ? "item" : setting.kind,
      title: titleOf(unit, read),
      titlePlace: placeIn(source, read.start, read.end),
      place: { slot: unit.slot, start: unit.start, end: unit.end },
      form: "heading",
      unit,
      attributes,
      fields,
      text: body,
      links: unit.inline.marks.flatMap((mark) => (mark.kind === "link" && mark.url !== undefined ? [mark.url] : [])),
      list: `heading:${reading.section.path
        .slice(0, -1)
        .map((above) => above.text)
        .join("/")}`,
      ranked: setting.ranked || attributes.priority?.scheme === "ordinal",
      struck: unit.inline.marks.some((mark) => mark.kind === "delete" && mark.end - mark.start > 2),
      total: false,
      figures: objective ? figuresOf(unit.inline.text, (start, end) => placeIn(source, start, end)) : [],
      parent: undefined,
      evidence: [{ kind: "heading", text: unit.inline.text.slice(0, 60) }],
    },
    setting,
    reading,
  );
}
