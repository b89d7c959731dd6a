import type { WorkspaceView } from "../engine/index/view.js";
import type { LockstepService } from "../engine/service/service.js";
import { type OpenDisagreementFact, openDisagreementsIn } from "../engine/views/open-disagreements.js";
import type { OpenDisagreement, OpenDisagreementsResult } from "../protocol/messages.js";
import type { Addresses } from "./addresses.js";
import { rangeIn } from "./diagnostics.js";
import { whoIs } from "./who.js";

/**
 * Every disagreement that the planning documents leave open, by path and place, and how many documents were looked at. What another
 * document settles is not among them.
 */
export function openDisagreementsOf(
  service: LockstepService,
  addresses: Addresses,
): Omit<OpenDisagreementsResult, "indexing"> {
  const { documents } = service.workspace;
  const disagreements: OpenDisagreement[] = [];
  let planningDocuments = 0;
  for (const path of [...documents.keys()].sort()) {
    const document = documents.get(path)!;
    if (!document.head.planning) continue;
    planningDocuments += 1;
    for (const open of openDisagreementsIn(document, service.workspace))
      disagreements.push(openDisagreementOf(open, service.workspace, addresses));
  }
  return { disagreements, documents: documents.size, planningDocuments };
}

function openDisagreementOf(
  { fact, document, openness, since, days }: OpenDisagreementFact,
  workspace: WorkspaceView,
  addresses: Addresses,
): OpenDisagreement {
  const { people, domains } = whoIs([...fact.parties, ...(fact.owner ? [fact.owner] : [])], document, workspace);
  return {
    uri: addresses.uriOf(document.path),
    path: document.path,
    topic: fact.topic,
    state: openness.kind,
    parties: [...new Set(fact.parties.map((party) => party.text))],
    people,
    domains: domains.length > 0 ? domains : [...workspace.domainsOfDocument(document)],
    range: rangeIn(document, fact.focus),
    ...(document.head.title && { title: document.head.title.text }),
    ...(fact.nextStep && { nextStep: fact.nextStep.text }),
    ...(fact.owner && { owner: fact.owner.text }),
    ...(fact.due && { due: fact.due.text }),
    ...(since !== undefined && { since, days }),
  };
}
