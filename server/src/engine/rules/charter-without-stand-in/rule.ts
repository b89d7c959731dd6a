import { addStandIn } from "../../fixes/roles.js";
import type { RosterEntry } from "../../model/facts.js";
import { standInOf } from "../../understand/roster/stand-ins.js";
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
  readsText: true,

  *detect({ document }) {
    if (!document.facts.charter) return;
    for (const entry of leadsOnce(document.facts.roster)) {
      if (entry.vacant || standInOf(entry, document.facts)) continue;
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

/** Each lead once, with the stand-in that any of the places gives. */
function leadsOnce(roster: readonly RosterEntry[]): Iterable<RosterEntry> {
  const byPerson = new Map<string, RosterEntry>();
  for (const entry of roster) {
    if (!entry.lead) continue;
    const person = (entry.name ?? entry.handle ?? `vacant ${byPerson.size}`).toLowerCase();
    // A sentence introduces, the table that follows is where stand-ins are looked for.
    if (!byPerson.get(person)?.standIn?.text) byPerson.set(person, entry);
  }
  return byPerson.values();
}
