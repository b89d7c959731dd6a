import { findDates } from "../dates/parse.js";
import { sourceOf } from "../markdown/place.js";
import { analyseTitle } from "../matching/title.js";
import type { Decision, FactBase } from "../model/facts.js";
import { dateOptionsOf } from "./date-options.js";
import type { PlanDocument } from "./document.js";

/** A decision as others speak of it who know no number: "the rota of 19 May", "the decision of 3 June to drop the map". */
interface DayReference {
  /** What the decisions of that day go by. */
  readonly name: string;
  /** Stems of the words that say which of them is meant. */
  readonly words: readonly string[];
}

const mayName = /\b(?:of|from|on)\s(?:the\s)?(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const spokenOf =
  /\b(?:the|our|that|this|their|your)\s((?:[\p{L}'’-]+\s){1,5}?)(?:(?:that|which)\s(?:we|was|were)\s)?(?:(?:made|taken|agreed|decided)\s)?(?:of|from|on)\s(?:the\s)?$/iu;
const deciding = /\b(?:decision|choice|call|resolution|ruling)s?\b/giu;
/** Fewer say too little of what is meant. */
const fewest = 2;

/** The decisions that a passage speaks of by their day. */
export function dayReferencesOf(fact: FactBase, document: PlanDocument): readonly DayReference[] {
  const text = sourceOf(fact.place).slice(0, 2_000);
  if (!mayName.test(text)) return [];
  return findDates(text, { ...dateOptionsOf(document), lean: "past" }).flatMap(({ start, end, value }) => {
    const named = value.grain === "day" && !value.ambiguous ? spokenOf.exec(text.slice(0, start))?.[1] : undefined;
    if (named === undefined) return [];
    const own = stemsOf(named.replace(deciding, " "));
    // "The decision of 3 June to drop the map": told behind the day.
    const words = own.length > 0 ? own : stemsOf(/^[^.;:?!]{0,120}/.exec(text.slice(end))?.[0] ?? "");
    return words.length < fewest ? [] : [{ name: nameOfDay(value.start), words }];
  });
}

/** What a decision of dated notes goes by where others name its day; nothing for one that is dated otherwise. */
export function dayOfDecision({ section, date }: Decision, { head }: PlanDocument): readonly string[] {
  const day = date ?? section.date ?? (head.kind === "notes" ? head.date : undefined);
  return day?.grain === "day" && !day.ambiguous ? [nameOfDay(day.start)] : [];
}

/** Whether one of the references, to the decision's own day, tells it by its words. */
export function isMeant(decision: Decision, names: readonly string[], references: readonly DayReference[]): boolean {
  const own = new Set(stemsOf(decision.text));
  return references.some(({ name, words }) => {
    const shared = words.filter((word) => own.has(word)).length;
    return names.includes(name) && shared >= fewest && shared * 2 > words.length;
  });
}

function nameOfDay(day: number): string {
  return `day ${day}`;
}

function stemsOf(text: string): readonly string[] {
  return analyseTitle(text.slice(0, 300)).tokens.map(({ stem }) => stem);
}
