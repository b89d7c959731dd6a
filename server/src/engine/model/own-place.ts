import type { Place } from "../markdown/slot.js";
import type { PlanItem } from "./facts.js";

/** Where a value stands, if it stands in the item's own lines; a value that headings give is not the item's to underline or to change. */
export function ownPlace(item: PlanItem, place: Place | undefined): Place | undefined {
  if (!place) return undefined;
  const own = within(place, item.place) || item.fields.some((field) => within(place, field.place));
  return own ? place : undefined;
}

function within(inner: Place, outer: Place): boolean {
  return inner.slot === outer.slot && inner.start >= outer.start && inner.end <= outer.end;
}
