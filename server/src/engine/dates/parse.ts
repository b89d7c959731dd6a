import { type DateValue, parseIsoDate } from "../model/date.js";
import { readCounted, readDayFirst, readMonthFirst, readNamedDay } from "./language.js";
import { modify } from "./modifiers.js";
import { readNumericDate } from "./numeric.js";
import type { DateOptions, Found } from "./options.js";
import {
  readEndOfCode,
  readFiscalYear,
  readNamedPeriod,
  readPart,
  readPartInWords,
  readYearAndPart,
} from "./periods.js";

export type { DateOptions } from "./options.js";

/** A date and where it stands in the text that was searched (UTF-16 offsets, modifying words included). */
export interface DateSpan {
  readonly start: number;
  readonly end: number;
  readonly value: DateValue;
}

const longestText = 4_000;
const wordOrDigit = /[a-z]+|\d/gi;

type Reader = (text: string, at: number, options: DateOptions) => Found | undefined;

const either =
  (...readers: readonly Reader[]): Reader =>
  (text, at, options) => {
    for (const reader of readers) {
      const found = reader(text, at, options);
      if (found) return found;
    }
    return undefined;
  };

const afterShortNumber = either(readYearAndPart, readPartInWords, readDayFirst, readNumericDate);
const afterLongNumber = either(readYearAndPart, readNumericDate);

/** What a date may begin with, in lower case and up to the first digit ("q" of "Q3"), and who reads it. */
const readers: ReadonlyMap<string, Reader> = new Map(
  (
    [
      [readMonthFirst, "jan january feb february mar march apr april may jun june jul july aug august sep sept"],
      [readMonthFirst, "september oct october nov november dec december"],
      [readNamedDay, "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun"],
      [readNamedDay, "sunday today tonight tomorrow yesterday past following"],
      [readCounted, "in within a an one two three four five six seven eight nine ten twelve"],
      [either(readNamedPeriod, readPartInWords, readNamedDay), "this next last current coming previous"],
      [readPart, "q h"],
      [readPartInWords, "first second third fourth"],
      [readNamedPeriod, "week month quarter half year"],
      [either(readYearAndPart, readFiscalYear), "fy cy fiscal"],
      [readEndOfCode, "eow eom eoq eoh eoy"],
    ] as const
  ).flatMap(([reader, words]) => words.split(" ").map((word) => [word, reader] as const)),
);

/** All dates in a text, in its order, without overlaps. */
export function findDates(text: string, options: DateOptions): DateSpan[] {
  return collect(text, options, Number.POSITIVE_INFINITY, false);
}

/**
 * The first date inside a phrase or sentence: "end of Q3 2026", "we ship by mid-August". Bare months, years and quarters count only
 * after a word that makes them dates ("in", "by", "end of"). Undefined where there is none.
 */
export function findDate(text: string, options: DateOptions): DateValue | undefined {
  return collect(text, options, 1, false)[0]?.value;
}

/** What may stand before the date of a value that is one. */
const leadIn =
  /^(?:[\s("'~*_[✅✔☑🚧⏳🗓📅]|️|(?:by|on|in|at|due|eta|target(?:ed|ing)?|date|until|till|before|since|from|planned|for|expected|estimated|est|approx(?:imately)?|around|about|circa|ca|tentative(?:ly)?|likely|probably|decided|accepted|approved|done|shipped|launched|released|moved|slipped|now|to|review|expires|received|heard|answered|raised|opened|updated|the|no|later|than|end|of|week|sometime)\b[.:,]?)*$/iu;
const moved = /(?:→|->|=>|⇒)\s*$/;

/**
 * The date of a value that is one: a cell, a field, a front matter value. What follows the date (a remark, a time) is left aside; a value
 * that begins with other words is no date. Of "June 1 → June 15" it is the last.
 */
export function parseDate(text: string, options: DateOptions): DateValue | undefined {
  const iso = parseIsoDate(text);
  if (iso !== undefined) return { text, start: iso, end: iso, grain: "day", leeway: 0, ambiguous: false };
  const spans = collect(text, options, 4, true);
  const first = spans[0];
  if (!first || !leadIn.test(text.slice(0, first.start))) return undefined;
  let chosen = first;
  for (const span of spans.slice(1)) {
    if (moved.test(text.slice(chosen.end, span.start))) chosen = span;
  }
  return chosen.value;
}

function collect(text: string, options: DateOptions, limit: number, whole: boolean): DateSpan[] {
  if (text.length > longestText) return [];
  const spans: DateSpan[] = [];
  wordOrDigit.lastIndex = 0;
  for (let match = wordOrDigit.exec(text); match; match = wordOrDigit.exec(text)) {
    const resume = wordOrDigit.lastIndex;
    const found = isInsideWord(text, match.index) ? undefined : readAt(text, match.index, match[0], options);
    wordOrDigit.lastIndex = found?.to ?? (/\d/.test(match[0]) ? pastNumber(text, match.index) : resume);
    if (!found) continue;
    const modified = modify(text, found.from, found.period);
    const wholeValue = whole && spans.length === 0 && leadIn.test(text.slice(0, found.from));
    if (found.weak === "unit" ? !modified.modified : found.weak && !modified.anchored && !wholeValue) continue;
    const joined = modified.modified ? found : joinRange(text, found, options);
    wordOrDigit.lastIndex = joined.to;
    spans.push(toSpan(text, joined, modified.modified ? modified : { ...modified, period: joined.period }));
    if (spans.length >= limit) break;
  }
  return spans;
}

/** Whether a letter or digit goes before, in any script. */
function isInsideWord(text: string, at: number): boolean {
  if (at === 0) return false;
  const code = text.charCodeAt(at - 1);
  if (code < 128) return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return /[\p{L}\p{N}]/u.test(text[at - 1] ?? "");
}

/** Past the digits of a number that is no date, so that its later digits are not tried. */
function pastNumber(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && /[\d.,]/.test(text[end] ?? "")) end += 1;
  return end;
}

function readAt(text: string, at: number, start: string, options: DateOptions): Found | undefined {
  if (start >= "a" || start > "9") return readers.get(start.toLowerCase())?.(text, at, options);
  const isLong = /^\d{4}/.test(text.slice(at, at + 4));
  return isLong ? afterLongNumber(text, at, options) : afterShortNumber(text, at, options);
}

const rangeJoint = / ?(?:–|—|-|to|through|until|\.\.) ?/y;

/** "2026-06-08 to 2026-06-12", "July 2026 – September 2026": one stretch of time. */
function joinRange(text: string, found: Found, options: DateOptions): Found {
  if (found.weak || found.ambiguous) return found;
  rangeJoint.lastIndex = found.to;
  if (!rangeJoint.test(text)) return found;
  const at = rangeJoint.lastIndex;
  const start = /^(?:[a-z]+|\d)/i.exec(text.slice(at, at + 12))?.[0];
  const last = start === undefined ? undefined : readAt(text, at, start, options);
  if (!last || last.weak || last.ambiguous || last.period.grain !== found.period.grain) return found;
  if (last.period.end < found.period.start) return found;
  return { ...found, to: last.to, period: { ...found.period, end: last.period.end } };
}

function toSpan(text: string, found: Found, modified: ReturnType<typeof modify>): DateSpan {
  return {
    start: modified.from,
    end: found.to,
    value: {
      text: text.slice(modified.from, found.to),
      start: modified.period.start,
      end: modified.period.end,
      grain: modified.period.grain,
      leeway: modified.leeway,
      ambiguous: found.ambiguous === true,
    },
  };
}
