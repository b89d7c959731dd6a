import { recordOutcome } from "../../fixes/outcomes.js";
import type { Disagreement } from "../../model/facts.js";
import { quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { disagreementsForFindings, partiesInWords } from "../shared/disagreements.js";

interface Data {
  readonly disagreement: Disagreement;
}

export const rule = defineRule<Data>({
  id: "disagreement-without-outcome",
  family: "disagreements",
  severity: "warning",
  summary: "A disagreement marked resolved that does not say what was decided",

  *detect({ document }) {
    for (const disagreement of disagreementsForFindings(document)) {
      if (disagreement.status !== "resolved" || disagreement.outcome) continue;
      yield { place: disagreement.statusField?.place ?? disagreement.focus, data: { disagreement } };
    }
  },

  word({ disagreement }) {
    return `The disagreement${partiesInWords(disagreement)} about ${quoted(disagreement.topic)} is marked as resolved, and nothing says how. Each side goes home with its own outcome, and the quarrel returns. Record what was decided, or link the decision.`;
  },

  *mend({ data }, { document }) {
    yield* recordOutcome(data.disagreement, document);
  },
});
