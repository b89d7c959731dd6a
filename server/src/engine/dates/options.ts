import type { Period } from "./calendar.js";

/** How a document writes dates that could be read in two ways. */
export interface DateSettings {
  readonly dateOrder: "dmy" | "mdy" | undefined;
  /** Month from 1 in which the fiscal year starts; undefined where nobody said. */
  readonly fiscalYearStart: number | undefined;
}

export interface DateOptions {
  readonly settings: DateSettings;
  /** Day number of the document's or section's date; without it nothing relative, and no date without a year, is understood. */
  readonly reference: number | undefined;
  /** Where a date leaves out its year or week: whether the field looks ahead (due, target) or back (since, decided on). */
  readonly lean?: "past" | "future";
}

/** A date found in a text: what it spans there, and the days it means. */
export interface Found {
  /** UTF-16 offset of its first character, and past its last. */
  readonly from: number;
  readonly to: number;
  readonly period: Period;
  readonly ambiguous?: boolean;
  /**
   * Named without the year ("March", "Q3") or alone ("2026"): a date only after a word that says so, or where it is the whole value. A bare
   * "unit" ("quarter") is one after "end of" and its like only.
   */
  readonly weak?: boolean | "unit";
}
