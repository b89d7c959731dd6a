import { reopenAt } from "../../fixes/reopen.js";
import type { PlanDocument } from "../../index/document.js";
import type { Decision, Disagreement, OpenQuestion, Written } from "../../model/facts.js";
import { count, listOf } from "../../text/words.js";
import { defineRule, type Problem } from "../rule.js";
import { decisionsForFindings } from "../shared/decisions.js";

interface Data {
  /** What is marked as done: the status as written, where, and of what. */
  readonly status: Written;
  readonly what: string;
  readonly questions: number;
  readonly disagreements: number;
}

export const rule = defineRule<Data>({
  id: "decision-with-open-questions",
  family: "decisions",
  severity: "information",
  summary:
    "A decision or document marked accepted, approved or implemented that still holds open questions or open disagreements",

  *detect({ document }) {
    const { questions, disagreements } = document.facts;
    const open = [
      ...questions.filter((one) => one.status === "open"),
      ...disagreements.filter((one) => one.status === "open"),
    ];
    if (open.length === 0) return;
    const { status } = document.head;
    if (status?.decision === "decided") {
      yield problem(document, status, "document", open);
      return;
    }
    for (const decision of decisionsForFindings(document)) {
      if (decision.status !== "decided" || !decision.statusField || decision.form !== "heading") continue;
      const below = open.filter((one) => standsUnder(one, decision));
      const { value, place } = decision.statusField;
      if (below.length > 0) yield problem(document, { text: value, place }, "decision", below);
    }
  },

  word({ status, what, questions, disagreements }) {
    const left = [
      ...(questions > 0 ? [count(questions, "open question")] : []),
      ...(disagreements > 0 ? [count(disagreements, "open disagreement")] : []),
    ];
    return `This ${what} is marked “${status.text}” and still holds ${listOf(left)}${questions + disagreements === 1 ? ": this one" : ", of which this is one"}. Readers take it for settled, and whoever builds on it finds out late. Answer them or move them to where they will be, then keep the status.`;
  },

  *mend({ data }, { document }) {
    yield* reopenAt(data.status.place, document, data.what === "document");
  },
});

/** Whether a passage stands below the heading that states the decision. */
function standsUnder(fact: OpenQuestion | Disagreement, decision: Decision): boolean {
  return fact.section.path.some((heading) => heading.place.slot === decision.place.slot);
}

/** It is the question that wants an answer: the first of them (of disagreements where there is none) is the place, and the status another. */
function problem(
  document: PlanDocument,
  status: Written,
  what: string,
  open: readonly (OpenQuestion | Disagreement)[],
): Problem<Data> {
  const [first, ...others] = open;
  const questions = open.filter((one) => one.kind === "question").length;
  return {
    place: first?.focus ?? status.place,
    data: { status, what, questions, disagreements: open.length - questions },
    related: [
      { document, place: status.place, message: `Marked “${status.text}” here` },
      ...others.map(({ focus, kind }) => ({ document, place: focus, message: `Another open ${kind} here` })),
    ],
  };
}
