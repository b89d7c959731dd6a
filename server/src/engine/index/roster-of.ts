import type { DomainSettings } from "../config/settings.js";
import type { RosterEntry } from "../model/facts.js";
import { Roster } from "../people/roster.js";
import type { PlanDocument } from "./document.js";
import { inPathOrder } from "./order.js";

/** The roster that documents, their settings and CODEOWNERS files give; `ofRoot` are the domains where no document says otherwise. */
export function rosterOf(
  documents: Iterable<PlanDocument>,
  ofRoot: readonly DomainSettings[],
  codeOwners: Iterable<string>,
): Roster {
  const entries: RosterEntry[] = [];
  const domains = new Set([ofRoot]);
  for (const document of inPathOrder(documents)) {
    entries.push(...document.facts.roster);
    domains.add(document.settings.domains);
  }
  return Roster.build(entries, [...domains], [...codeOwners]);
}
