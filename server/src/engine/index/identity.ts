import type { Decision, Disagreement, FactBase, PlanItem } from "../model/facts.js";
import type { PlanDocument } from "./document.js";
import type { Identity } from "./fact-index.js";
import { resolvePath } from "./links.js";

/** What a plan item is known by in other plans. */
export function itemIdentity(item: PlanItem, document: PlanDocument): Identity | undefined {
  return { title: item.title, ids: idsOf(item, document), domain: undefined };
}

export function decisionIdentity(decision: Decision, document: PlanDocument): Identity | undefined {
  return { title: decision.text, ids: idsOf(decision, document), domain: undefined };
}

export function disagreementIdentity(disagreement: Disagreement, document: PlanDocument): Identity | undefined {
  return { title: disagreement.topic, ids: idsOf(disagreement, document), domain: undefined };
}

/** Ids, tickets and link targets, as comparable keys. */
function idsOf(fact: FactBase, document: PlanDocument): string[] {
  const ids = fact.id === undefined ? [] : [fact.id.toLowerCase()];
  for (const url of fact.links) {
    const target = resolvePath(url, document.path);
    ids.push(target ? `${target.path}#${target.fragment ?? ""}`.toLowerCase() : url.toLowerCase().replace(/\/$/, ""));
  }
  return ids;
}
