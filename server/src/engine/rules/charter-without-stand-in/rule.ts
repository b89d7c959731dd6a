import { addStandIn } from "../../fixes/roles.js";
import type { RosterEntry } from "../../model/facts.js";
import { defineRule } from "../rule.js";

interface Data {
  readonly entry: RosterEntry;
  readonly lead: string;
}

export const rule = defineRule<Data>({
  id: "charter-without-stand-in",
  family: "charters",
  severity: "hint",
  summary: "A lead with no stand-in",

  *detect({ document }) {
    if (!document.facts.charter) return;
    for (const entry of document.facts.roster) {
      if (!entry.lead || entry.vacant || (entry.standIn && entry.standIn.text !== "")) continue;
      yield { place: entry.place, data: { entry, lead: entry.name ?? entry.handle ?? "The lead" } };
    }
  },

  word({ lead }) {
    return `${lead} has no stand-in. When a lead is away, decisions wait or are made without the domain. Name who decides in their place.`;
  },

  *mend({ data }, { document }) {
    yield* addStandIn(data.entry, document);
  },
});
