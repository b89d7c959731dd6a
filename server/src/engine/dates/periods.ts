import {
  calendarDate,
  fiscalPosition,
  halfPeriod,
  isPlausibleYear,
  monthPeriod,
  type Period,
  quarterPeriod,
  weekPeriod,
  yearPeriod,
} from "./calendar.js";
import type { DateOptions, Found } from "./options.js";

/** A year as quarters carry it: "2026", "'26", "26", "FY27", "FY2027", "CY26". */
const year = String.raw`(?:(FY|CY|fiscal year )[ '’]?)?['’]?(20\d{2}|[23]\d)`;
/** After a quarter, two figures may begin the next words: "Q1 25 engineers". */
const yearAfter = String.raw`(?:(FY|CY|fiscal year )[ '’]?)?['’]?(20\d{2}|(?<=['’Y])\d{2}|[23]\d(?!%| [a-z\d]))`;
const gap = String.raw`[ \-/_.,]{0,2}`;

const partThenYear = new RegExp(String.raw`([QH])([1-4])(?:${gap}(?:of )?${yearAfter})?(?![\d\w])`, "iy");
const yearThenPart = new RegExp(String.raw`${year}${gap}([QH])([1-4])(?![\d\w])`, "iy");
const numberedPart = new RegExp(String.raw`([1-4])([QH])(?:${gap}${yearAfter})?(?![\d\w])`, "iy");
const fiscalYear = /(?:FY|CY|fiscal year )[ '’]?(20\d{2}|\d{2})(?![\d\w])/iy;
const inWords = new RegExp(
  String.raw`(first|second|third|fourth|last|1st|2nd|3rd|4th) (quarter|half)(?:,? (?:of )?(?:the )?(?:(year)|${year}))?(?![\d\w])`,
  "iy",
);
const named =
  /(this|current|next|coming|last|previous) (?:(fiscal|calendar) )?(week|month|quarter|half|year)(?![\w])/iy;
const endOfCode = /EO([WMQHY])(?:([1-4]))?(?:[ -]?(?:['’]?(20\d{2}|\d{2})))?(?![\w])/y;
const bareUnit = /(week|month|quarter|half|year)(?![\w])/iy;

const rangeThenYear = new RegExp(String.raw`([QH])([1-4]) ?[-–/&] ?\1?([1-4])${gap}${yearAfter}(?![\d\w])`, "iy");
const yearThenRange = new RegExp(String.raw`${year}${gap}([QH])([1-4]) ?[-–/&] ?\3?([1-4])(?![\d\w])`, "iy");

/** "Q3", "Q1 FY27", "H2 2026", "Q3–Q4 2026". */
export function readPart(text: string, at: number, options: DateOptions): Found | undefined {
  const range = matchAt(rangeThenYear, text, at);
  if (range) return partRange(range, at, range.slice(1, 4), range[4], range[5], options);
  const after = matchAt(partThenYear, text, at);
  return after && part(after, at, after[1], after[2], after[3], after[4], options);
}

/** "2026 Q1", "FY27-Q1", "2026 Q1-Q2", "1H 2026"; `at` is at a digit, "FY" or "CY". */
export function readYearAndPart(text: string, at: number, options: DateOptions): Found | undefined {
  const range = matchAt(yearThenRange, text, at);
  if (range) return partRange(range, at, range.slice(3, 6), range[1], range[2], options);
  const before = matchAt(yearThenPart, text, at);
  if (before) return part(before, at, before[3], before[4], before[1], before[2], options);
  const numbered = matchAt(numberedPart, text, at);
  return numbered?.[4] ? part(numbered, at, numbered[2], numbered[1], numbered[3], numbered[4], options) : undefined;
}

/** From the first part named to the last. */
function partRange(
  match: RegExpExecArray,
  at: number,
  [letter, first, last]: readonly string[],
  calendar: string | undefined,
  ofYear: string | undefined,
  options: DateOptions,
): Found | undefined {
  const from = part(match, at, letter, first, calendar, ofYear, options);
  const to = part(match, at, letter, last, calendar, ofYear, options);
  if (!from || !to || to.period.end < from.period.start) return undefined;
  return { ...from, period: { ...from.period, end: to.period.end } };
}

const ordinals = ["first", "second", "third", "fourth"];

/** "second half of 2026", "1st quarter", "last quarter of the year". */
export function readPartInWords(text: string, at: number, options: DateOptions): Found | undefined {
  const words = matchAt(inWords, text, at);
  if (!words) return undefined;
  const half = words[2]?.toLowerCase() === "half";
  const ordinal = words[1]?.toLowerCase() ?? "";
  const last = ordinal === "last";
  if (last && !words[3] && !words[5]) return undefined;
  const named = ordinals.indexOf(ordinal) + 1;
  const index = last ? (half ? 2 : 4) : named > 0 ? named : Number(ordinal[0]);
  return part(words, at, half ? "H" : "Q", String(index), words[4], words[5], options);
}

function part(
  match: RegExpExecArray,
  at: number,
  letter: string | undefined,
  digit: string | undefined,
  calendar: string | undefined,
  writtenYear: string | undefined,
  options: DateOptions,
): Found | undefined {
  const half = letter?.toUpperCase() === "H";
  const index = Number(digit);
  if (half && index > 2) return undefined;
  const kind = calendar?.slice(0, 1).toUpperCase();
  const firstMonth = kind === "C" ? 1 : (options.settings.fiscalYearStart ?? (kind === "F" ? undefined : 1));
  if (firstMonth === undefined) return undefined;
  const found = { from: at, to: at + match[0].length };
  const make = (ofYear: number): Period =>
    half ? halfPeriod(ofYear, index, firstMonth) : quarterPeriod(ofYear, index, firstMonth);
  if (writtenYear !== undefined) {
    const full = fullYear(writtenYear);
    return isPlausibleYear(full) ? { ...found, period: make(full) } : undefined;
  }
  if (options.reference === undefined) return undefined;
  const current = fiscalPosition(options.reference, firstMonth).year;
  return { ...found, period: nearerPeriod(options, make(current), make(current + 1), make(current - 1)), weak: true };
}

/**
 * A quarter without a year is this year's, or next year's where that is nearer: a plan written in December means the Q1 to come.
 * Looking back it is the last one that has begun.
 */
function nearerPeriod(options: DateOptions, current: Period, next: Period, previous: Period): Period {
  const reference = options.reference ?? current.start;
  if (options.lean === "past") return current.start <= reference ? current : previous;
  if (current.end >= reference) return current;
  return next.start - reference < reference - current.end ? next : current;
}

/** "FY27"; undefined where nobody said when fiscal years start. */
export function readFiscalYear(text: string, at: number, options: DateOptions): Found | undefined {
  const match = matchAt(fiscalYear, text, at);
  if (!match) return undefined;
  const firstMonth = /^c/i.test(match[0]) ? 1 : options.settings.fiscalYearStart;
  if (firstMonth === undefined) return undefined;
  return { from: at, to: at + match[0].length, period: yearPeriod(fullYear(match[1] ?? ""), firstMonth) };
}

/** "EOQ3 2026", "EOY", "EOW": the last day of the period. */
export function readEndOfCode(text: string, at: number, options: DateOptions): Found | undefined {
  const match = matchAt(endOfCode, text, at);
  if (!match) return undefined;
  const unit = match[1] ?? "";
  const found = { from: at, to: at + match[0].length };
  if (match[2] !== undefined) {
    const partOptions = part(match, at, unit, match[2], undefined, match[3], options);
    return partOptions && unit !== "Y" && unit !== "W" && unit !== "M"
      ? { ...found, period: endOf(partOptions.period) }
      : undefined;
  }
  if (unit === "Y" && match[3] !== undefined) return { ...found, period: endOf(yearPeriod(fullYear(match[3]), 1)) };
  if (match[3] !== undefined || options.reference === undefined) return undefined;
  const word = { W: "week", M: "month", Q: "quarter", H: "half", Y: "year" }[unit] ?? "year";
  return { ...found, period: endOf(unitPeriod(word, options.reference, 0, options)) };
}

/** "next quarter", "this month"; a bare "quarter" is weak: it counts after "end of" only. */
export function readNamedPeriod(text: string, at: number, options: DateOptions): Found | undefined {
  if (options.reference === undefined) return undefined;
  const match = matchAt(named, text, at);
  if (match) {
    const word = (match[1] ?? "").toLowerCase();
    const shift = word === "next" || word === "coming" ? 1 : word === "last" || word === "previous" ? -1 : 0;
    const fiscal = match[2]?.toLowerCase();
    if (fiscal === "fiscal" && options.settings.fiscalYearStart === undefined) return undefined;
    const unit = (match[3] ?? "").toLowerCase();
    const calendarOnly = fiscal === "calendar" || (unit === "year" && fiscal === undefined);
    return {
      from: at,
      to: at + match[0].length,
      period: unitPeriod(unit, options.reference, shift, options, calendarOnly),
    };
  }
  const bare = matchAt(bareUnit, text, at);
  if (!bare) return undefined;
  const unit = (bare[1] ?? "").toLowerCase();
  const period = unitPeriod(unit, options.reference, 0, options, unit === "year");
  return { from: at, to: at + bare[0].length, period, weak: "unit" };
}

function unitPeriod(
  unit: string,
  reference: number,
  shift: number,
  options: DateOptions,
  calendarOnly = false,
): Period {
  const firstMonth = calendarOnly ? 1 : (options.settings.fiscalYearStart ?? 1);
  const { year: calendarYear, month } = calendarDate(reference);
  const { year: fiscal, quarter } = fiscalPosition(reference, firstMonth);
  switch (unit) {
    case "week":
      return weekPeriod(reference + shift * 7);
    case "month":
      return monthPeriod(calendarYear, month + shift);
    case "quarter":
      return quarterPeriod(fiscal, quarter + shift, firstMonth);
    case "half":
      return halfPeriod(fiscal, (quarter <= 2 ? 1 : 2) + shift, firstMonth);
    default:
      return yearPeriod(fiscal + shift, firstMonth);
  }
}

/** What "end of" a period leaves of it: its last stretch, to its last day. */
export function endOf(period: Period): Period {
  const days = { day: 1, week: 3, month: 7, quarter: 14, half: 31, year: 31 }[period.grain];
  return { ...period, start: Math.max(period.start, period.end - days + 1) };
}

function fullYear(written: string): number {
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
