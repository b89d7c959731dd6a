import { assignToDomain, assignToPerson } from "../../fixes/assign.js";
import { markAsJoint } from "../../fixes/joint.js";
import type { PlanDocument } from "../../index/document.js";
import type { WorkspaceView } from "../../index/view.js";
import type { Decision } from "../../model/facts.js";
import { quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { decisionsForFindings, namesRecord } from "../shared/decisions.js";

interface Data {
  readonly decision: Decision;
}

export const rule = defineRule<Data>({
  id: "decision-without-domain",
  family: "decisions",
  severity: "warning",
  summary: "A decision with no owning domain",

  *detect({ document, workspace }) {
    for (const decision of decisionsForFindings(document)) {
      if (decision.status !== "open" && decision.status !== "decided") continue;
      if (workspace.ownershipOf(decision, document).named || isIndexed(decision, document, workspace)) continue;
      yield { place: decision.focus, data: { decision } };
    }
  },

  word({ decision }) {
    const what =
      decision.status === "open" ? "is still to be made, and nothing here says who makes it" : "has no owning domain";
    return `The decision ${quoted(decision.text)} ${what}. A decision that nobody owns is made twice, or not at all. Assign it to a domain, or mark it as a joint decision.`;
  },

  *mend({ data }, { document, workspace }) {
    yield* markAsJoint(data.decision, document, workspace);
    yield* assignToDomain(data.decision, document, workspace);
    yield* assignToPerson(data.decision, document);
  },
});

/** A row or bullet of an index that links to the record, or an entry that names it ("ADR 7 accepted"): the record says whose it is. */
function isIndexed(decision: Decision, document: PlanDocument, workspace: WorkspaceView): boolean {
  const { form, links } = decision;
  if (namesRecord(decision, document, workspace)) return true;
  // "| ADR-0007 | Paper bags | accepted |": by its number and its title the record's.
  if (form === "row" && numbered.test(decision.id ?? "") && isRecorded(decision, document, workspace)) return true;
  return (
    (form === "row" || form === "list") &&
    links.some((url) => workspace.resolveLink(url, document)?.document.head.kind === "decision")
  );
}

const numbered = /^(?:ADR|MADR|RFC|RFD|DR|KEP|PEP)[- ]?\d{1,5}$/i;

function isRecorded(decision: Decision, document: PlanDocument, workspace: WorkspaceView): boolean {
  return workspace.sameDecisions(decision, document).some(({ fact }) => fact.record);
}
