import type { PlanDocument } from "../../index/document.js";
import type { Stated, WorkspaceView } from "../../index/view.js";
import type { PlanItem, Priority } from "../../model/facts.js";
import type { RuleContext } from "../rule.js";
import { counterparts, isOpen, plannedIn } from "./plans.js";

export interface LevelDifference {
  readonly kind: "level";
  readonly priority: Priority;
  /** Those whose level is another one. */
  readonly others: readonly (Stated<PlanItem> & { readonly priority: Priority })[];
  /** All open counterparts, those that agree included. */
  readonly all: readonly Stated<PlanItem>[];
}

export interface OrderDifference {
  readonly kind: "order";
  /** The item that it stands before or after here, and the other way round there. */
  readonly partner: PlanItem;
  readonly before: boolean;
  readonly other: Stated<PlanItem>;
  readonly otherPartner: PlanItem;
  /** All that stands in both lists, this item and its partner among it. */
  readonly pairs: readonly { readonly here: PlanItem; readonly there: PlanItem }[];
}

export type PriorityDifference = LevelDifference | OrderDifference;

interface Pair {
  readonly item: PlanItem;
  readonly level: number;
  readonly other: Stated<PlanItem>;
  readonly otherLevel: number;
}

/**
 * How the priorities of a document's items differ from those of the same items elsewhere: by level, where levels compare; else by
 * order, for two items that stand in opposite order in two documents without a difference of level that explains it (SPEC §6).
 */
export function priorityDifferences(context: RuleContext): ReadonlyMap<PlanItem, PriorityDifference> {
  const { document, workspace } = context;
  const found = new Map<PlanItem, PriorityDifference>();
  const byLists = new Map<string, Pair[]>();
  for (const item of plannedIn(document)) {
    if (!item.priority || !isOpen(item)) continue;
    const others = counterparts(item, context).filter(({ fact }) => isOpen(fact));
    const differing: LevelDifference["others"][number][] = [];
    for (const other of others) {
      const { priority } = other.fact;
      if (!priority) continue;
      if (levelsDiffer(item.priority, priority, document, workspace)) differing.push({ ...other, priority });
      else enter(byLists, item, other);
    }
    if (differing.length > 0)
      found.set(item, { kind: "level", priority: item.priority, others: differing, all: others });
  }
  for (const pairs of byLists.values()) {
    const unexplained = pairs.filter((pair) => found.get(pair.item)?.kind !== "level");
    for (const [item, difference] of inversions(unexplained)) if (!found.has(item)) found.set(item, difference);
  }
  return found;
}

function levelsDiffer(a: Priority, b: Priority, document: PlanDocument, workspace: WorkspaceView): boolean {
  const compared = workspace.comparePriorities(a, b, document);
  return compared !== undefined && compared !== 0;
}

/** Pairs compare in order where each document ranks both in one list, or by levels of one scheme. */
function enter(byLists: Map<string, Pair[]>, item: PlanItem, other: Stated<PlanItem>): void {
  const here = orderOf(item);
  const there = orderOf(other.fact);
  if (!here || !there) return;
  const key = `${here.within}\n${other.document.path}\n${there.within}`;
  const pair: Pair = { item, level: here.level, other, otherLevel: there.level };
  const pairs = byLists.get(key);
  if (pairs) pairs.push(pair);
  else byLists.set(key, [pair]);
}

/** A rank orders the list that it stands in, a level all items of its scheme in the document. */
function orderOf({ priority, list }: PlanItem): { readonly within: string; readonly level: number } | undefined {
  if (!priority || priority.scheme === "listed") return undefined;
  const ranks = priority.scheme === "rank" || priority.scheme === "ordinal";
  const family = /^tier/i.test(priority.text) ? "tier" : priority.scheme;
  return { within: ranks ? `list ${list}` : family, level: priority.level };
}

/** Each item of a pair in opposite orders, with one that it is inverted with. Sorts, so that long lists cost n log n. */
function* inversions(pairs: readonly Pair[]): Iterable<readonly [PlanItem, OrderDifference]> {
  if (pairs.length < 2) return;
  const sorted = [...pairs].sort((a, b) => a.level - b.level || a.otherLevel - b.otherLevel);
  const partners = new Map<Pair, { readonly partner: Pair; readonly before: boolean }>();
  scan(sorted, (a, b) => a.otherLevel > b.otherLevel, false, partners);
  scan([...sorted].reverse(), (a, b) => a.otherLevel < b.otherLevel, true, partners);
  const both = pairs.map(({ item, other }) => ({ here: item, there: other.fact }));
  for (const [pair, { partner, before }] of partners) {
    const difference = { before, partner: partner.item, other: pair.other, otherPartner: partner.other.fact };
    yield [pair.item, { kind: "order", ...difference, pairs: both }];
  }
}

/** Walks away from one end of the order here and keeps, of all strictly nearer to it, the one that is farthest from it there. */
function scan(
  sorted: readonly Pair[],
  beyond: (a: Pair, b: Pair) => boolean,
  before: boolean,
  partners: Map<Pair, { readonly partner: Pair; readonly before: boolean }>,
): void {
  let extreme: Pair | undefined;
  let start = 0;
  while (start < sorted.length) {
    const level = (sorted[start] as Pair).level;
    let end = start;
    while (end < sorted.length && (sorted[end] as Pair).level === level) end += 1;
    const group = sorted.slice(start, end);
    for (const pair of group) {
      if (extreme && beyond(extreme, pair) && !partners.has(pair)) partners.set(pair, { partner: extreme, before });
    }
    for (const pair of group) if (!extreme || beyond(pair, extreme)) extreme = pair;
    start = end;
  }
}
