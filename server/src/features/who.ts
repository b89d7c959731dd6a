import type { PlanDocument } from "../engine/index/document.js";
import type { WorkspaceView } from "../engine/index/view.js";
import type { Mention } from "../engine/model/facts.js";

/**
 * Who is named, each once, in the order of the mentions: people by the names that the roster has for them, whoever it does not have as
 * written; and the domains that they are of. A domain's own name is no person.
 */
export function whoIs(
  mentions: readonly Mention[],
  document: PlanDocument,
  workspace: WorkspaceView,
): { readonly people: string[]; readonly domains: string[] } {
  const people = new Set<string>();
  const domains = new Set<string>();
  for (const mention of mentions) {
    for (const { person, domain, team, known } of workspace.roster.resolveAll(mention.text)) {
      if (person) people.add(person.name ?? `@${person.handle ?? ""}`);
      else if (team !== undefined) people.add(team);
      else if (!known) people.add(mention.text);
      if (domain !== undefined) domains.add(domain);
    }
    const ownDomain = workspace.domainOf(mention, document);
    if (ownDomain !== undefined) domains.add(ownDomain);
  }
  return { people: [...people], domains: [...domains] };
}
