import type { Decision } from "../../model/facts.js";
import type { SectionReading } from "../context.js";
import { Cue } from "./cue-words.js";
import { referenceOf, reviewInText } from "./decision-fact.js";
import { cuesIn } from "./words-of.js";

/** A date by which a record says, anywhere in it, that its choice is to be looked at again. */
export type Review = NonNullable<Decision["reviewBy"]>;

/** The review dates that the sentences of a record's section name ("To be revisited by 1 May"). */
export function recogniseReviews(reading: SectionReading): Review[] {
  if (reading.head.kind !== "decision") return [];
  const options = { settings: reading.context.dates, reference: referenceOf(reading), lean: "future" as const };
  return reading.units.flatMap((read) => {
    if (read.unit.kind !== "paragraph" || (cuesIn(read) & Cue.review) === 0) return [];
    const review = reviewInText(options, read.unit, read.unit.inline.text);
    return review ? [review] : [];
  });
}
