import type { PlanDocument } from "../index/document.js";
import { sourceOf } from "../markdown/place.js";
import type { PlanItem, Priority } from "../model/facts.js";
import { ownPlace } from "../model/own-place.js";
import { phrase } from "../text/phrase.js";
import type { Fix } from "./fix.js";

/** *Make it number 3*: the first rank after its own that no other item of the list has. */
export function* nextFreeRank(
  item: PlanItem,
  own: Priority | undefined,
  taken: ReadonlySet<number>,
  document: PlanDocument,
): Iterable<Fix> {
  const place = ownPlace(item, own?.place);
  if (!place || !own) return;
  let rank = own.level + 1;
  while (taken.has(rank)) rank += 1;
  const newText = sourceOf(place).replace(/\d+/, String(rank));
  if (newText === sourceOf(place)) return;
  yield { title: phrase`Make it number ${rank}`, edits: [{ document, place, newText }], safe: false, snippet: false };
}
