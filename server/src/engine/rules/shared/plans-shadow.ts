import type { PlanDocument } from "../../index/document.js";
import { overlap } from "../../index/plan-index.js";
import type { WorkspaceView } from "../../index/view.js";
import type { PlanItem } from "../../model/facts.js";
import { groupBy } from "../../text/group.js";
import { allDomainsOf, isOpen, itemsOf, ownDomainsOf, type PlanContext } from "./plans.js";

export interface Shadow {
  readonly item: PlanItem;
  readonly domain: string;
  /** Plans of other domains for the same time that lack it, one or more for each. */
  readonly lacking: readonly { readonly domain: string; readonly plans: readonly PlanDocument[] }[];
}

/** Items of a domain's plan that another domain's plan of the same period lacks, judged for each pair of plans (SPEC §6). */
export function* shadowItems({ document, workspace }: PlanContext): Iterable<Shadow> {
  const beside = byDomain(workspace.plansBeside(document), workspace);
  const [domain] = workspace.domainsOfDocument(document);
  if (beside.size === 0 || domain === undefined) return;
  for (const item of itemsOf(document, "item")) {
    if (!isOpen(item) || item.internal || ownDomainsOf(item, document, workspace).size > 1) continue;
    const domains = allDomainsOf(item, document, workspace);
    if (domains.size > 1) continue;
    const like = workspace.documentsLike(item);
    if (isShared(like, workspace)) continue;
    const lacking = [...beside].flatMap(([other, all]) => {
      const plans = all.filter((plan) => covers(plan, item, document));
      return plans.length === 0 || plans.some((plan) => like.has(plan.path)) ? [] : [{ domain: other, plans }];
    });
    if (lacking.length > 0) yield { item, domain, lacking };
  }
}

function byDomain(
  plans: readonly PlanDocument[],
  workspace: WorkspaceView,
): ReadonlyMap<string, readonly PlanDocument[]> {
  return groupBy(plans, (plan) => workspace.domainsOfDocument(plan)[0]);
}

/** In a roadmap or in objectives that are not of one domain alone: all have seen it. */
function isShared(paths: ReadonlySet<string>, workspace: WorkspaceView): boolean {
  for (const path of paths) {
    const document = workspace.documents.get(path);
    if (document?.head.kind !== "roadmap" && document?.head.kind !== "okr") continue;
    if (workspace.domainsOfDocument(document).length !== 1) return true;
  }
  return false;
}

/** An item that is for later than a plan reaches is not missing from it. One that was due before its own plan begins was carried over into it. */
function covers(plan: PlanDocument, { target }: PlanItem, own: PlanDocument): boolean {
  if (!target?.date || target.date.ambiguous || !plan.head.period) return true;
  const carriedOver = own.head.period !== undefined && target.date.end < own.head.period.start;
  return carriedOver || overlap(plan.head.period, target.date);
}
