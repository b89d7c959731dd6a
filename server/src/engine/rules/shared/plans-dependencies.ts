import type { PlanDocument } from "../../index/document.js";
import { spellings } from "../../index/item-names.js";
import type { Stated } from "../../index/view.js";
import type { PlanItem, Written } from "../../model/facts.js";
import type { RuleContext } from "../rule.js";
import { current, isOpen, itemsOf } from "./plans.js";

export interface LowerDependency extends Stated<PlanItem> {
  readonly named: Written;
}

/** What an open item depends on and what ranks below it: in its own document, else in another that is current. */
export function lowerDependencies(item: PlanItem, context: RuleContext): readonly LowerDependency[] {
  if (!item.priority || !isOpen(item)) return [];
  return item.dependsOn.flatMap((named) => {
    const found = itemNamed(named.text, item, context);
    return found && isOpen(found.fact) && ranksBelow(found.fact, item, found.document, context)
      ? [{ ...found, named }]
      : [];
  });
}

function itemNamed(name: string, item: PlanItem, { document, workspace }: RuleContext): Stated<PlanItem> | undefined {
  for (const spelling of spellings(name)) {
    const found = workspace
      .itemsNamed(spelling)
      .filter(({ fact }) => fact !== item && fact.kind === "item" && fact.priority);
    const own = found.filter((other) => other.document === document);
    if (own.length > 0) return own[0];
    const elsewhere = found.filter((other) => current(document, other.document));
    if (elsewhere.length === 1) return elsewhere[0];
  }
  return undefined;
}

function ranksBelow(other: PlanItem, item: PlanItem, document: PlanDocument, context: RuleContext): boolean {
  const { priority } = item;
  if (!priority || !other.priority) return false;
  const inOneList = document === context.document && other.list === item.list;
  if (inOneList && other.priority.scheme === priority.scheme) return other.priority.level > priority.level;
  const compared = context.workspace.comparePriorities(priority, other.priority, context.document);
  return compared !== undefined && compared < 0;
}

export interface Unstaffed {
  readonly item: PlanItem;
  /** Items of the same list below it that have people or budget. */
  readonly staffed: readonly PlanItem[];
}

/** Top items of a list that are said to have no people or budget, where lower ones have some. */
export function* unstaffedTopItems(document: PlanDocument): Iterable<Unstaffed> {
  const lists = new Map<string, PlanItem[]>();
  for (const item of itemsOf(document, "item")) {
    if (!item.priority || !item.resources || !isOpen(item)) continue;
    const key = `${item.list}\n${item.priority.scheme}`;
    const items = lists.get(key);
    if (items) items.push(item);
    else lists.set(key, [item]);
  }
  for (const items of lists.values()) {
    const top = Math.min(...items.map((item) => item.priority?.level ?? 0));
    const staffed = items.filter((item) => item.priority?.level !== top && (item.resources?.amount ?? 0) > 0);
    if (staffed.length === 0) continue;
    for (const item of items) {
      if (item.priority?.level === top && item.resources?.amount === 0) yield { item, staffed };
    }
  }
}
