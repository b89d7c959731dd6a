import type { PlanDocument } from "../engine/index/document.js";
import type { WorkspaceView } from "../engine/index/view.js";
import { isoDate } from "../engine/model/date.js";
import type { Disagreement } from "../engine/model/facts.js";
import { numberOption } from "../engine/rules/rule.js";
import { dateOf } from "../engine/rules/shared/decisions.js";
import {
  type DisagreementOpenness,
  disagreementOpenness,
  disagreementsForFindings,
} from "../engine/rules/shared/disagreements.js";
import type { LockstepService } from "../engine/service/service.js";
import type { OpenDisagreement } from "../protocol/messages.js";
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
): { readonly disagreements: readonly OpenDisagreement[]; readonly planningDocuments: number } {
  const { documents } = service.workspace;
  const disagreements: OpenDisagreement[] = [];
  let planningDocuments = 0;
  for (const path of [...documents.keys()].sort()) {
    const document = documents.get(path)!;
    if (!document.head.planning) continue;
    planningDocuments += 1;
    for (const fact of disagreementsForFindings(document)) {
      const openness = disagreementOpenness(fact, document, service.workspace, limitFor(document));
      if (openness) disagreements.push(openDisagreementOf(fact, openness, document, service.workspace, addresses));
    }
  }
  return { disagreements, planningDocuments };
}

/** Days after which a disagreement counts as stalled, whether or not the rule that says so is on. */
function limitFor(document: PlanDocument): number {
  return numberOption(document.settings.rule("disagreement-stalled"), "days");
}

function openDisagreementOf(
  fact: Disagreement,
  openness: DisagreementOpenness,
  document: PlanDocument,
  workspace: WorkspaceView,
  addresses: Addresses,
): OpenDisagreement {
  const { today } = workspace;
  const { people, domains } = whoIs([...fact.parties, ...(fact.owner ? [fact.owner] : [])], document, workspace);
  const since = dateOf({ date: fact.since, section: fact.section }, document);
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
    ...(since && { since: isoDate(since.end), days: Math.max(0, today - since.end) }),
  };
}
