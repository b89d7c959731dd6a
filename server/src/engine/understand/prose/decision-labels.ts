import type { Decision, DecisionStatus, Field } from "../../model/facts.js";
import type { HeadingUnit, ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { decisionOf } from "./decision-fact.js";
import { recordStatus } from "./decision-sections.js";
import { isQuestion } from "./modality.js";
import { because, headingPassage, sentencePassage } from "./passage.js";
import { splitSentences } from "./sentences.js";
import { textOffsetOf } from "./text-offset.js";

const openKey = /\b(?:needed|required|open|pending|to make|requested|proposed|to decide|due|wanted|outstanding)\b/i;
const refusal =
  /^\W{0,4}(?:not to\b|do not\b|don't\b|no\b[,.:;]|won't\b|reject|decline|against\b|we (?:will not|won't|shall not)\b)/i;

/** Decisions that a label states: `Decision: …`, `Decision needed: …`, `RESOLVED: …`, in a paragraph, an item or a quotation. */
export function labelDecisions(reading: SectionReading, index: number): Decision[] {
  const read = reading.units[index] as ReadUnit;
  const unit = read.unit as ParagraphUnit;
  return read.fields.flatMap((field, at) => {
    if (field.name !== "decision" || field.value === "") return [];
    const start = textOffsetOf(unit.inline, field.keyPlace.start);
    const next = read.fields.slice(at + 1).find((other) => other.keyPlace.start > field.keyPlace.start);
    const limit = next ? textOffsetOf(unit.inline, next.keyPlace.start) : unit.inline.text.length;
    const first = splitSentences(unit.inline.text.slice(start, limit))[0];
    const end = start + (first?.end ?? 0);
    return [
      decisionOf(reading, sentencePassage(reading, index, start, end, unit.item ? "list" : "label"), {
        text: field.value,
        status: optionOf(reading, field) ? recordStatus(reading, "decided") : statusOf(field),
        evidence: [because("decision-label", field.key)],
        record: optionOf(reading, field),
      }),
    ];
  });
}

/** A heading that states a decision itself: `## Decision: use Postgres`. */
export function headingDecision(reading: SectionReading, read: ReadUnit, index: number): Decision | undefined {
  const unit = read.unit as HeadingUnit;
  const field = read.fields.find((each) => each.name === "decision" && each.value !== "");
  if (!field || (unit.depth === 1 && reading.head.kind === "decision")) return undefined;
  return decisionOf(reading, headingPassage(reading, index), {
    text: field.value,
    status: statusOf(field),
    evidence: [because("decision-heading", field.key)],
  });
}

/** A record's own choice ("Chosen option: …") has the record's status. */
function optionOf(reading: SectionReading, field: Field): boolean {
  if (reading.head.kind !== "decision") return false;
  const role = reading.section.path.at(-1)?.role;
  return role === "decision" || role === "decision-outcome" || /^chosen\b/i.test(field.key);
}

function statusOf(field: Field): DecisionStatus {
  if (openKey.test(field.key) || isQuestion(field.value.toLowerCase().trim()) || asksFirst(field.value)) return "open";
  return refusal.test(field.value) ? "rejected" : "decided";
}

/** "keep or drop the old client? Owner: …": the label's own sentence is a question. */
function asksFirst(value: string): boolean {
  const first = splitSentences(value)[0];
  return first !== undefined && isQuestion(value.slice(first.start, first.end).toLowerCase());
}
