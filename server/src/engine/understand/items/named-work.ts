import type { FieldName } from "../../model/facts.js";
import type { Heading } from "../../model/section.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { plainHeading } from "../headings.js";
import { dateOf, findDate } from "../values.js";
import { wordedPeriod } from "./periods.js";
import { isGiven, type Setting } from "./setting.js";
import { resultNumber } from "./stated-results.js";
import { canNameWork, saysWork } from "./work-names.js";

/** What stands below a heading before the next one. */
export interface Body {
  readonly paragraphs: number;
  /** Bullets and rows that are more than links and remarks. */
  readonly listed: number;
  /** Whether the first passage is labelled as a choice, a quarrel, a question or a goal, which the heading then stands over. */
  readonly stating: boolean;
  /** Whether the first passage is labelled with what or why it is ("**What?** …", "Why: …"). */
  readonly described: boolean;
  /** The first paragraph that stands by itself. */
  readonly opening: ReadUnit | undefined;
  /** Paragraphs that begin with words in bold and go on in plain ones. */
  readonly led: number;
}

const aspect =
  /^(?:what|why|how|who|when|goals?|aims?|description|summary|problem|motivation|rationale|background|context|outcomes?|impact|benefits?|value|scope|details?|tasks?|deliverables?|approach|measures? of success|success metrics?|business (?:outcome|impact|value)|use cases?|user stor(?:y|ies)|effort|estimate|notes?|issues?|tracking issues?|links?|dependencies|acceptance criteria|requirements)\b.{0,24}?[:?]/i;
const linksBelow =
  /^(?:links?|references?|resources?|related(?: \w+)?|see(?: also)?|tracking(?: \w+)?|issues?|more)\W*$/i;

const bodies = new WeakMap<readonly ReadUnit[], Body>();

/** Reads the units of a section as a whole, once. */
export function bodyOf(units: readonly ReadUnit[]): Body {
  let body = bodies.get(units);
  if (!body) {
    body = readBody(units);
    bodies.set(units, body);
  }
  return body;
}

function readBody(units: readonly ReadUnit[]): Body {
  let paragraphs = 0;
  let opening: ReadUnit | undefined;
  let led = 0;
  let listed = 0;
  let described = false;
  let remarks = false;
  let first = true;
  for (const read of units) {
    const { unit } = read;
    if (unit.kind === "row") {
      listed += 1;
      continue;
    }
    if (unit.kind === "heading") continue;
    const text = unit.inline.text.trim();
    if (unit.container === undefined) {
      paragraphs += 1;
      opening ??= read;
      led += isLedByBold(unit) ? 1 : 0;
      remarks = linksBelow.test(text);
    } else if (unit.item?.depth === 0 && !remarks && !isBareLink(unit)) {
      listed += aspect.test(text) ? 0 : 1;
    }
    if (first) described = aspect.test(text);
    first = false;
  }
  return { paragraphs, listed, described, stating: opening !== undefined && statesPassage(opening), opening, led };
}

/** "**Smart retries** – paid bills on the second try". */
export function isLedByBold({ container, inline }: ParagraphUnit): boolean {
  const [first] = inline.marks;
  return container === undefined && first?.kind === "strong" && first.start === 0 && first.end < inline.text.length - 3;
}

const passages: ReadonlySet<FieldName> = new Set<FieldName>([
  "decision",
  "disagreement",
  "question",
  "objective",
  "keyResult",
]);

function statesPassage({ unit, fields: [first] }: ReadUnit): boolean {
  if (unit.kind === "row") return false;
  if (first && passages.has(first.name) && first.keyPlace.start <= unit.start + 4) return true;
  return resultNumber(unit.inline.text) !== undefined;
}

function isBareLink({ inline }: ParagraphUnit): boolean {
  const text = inline.text.trim();
  return (
    /^https?:\/\/\S+$/.test(text) ||
    inline.marks.some((mark) => mark.kind === "link" && mark.start <= 1 && mark.end >= text.length - 1)
  );
}

/** A longer section under a heading of a plan is an essay. */
const mostParagraphs = 8;

/**
 * Whether a heading of a plan names planned work by its place alone: a leaf of the outline that stands under a period, a priority, a status,
 * or in the plan of a period, with prose or nothing below it. Where a list stands below, the list is the work, unless the heading
 * itself says what is to be done.
 */
export function isNamedWork(title: string, reading: SectionReading, setting: Setting): boolean {
  const { head, units, outline, section, context } = reading;
  if (outline.parted || setting.readiness !== "listed" || setting.kind === "headcount") return false;
  if (setting.priority === undefined && setting.status === undefined && setting.target === undefined) return false;
  const own = section.path.at(-1);
  if (own?.priority ?? own?.status) return false;
  if (namesTime(title, reading) || !canNameWork(title)) return false;
  if (context.vocabulary.domainByWord.has(title.toLowerCase())) return false;
  const body = bodyOf(units);
  if (body.described || saysWork(title)) return true;
  if (body.listed > 0 || body.stating) return false;
  if (body.paragraphs > mostParagraphs) return false;
  return isGiven(setting, head) || (section.path.length > 1 && !outline.amongLists);
}

/** "Q3 2026", "v2.0": when, not what. */
export function namesTime(title: string, { context, head }: SectionReading): boolean {
  const text = plainHeading(title)
    .replace(/(?<=\p{L})\s?\([^()]{1,20}\)$/u, "")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, "");
  if (!/\d|term|range|quarter|year|month|future|upcoming|next|phase|sprint/i.test(text)) return false;
  const worded = wordedPeriod(text);
  if (worded && worded.end >= text.length - 2) return true;
  if (dateOf(text, context, head.date?.start ?? head.period?.start) !== undefined) return true;
  const found = findDate(text, context, head.date?.start ?? head.period?.start);
  return found !== undefined && text.length < found.end - found.start + 12;
}

/** Whether the innermost heading says when, how urgent or how far what stands below is, and no more: "Q3 2026", "In progress". */
export function headsTime(reading: SectionReading): boolean {
  const heading: Heading | undefined = reading.section.path.at(-1);
  return heading !== undefined && namesTime(heading.text, reading);
}
