import { reopen } from "../../fixes/reopen.js";
import type { Stated } from "../../index/view.js";
import type { Decision, Disagreement } from "../../model/facts.js";
import { quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { dateOf, decisionsForFindings, namesRecord } from "../shared/decisions.js";
import { raisedOn } from "../shared/disagreements.js";

interface Data {
  readonly decision: Decision;
  readonly dispute: Stated<Disagreement>;
}

export const rule = defineRule<Data>({
  id: "decision-reopened",
  family: "decisions",
  severity: "information",
  summary: "A decided decision that a later passage elsewhere disputes without reopening it there",

  *detect({ document, workspace }) {
    for (const decision of decisionsForFindings(document)) {
      if (decision.status !== "decided" || namesRecord(decision, document, workspace)) continue;
      const decided = dateOf(decision, document);
      const dispute = workspace.disputesOf(decision, document).find(({ fact, document: elsewhere }) => {
        if (fact.status !== "open") return false;
        const raised = raisedOn(fact, elsewhere);
        return decided === undefined || raised === undefined || raised.end >= decided.start;
      });
      if (!dispute) continue;
      yield {
        place: decision.focus,
        data: { decision, dispute },
        related: [{ document: dispute.document, place: dispute.fact.focus, message: "Disputed here" }],
      };
    }
  },

  word({ decision, dispute }) {
    return `The decision ${quoted(decision.text)} stands as decided here and is disputed in ${dispute.document.path}: ${quoted(dispute.fact.topic)}. A decision that is fought over in one place and settled in another is neither. Reopen it here, or record there that it stands.`;
  },

  *mend({ data }, { document }) {
    yield* reopen(data.decision, document);
  },
});
