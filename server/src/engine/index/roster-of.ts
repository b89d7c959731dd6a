import type { DomainSettings } from "../config/settings.js";
import type { RosterEntry } from "../model/facts.js";
import { Roster } from "../people/roster.js";
import type { AddedDomain } from "../people/vocabulary.js";
import type { PlanDocument } from "./document.js";
import { inPathOrder } from "./order.js";

/** More is no company's charter, but a collection of many. */
const mostAdded = 24;

/** Shorter ones are found in words and short forms that mean something else. */
const shortestName = 3;

/** What charters, each read by itself, add to the domains of configuration. */
export function addedDomains(
  charters: Iterable<PlanDocument>,
  ofRoot: readonly DomainSettings[],
): readonly AddedDomain[] {
  const { added } = rosterOf(charters, ofRoot, []);
  return added.length > mostAdded ? [] : added.filter(({ name }) => name.length >= shortestName);
}

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
