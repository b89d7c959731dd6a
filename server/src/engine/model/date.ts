/**
 * A point or stretch of time that a document names, as whole days counted from 1970-01-01 (UTC), both ends included:
 * "2026-06-15" is one day, "end of Q3" and "FY27-Q1" are intervals.
 */
export interface DateValue {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What was written: a day, or the period that names it. */
  readonly grain: "day" | "week" | "month" | "quarter" | "half" | "year";
  /** Said about, not exactly ("mid-August"): days of leeway either way. */
  readonly leeway: number;
  /** Day and month cannot be told apart ("03/04/2026") and nothing says which comes first. */
  readonly ambiguous: boolean;
}

const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01 of a calendar date; month counts from 1. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / millisecondsPerDay);
}

/** `YYYY-MM-DD` of a day number. */
export function isoDate(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The day number of `YYYY-MM-DD`; undefined for anything else or for a day that no calendar has. */
export function parseIsoDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const day = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDate(day) === text ? day : undefined;
}
