import type { PlanDocument } from "../../index/document.js";
import type { Facts } from "../../model/facts.js";

/** The same function, asked once for the facts that an edit leaves: many rules want what it finds. What it finds has to follow from the document alone. */
export function oncePerFacts<Found extends object>(
  find: (document: PlanDocument) => Found,
): (document: PlanDocument) => Found {
  const known = new WeakMap<Facts, Found>();
  return (document) => {
    let found = known.get(document.facts);
    if (!found) {
      found = find(document);
      known.set(document.facts, found);
    }
    return found;
  };
}
