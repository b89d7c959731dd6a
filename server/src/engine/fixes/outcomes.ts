import type { PlanDocument } from "../index/document.js";
import type { Decision, Disagreement, Field } from "../model/facts.js";
import { phrase } from "../text/phrase.js";
import { type Fix, snippetText } from "./fix.js";
import { gap } from "./next-steps.js";
import { inCaseOf } from "./reopen.js";

/** *Record the outcome…* of a disagreement or of an open decision: what was decided is a person's to say; an open status follows. */
export function* recordOutcome(fact: Decision | Disagreement, document: PlanDocument): Iterable<Fix> {
  const hint = "what was decided, and by whom";
  for (const fix of gap(fact, document, phrase`Record the outcome…`, ["outcome"], "Outcome", hint)) {
    const status = fact.status === "open" ? fact.statusField : undefined;
    yield status ? withStatus(fix, status, document, fact.kind === "decision" ? "decided" : "resolved") : fix;
  }
}

function withStatus(fix: Fix, status: Field, document: PlanDocument, word: string): Fix {
  const newText = snippetText(inCaseOf(status.value, word));
  return { ...fix, edits: [...fix.edits, { document, place: status.place, newText }] };
}
