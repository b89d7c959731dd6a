import type { Decision } from "../model/facts.js";
import type { PlanDocument } from "./document.js";

/** The number that the title of a record begins with: "1. ", "ADR-0012: ". Also in front of words that are no title. */
export const numbering = /^(?:(?:ADR|RFC|KEP|MADR|D)?[- #]{0,2}\d{1,6}[.:)]?(?:[ \t]*[–—:-])?[ \t]+)(?=\S)/i;

/** What people call a decision: a record goes by the title of its document, without its number; everything else by what it says. */
export function calledName({ record, text }: Decision, { head }: PlanDocument): string {
  const title = record ? head.title?.text.trim().replace(numbering, "") : undefined;
  return title === undefined || title === "" ? text : title;
}
