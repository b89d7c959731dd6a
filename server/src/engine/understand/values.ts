import type { DateValue } from "../model/date.js";
import { dayNumber, parseIsoDate } from "../model/date.js";
import type { Priority, StatusClass } from "../model/facts.js";
import type { ReadingContext } from "./context.js";

/** A value found in a text, with where it stands there. */
export interface Found<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthName =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const isoDay = /\b(\d{4}-\d{2}-\d{2})\b/;
const isoMonth = /\b(20\d{2})-(0[1-9]|1[0-2])\b/;
const quarter = /\b(?:Q([1-4])[\s/’'-]*(?:of )?(20\d{2}|\d{2}\b)|(20\d{2})[\s/-]*Q([1-4]))\b/i;
const half = /\b(?:H([12])[\s/’'-]*(20\d{2}|\d{2}\b)|(20\d{2})[\s/-]*H([12]))\b/i;
const monthDay = new RegExp(`\\b${monthName}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (20\\d{2})\\b`, "i");
const dayMonth = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${monthName}\\.?,? (20\\d{2})\\b`, "i");
const monthYear = new RegExp(`\\b${monthName}\\.?,? (20\\d{2})\\b`, "i");
const year = /(?<![\d#./-])\b(20[0-4]\d)\b(?![\d-]*[\d.]\d)/;

/** The first date or period that a text names. */
export function findDate(text: string, _context: ReadingContext): Found<DateValue> | undefined {
  if (!/\d/.test(text)) return undefined;
  const at = (match: RegExpExecArray, start: number, end: number, grain: DateValue["grain"]): Found<DateValue> => ({
    value: { text: match[0], start, end, grain, leeway: 0, ambiguous: false },
    start: match.index,
    end: match.index + match[0].length,
  });
  let match = isoDay.exec(text);
  const iso = match && parseIsoDate(match[1] ?? "");
  if (match && iso !== undefined && iso !== null) return at(match, iso, iso, "day");
  match = monthDay.exec(text);
  if (match) return day(match, match[3], match[1], match[2]);
  match = dayMonth.exec(text);
  if (match) return day(match, match[3], match[2], match[1]);
  match = quarter.exec(text);
  if (match) return span(match, match[2] ?? match[3], Number(match[1] ?? match[4]), 3, "quarter");
  match = half.exec(text);
  if (match) return span(match, match[2] ?? match[3], Number(match[1] ?? match[4]), 6, "half");
  match = monthYear.exec(text);
  if (match) return span(match, match[2], monthIndex(match[1]) + 1, 1, "month");
  match = isoMonth.exec(text);
  if (match) return span(match, match[1], Number(match[2]), 1, "month");
  match = year.exec(text);
  if (match) return span(match, match[1], 1, 12, "year");
  return undefined;

  function day(from: RegExpExecArray, y: string | undefined, m: string | undefined, d: string | undefined) {
    const number = dayNumber(Number(y), monthIndex(m) + 1, Number(d));
    return at(from, number, number, "day");
  }

  function span(from: RegExpExecArray, y: string | undefined, nth: number, length: number, grain: DateValue["grain"]) {
    const full = Number(y) < 100 ? 2000 + Number(y) : Number(y);
    const first = (nth - 1) * length + 1;
    return at(from, dayNumber(full, first, 1), dayNumber(full, first + length, 1) - 1, grain);
  }
}

function monthIndex(name: string | undefined): number {
  return months.indexOf((name ?? "").slice(0, 3).toLowerCase());
}

const words: readonly [RegExp, Priority["scheme"], number][] = [
  [/^p-?0$/i, "p-level", 0],
  [/^p-?1$/i, "p-level", 1],
  [/^p-?2$/i, "p-level", 2],
  [/^p-?3$/i, "p-level", 3],
  [/^p-?4$/i, "p-level", 4],
  [/^(?:p-)?(?:critical|urgent|highest|blocker)$/i, "word", 0],
  [/^(?:p-)?(?:high|top|major|primary)$/i, "word", 1],
  [/^(?:p-)?(?:medium|med|normal|moderate|secondary)$/i, "word", 2],
  [/^(?:p-)?(?:low|minor|lowest|nice to have)$/i, "word", 3],
  [/^musts?(?:[ -]haves?)?$/i, "moscow", 0],
  [/^shoulds?(?:[ -]haves?)?$/i, "moscow", 1],
  [/^coulds?(?:[ -]haves?)?$/i, "moscow", 2],
  [/^(?:won['’]?ts?|will not)(?:[ -]haves?)?$/i, "moscow", 3],
  [/^now$/i, "horizon", 0],
  [/^(?:up )?next$/i, "horizon", 1],
  [/^later$/i, "horizon", 2],
  [/^flagship$/i, "flagship", 0],
  [/^stretch(?: goals?)?$/i, "flagship", 1],
  [/^#\d+$/, "rank", -1],
  [/^\d{1,2}$/, "ordinal", -1],
];

/** The priority that a whole value states ("P1", "must have", "#2"). */
export function priorityOf(text: string, _context: ReadingContext): Priority | undefined {
  const value = text.trim();
  for (const [pattern, scheme, level] of words) {
    if (pattern.test(value)) {
      return { text: value, scheme, level: level < 0 ? Number(value.replace("#", "")) : level, place: undefined };
    }
  }
  return undefined;
}

const classes: readonly [StatusClass, RegExp][] = [
  ["dropped", /^(?:dropped|cancell?ed|won['’]?t do|abandoned|rejected|descoped|❌)\b/i],
  ["blocked", /^(?:blocked|on hold|paused|stalled|waiting|at risk|🔴|⛔)/i],
  ["done", /^(?:done|complete[d]?|shipped|released|launched|finished|delivered|closed|✅|✔)/i],
  [
    "active",
    /^(?:in progress|in-progress|active|started|ongoing|on track|underway|wip|doing|in flight|in development|🚧|🟢)/i,
  ],
  ["planned", /^(?:planned|not started|to do|todo|proposed|backlog|upcoming|scheduled|open|pending|accepted|draft)\b/i],
];

/** The class of a status as a plan gives it; undefined for words that are none. */
export function statusClassOf(text: string): StatusClass | undefined {
  const value = text.trim();
  return classes.find(([, pattern]) => pattern.test(value))?.[0];
}
