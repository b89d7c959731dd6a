import { recordDomainInput } from "../../fixes/inputs.js";
import { markAsJoint } from "../../fixes/joint.js";
import type { Decision } from "../../model/facts.js";
import { domainTitle, listOf, quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { decisionsForFindings } from "../shared/decisions.js";

interface Data {
  readonly decision: Decision;
  readonly owners: readonly string[];
  readonly makers: readonly string[];
}

export const rule = defineRule<Data>({
  id: "decision-outside-domain",
  family: "decisions",
  severity: "warning",
  summary: "A decision of one domain that people of another alone made, with no input from the owners",

  *detect({ document, workspace }) {
    for (const decision of decisionsForFindings(document)) {
      if (decision.status !== "decided") continue;
      const { accountable, madeBy } = workspace.ownershipOf(decision, document);
      if (accountable.length === 0 || !madeBy || madeBy.some((domain) => accountable.includes(domain))) continue;
      if (decision.backing.some((mention) => accountable.includes(workspace.domainOf(mention, document) ?? "")))
        continue;
      // "(owners: Engineering and Product)": shared by those who made it, in so many words.
      const shared = decision.owners.some(({ text }) => {
        const { person, domain } = workspace.roster.resolve(text);
        return person === undefined && domain !== undefined && madeBy.includes(domain);
      });
      if (shared) continue;
      const heard = decision.inputs.some(
        (input) =>
          input.state === "received" &&
          accountable.includes(
            workspace.domainOf({ text: input.from, place: input.place, role: "input" }, document) ?? "",
          ),
      );
      if (!heard) yield { place: decision.focus, data: { decision, owners: accountable, makers: madeBy } };
    }
  },

  word({ decision, owners, makers }) {
    const owner = listOf(owners.map(domainTitle));
    return `${quoted(decision.text)} is ${owner}’s decision, and ${listOf(makers.map(domainTitle))} made it alone. Those who have to live with a decision stop trusting one that was made over their heads. Get ${owner}’s input and record it, or make it a joint decision.`;
  },

  *mend({ data }, { document, workspace }) {
    yield* markAsJoint(data.decision, document, workspace);
    yield* recordDomainInput(data.decision, data.owners, document);
  },
});
