import type { PlanDocument } from "../../index/document.js";
import type { WorkspaceView } from "../../index/view.js";
import type { PlanItem, PriorityScheme } from "../../model/facts.js";
import { ownPlace } from "../../model/own-place.js";
import { isOpen, itemsOf } from "./plans.js";
import { byList } from "./plans-lists.js";

export interface LevelledItems {
  /** Open items with a level of one scheme. */
  readonly items: readonly PlanItem[];
  /** Those of them at the top of the scheme. */
  readonly top: readonly PlanItem[];
}

/** Schemes in which something can be most important without being first in a list; *Now* says when, not how important (SPEC §6). */
const schemes: ReadonlySet<PriorityScheme> = new Set(["p-level", "word", "moscow", "flagship"]);

/** The lowest level that may stand for the top of a scheme: P1 where nobody uses P0, High where nobody uses Critical. */
const lowestTop = 1;

/**
 * Lists and tables of their own levels, in documents that hold several of them; a level that a heading gives says nothing of its list.
 * None where there is one list, which is as good as its document.
 */
export function topOfLists(document: PlanDocument, workspace: WorkspaceView): readonly LevelledItems[] {
  const own = itemsOf(document, "item").filter((item) => item.priority && ownPlace(item, item.priority.place));
  const lists = [...byList(own)];
  if (lists.length < 2) return [];
  const listOf = new Map(lists.flatMap((list, index) => list.map((item) => [item, index] as const)));
  const schemesInLists = topItems(document, workspace).map(({ items, top }) => ({
    items: apart(items, listOf),
    top: apart(top, listOf),
  }));
  return lists.flatMap((_list, index) =>
    schemesInLists.map(({ items, top }) => ({ items: items.get(index) ?? [], top: top.get(index) ?? [] })),
  );
}

/** Items by the number of their list; those of none are left out. */
function apart(items: readonly PlanItem[], listOf: ReadonlyMap<PlanItem, number>): Map<number, PlanItem[]> {
  const byNumber = new Map<number, PlanItem[]>();
  for (const item of items) {
    const number = listOf.get(item);
    if (number === undefined) continue;
    const list = byNumber.get(number);
    if (list) list.push(item);
    else byNumber.set(number, [item]);
  }
  return byNumber;
}

/** The open items of a document by scheme, with those at its top. */
export function topItems(document: PlanDocument, workspace: WorkspaceView): readonly LevelledItems[] {
  const byScheme = new Map<string, PlanItem[]>();
  for (const item of itemsOf(document, "item")) {
    const { priority } = item;
    if (!priority || !schemes.has(priority.scheme)) continue;
    const key = /^tier/i.test(priority.text) ? "tier" : priority.scheme;
    const items = byScheme.get(key);
    if (items) items.push(item);
    else byScheme.set(key, [item]);
  }
  return [...byScheme.values()].flatMap((all) => {
    const level = Math.min(...all.map((item) => item.priority?.level ?? 0));
    if (level > lowestTop || (level > 0 && !isTop(level, all, workspace))) return [];
    const items = all.filter(isOpen);
    return [{ items, top: items.filter((item) => item.priority?.level === level) }];
  });
}

/** Items that are all of one lower level do not show that it is the top; P1 is none where somebody uses P0. */
function isTop(level: number, items: readonly PlanItem[], workspace: WorkspaceView): boolean {
  const [first] = items;
  if (!first?.priority || items.every((item) => item.priority?.level === level)) return false;
  return first.priority.scheme !== "p-level" || !workspace.usesLevel({ ...first.priority, level: 0 });
}
