import type { PlanDocument } from "../../index/document.js";
import type { WorkspaceView } from "../../index/view.js";
import type { AgreementId, CharterFacts } from "../../model/facts.js";
import type { Person } from "../../people/roster.js";

/** The eight working agreements of a charter, each with what it answers. */
export const agreements: Readonly<Record<AgreementId, string>> = {
  values: "our values",
  processes: "how we work together",
  purpose: "what our processes are for",
  optimise: "what we optimise for",
  sacrifice: "what we sacrifice for it",
  responsibilities: "which team and person is responsible for what",
  "sticky-questions": "which questions to ask when things get sticky",
  disagreements: "how we resolve disagreements",
};

/** Agreements that a charter holds or inherits by link from another; undefined where it inherits from a place that cannot be read. */
export function agreementsOf(
  charter: CharterFacts,
  document: PlanDocument,
  workspace: WorkspaceView,
): ReadonlySet<AgreementId> | undefined {
  const held = new Set<AgreementId>();
  const visited = new Set<PlanDocument>();
  const queue: [CharterFacts, PlanDocument][] = [[charter, document]];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [facts, from] = next;
    if (visited.has(from)) continue;
    visited.add(from);
    for (const id of facts.agreements.keys()) held.add(id);
    for (const url of facts.inherits) {
      const target = workspace.resolveLink(url, from)?.document;
      if (!target?.facts.charter) return undefined;
      queue.push([target.facts.charter, target]);
    }
  }
  return held;
}

/** Leads that a charter names, one a domain, in the order of its table. */
export function leadsOf(
  document: PlanDocument,
  workspace: WorkspaceView,
): readonly { readonly person: Person; readonly domain: string }[] {
  const leads = new Map<string, Person>();
  for (const entry of document.facts.roster) {
    if (!entry.lead || entry.vacant) continue;
    const { person, domain } = workspace.roster.resolve(entry.name ?? entry.handle ?? "");
    if (person && domain !== undefined && !leads.has(domain)) leads.set(domain, person);
  }
  return [...leads].map(([domain, person]) => ({ domain, person }));
}

export function nameOf(person: Person): string {
  return person.name ?? `@${(person.handle ?? "").replace(/^@/, "")}`;
}
