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
const monthOnly = new RegExp(
  `(${monthNames})\\.?(?:,? |-|/)?(?:of )?(?:(\\d{4})|['’](\\d{2}))(?![\\w/-]|,? \\d{4})`,
  "iy",
);
/** What the library is asked about: a month or weekday by name, or days counted from the reference. */
const worthAsking = new RegExp(
  `(?:(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: ?[–-] ?\\d{1,2}(?:st|nd|rd|th)?)?[ -](?:of )?(?:${monthNames})\\b` +
    `|(?:(?:this|next|last|coming|past|following) )?(?:${weekdayNames})\\b` +
    `|(?:(?:next|last|this) )?(?:${monthNames})\\b` +
    `|(?:today|tomorrow|yesterday|tonight)\\b` +
    `|(?:in|within) (?:the next )?(?:${count}) (?:business |working )?(?:days?|weeks?|months?|years?)\\b` +
    `|(?:${count}) (?:days?|weeks?|months?|years?) (?:ago|from (?:now|today))\\b)`,
  "iy",
);
const onlyMonth = new RegExp(`(?:(?:next|last|this) )?(${monthNames})\\.?$`, "i");
/** Words that are names of months or days when capitalised only. */
const ordinaryWords = /^(?:may|march|mar|mon|sat|sun|wed|fri|dec)\b/;
const absoluteYear = /(?:^|\D)(?:19|20)\d{2}(?!\d)/;
const windowLength = 48;

/** A date in words that begins at `at`, which is the start of a word. */
export function readLanguageDate(text: string, at: number, options: DateOptions): Found | undefined {
  const common = readCommonForm(text, at);
  if (common) return common;
  const gate = matchAt(worthAsking, text, at);
  if (!gate || ordinaryWords.test(gate[0])) return undefined;
  return askLibrary(windowAt(text, at), at, options);
}

function readCommonForm(text: string, at: number): Found | undefined {
  const american = matchAt(monthFirst, text, at);
  if (american) return absolute(american, at, american[3], american[1], american[2]);
  const european = matchAt(dayFirst, text, at);
  if (european) return absolute(european, at, european[3], european[2], european[1]);
  const month = matchAt(monthOnly, text, at);
  if (!month) return undefined;
  const year = month[2] === undefined ? 2000 + Number(month[3]) : Number(month[2]);
  if (!isPlausibleYear(year)) return undefined;
  return { from: at, to: at + month[0].length, period: monthPeriod(year, monthNumber(month[1] ?? "")) };
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
  if (leading !== "" && !/^(?:the|next|last|this|in) $/i.test(leading)) return undefined;
  const start = periodOf(result.start);
  if (!start) return undefined;
  const end = result.end ? periodOf(result.end) : start;
  const period: Period = end && end.end >= start.start ? { ...start, end: end.end } : start;
  const written = leading + spoken;
  return {
    from: at,
    to: at + written.length,
    period: options.reference === undefined ? period : leaned(period, result.start, leading, options),
    weak: onlyMonth.test(written),
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

/** Moves a date without year or week to the side of the reference where its field looks, or its "next" or "last" points. */
function leaned(period: Period, components: ParsedComponents, leading: string, options: DateOptions): Period {
  const reference = options.reference ?? period.start;
  const word = leading.trim().toLowerCase();
  const lean = word === "next" ? "future" : word === "last" ? "past" : options.lean;
  if (lean === undefined || components.isCertain("year")) return period;
  const late = lean === "future" ? period.end < reference : period.start > reference;
  if (!late) return period;
  const step = lean === "future" ? 1 : -1;
  if (components.isCertain("month")) {
    const { year, month, day } = calendarDate(period.start);
    if (period.grain === "month") return monthPeriod(year + step, month);
    const moved = dayPeriod(year + step, month, day);
    return moved ? { ...moved, end: moved.start + (period.end - period.start) } : period;
  }
  return { ...period, start: period.start + 7 * step, end: period.end + 7 * step };
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
