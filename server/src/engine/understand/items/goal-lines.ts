import type { Field, PlanItem } from "../../model/facts.js";
import { stretchOf } from "../../reading/inline.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { linesOf } from "../entry-lines.js";
import { placeIn, type TextSource, takeField } from "./attributes.js";
import { buildItem } from "./build.js";
import { figuresOf } from "./figures.js";
import { type ItemText, readItemText } from "./item-text.js";
import { listKey } from "./list-key.js";
import { withoutTeam } from "./measured-bullets.js";
import { isReport, referenceOf, type Setting } from "./setting.js";

/** A line of a paragraph that states a goal, with what was read of it. */
interface GoalLine {
  readonly source: TextSource;
  readonly read: ItemText;
  /** Whether its words call it an objective; a key result otherwise. */
  readonly objective: boolean;
}

/**
 * Objectives and key results that stand in lines of their own rather than in a list: "**Objective 1 (Product): …**", "KR 1.1: …", and
 * below an objective `Engineering: p95 from 2 s to 900 ms`, the domain that brings the figure first. `above` is the objective that they belong to.
 */
export function goalLines(
  index: number,
  setting: Setting,
  reading: SectionReading,
  above: PlanItem | undefined,
): PlanItem[] {
  const read = reading.units[index] as ReadUnit;
  const unit = read.unit as ParagraphUnit;
  const held = isHeldTo(reading, index);
  if (!held && (setting.kind !== "objective" || setting.readiness === "closed")) return [];
  if (unit.inline.text.length > longest) return [];
  const lines: GoalLine[] = [];
  for (const line of linesOf(unit.slot, unit.inline)) {
    const goal = goalIn(read, line, setting, reading, above !== undefined || held);
    if (goal) lines.push(goal);
    // A goal that is wrapped goes on in the next line; a paragraph that begins otherwise is prose.
    else if (lines.length === 0) return [];
  }
  // One line that a domain begins may be a remark; several, or one with a figure, are key results.
  const named = lines.some(({ read: { called } }) => called !== undefined);
  if (!named && lines.length < 2 && (held || !/\d/.test(unit.inline.text))) return [];
  const items: PlanItem[] = [];
  let parent = above;
  for (const [at, line] of lines.entries()) {
    const from = placeIn(line.source, 0, line.source.inline.text.length).end;
    const next = lines[at + 1];
    const to = next ? placeIn(next.source, 0, 0).start : unit.end;
    const below = read.fields.filter(
      ({ keyPlace: { slot, start } }) => slot === unit.slot && start >= from && start < to,
    );
    const item = itemOf(unit, line, below, parent, setting, reading);
    if (line.objective) parent = item;
    items.push(item);
  }
  return items;
}

const longest = 1_500;

/** What the figures below are to be held to, in a report: "What we promised you for the second quarter:". */
const promises =
  /\b(?:promised?s?|promising|commit(?:ted|ments?)?|aim(?:s|ed)?|goals?|targets?|objectives?|key results?|okrs?|judged?|measured?|hold (?:us|me)|held to|set ourselves|signed up)\b/i;

function isHeldTo({ head, units }: SectionReading, index: number): boolean {
  if (!isReport(head)) return false;
  const before = units[index - 1]?.unit;
  if (before?.kind !== "paragraph" || before.container !== undefined) return false;
  const text = before.inline.prose.trim();
  return text.endsWith(":") && promises.test(text);
}

function goalIn(
  { unit, fields }: ReadUnit,
  line: { readonly start: number; readonly end: number },
  setting: Setting,
  reading: SectionReading,
  below: boolean,
): GoalLine | undefined {
  const paragraph = unit as ParagraphUnit;
  const inline = stretchOf(paragraph.inline, line.start, line.end);
  const source: TextSource = { unit, inline, context: reading.context, reference: referenceOf(reading) };
  const own = fields.filter((field) => isIn(field, source) && !namesGoal(field));
  const text = readItemText(source, own, true);
  const read = withoutTeam(text, source, { ...setting, kind: "objective" });
  const title = inline.text.slice(read.start, read.end).trim();
  if (!/\p{L}{3}/u.test(title) || inline.text.endsWith("?")) return undefined;
  if (inline.marks.some(({ kind, start, end }) => kind === "delete" && start <= read.start && end > read.start))
    return undefined;
  const objective = read.called === "objective" || (read.called === "goal" && read.numbered);
  if (objective || read.called === "key-result") return { source, read, objective };
  const led = read.attributes.domainWords.length > 0 || read.attributes.owners.some(({ role }) => role === "team");
  return led && below && read.start > 0 ? { source, read, objective: false } : undefined;
}

function isIn({ place, keyPlace }: Field, { unit, inline }: TextSource): boolean {
  const [start, end] = [inline.sourceStart(0), inline.sourceEnd(inline.text.length)];
  return place.slot === unit.slot && keyPlace.start >= start && keyPlace.start < end;
}

function namesGoal({ name }: Field): boolean {
  return name === "objective" || name === "keyResult";
}

function itemOf(
  unit: ParagraphUnit,
  { source, read, objective }: GoalLine,
  below: readonly Field[],
  above: PlanItem | undefined,
  setting: Setting,
  reading: SectionReading,
): PlanItem {
  const { text, marks } = source.inline;
  const { attributes } = read;
  const fields = [...read.fields, ...below];
  for (const field of fields) takeField(field, attributes, reading.context, source.reference);
  const told = text.slice(read.start);
  return buildItem(
    {
      kind: "objective",
      title: text.slice(read.start, read.end).trim(),
      titlePlace: placeIn(source, read.start, read.end),
      place: placeIn(source, 0, text.length),
      form: "label",
      unit,
      attributes,
      fields,
      text: told,
      links: marks.flatMap((mark) => (mark.kind === "link" && mark.url !== undefined ? [mark.url] : [])),
      list: listKey(unit.slot, 0),
      ranked: false,
      struck: false,
      total: false,
      figures: figuresOf(told, (start, end) => placeIn(source, read.start + start, read.start + end)),
      parent: objective ? undefined : above,
      evidence: [{ kind: "goal-line", text: text.slice(0, 60) }],
    },
    setting,
    reading,
  );
}
