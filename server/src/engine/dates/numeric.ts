import { dayPeriod, isoWeekPeriod, isPlausibleYear, monthPeriod, type Period } from "./calendar.js";
import type { DateOptions, Found } from "./options.js";

const yearFirst = /(\d{4})([-/._])(\d{1,2})\2(\d{1,2})(?!\d|[-/.]\d)/y;
const compact = /(\d{4})(\d{2})(\d{2})(?!\d)/y;
const isoWeek = /(\d{4})-?W(\d{1,2})(?:-([1-7]))?(?![\d])/iy;
const yearMonth = /(\d{4})[-/.](\d{1,2})(?![\d/.]\d|\d)/y;
const monthYear = /(\d{1,2})[-/.](\d{4})(?!\d|[-/.]\d)/y;
const dayMonthYear = /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d|[-/.]\d)/y;
const monthDay = /(\d{1,2})\/(\d{1,2})(?!\d|[-/.]\d|%)/y;
const isoYear = /(\d{4})(?![\d%]|[.,:]\d|[-/–]\d)/y;

/** A date in figures that begins at `at`, which is a digit that no letter or digit goes before. */
export function readNumericDate(text: string, at: number, options: DateOptions): Found | undefined {
  const full = matchAt(yearFirst, text, at) ?? undefined;
  if (full) {
    const period = dayPeriod(Number(full[1]), Number(full[3]), Number(full[4]));
    return period && { from: at, to: at + full[0].length, period };
  }
  const days = matchAt(dayMonthYear, text, at);
  if (days) return readDayMonthYear(days, at, options);
  const week = matchAt(isoWeek, text, at);
  if (week) {
    const period = isoWeekPeriod(Number(week[1]), Number(week[2]));
    if (!period) return undefined;
    const start = period.start + Number(week[3] ?? 1) - 1;
    return {
      from: at,
      to: at + week[0].length,
      period: week[3] === undefined ? period : { start, end: start, grain: "day" },
    };
  }
  const packed = matchAt(compact, text, at);
  if (packed) {
    const period = dayPeriod(Number(packed[1]), Number(packed[2]), Number(packed[3]));
    return period && { from: at, to: at + packed[0].length, period, weak: true };
  }
  const month = matchAt(yearMonth, text, at);
  if (month) return readMonth(Number(month[1]), Number(month[2]), at, month[0].length);
  const reversed = matchAt(monthYear, text, at);
  if (reversed) return readMonth(Number(reversed[2]), Number(reversed[1]), at, reversed[0].length);
  const short = matchAt(monthDay, text, at);
  if (short) return readMonthDay(short, at, options);
  const year = matchAt(isoYear, text, at);
  if (year && isPlausibleYear(Number(year[1]))) {
    const period: Period = { ...yearOf(Number(year[1])) };
    return { from: at, to: at + 4, period, weak: true };
  }
  return undefined;
}

function readMonth(year: number, month: number, at: number, length: number): Found | undefined {
  if (month < 1 || month > 12 || !isPlausibleYear(year)) return undefined;
  return { from: at, to: at + length, period: monthPeriod(year, month) };
}

function yearOf(year: number): Period {
  const first = monthPeriod(year, 1);
  const last = monthPeriod(year, 12);
  return { start: first.start, end: last.end, grain: "year" };
}

/** "03/04/2026": the order by configuration or by what can be no month; else both readings, and ambiguous. Dots mean day first. */
function readDayMonthYear(match: RegExpExecArray, at: number, options: DateOptions): Found | undefined {
  const written = Number(match[4]);
  // "10.12.14" is a version as well; "24.12.14" is none.
  if (match[2] === "." && match[4]?.length === 2 && Number(match[1]) <= 12) return undefined;
  const year = match[4]?.length === 2 ? 2000 + written : written;
  return inEitherOrder(Number(match[1]), Number(match[3]), year, at, match[0].length, {
    order: match[2] === "." ? "dmy" : options.settings.dateOrder,
    weak: match[4]?.length === 2 && match[2] !== "/",
  });
}

