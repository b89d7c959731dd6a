import type { PlanDocument } from "../engine/index/document.js";
import type { LockstepService } from "../engine/service/service.js";
import { type Phrase, phrase } from "../engine/text/phrase.js";
import { domainTitle } from "../engine/text/words.js";
import { openDisagreementsIn } from "../engine/views/open-disagreements.js";
import type { Badge } from "../protocol/messages.js";
import type { Addresses } from "./addresses.js";
import { rangeIn } from "./diagnostics.js";
import { type Fact, factsOf } from "./entities/facts.js";

/** What a preview may say beside the passages of a document, in their order: domains, statuses, open disagreements. None for what is no planning document. */
export function badgesOf(service: LockstepService, path: string, { say }: Pick<Addresses, "say">): Badge[] {
  const document = service.document(path);
  if (!document?.head.planning) return [];
  const badges: Badge[] = [];
  const add = (fact: Fact, kind: Badge["kind"], words: Phrase): void => {
    badges.push({ line: rangeIn(document, fact.focus).start.line, kind, text: say(words) });
  };
  for (const fact of factsOf(document)) {
    if (fact.kind === "decision") {
      const { domains } = service.workspace.ownershipOf(fact, document);
      if (domains.length > 0) add(fact, "domain", named(domains));
      else if (fact.status === "open" || fact.status === "decided") add(fact, "missing", phrase`no owning domain`);
      add(fact, "status", decisionStatuses[fact.status]);
    } else if (fact.kind === "item") {
      const domains = service.workspace.domainsOfItem(fact, document);
      if (!sameAsDocument(domains, document, service)) add(fact, "domain", named(domains));
      if (fact.status?.class) add(fact, "status", statusClasses[fact.status.class]);
    }
  }
  for (const { fact, openness, days } of openDisagreementsIn(document, service.workspace))
    add(fact, "disagreement", opennessWords(openness.kind, days));
  return badges.sort((a, b) => a.line - b.line);
}

const decisionStatuses = {
  open: phrase`to be decided`,
  decided: phrase`decided`,
  rejected: phrase`rejected`,
  superseded: phrase`superseded`,
} as const;

const statusClasses = {
  planned: phrase`planned`,
  active: phrase`active`,
  blocked: phrase`blocked`,
  done: phrase`done`,
  dropped: phrase`dropped`,
} as const;

function opennessWords(state: "stalled" | "without-next-step" | "unresolved", days: number | undefined): Phrase {
  const words =
    state === "stalled"
      ? phrase`disagreement stalled`
      : state === "without-next-step"
        ? phrase`open disagreement, no next step`
        : phrase`open disagreement`;
  if (days === undefined || days === 0) return words;
  return phrase`${words} · ${days === 1 ? phrase`1 day` : phrase`${days} days`}`;
}

function named(domains: readonly string[]): Phrase {
  return phrase`${domains.map(domainTitle).join(", ")}`;
}

/** What a whole document is of needs no saying beside each of its items. */
function sameAsDocument(domains: readonly string[], document: PlanDocument, service: LockstepService): boolean {
  const own = service.workspace.domainsOfDocument(document);
  return domains.length === 0 || (domains.length === own.length && domains.every((domain) => own.includes(domain)));
}
