import { addDueDate, addNextStep } from "../../fixes/next-steps.js";
import { recordOutcome } from "../../fixes/outcomes.js";
import { resolveByDecision } from "../../fixes/resolve-by.js";
import { isoDate } from "../../model/date.js";
import type { Disagreement } from "../../model/facts.js";
import { days, quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import {
  type DisagreementOpenness,
  disagreementsOpenAs,
  partiesInWords,
  settlingDecisions,
} from "../shared/disagreements.js";

interface Data {
  readonly disagreement: Disagreement;
  readonly openness: Extract<DisagreementOpenness, { kind: "stalled" }>;
}

export const rule = defineRule<Data>({
  id: "disagreement-stalled",
  family: "disagreements",
  severity: "warning",
  summary: "A disagreement open longer than the limit",
  options: {
    days: {
      type: "integer",
      default: 7,
      minimum: 0,
      description: "Days that a disagreement may stay open; more than that is stalled.",
    },
  },

  *detect(context) {
    for (const { disagreement, openness } of disagreementsOpenAs("stalled", context)) {
      yield { place: disagreement.focus, data: { disagreement, openness } };
    }
  },

  word({ disagreement, openness }) {
    const since = openness.due
      ? `was to be settled by ${isoDate(openness.since.end)}, ${days(openness.days)} ago`
      : `has been open for ${days(openness.days)}, since ${isoDate(openness.since.end)}`;
    const missing = disagreement.nextStep || disagreement.owner ? "" : " It has no next step and no owner.";
    return `The disagreement${partiesInWords(disagreement)} about ${quoted(disagreement.topic)} ${since}.${missing} A disagreement that rests does not fade, it spreads to both teams. Settle it and record the outcome, or set a new date with the next step.`;
  },

  *mend({ data }, { document, workspace }) {
    yield* recordOutcome(data.disagreement, document);
    yield* resolveByDecision(data.disagreement, document, settlingDecisions(data.disagreement, document, workspace));
    if (!data.disagreement.nextStep) yield* addNextStep(data.disagreement, document);
    yield* addDueDate(data.disagreement, document);
  },
});
