import type { DateValue } from "../../model/date.js";
import type { ReadingContext } from "../context.js";
import { dateOf } from "../values.js";
import { stemOf } from "./path.js";

const periodInPath =
  /\b(?:20\d{2}[ -]?(?:[qh]\d|(?:0[1-9]|1[0-2])\b)|[qh]\d[ -]?(?:20)?\d{2}|fy ?\d{2,4}(?:[ -]?[qh]\d)?|20\d{2})\b/i;

/** A period that file or folder names give ("2026-q3.md", "2025h1/"). */
export function periodOfPath(context: ReadingContext): DateValue | undefined {
  const segments = [stemOf(context.path), ...context.path.split("/").slice(0, -1).reverse()];
  for (const segment of segments) {
    if (!/\d{2}/.test(segment) || /20\d{2}-\d{2}-\d{2}/.test(segment)) continue;
    const written = periodInPath.exec(segment.replace(/_/g, " "))?.[0];
    const date = written === undefined ? undefined : dateOf(written.toUpperCase(), context);
    if (date && date.grain !== "day") return date;
  }
  return undefined;
}

const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}";
/** "July to December", "July–September". */
const monthsOfYear = new RegExp(`\\b${month}(?: ?[–-] ?| to | until )${month}\\b(?! \\d)`, "i");

/** A plan may be written in the middle of the months that it names. */
const begun = 92;

/**
 * The period of a title that names no year, "Spare parts, July to December", "Roadmap Q3": of the year that the path gives, else of the one in
 * which the document was written.
 */
export function periodWithoutYear(
  title: string,
  inPath: DateValue | undefined,
  written: DateValue | undefined,
  context: ReadingContext,
): DateValue | undefined {
  const part = inPath?.grain === "year" ? /\b[QH][1-4]\b/.exec(title)?.[0] : undefined;
  const ofYear = part === undefined ? undefined : dateOf(`${part} ${inPath?.text}`, context);
  if (ofYear) return ofYear;
  const reference = inPath?.start ?? (written && written.start - begun);
  const range = reference === undefined ? undefined : monthsOfYear.exec(title)?.[0];
  const months = range === undefined ? undefined : dateOf(range, context, reference);
  if (months?.grain !== "month") return undefined;
  return inPath && (months.end < inPath.start || inPath.end < months.start) ? undefined : months;
}
