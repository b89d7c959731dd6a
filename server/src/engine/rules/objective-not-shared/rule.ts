import { addDomain } from "../../fixes/add-domain.js";
import type { Place } from "../../markdown/slot.js";
import type { PlanItem } from "../../model/facts.js";
import { domainTitle, quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { isOpen, ownDomainsOf } from "../shared/plans.js";
import { ownersPlace, topObjectives } from "../shared/plans-objectives.js";

interface Data {
  readonly item: PlanItem;
  readonly domain: string;
  /** Where its owners are named, if the item itself names them. */
  readonly owners: Place | undefined;
}

export const rule = defineRule<Data>({
  id: "objective-not-shared",
  family: "priorities and plans",
  severity: "hint",
  summary: "A top-level objective owned by one domain alone",

  *detect({ document, workspace }) {
    // A domain's own objectives are its own; the company's are all leads'.
    if (workspace.domainsOfDocument(document).length === 1) return;
    for (const item of topObjectives(document)) {
      const [domain, ...more] = ownDomainsOf(item, document, workspace);
      if (domain === undefined || more.length > 0 || !isOpen(item)) continue;
      const owners = ownersPlace(item);
      yield { place: owners?.field ?? item.focus, data: { item, domain, owners: owners?.end } };
    }
  },

  word({ item, domain }) {
    return `The objective ${quoted(item.title)} is owned by ${domainTitle(domain)} alone. Leads who answer for different objectives end up on different sides when work is to be cut. Share it, or put it under an objective that you share.`;
  },

  *mend({ data: { domain, owners } }, { document, workspace }) {
    if (!owners) return;
    const others = workspace.vocabularyOf(document).domains.filter((other) => other !== domain);
    for (const other of others.slice(0, 3)) yield* addDomain(owners, document, other, "an owner");
  },
});
