import type { PlanDocument } from "../index/document.js";
import type { Decision, Disagreement, Field } from "../model/facts.js";
import { type Fix, snippetText } from "./fix.js";
import { gap } from "./next-steps.js";

/** *Record the outcome* of a disagreement: what was decided is a person's to say; a status that says "open" becomes "resolved". */
export function* recordOutcome(disagreement: Disagreement, document: PlanDocument): Iterable<Fix> {
  for (const fix of gap(
    disagreement,
    document,
    "Record the outcome…",
    ["outcome"],
    "Outcome",
    "what was decided, and by whom",
  )) {
    yield withStatus(fix, disagreement.statusField, document, "resolved");
  }
}

/** *Record the outcome* of an open decision. */
export function* recordOutcomeOfDecision(decision: Decision, document: PlanDocument): Iterable<Fix> {
  for (const fix of gap(
    decision,
    document,
    "Record the outcome…",
    ["outcome"],
    "Outcome",
    "what was decided, and by whom",
  )) {
    yield withStatus(fix, decision.statusField, document, "decided");
  }
}

function withStatus(fix: Fix, status: Field | undefined, document: PlanDocument, word: string): Fix {
  if (!status) return fix;
  const capitals = /^[A-Z]/.test(status.value);
  const newText = snippetText(capitals ? word.charAt(0).toUpperCase() + word.slice(1) : word);
  return { ...fix, edits: [...fix.edits, { document, place: status.place, newText }] };
}
