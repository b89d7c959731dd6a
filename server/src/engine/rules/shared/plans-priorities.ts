import type { Stated } from "../../index/view.js";
import type { Place } from "../../markdown/slot.js";
import type { PlanItem, Priority } from "../../model/facts.js";
import { ownPlace } from "../../model/own-place.js";
import { counterparts, isOpen, type PlanContext, plannedIn } from "./plans.js";
import { stating } from "./plans-values.js";

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

/** An item that two documents rank, each in its own list or scheme. */
export interface RankedPair {
  readonly item: PlanItem;
  readonly level: number;
  readonly other: Stated<PlanItem>;
  readonly otherLevel: number;
  /** Whether nothing but the order compares: no scheme, configuration or legend says how the levels do. */
  readonly orderOnly: boolean;
}

/** What a document's priorities are compared with, before anything is made of it. */
export interface ComparedPriorities {
  /** Items whose level is another one elsewhere. */
  readonly levels: ReadonlyMap<PlanItem, LevelDifference>;
  /** Pairs of statements whose levels compare and are equal. */
  readonly equal: readonly (readonly [PlanItem, Stated<PlanItem>])[];
  /** For each two lists, what stands in both and has no difference of level that would explain its order. */
  readonly lists: readonly (readonly RankedPair[])[];
}

/** Compares the priorities of a document's open items with those of the same items elsewhere: by level where levels compare, else in lists. */
export function comparePriorities(context: PlanContext): ComparedPriorities {
  const { document, workspace } = context;
  const levels = new Map<PlanItem, LevelDifference>();
  const equal: (readonly [PlanItem, Stated<PlanItem>])[] = [];
  const byLists = new Map<string, RankedPair[]>();
  for (const item of plannedIn(document)) {
    if (!item.priority || !isOpen(item)) continue;
    const others = counterparts(item, context).filter(({ fact }) => isOpen(fact));
    const differing: LevelDifference["others"][number][] = [];
    for (const other of stating(others, ({ fact }) => fact.priority !== undefined && isOpen(fact))) {
      const { priority } = other.fact;
      if (!priority) continue;
      const compared = workspace.comparePriorities(item.priority, priority, document) ?? besideFirst(item, other.fact);
      if (compared !== undefined && compared !== 0) {
        differing.push({ ...other, priority });
        continue;
      }
      if (compared === 0) equal.push([item, other]);
      enter(byLists, item, other, compared === undefined);
    }
    if (differing.length > 0)
      levels.set(item, { kind: "level", priority: item.priority, others: differing, all: others });
  }
  const lists = [...byLists.values()].map((pairs) => pairs.filter(({ item }) => !levels.has(item)));
  return { levels, equal, lists };
}

/** Ranks order their own list only; but what a sentence calls the first of all is no other's second. Zero or undefined where nothing differs. */
function besideFirst({ priority, form }: PlanItem, other: PlanItem): number | undefined {
  if (!priority || !other.priority || !isRank(priority) || !isRank(other.priority)) return undefined;
  const claims = [
    [form, priority],
    [other.form, other.priority],
  ] as const;
  if (!claims.some(([how, { text }]) => how === "label" && /\spriority$/i.test(text))) return undefined;
  return priority.level === other.priority.level ? undefined : other.priority.level - priority.level;
}

function isRank({ scheme }: Priority): boolean {
  return scheme === "rank" || scheme === "ordinal";
}

/**
 * How the priorities of a document's items differ from those of the same items elsewhere: by level, where levels compare; else by
 * order, for two items that stand in opposite order in two documents without a difference of level that explains it (SPEC §6).
 */
export function priorityDifferences(context: PlanContext): ReadonlyMap<PlanItem, PriorityDifference> {
  return differencesIn(comparePriorities(context));
}

export function differencesIn({ levels, lists }: ComparedPriorities): ReadonlyMap<PlanItem, PriorityDifference> {
  const found = new Map<PlanItem, PriorityDifference>(levels);
  for (const pairs of lists) {
    for (const [item, difference] of inversions(pairs)) if (!found.has(item)) found.set(item, difference);
  }
  return found;
}

/** Where an item says its priority: in its own lines, else the item. */
export function priorityPlace(item: PlanItem): Place {
  return ownPlace(item, item.priority?.place) ?? item.focus;
}

/** Pairs compare in order where each document ranks both in one list, or by levels of one scheme. */
function enter(byLists: Map<string, RankedPair[]>, item: PlanItem, other: Stated<PlanItem>, orderOnly: boolean): void {
  const here = orderOf(item);
  const there = orderOf(other.fact);
  if (!here || !there) return;
  const key = `${here.within}\n${other.document.path}\n${there.within}`;
  const pair: RankedPair = { item, level: here.level, other, otherLevel: there.level, orderOnly };
  const pairs = byLists.get(key);
  if (pairs) pairs.push(pair);
  else byLists.set(key, [pair]);
}

/** A rank orders the list that it stands in, a level all items of its scheme in the document. */
function orderOf({ priority, list }: PlanItem): { readonly within: string; readonly level: number } | undefined {
  if (!priority || priority.scheme === "listed") return undefined;
  const ranks = isRank(priority);
  const family = /^tier/i.test(priority.text) ? "tier" : priority.scheme;
  return { within: ranks ? `list ${list}` : family, level: priority.level };
}

/** Each item of a pair in opposite orders, with one that it is inverted with. Sorts, so that long lists cost n log n. */
function* inversions(pairs: readonly RankedPair[]): Iterable<readonly [PlanItem, OrderDifference]> {
  if (pairs.length < 2) return;
  const sorted = [...pairs].sort((a, b) => a.level - b.level || a.otherLevel - b.otherLevel);
  const partners = new Map<RankedPair, { readonly partner: RankedPair; readonly before: boolean }>();
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
  sorted: readonly RankedPair[],
  beyond: (a: RankedPair, b: RankedPair) => boolean,
  before: boolean,
  partners: Map<RankedPair, { readonly partner: RankedPair; readonly before: boolean }>,
): void {
  let extreme: RankedPair | undefined;
  let start = 0;
  while (start < sorted.length) {
    const level = (sorted[start] as RankedPair).level;
    let end = start;
    while (end < sorted.length && (sorted[end] as RankedPair).level === level) end += 1;
    const group = sorted.slice(start, end);
    for (const pair of group) {
      if (extreme && beyond(extreme, pair) && !partners.has(pair)) partners.set(pair, { partner: extreme, before });
    }
    for (const pair of group) if (!extreme || beyond(pair, extreme)) extreme = pair;
    start = end;
  }
}
