import type { WorkspaceView } from "../../index/view.js";
import type { PlanItem } from "../../model/facts.js";
import { counterparts } from "../../rules/shared/plans.js";
import type { Plan } from "./plans.js";

/** One item as the plans have it, in their order. */
export type AlignedItem = ReadonlyMap<Plan, PlanItem>;

/**
 * The items of all plans, those that are the same in one place. What is the same is what the rules take for the same; where that would put two
 * items of one plan together, the later pair stays apart. In the order of the plans, and of the items within each.
 */
export function align(plans: readonly Plan[], workspace: WorkspaceView): readonly AlignedItem[] {
  const groups = new Map<PlanItem, Map<Plan, PlanItem>>();
  const documents = new Set(plans.map(({ document }) => document));
  for (const plan of plans) for (const item of plan.items) groups.set(item, new Map([[plan, item]]));
  for (const { document, items } of plans) {
    for (const item of items) {
      for (const other of counterparts(item, { document, workspace })) {
        if (documents.has(other.document)) join(groups, item, other.fact);
      }
    }
  }
  const order = new Map(plans.map((plan, index) => [plan, index]));
  const rankOf = (plan: Plan): number => order.get(plan) ?? 0;
  return [...new Set(groups.values())].map((group) => new Map([...group].sort(([a], [b]) => rankOf(a) - rankOf(b))));
}

function join(groups: Map<PlanItem, Map<Plan, PlanItem>>, one: PlanItem, other: PlanItem): void {
  const a = groups.get(one);
  const b = groups.get(other);
  if (!a || !b || a === b) return;
  for (const plan of b.keys()) if (a.has(plan)) return;
  for (const [plan, item] of b) {
    a.set(plan, item);
    groups.set(item, a);
  }
}
