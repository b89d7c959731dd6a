import { addDueDate } from "../../fixes/next-steps.js";
import { recordOutcome } from "../../fixes/outcomes.js";
import type { PlanDocument } from "../../index/document.js";
import type { Place } from "../../markdown/slot.js";
import { isoDate } from "../../model/date.js";
import type { Decision } from "../../model/facts.js";
import { days, listOf, quoted } from "../../text/words.js";
import { defineRule, numberOption } from "../rule.js";
import { awaitedInputs, type DecisionOpenness, decisionOpenness, decisionsForFindings } from "../shared/decisions.js";

interface Data {
  readonly decision: Decision;
  readonly openness: Extract<DecisionOpenness, { kind: "stalled" }>;
}

export const rule = defineRule<Data>({
  id: "decision-stalled",
  family: "decisions",
  severity: "warning",
  summary: "A decision open longer than the limit",
  options: {
    days: {
      type: "integer",
      default: 14,
      minimum: 0,
      description: "Days that a decision may stay open; more than that is stalled.",
    },
  },

  *detect(context) {
    const { document, workspace } = context;
    for (const decision of decisionsForFindings(document)) {
      const openness = decisionOpenness(decision, document, workspace, numberOption(context, "days"));
      if (openness?.kind === "stalled") yield { place: placeOf(decision, document), data: { decision, openness } };
    }
  },

  word({ decision, openness }, { workspace }) {
    const awaited = [...new Set(awaitedInputs(decision, workspace).map((input) => input.from))];
    const waiting = awaited.length > 0 ? ` It waits for the input of ${listOf(awaited)}.` : "";
    const since = openness.due
      ? `was due on ${isoDate(openness.since.end)}, ${days(openness.days)} ago`
      : `has been open for ${days(openness.days)}, since ${isoDate(openness.since.end)}`;
    return `The decision ${quoted(decision.text)} ${since}.${waiting} An open decision holds up everyone who plans around it. Decide it and record the outcome, or give it a new date and a next step.`;
  },

  *mend({ data }, { document }) {
    yield* recordOutcome(data.decision, document);
    yield* addDueDate(data.decision, document);
  },
});

/** A record is one decision: that it is open concerns the whole of it, and goes to its title. Elsewhere the passage is the place. */
function placeOf(decision: Decision, { head }: PlanDocument): Place {
  return decision.record ? head.place : decision.focus;
}
