import { resolveAsIn } from "../../fixes/resolve-by.js";
import type { Stated } from "../../index/view.js";
import type { Disagreement } from "../../model/facts.js";
import { listOf, quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { disagreementsForFindings, ofOneHeading, overtaken } from "../shared/disagreements.js";

interface Data {
  readonly disagreement: Disagreement;
  readonly others: readonly Stated<Disagreement>[];
}

export const rule = defineRule<Data>({
  id: "disagreement-conflict",
  family: "disagreements",
  severity: "warning",
  summary: "A disagreement resolved in one document and open in another",

  *detect({ document, workspace }) {
    for (const disagreement of disagreementsForFindings(document)) {
      const others = workspace.sameDisagreements(disagreement, document).filter((other) => {
        if (other.fact.status === disagreement.status || ofOneHeading(disagreement, other.fact)) return false;
        const here = { document, fact: disagreement };
        const [open, resolved] = disagreement.status === "open" ? [here, other] : [other, here];
        return !overtaken(open, resolved);
      });
      if (others.length === 0) continue;
      yield {
        place: disagreement.focus,
        data: { disagreement, others },
        related: others.map((other) => ({
          document: other.document,
          place: other.fact.focus,
          message: `${other.fact.status === "open" ? "Open" : "Resolved"} here`,
        })),
      };
    }
  },

  word({ disagreement, others }) {
    const [here, there] = disagreement.status === "open" ? ["open", "resolved"] : ["resolved", "open"];
    return `The disagreement about ${quoted(disagreement.topic)} is ${here} here and ${there} in ${listOf(others.map((other) => other.document.path))}. Whoever reads only one of them acts on the wrong one. Bring both to the same state, and link the outcome.`;
  },

  *mend({ data: { disagreement, others } }, { document }) {
    const here = { document, fact: disagreement };
    for (const other of others) {
      const [open, settled] = disagreement.status === "open" ? [here, other] : [other, here];
      yield* resolveAsIn(open.fact, open.document, settled);
    }
  },
});
