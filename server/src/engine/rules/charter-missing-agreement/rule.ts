import { addAgreement } from "../../fixes/agreements.js";
import type { AgreementId } from "../../model/facts.js";
import { defineRule } from "../rule.js";
import { agreements } from "../shared/charters.js";

interface Data {
  readonly agreement: AgreementId;
}

export const rule = defineRule<Data>({
  id: "charter-missing-agreement",
  family: "charters",
  severity: "warning",
  summary: "A charter that leaves out one of the eight working agreements",

  *detect({ document }) {
    const { charter } = document.facts;
    // One that adheres to another by link inherits its agreements; what both leave out is the other's to add.
    if (!charter || charter.inherits.length > 0) return;
    // What only lies in a folder of charters, and agrees on next to nothing, is a list of people or a calendar.
    if (document.head.byFolder && charter.agreements.size < 2) return;
    for (const agreement of Object.keys(agreements) as AgreementId[]) {
      if (!charter.agreements.has(agreement)) yield { place: document.head.place, data: { agreement } };
    }
  },

  word({ agreement }) {
    return `This charter does not say ${agreements[agreement]}. What leads have not agreed on in calm, their teams find out in a conflict. Add the section, or link to where it is written.`;
  },

  *mend({ data }, { document }) {
    yield* addAgreement(data.agreement, document);
  },
});
