import { recordOutcome } from "../../fixes/outcomes.js";
import { resolveByDecision } from "../../fixes/resolve-by.js";
import type { Place } from "../../markdown/slot.js";
import type { Disagreement } from "../../model/facts.js";
import { quoted } from "../../text/words.js";
import { isStruck } from "../../understand/prose/choices.js";
import { defineRule } from "../rule.js";
import { standsIn } from "../shared/decisions.js";
import { disagreementsForFindings, partiesInWords, settlingDecisions } from "../shared/disagreements.js";

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
      if (disagreement.status !== "resolved" || disagreement.outcome || isWithdrawn(disagreement)) continue;
      if (document.facts.decisions.some((decision) => standsIn(decision, disagreement))) continue;
      yield { place: placeOf(disagreement), data: { disagreement } };
    }
  },

  word({ disagreement }) {
    return `The disagreement${partiesInWords(disagreement)} about ${quoted(disagreement.topic)} is marked as resolved, and nothing says how. Each side goes home with its own outcome, and the quarrel returns. Record what was decided, or link the decision.`;
  },

  *mend({ data }, { document, workspace }) {
    yield* recordOutcome(data.disagreement, document);
    yield* resolveByDecision(data.disagreement, document, settlingDecisions(data.disagreement, document, workspace));
  },
});

/** The label for the outcome where it is there and says nothing ("Outcome: –"), else the status that says that it is over. */
function placeOf({ fields, statusField, focus }: Disagreement): Place {
  const blank = fields.find(({ name, value, form }) => name === "outcome" && value === "" && form !== "row");
  return (blank && blank.place.end > blank.place.start ? blank.place : blank?.keyPlace) ?? statusField?.place ?? focus;
}

/** Struck out is withdrawn: it needs no outcome. */
function isWithdrawn({ unit }: Disagreement): boolean {
  return unit?.kind === "paragraph" && isStruck(unit.inline);
}
