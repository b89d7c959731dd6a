import type { PlanDocument } from "../../index/document.js";
import type { WorkspaceView } from "../../index/view.js";
import type { AgreementId } from "../../model/facts.js";
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
