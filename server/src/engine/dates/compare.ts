import type { DateValue } from "../model/date.js";

/** Whether the whole of a date, with its leeway, is before `today` (a day number). An ambiguous date is never past. */
export function isPast(date: DateValue, today: number): boolean {
  return !date.ambiguous && date.end + date.leeway < today;
}

/**
 * Whether two dates cannot both be right for one thing. A day agrees with the period that holds it, and a period with a longer one; weeks and
 * dates with a leeway agree where they overlap. Ambiguous dates contradict nothing.
 */
export function datesConflict(a: DateValue, b: DateValue): boolean {
  if (a.ambiguous || b.ambiguous) return false;
  const [startA, endA] = [a.start - a.leeway, a.end + a.leeway];
  const [startB, endB] = [b.start - b.leeway, b.end + b.leeway];
  if (endA < startB || endB < startA) return true;
  if (a.leeway > 0 || b.leeway > 0 || a.grain === "week" || b.grain === "week") return false;
  const holds = (startA <= startB && endB <= endA) || (startB <= startA && endA <= endB);
  return !holds;
}
