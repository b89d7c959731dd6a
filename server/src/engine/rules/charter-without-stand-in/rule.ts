import { addStandIn } from "../../fixes/roles.js";
import type { PlanDocument } from "../../index/document.js";
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
    for (const entry of leadsOnce(document.facts.roster)) {
      if (entry.vacant || (entry.standIn && entry.standIn.text !== "") || hasCover(entry, document)) continue;
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

const longestText = 50_000;

/** "Felix Brandt stands in for Amara", in a sentence anywhere in the charter. */
function hasCover({ name }: RosterEntry, document: PlanDocument): boolean {
  const first = name?.split(" ")[0];
  if (first === undefined) return false;
  const text = document.text.slice(0, longestText);
  return [...text.matchAll(covers)].some(([, who, whom]) => whom === first && !/^(?:Nobody|None|Who)$/.test(who ?? ""));
}

const covers =
  /(\p{Lu}[\p{L}'’-]*) (?:stands in|deputi[sz]es|covers|takes over|fills in|steps in|decides) (?:for|in place of) (\p{Lu}[\p{L}'’-]*)/gu;

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
