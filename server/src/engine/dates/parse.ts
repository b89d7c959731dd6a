import type { DateValue } from "../model/date.js";
import { readLanguageDate } from "./language.js";
import { modify } from "./modifiers.js";
import { readNumericDate } from "./numeric.js";
import type { DateOptions, Found } from "./options.js";
import { readPeriod } from "./periods.js";

export type { DateOptions } from "./options.js";

/** A date and where it stands in the text that was searched (UTF-16 offsets, modifying words included). */
export interface DateSpan {
  readonly start: number;
  readonly end: number;
  readonly value: DateValue;
}

const longestText = 4_000;
const names =
  "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|today|tonight|tomorrow|yesterday";
const words = `${names}|this|next|last|current|coming|previous|past|following|first|second|third|fourth|week|month|quarter|half|year|fiscal|eo[wmqhy]|fy|cy|[qh][1-4]|in|within|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|the`;
/** Anything that may begin a date, at the start of a word or number. */
const beginning = new RegExp(`(?<![\\p{L}\\p{N}])(?:\\d|(?:${words})(?=[\\s\\w'’.,-]|$))`, "giu");
const mayHoldDate = new RegExp(`\\d|\\b(?:${names}|week|month|quarter|half|year|eo[wmqhy])`, "i");

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
  if (text.length > longestText || !mayHoldDate.test(text)) return [];
  const spans: DateSpan[] = [];
  beginning.lastIndex = 0;
  for (let match = beginning.exec(text); match; match = beginning.exec(text)) {
    const found = readAt(text, match.index, options);
    if (!found) {
      if (/\d/.test(match[0])) skipNumber(text, match.index);
      continue;
    }
    beginning.lastIndex = found.to;
    const modified = modify(text, found.from, found.period);
    if (found.weak && !modified.anchored && !(whole && spans.length === 0 && leadIn.test(text.slice(0, found.from)))) {
      continue;
    }
    spans.push(toSpan(text, found, modified));
    if (spans.length >= limit) break;
  }
  return spans;
}

/** Past the digits of a number that is no date, so that its later digits are not tried. */
function skipNumber(text: string, at: number): void {
  let end = at;
  while (end < text.length && /[\d.,]/.test(text[end] ?? "")) end += 1;
  beginning.lastIndex = Math.max(end, at + 1);
}

function readAt(text: string, at: number, options: DateOptions): Found | undefined {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) {
    return readPeriod(text, at, options) ?? readLanguageDate(text, at, options) ?? readNumericDate(text, at, options);
  }
  return readPeriod(text, at, options) ?? readLanguageDate(text, at, options);
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
