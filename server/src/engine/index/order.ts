import { offsetOf } from "../markdown/place.js";
import type { FactBase } from "../model/facts.js";
import type { PlanDocument } from "./document.js";
import type { Stated } from "./view.js";

/** Documents by path, in UTF-16 code units, so that nothing depends on which of them was read first. */
export function inPathOrder(documents: Iterable<PlanDocument>): PlanDocument[] {
  return [...documents].sort(byPath);
}

/** Facts by the path of their document, then by where they stand. */
export function inReadingOrder<Fact extends FactBase>(facts: readonly Stated<Fact>[]): readonly Stated<Fact>[] {
  if (facts.length < 2) return facts;
  return [...facts].sort((a, b) => byPath(a.document, b.document) || offsetOf(a.fact.place) - offsetOf(b.fact.place));
}

function byPath(a: PlanDocument, b: PlanDocument): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
