import { nameLead } from "../../fixes/roles.js";
import type { RosterEntry } from "../../model/facts.js";
import { defineRule } from "../rule.js";

interface Data {
  readonly entry: RosterEntry;
  readonly domain: string;
}

export const rule = defineRule<Data>({
  id: "charter-domain-without-lead",
  family: "charters",
  severity: "warning",
  summary: "A domain that the charter names and gives no lead",

  *detect({ document }) {
    if (!document.facts.charter) return;
    const led = new Set(
      document.facts.roster
        .filter((entry) => entry.lead && !entry.vacant)
        .map((entry) => entry.domain?.text.toLowerCase()),
    );
    for (const entry of document.facts.roster) {
      if (!entry.vacant || !entry.domain || led.has(entry.domain.text.toLowerCase())) continue;
      yield { place: entry.place, data: { entry, domain: entry.domain.text } };
    }
  },

  word({ domain }) {
    return `${domain} has no lead in this charter. Decisions of a domain without a lead are made by whoever needs them. Name a lead, or an acting one until there is.`;
  },

  *mend({ data }, { document }) {
    yield* nameLead(data.entry, document);
  },
});
