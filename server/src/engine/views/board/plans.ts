import type { PlanDocument } from "../../index/document.js";
import type { WorkspaceView } from "../../index/view.js";
import type { PlanItem } from "../../model/facts.js";
import { isOpen, isSuperseded, plannedIn } from "../../rules/shared/plans.js";

/** A document with a list of priorities, and what of it may stand on the board. */
export interface Plan {
  readonly document: PlanDocument;
  readonly items: readonly PlanItem[];
}

/**
 * The documents that say what is done first: roadmaps, and whatever else gives two open items or more a priority. Notes say what was so on their day,
 * and superseded plans nothing any more. Roadmaps come first, and of them those of several domains or none, then those of each domain in the order of
 * the roster.
 */
export function plansOf(workspace: WorkspaceView): readonly Plan[] {
  const plans: Plan[] = [];
  for (const document of workspace.documents.values()) {
    if (!document.head.planning || isSuperseded(document)) continue;
    const items = itemsFor(document, workspace);
    if (items.length > 0) plans.push({ document, items });
  }
  const order = new Map(workspace.roster.domains.map((domain, index) => [domain, index + 1]));
  const rankOf = ({ document }: Plan): number => {
    const [domain, ...others] = workspace.domainsOfDocument(document);
    return domain === undefined || others.length > 0 ? 0 : (order.get(domain) ?? order.size + 1);
  };
  const kindOf = ({ document }: Plan): number => (document.head.kind === "roadmap" ? 0 : 1);
  return plans.sort(
    (a, b) => kindOf(a) - kindOf(b) || rankOf(a) - rankOf(b) || (a.document.path < b.document.path ? -1 : 1),
  );
}

function itemsFor(document: PlanDocument, workspace: WorkspaceView): readonly PlanItem[] {
  const { kind } = document.head;
  if (kind === "notes" || kind === "hiring") return [];
  const items = plannedIn(document).filter((item) => item.kind === "item" || item.priority !== undefined);
  const open = items.filter(isOpen);
  const ranked = open.filter((item) => item.priority !== undefined);
  const isList = ranked.length > 1 || (kind === "roadmap" && open.length > 1);
  return isList || (open.length > 0 && workspace.plansBeside(document).length > 0) ? items : [];
}
