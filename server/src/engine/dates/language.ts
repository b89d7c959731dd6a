import { casual } from "chrono-node/en";
import { calendarDate, dayPeriod, isPlausibleYear, monthPeriod, type Period } from "./calendar.js";
import type { DateOptions, Found } from "./options.js";

type ParsedComponents = ReturnType<typeof casual.parse>[number]["start"];

const monthNames =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const weekdayNames =
  "mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";
const count = "\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a few|a couple of";

/** The two commonest absolute forms, read here because the library takes 50 µs for each. */
const monthFirst = new RegExp(
  `(${monthNames})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? |, ?)(\\d{4})(?![\\d/-]| ?[–-] ?\\d)`,
  "iy",
);
const dayFirst = new RegExp(
  `(\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?(${monthNames})\\.?[ ,-]{1,2}(\\d{4})(?![\\d/-])`,
  "iy",
);
const monthAndYear = new RegExp(
  `(${monthNames})\\.?(?:,? |-|/)?(?:of )?(?:(\\d{4})|['’](\\d{2}))(?![\\w/-]|,? \\d{4})`,
  "iy",
);
/** What the library is asked about: a month or weekday by name, or days counted from the reference. */
const dayAndMonth = new RegExp(
  `\\d{1,2}(?:st|nd|rd|th)?(?: ?[–-] ?\\d{1,2}(?:st|nd|rd|th)?)?[ -](?:of )?(?:${monthNames})\\b`,
  "iy",
);
const monthOrDay = new RegExp(
  `(?:(?:this|next|last|coming|past|following) )?(?:${weekdayNames}|${monthNames}|today|tomorrow|yesterday|tonight)\\b`,
  "iy",
);
const counted = new RegExp(
  `(?:(?:in|within) (?:the next )?(?:${count}) (?:business |working )?(?:days?|weeks?|months?|years?)\\b` +
    `|(?:${count}) (?:days?|weeks?|months?|years?) (?:ago|from (?:now|today))\\b)`,
  "iy",
);
const monthAlone = new RegExp(
  `(?:(next|last|this) )?(${monthNames})(?:\\.(?= |$))?(?![\\w'’]|[ .,-]{0,2}\\d| ?[-–/] ?[a-z]| (?:to|through|the \\d))`,
  "iy",
);
const monthRange = new RegExp(`(${monthNames})\\.? ?[-–/] ?(${monthNames})\\.?,? (\\d{4})(?![\\w/-])`, "iy");
/** Words that are names of months or days when capitalised only. */
const ordinaryWords = /^(?:may|march|mar|mon|sat|sun|wed|fri|dec)\b/;
const absoluteYear = /(?:^|\D)(?:19|20)\d{2}(?!\d)/;
const windowLength = 48;

/** "4 March 2026", "8–12 June", "3 days ago"; `at` is at a digit. */
export function readDayFirst(text: string, at: number, options: DateOptions): Found | undefined {
  const european = matchAt(dayFirst, text, at);
  if (european) return absolute(european, at, european[3], european[2], european[1]);
  if (!matchAt(dayAndMonth, text, at)) return readCounted(text, at, options);
  return askLibrary(windowAt(text, at), at, options);
}

/** "March 4, 2026", "June 2026", "Jan–Mar 2026", "March"; `at` is at the name of a month. */
export function readMonthFirst(text: string, at: number, options: DateOptions): Found | undefined {
  const american = matchAt(monthFirst, text, at);
  if (american) return absolute(american, at, american[3], american[1], american[2]);
  const range = matchAt(monthRange, text, at);
  if (range) return readMonthRange(range, at);
  const month = matchAt(monthAndYear, text, at);
  if (month) return readMonthAndYear(month, at);
  return readMonthAlone(text, at, options) ?? readNamedDay(text, at, options);
}

/** "Friday", "next March", "tomorrow", "June 8". */
export function readNamedDay(text: string, at: number, options: DateOptions): Found | undefined {
  const gate = matchAt(monthOrDay, text, at);
  if (!gate || ordinaryWords.test(gate[0])) return undefined;
  return readMonthAlone(text, at, options) ?? askLibrary(windowAt(text, at), at, options);
}

/** "in two weeks", "three days ago". */
export function readCounted(text: string, at: number, options: DateOptions): Found | undefined {
  if (options.reference === undefined || !matchAt(counted, text, at)) return undefined;
  return askLibrary(windowAt(text, at), at, options);
}

function readMonthAndYear(match: RegExpExecArray, at: number): Found | undefined {
  const year = match[2] === undefined ? 2000 + Number(match[3]) : Number(match[2]);
  if (!isPlausibleYear(year)) return undefined;
  return { from: at, to: at + match[0].length, period: monthPeriod(year, monthNumber(match[1] ?? "")) };
}

function readMonthRange(match: RegExpExecArray, at: number): Found | undefined {
  const first = monthPeriod(Number(match[3]), monthNumber(match[1] ?? ""));
  const last = monthPeriod(Number(match[3]), monthNumber(match[2] ?? ""));
  if (!isPlausibleYear(Number(match[3])) || last.end < first.start) return undefined;
  return { from: at, to: at + match[0].length, period: { ...first, end: last.end } };
}

