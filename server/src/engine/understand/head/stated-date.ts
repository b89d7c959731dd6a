import type { DateValue } from "../../model/date.js";
import type { ReadingContext, ReadUnit } from "../context.js";
import { findDate } from "../values.js";
import { stemOf } from "./path.js";

/** A document is dated by a day, a week or a month; longer stretches are what a plan covers. In days. */
const longestMoment = 31;

/** Whether a date is short enough to say when a document was written. */
export function isMoment(date: DateValue): boolean {
  return date.end - date.start <= longestMoment;
}

/** A first line that is no longer than this is little else than its date: "Sunday choir, 3 June 2026, Berlin". */
const shortLine = 60;
const longestLine = 600;

const weekday = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
/** What goes before the date of a line that is a stamp: a weekday, or in so many words when it was written. */
const stamps = new RegExp(
  String.raw`^\W{0,3}(?:${weekday},?\s|(?:(?:this is (?:the|a) )?(?:first |second |third |final )?(?:draft|version|state|edition|minutes|notes)(?: of| from| as of)|as of|dated|(?:(?:the |our )?(?:minutes|notes|record) (?:of|from) )?(?:the |our |a )?(?:meeting|session|call|sitting)(?: of| on| from| held on)|(?:held|(?:we )?met)(?: on)?|(?:written|draft|drafted|typed|noted|agreed|adopted|signed|proposed|proposal|memo|note|paper)(?: by [^.,;:\d]{2,40}?,?)?(?: on)?)\s(?:the\s)?(?:${weekday},?\s)?)?$`,
  "i",
);
/** What ends a stamp that more is said behind. */
const stampEnds = /^\s?(?:$|[.,;:·|/(\n]|[–—-]\s)/u;

/** "Held on 3 June 2026 in the canteen". */
const metThen = /^\W{0,3}(?:held|(?:we )?met)\b/i;

/** A line below the title that begins with the date of the document: "3 June 2026, Berlin", "Thursday 14 May 2026. There: Ana, Bo, Cy." */
export function dateOfHeader(units: readonly ReadUnit[], context: ReadingContext): DateValue | undefined {
  for (const { unit } of units.slice(0, 3)) {
    if (unit.kind !== "paragraph" || unit.item || unit.inline.text.length > longestLine) continue;
    const date = dateOfLine(unit.inline.text, context);
    if (date) return date;
  }
  return undefined;
}

function dateOfLine(text: string, context: ReadingContext): DateValue | undefined {
  const found = findDate(text, context);
  if (!found || !isMoment(found.value)) return undefined;
  if (text.length <= shortLine && found.start < 12) return found.value;
  const [before, behind] = [text.slice(0, found.start), text.slice(found.end)];
  const ends = stampEnds.test(behind) || (metThen.test(before) && /^\s(?:in|at|with)\b/.test(behind));
  return ends && stamps.test(before) ? found.value : undefined;
}

/** When the file's name says that it was: a day, a week or a month ("2026-06-03-leads.md", "20260603.md", "2026/06-03.md", "2026-w23.md"). */
export function dateOfPath(context: ReadingContext): DateValue | undefined {
  const stem = stemOf(context.path);
  const dated = (text: string): DateValue | undefined => findDate(text, context)?.value;
  const compact = /(?<!\d)(20\d{2})[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(stem);
  if (compact) return dated(`${compact[1]}-${compact[2]}-${compact[3]}`);
  const folderYear = /(?:^|\/)(20\d{2})(?:[-/][^/]*)?\//.exec(context.path)?.[1];
  const monthDay = /(?<!\d)(0[1-9]|1[0-2])[-_](0[1-9]|[12]\d|3[01])(?!\d)/.exec(stem);
  if (folderYear !== undefined && monthDay) return dated(`${folderYear}-${monthDay[1]}-${monthDay[2]}`);
  const week = weekOfYear.exec(stem);
  if (week) return dated(`${week[1]}-W${week[2]?.padStart(2, "0")}`);
  const weekAlone = folderYear === undefined ? undefined : weekFirst.exec(stem)?.[1];
  if (weekAlone !== undefined) return dated(`${folderYear}-W${weekAlone.padStart(2, "0")}`);
  const month = /(?<!\d)(20\d{2})-(0[1-9]|1[0-2])(?!\d)/.exec(stem);
  return month ? dated(`${month[1]}-${month[2]}`) : undefined;
}

const weekWord = "(?:w|cw|kw|wk|week)";
/** "2026-w23", "2026_week_23". */
const weekOfYear = new RegExp(String.raw`(?<!\d)(20\d{2})[-_. ]?${weekWord}[-_. ]?(\d{1,2})(?![\p{L}\d])`, "iu");
/** "w23", "week-23-leads", in a folder of the year. */
const weekFirst = new RegExp(String.raw`^${weekWord}[-_. ]?(\d{1,2})(?![\p{L}\d])`, "iu");
