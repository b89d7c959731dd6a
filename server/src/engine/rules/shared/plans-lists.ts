import type { PlanItem } from "../../model/facts.js";
import { groupBy } from "../../text/group.js";

/** Items by the list, table or section that holds them. */
export function byList(items: readonly PlanItem[]): Iterable<readonly PlanItem[]> {
  return groupBy(items, ({ list }) => list).values();
}
