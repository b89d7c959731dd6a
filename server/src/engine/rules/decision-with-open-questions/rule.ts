import { reopenAt } from "../../fixes/reopen.js";
import { rangeOf } from "../../markdown/place.js";
import type { Place } from "../../markdown/slot.js";
import type { Decision, Disagreement, OpenQuestion } from "../../model/facts.js";
import { count, listOf } from "../../text/words.js";
import { defineRule, type Problem } from "../rule.js";
import { decisionsForFindings } from "../shared/decisions.js";

interface Data {
  /** What is marked as done: the status as written, and of what. */
  readonly status: string;
  readonly what: string;
  readonly questions: number;
  readonly disagreements: number;
  /** Line of the first of them, from 1. */
  readonly line: number;
}

export const rule = defineRule<Data>({
  id: "decision-with-open-questions",
  family: "decisions",
  severity: "information",
  summary:
    "A decision or document marked accepted, approved or implemented that still holds open questions or open disagreements",
  readsText: true,

  *detect({ document }) {
    const { questions, disagreements } = document.facts;
    const open = [
      ...questions.filter((one) => one.status === "open"),
      ...disagreements.filter((one) => one.status === "open"),
    ];
    if (open.length === 0) return;
    const { status } = document.head;
    if (status?.decision === "decided") {
      yield problem(status.place, status.text, "document", open);
      return;
    }
    for (const decision of decisionsForFindings(document)) {
      if (decision.status !== "decided" || !decision.statusField || decision.form !== "heading") continue;
      const below = open.filter((one) => standsUnder(one, decision));
      if (below.length > 0) yield problem(decision.statusField.place, decision.statusField.value, "decision", below);
    }
  },

  word({ status, what, questions, disagreements, line }) {
    const left = [
      ...(questions > 0 ? [count(questions, "open question")] : []),
      ...(disagreements > 0 ? [count(disagreements, "open disagreement")] : []),
    ];
    return `This ${what} is marked “${status}” and still holds ${listOf(left)}, the first in line ${line}. Readers take it for settled, and whoever builds on it finds out late. Answer them or move them to where they will be, then keep the status.`;
  },

  *mend({ place, data }, { document }) {
    yield* reopenAt(place, document, data.what === "document");
  },
});

/** Whether a passage stands below the heading that states the decision. */
function standsUnder(fact: OpenQuestion | Disagreement, decision: Decision): boolean {
  return fact.section.path.some((heading) => heading.place.slot === decision.place.slot);
}

function problem(
  place: Place,
  status: string,
  what: string,
  open: readonly (OpenQuestion | Disagreement)[],
): Problem<Data> {
  const lines = open.map((one) => rangeOf(one.focus).start.line + 1);
  const questions = open.filter((one) => one.kind === "question").length;
  return { place, data: { status, what, questions, disagreements: open.length - questions, line: Math.min(...lines) } };
}
