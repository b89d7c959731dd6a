import type { PlanItem } from "../../model/facts.js";

/** Items by the list, table or section that holds them. */
export function byList(items: readonly PlanItem[]): Iterable<readonly PlanItem[]> {
  const lists = new Map<string, PlanItem[]>();
  for (const item of items) {
    const list = lists.get(item.list);
    if (list) list.push(item);
    else lists.set(item.list, [item]);
  }
  return lists.values();
}