/** A month without its year; capitalised where it is a word besides ("may", "march"). */
function readMonthAlone(text: string, at: number, options: DateOptions): Found | undefined {
  const match = matchAt(monthAlone, text, at);
  if (!match || options.reference === undefined || ordinaryWords.test(match[2] ?? "")) return undefined;
  const month = monthNumber(match[2] ?? "");
  const period = inLikelyYear(options, match[1], (year) => monthPeriod(year, month));
  return { from: at, to: at + match[0].length, period, weak: true };
}

function absolute(
  match: RegExpExecArray,
  at: number,
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): Found | undefined {
  const period = dayPeriod(Number(year), monthNumber(month ?? ""), Number(day));
  return period && { from: at, to: at + match[0].length, period };
}

/**
 * What chrono makes of the window. Its answers are taken from their calendar components, never from an instant, and its reference is
 * noon UTC: the time zone of the machine has no part in it.
 */
function askLibrary(window: string, at: number, options: DateOptions): Found | undefined {
  const reference = options.reference ?? 0;
  const [result] = casual.parse(
    window,
    { instant: new Date(reference * 86_400_000 + 43_200_000), timezone: 0 },
    { forwardDate: false },
  );
  if (!result || result.index > 4) return undefined;
  const spoken = result.text.trimEnd();
  if (options.reference === undefined && !absoluteYear.test(spoken)) return undefined;
  const leading = window.slice(0, result.index);
  if (leading !== "" && !/^(?:the|next|last|this) $/i.test(leading)) return undefined;
  const start = periodOf(result.start);
  if (!start) return undefined;
  const end = result.end ? periodOf(result.end) : start;
  const period: Period = end && end.end >= start.start ? { ...start, end: end.end } : start;
  const written = leading + spoken;
  return {
    from: at,
    to: at + written.length,
    period: options.reference === undefined ? period : settled(period, result.start, leading, options),
  };
}

function periodOf(components: ParsedComponents): Period | undefined {
  const year = components.get("year");
  const month = components.get("month");
  const day = components.get("day");
  if (year === null || month === null || day === null || !isPlausibleYear(year)) return undefined;
  if (components.isCertain("day") || components.isCertain("weekday")) return dayPeriod(year, month, day);
  return components.isCertain("month") ? monthPeriod(year, month) : undefined;
}

/** A date with the year or week that its text leaves out. */
function settled(period: Period, components: ParsedComponents, leading: string, options: DateOptions): Period {
  if (components.isCertain("year")) return period;
  const length = period.end - period.start;
  if (components.isCertain("month")) {
    const { month, day } = calendarDate(period.start);
    const start = inLikelyYear(options, leading.trim(), (year) =>
      period.grain === "month" ? monthPeriod(year, month) : dayPeriod(year, month, day),
    );
    return period.grain === "month" && length < 31 ? start : { ...start, end: start.start + length };
  }
  const reference = options.reference ?? period.start;
  const step =
    options.lean === "future" && period.end < reference
      ? 7
      : options.lean === "past" && period.start > reference
        ? -7
        : 0;
  return { ...period, start: period.start + step, end: period.end + step };
}

/** How far on the other side of the reference, in days, a date without a year still counts as this year's. */
const slack = { none: 240, ahead: 90, back: 14 } as const;

/**
 * The period in the year that a writer at the reference means: the reference's own, unless that lies too far off ("Dec 18" in minutes of
 * January) or on the wrong side of it. "Next" and "last" are taken by their word.
 */
function inLikelyYear(
  options: DateOptions,
  word: string | undefined,
  make: (year: number) => Period | undefined,
): Period {
  const reference = options.reference ?? 0;
  const { year } = calendarDate(reference);
  const current = make(year) ?? make(year + 1) ?? { start: reference, end: reference, grain: "day" };
  const behind = reference - current.end;
  const ahead = current.start - reference;
  const pointing = word?.toLowerCase();
  if (pointing === "next") return ahead > 0 ? current : (make(year + 1) ?? current);
  if (pointing === "last") return behind > 0 ? current : (make(year - 1) ?? current);
  if (behind > (options.lean === "future" ? slack.ahead : slack.none)) return make(year + 1) ?? current;
  if (ahead > (options.lean === "past" ? slack.back : slack.none) && options.lean !== "future") {
    return make(year - 1) ?? current;
  }
  return current;
}

/** The words from `at` on, cut at white space, with plain hyphens. */
function windowAt(text: string, at: number): string {
  let window = text.slice(at, at + windowLength);
  if (at + windowLength < text.length) window = window.slice(0, window.lastIndexOf(" ") + 1 || windowLength);
  return window.replace(/[–—]/g, "-").replace(/[;|()[\]].*$/s, "");
}

const monthPrefixes = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function monthNumber(name: string): number {
  return monthPrefixes.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
