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
  id: "disagreement-unresolved",
  family: "disagreements",
  severity: "warning",
  summary: "An open disagreement",

  *detect(context) {
    for (const { disagreement } of disagreementsOpenAs("unresolved", context)) {
      yield { place: disagreement.focus, data: { disagreement } };
    }
  },

  word({ disagreement }) {
    return `The disagreement${partiesInWords(disagreement)} about ${quoted(disagreement.topic)} is open. What two leads leave open, their teams settle in two ways. Close it: record the outcome, or take the next step that is written down.`;
  },

  *mend({ data }, { document, workspace }) {
    yield* recordOutcome(data.disagreement, document);
    yield* resolveByDecision(data.disagreement, document, settlingDecisions(data.disagreement, document, workspace));
  },
});
