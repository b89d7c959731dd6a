import type { Facts } from "../model/facts.js";
import type { DocumentHead } from "../model/section.js";
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
    !isLookedAtAsText(before) &&
    sameMembers(before.facts.decisions, after.facts.decisions) &&
    sameMembers(before.facts.disagreements, after.facts.disagreements) &&
    sameMembers(before.facts.questions, after.facts.questions) &&
    sameMembers(before.facts.items, after.facts.items) &&
    sameMembers(before.facts.roster, after.facts.roster) &&
    sameMembers(before.facts.standIns, after.facts.standIns) &&
    sameMembers(before.facts.sharedPurposes, after.facts.sharedPurposes) &&
    sameMembers(before.facts.oneOnOnes, after.facts.oneOnOnes) &&
    sameMembers(before.facts.wordings, after.facts.wordings)
  );
}

/** Of records, charters and hiring plans the indexes take more than facts. */
function isLookedAtAsText({ head, facts }: Understood): boolean {
  if (head.kind === "decision" || head.kind === "hiring" || facts.charter !== undefined) return true;
  return facts.decisions.some((decision) => decision.record);
}

function sameMembers<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => item === b[index]));
}
