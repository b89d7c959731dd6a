import type { PlanDocument } from "../index/document.js";
import { sourceOf } from "../markdown/place.js";
import type { Place } from "../markdown/slot.js";
import type { PlanItem } from "../model/facts.js";
import { phrase } from "../text/phrase.js";
import type { Fix, FixEdit } from "./fix.js";

/** One thing in two ranked lists. */
export interface RankedPair {
  readonly here: PlanItem;
  readonly there: PlanItem;
}

/** *Use the order of product-plan.md*, *Use this order in product-plan.md*: what stands in both lists changes places, the rest stays. */
export function* reorder(pairs: readonly RankedPair[], document: PlanDocument, other: PlanDocument): Iterable<Fix> {
  const theirs = editsOf(
    document,
    pairs.map(({ here, there }) => ({ item: here, level: there.priority?.level ?? 0 })),
  );
  if (theirs) yield { title: phrase`Use the order of ${other.path}`, edits: theirs, safe: false, snippet: false };
  const ours = editsOf(
    other,
    pairs.map(({ here, there }) => ({ item: there, level: here.priority?.level ?? 0 })),
  );
  if (ours) yield { title: phrase`Use this order in ${other.path}`, edits: ours, safe: false, snippet: false };
}

/** `level` is the one to follow. Undefined where the order is not written in a list or in ranks, or several share a level. */
function editsOf(
  document: PlanDocument,
  wanted: readonly { readonly item: PlanItem; readonly level: number }[],
): readonly FixEdit[] | undefined {
  if (new Set(wanted.map(({ level }) => level)).size < wanted.length) return undefined;
  const places: Place[] = [];
  for (const { item } of wanted) {
    const place = movable(item);
    if (!place) return undefined;
    places.push(place);
  }
  const now = wanted.map(({ item }, index) => ({
    item,
    place: places[index] as Place,
    rank: item.priority?.level ?? 0,
  }));
  now.sort((a, b) => a.rank - b.rank);
  const then = [...wanted].sort((a, b) => a.level - b.level);
  const inCells = wanted[0]?.item.priority?.scheme === "rank";
  return now.flatMap(({ item, place }, index): FixEdit[] => {
    const next = then[index]?.item;
    if (!next || next === item) return [];
    // Ranks are written with their item: the item that comes here takes this rank. In a list the items themselves move.
    if (inCells) return [{ document, place: movable(next) as Place, newText: sourceOf(place) }];
    return [{ document, place, newText: sourceOf(movable(next) as Place) }];
  });
}

/** The cell that ranks a row, or all that stands behind an item's number. */
function movable(item: PlanItem): Place | undefined {
  const { priority, unit } = item;
  if (priority?.scheme === "rank") return priority.place;
  if (priority?.scheme !== "ordinal" || unit?.kind !== "paragraph" || !unit.item) return undefined;
  return { slot: unit.slot, start: unit.start, end: unit.item.end };
}
