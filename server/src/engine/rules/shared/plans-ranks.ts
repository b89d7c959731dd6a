import type { PlanDocument } from "../../index/document.js";
import type { PlanItem, Priority } from "../../model/facts.js";
import { isOpen, itemsOf } from "./plans.js";

export interface DuplicateRank {
  readonly item: PlanItem;
  readonly rank: number;
  /** The first of the list with that rank. */
  readonly first: PlanItem;
  readonly taken: ReadonlySet<number>;
}

/** Open items of a list whose exclusive rank an earlier one has, or one that is done and keeps its place in the list. */
export function* duplicateRanks(document: PlanDocument): Iterable<DuplicateRank> {
  for (const all of rankedLists(document)) {
    const open = all.filter(isOpen);
    const closed = keepTheirPlaces(all) ? all.filter((item) => !isOpen(item)) : [];
    const values = [...closed, ...open].map((item) => rankOf(item)?.level ?? 0);
    const taken = new Set(values);
    const running = runsFromOne(values, taken);
    const firstOf = new Map(closed.map((item) => [rankOf(item)?.level ?? 0, item]));
    for (const item of open) {
      const rank = rankOf(item)?.level ?? 0;
      const first = firstOf.get(rank);
      if (!first) firstOf.set(rank, item);
      else if (running || (saysRank(item) && saysRank(first))) yield { item, rank, first, taken };
    }
  }
}

/** The number that an item claims for itself alone. */
export function rankOf({ rank, priority, form }: PlanItem): Priority | undefined {
  if (rank?.scheme === "rank") return rank;
  // "### 4. Remote stop": a heading's number is written by hand, unlike those of a list.
  if (form === "heading" && priority?.scheme === "ordinal") return priority;
  return priority?.scheme === "rank" ? priority : undefined;
}

function rankedLists(document: PlanDocument): Iterable<readonly PlanItem[]> {
  const lists = new Map<string, PlanItem[]>();
  for (const item of [...itemsOf(document, "item"), ...itemsOf(document, "headcount")]) {
    if (!rankOf(item) || item.struck || item.total) continue;
    // Headings of one depth below one heading are a list.
    const list = item.form === "heading" ? `below ${item.section.path.at(-2)?.text ?? ""}` : item.list;
    const items = lists.get(list);
    if (items) items.push(item);
    else lists.set(list, [item]);
  }
  return lists.values();
}

/** Whether what is done is counted on: the last number is that of all rows, and one place is empty because another is held by two. */
function keepTheirPlaces(items: readonly PlanItem[]): boolean {
  const values = items.map((item) => rankOf(item)?.level ?? 0);
  return runsFromOne(values, new Set(values)) && Math.max(...values) === values.length;
}

/** A Rank or # column, or a number that calls itself one: "#1", "number one". */
function saysRank(item: PlanItem): boolean {
  const { fields } = item;
  const rank = rankOf(item);
  if (!rank?.place) return false;
  const { place } = rank;
  const column = fields.some(
    (field) => field.name === "rank" && field.place.slot === place.slot && field.place.start === place.start,
  );
  return column || /^(?:#|no\.|nr\.?|number|rank)\s*\S/i.test(rank.text);
}

/** A plain number in a Priority column is exclusive only where the values run 1…n, one of them given twice. */
function runsFromOne(values: readonly number[], distinct: ReadonlySet<number>): boolean {
  return (
    values.length >= 3 &&
    distinct.size >= values.length - 1 &&
    Math.min(...values) === 1 &&
    Math.max(...values) <= values.length
  );
}
