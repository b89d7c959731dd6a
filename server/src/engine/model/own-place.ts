import { isWithin } from "../markdown/place.js";
import type { Place } from "../markdown/slot.js";
import type { PlanItem } from "./facts.js";

/** Where a value stands, if it stands in the item's own lines; a value that headings give is not the item's to underline or to change. */
export function ownPlace(item: PlanItem, place: Place | undefined): Place | undefined {
  if (!place) return undefined;
  const own =
    isWithin(place, item.place) ||
    isBoxOf(place, item.place) ||
    item.fields.some((field) => isWithin(place, field.place));
  return own ? place : undefined;
}

/** The checkbox of a task stands before what its item says. */
function isBoxOf(box: Place, item: Place): boolean {
  return (
    box.slot === item.slot &&
    box.end <= item.start &&
    /^\[[ xX]\][ \t]{0,4}$/.test(item.slot.text.slice(box.start, item.start))
  );
}