/** "6/15": only with a reference, and weak: figures with a slash are fractions and ratios more often. */
function readMonthDay(match: RegExpExecArray, at: number, options: DateOptions): Found | undefined {
  if (options.reference === undefined) return undefined;
  const year = new Date(options.reference * 86_400_000).getUTCFullYear();
  const found = inEitherOrder(Number(match[1]), Number(match[2]), year, at, match[0].length, {
    order: options.settings.dateOrder,
    weak: true,
  });
  return found?.ambiguous ? undefined : found;
}

function inEitherOrder(
  first: number,
  second: number,
  year: number,
  at: number,
  length: number,
  { order, weak }: { readonly order: DateOptions["settings"]["dateOrder"]; readonly weak: boolean },
): Found | undefined {
  const dayFirst = dayPeriod(year, second, first);
  const monthFirst = dayPeriod(year, first, second);
  const found = { from: at, to: at + length, weak };
  if (!dayFirst || !monthFirst || first === second) {
    const only = dayFirst ?? monthFirst;
    return only && { ...found, period: only };
  }
  if (order) return { ...found, period: order === "dmy" ? dayFirst : monthFirst };
  return {
    ...found,
    period: {
      start: Math.min(dayFirst.start, monthFirst.start),
      end: Math.max(dayFirst.end, monthFirst.end),
      grain: "day",
    },
    ambiguous: true,
  };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

const ordered = /(?<![\d/.-])(\d{1,2})([-/])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])/g;

/** What the numeric dates of a text say of the order in which day and month are written. */
export interface DateOrderEvidence {
  /** Some date can be read with the day first only ("25/12/2025"). */
  readonly dayFirst: boolean;
  readonly monthFirst: boolean;
  /** Some figures might be a date that can be read either way ("03/04/2026"): every such date, and a few that are none. */
  readonly either: boolean;
}

/** Figures as a reader of dates may come upon them, whatever stands before and after; years first ("2026-06-01") are none. */
const maybeEither = /(?<!\d)(\d{1,2})(?:-(?=(\d{1,2})-\d{2})|\/(?=(\d{1,2})(?!\d)))/g;
const someFigures = /\d[^\s\d]*[-/&]/;
/** What is not there, or is another character, in the visible text between two figures. */
const markup = /\]\([^()\n]*\)|<[^<>\n]*>|[*_~`\\[\]]/g;
const characterReference = /&#?\w{1,8};/g;

/** What the numeric dates of `text`, which is Markdown, say of their order. */
export function dateOrderEvidence(text: string): DateOrderEvidence {
  let dayFirst = false;
  let monthFirst = false;
  for (const match of text.matchAll(ordered)) {
    const first = Number(match[1]);
    const second = Number(match[3]);
    if (first < 1 || second < 1 || first > 31 || second > 31) continue;
    if (first > 12 && second <= 12) dayFirst = true;
    if (second > 12 && first <= 12) monthFirst = true;
  }
  return { dayFirst, monthFirst, either: mayBeReadEitherWay(text) };
}

/** Never false where a date of the visible text has two readings: documents for which it is false are not read again when the order changes. */
function mayBeReadEitherWay(text: string): boolean {
  if (!someFigures.test(text)) return false;
  const visible = text.replace(markup, "").replace(characterReference, "/");
  for (const match of visible.matchAll(maybeEither)) {
    if (Number(match[1]) <= 12 && Number(match[2] ?? match[3]) <= 12) return true;
  }
  return false;
}

/** Which of day and month comes first; undefined where no date says, or where they contradict each other. */
export function inferDateOrder(evidence: Iterable<DateOrderEvidence>): "dmy" | "mdy" | undefined {
  let dayFirst = false;
  let monthFirst = false;
  for (const one of evidence) {
    dayFirst ||= one.dayFirst;
    monthFirst ||= one.monthFirst;
  }
  if (dayFirst === monthFirst) return undefined;
  return dayFirst ? "dmy" : "mdy";
}
