import type { Facts } from "../model/facts.js";
import type { DocumentHead } from "../model/section.js";
import { sameItems } from "../text/same.js";
import type { PlanDocument } from "./document.js";

/** All that indexes and other documents know of one. */
export interface Understood {
  readonly head: DocumentHead;
  readonly facts: Facts;
  readonly dateOrder: PlanDocument["ownDateOrder"];
  readonly acronyms: PlanDocument["acronyms"] | undefined;
  readonly legends: PlanDocument["legends"];
}

export function understoodOf(document: PlanDocument): Understood {
  const { head, facts, ownDateOrder, legends } = document;
  return { head, facts, dateOrder: ownDateOrder, legends, acronyms: head.planning ? document.acronyms : undefined };
}

/** Whether an edit left all that is understood of a document as it was: nothing but its text changed. */
export function isQuiet(before: Understood, after: Understood): boolean {
  return (
    before.head === after.head &&
    before.dateOrder === after.dateOrder &&
    before.acronyms === after.acronyms &&
    before.legends === after.legends &&
    !isReadAsText(before) &&
    sameFacts(before.facts, after.facts)
  );
}

/** Of records, charters and hiring plans the indexes and rules take more than facts. */
export function isReadAsText({ head, facts }: Pick<Understood, "head" | "facts">): boolean {
  if (head.kind === "decision" || head.kind === "hiring" || facts.charter !== undefined) return true;
  return facts.decisions.some((decision) => decision.record);
}

/** Whether all kinds of facts are the same. What a charter says is none: it is never quiet. */
function sameFacts(before: Facts, after: Facts): boolean {
  const kinds = Object.keys(before) as (keyof Facts)[];
  return kinds.every((kind) => kind === "charter" || sameItems<unknown>(before[kind], after[kind]));
}
