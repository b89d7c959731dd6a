import { findDates, parseDate } from "../dates/parse.js";
import type { DateValue } from "../model/date.js";
import type { Priority, StatusClass } from "../model/facts.js";
import type { ReadingContext } from "./context.js";
import { readPriority } from "./priorities.js";
import { readStatus, type StatusMarks } from "./statuses.js";

/** A value found in a text, with where it stands there. */
export interface Found<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

/** A day, month or period with its year; without one, and without a day to refer to, there is no date that could be told. */
const withYear =
  /(?:^|[^\d.])(?:19|20)\d{2}(?!\d)|\bfy ?\d{2}|[qh][1-4]['’ /-]*\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2}|'\d{2}/i;

/** The first date or period that a text names; a bare year or a quarter without one only where nothing else is. */
export function findDate(text: string, context: ReadingContext, reference?: number): Found<DateValue> | undefined {
  if (!/\d|\b(?:today|week|month|quarter|year)\b/i.test(text)) return undefined;
  if (reference === undefined && !withYear.test(text)) return undefined;
  const options = { settings: context.dates, reference };
  return findDates(text, options)[0] ?? bareYear(text, context);
}

const year = /(?<![\w#./-])(20[0-4]\d)(?:[/–-](?:20)?\d\d)?(?![\w.-]*\d)/;

/** "Roadmap 2026", "Themes for 2021/22": a year that names the period of a title or heading. */
function bareYear(text: string, context: ReadingContext): Found<DateValue> | undefined {
  const match = year.exec(text);
  if (!match?.[1]) return undefined;
  const value = parseDate(match[1], { settings: context.dates, reference: undefined });
  if (!value) return undefined;
  return { value: { ...value, text: match[0] }, start: match.index, end: match.index + match[0].length };
}

/** The date that a whole value states: a cell, a label's value. */
export function dateOf(text: string, context: ReadingContext, reference?: number): DateValue | undefined {
  return parseDate(text, { settings: context.dates, reference, lean: "future" });
}

/** The priority that a whole value states ("P1", "must have", "#2"). */
export function priorityOf(text: string, context: ReadingContext): Priority | undefined {
  const read = readPriority(text, context.vocabulary);
  return read ? { ...read, place: undefined } : undefined;
}

/** The class of a status as a plan gives it; undefined for words that are none. */
export function statusClassOf(text: string, marks: StatusMarks = {}): StatusClass | undefined {
  return readStatus(text, marks)?.class;
}
