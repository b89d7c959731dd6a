import { type DateValue, dayNumber } from "../model/date.js";

/** A stretch of whole days since 1970-01-01 (UTC), both ends included, with the period that names it. */
export interface Period {
  readonly start: number;
  readonly end: number;
  readonly grain: DateValue["grain"];
}

export interface CalendarDate {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

export function calendarDate(dayCount: number): CalendarDate {
  const date = new Date(dayCount * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Years that a planning document may mean; anything else is a number of another kind. */
export function isPlausibleYear(year: number): boolean {
  return year >= 1970 && year <= 2199;
}

/** One day; undefined for one that no calendar has. */
export function dayPeriod(year: number, month: number, day: number): Period | undefined {
  if (!isPlausibleYear(year) || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const start = dayNumber(year, month, day);
  return { start, end: start, grain: "day" };
}

/** `count` months from the first of a month; month may lie outside 1–12 and carries into the year. */
export function monthsPeriod(year: number, month: number, count: number, grain: Period["grain"]): Period {
  return { start: dayNumber(year, month, 1), end: dayNumber(year, month + count, 1) - 1, grain };
}

export function monthPeriod(year: number, month: number): Period {
  return monthsPeriod(year, month, 1, "month");
}

/** The week of ISO 8601 that holds the day: Monday to Sunday. */
export function weekPeriod(day: number): Period {
  const start = day - ((((day + 3) % 7) + 7) % 7);
  return { start, end: start + 6, grain: "week" };
}

/** Week `week` of an ISO 8601 year: week 1 holds January 4. */
export function isoWeekPeriod(year: number, week: number): Period | undefined {
  if (!isPlausibleYear(year) || week < 1 || week > 53) return undefined;
  const start = weekPeriod(dayNumber(year, 1, 4)).start + (week - 1) * 7;
  const thursday = calendarDate(start + 3);
  return thursday.year === year ? { start, end: start + 6, grain: "week" } : undefined;
}

/** The quarter (1–4) of a year whose first month is `firstMonth` of the calendar year before, unless that is January. */
export function quarterPeriod(year: number, quarter: number, firstMonth: number): Period {
  return monthsPeriod(fiscalBase(year, firstMonth), firstMonth + (quarter - 1) * 3, 3, "quarter");
}

export function halfPeriod(year: number, half: number, firstMonth: number): Period {
  return monthsPeriod(fiscalBase(year, firstMonth), firstMonth + (half - 1) * 6, 6, "half");
}

export function yearPeriod(year: number, firstMonth: number): Period {
  return monthsPeriod(fiscalBase(year, firstMonth), firstMonth, 12, "year");
}

/** The year, named by the calendar year in which it ends, that holds the day; its quarter from 1. */
export function fiscalPosition(day: number, firstMonth: number): { readonly year: number; readonly quarter: number } {
  const { year, month } = calendarDate(day);
  const monthInYear = (month - firstMonth + 12) % 12;
  const startYear = month >= firstMonth ? year : year - 1;
  return { year: firstMonth === 1 ? startYear : startYear + 1, quarter: Math.floor(monthInYear / 3) + 1 };
}

/** FY27 is the year that ends in 2027 (SPEC §6): it starts in 2026 unless it starts in January. */
function fiscalBase(year: number, firstMonth: number): number {
  return firstMonth === 1 ? year : year - 1;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
