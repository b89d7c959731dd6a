import { addDueDate, addNextStep, addOwner } from "../../fixes/next-steps.js";
import { recordOutcome } from "../../fixes/outcomes.js";
import { resolveByDecision } from "../../fixes/resolve-by.js";
import type { Disagreement } from "../../model/facts.js";
import { quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { disagreementsOpenAs, partiesInWords, settlingDecisions } from "../shared/disagreements.js";

interface Data {
  readonly disagreement: Disagreement;
}

export const rule = defineRule<Data>({
  id: "disagreement-without-next-step",
  family: "disagreements",
  severity: "warning",
  summary: "An open disagreement with no next step, owner or date",

  *detect(context) {
    for (const { disagreement } of disagreementsOpenAs("without-next-step", context)) {
      yield { place: disagreement.focus, data: { disagreement } };
    }
  },

  word({ disagreement }) {
    return `The disagreement${partiesInWords(disagreement)} about ${quoted(disagreement.topic)} is open and has no next step, owner or date. Nobody is about to close it, so it will come back when it costs most. Write down who does what next, and by when.`;
  },

  *mend({ data }, { document, workspace }) {
    yield* recordOutcome(data.disagreement, document);
    yield* resolveByDecision(data.disagreement, document, settlingDecisions(data.disagreement, document, workspace));
    yield* addNextStep(data.disagreement, document);
    yield* addOwner(data.disagreement, document);
    yield* addDueDate(data.disagreement, document);
  },
});
