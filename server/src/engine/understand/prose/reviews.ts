import type { DateOptions } from "../../dates/parse.js";
import type { Decision } from "../../model/facts.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { Cue } from "./cue-words.js";
import { referenceOf, reviewAhead, reviewInText } from "./decision-fact.js";
import { cuesIn } from "./words-of.js";

/** A date by which a record says, anywhere in it, that its choice is to be looked at again. */
export type Review = NonNullable<Decision["reviewBy"]> & {
  /** The entry that it is said of, where it is named: "E-3 expires on 10 June". */
  readonly of?: string | undefined;
};

/** The review dates that the sentences of a record's section name ("To be revisited by 1 May"). */
export function recogniseReviews(reading: SectionReading): Review[] {
  if (reading.head.kind !== "decision") return [];
  const options = { settings: reading.context.dates, reference: referenceOf(reading), lean: "future" as const };
  return reading.units.flatMap((read) => {
    if (read.unit.kind === "row") return reviewInRow(read, options);
    if (read.unit.kind !== "paragraph" || (cuesIn(read) & Cue.review) === 0) return [];
    const review = reviewInText(options, read.unit, read.unit.inline.text);
    return review ? [{ ...review, of: soleId(read.unit.inline.text) }] : [];
  });
}

/** "| E-1 | 1 June 2026 |" below "| Id | Revisit on |": when an entry of another table is to be looked at again. */
function reviewInRow({ fields }: ReadUnit, options: DateOptions): Review[] {
  const id = fields.find(({ name }) => name === "id")?.value;
  const review = fields.find(({ name }) => name === "reviewBy");
  if (!id || !review || fields.some(({ name }) => name === "decision")) return [];
  const date = reviewAhead(review.value, options);
  return date ? [{ date, place: review.place, of: id }] : [];
}

/** The one id that a text begins with or names; undefined where it names several. */
function soleId(text: string): string | undefined {
  const found = new Set(text.slice(0, 400).match(/\b[A-Z][A-Z0-9]{0,9}-\d{1,6}\b/g) ?? []);
  return found.size === 1 ? [...found][0] : undefined;
}
