import { addAgreement } from "../../fixes/agreements.js";
import type { AgreementId } from "../../model/facts.js";
import { defineRule } from "../rule.js";
import { agreements, agreementsOf } from "../shared/charters.js";

interface Data {
  readonly agreement: AgreementId;
}

export const rule = defineRule<Data>({
  id: "charter-missing-agreement",
  family: "charters",
  severity: "warning",
  summary: "A charter that leaves out one of the eight working agreements",

  *detect({ document, workspace }) {
    const { charter } = document.facts;
    if (!charter) return;
    const held = agreementsOf(charter, document, workspace);
    if (!held) return;
    for (const agreement of Object.keys(agreements) as AgreementId[]) {
      if (!held.has(agreement)) yield { place: document.head.place, data: { agreement } };
    }
  },

  word({ agreement }) {
    return `This charter does not say ${agreements[agreement]}. What leads have not agreed on in calm, their teams find out in a conflict. Add the section, or link to where it is written.`;
  },

  *mend({ data }, { document }) {
    yield* addAgreement(data.agreement, document);
  },
});
