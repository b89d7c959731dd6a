import { addDomain } from "../../fixes/add-domain.js";
import { domainTitle, listOf, quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { type SingleDomain, singleDomainItems } from "../shared/plans-accountable.js";

export const rule = defineRule<SingleDomain>({
  id: "plan-single-domain",
  family: "priorities and plans",
  severity: "information",
  summary: "A delivery item that only one domain is accountable for, in a joint roadmap",

  *detect({ document, workspace }) {
    for (const single of singleDomainItems(document, workspace)) yield { place: single.field.place, data: single };
  },

  word({ item, domain, missing }) {
    return `Only ${domainTitle(domain)} is accountable for ${quoted(item.title)}, where the other items of this roadmap have two domains. What one side delivers alone, the other neither shapes nor defends. Name somebody of ${listOf(missing.map(domainTitle)).replace(/ and (?=[^,]*$)/, " or ")} too.`;
  },

  *mend({ data: { field, missing } }, { document }) {
    for (const domain of missing.slice(0, 3)) yield* addDomain(field.place, document, domain, "accountable");
  },
});
