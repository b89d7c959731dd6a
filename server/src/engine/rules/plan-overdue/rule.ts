import { markDone, newTarget } from "../../fixes/overdue.js";
import type { PlanItem } from "../../model/facts.js";
import { ownPlace } from "../../model/own-place.js";
import { days, quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { isOpen, itemsOf } from "../shared/plans.js";
import { targetOf } from "../shared/plans-values.js";

interface Data {
  readonly item: PlanItem;
  readonly target: string;
  readonly late: number;
}

export const rule = defineRule<Data>({
  id: "plan-overdue",
  family: "priorities and plans",
  severity: "information",
  summary: "An item whose target is past and which is not done",

  *detect({ document, workspace }) {
    // Dated notes say what was planned on their day.
    if (document.head.kind === "notes") return;
    for (const item of [...itemsOf(document, "item"), ...itemsOf(document, "headcount").filter(saysThatItIsOpen)]) {
      if (!isOpen(item)) continue;
      const target = targetOf(item, document);
      if (!target) continue;
      const late = workspace.today - target.end - target.leeway;
      if (late <= 0) continue;
      yield { place: ownPlace(item, item.target?.place) ?? item.focus, data: { item, target: target.text, late } };
    }
  },

  word({ item, target, late }) {
    const status =
      item.status?.class && /\p{L}/u.test(item.status.text) ? `is ${quoted(item.status.text)}` : "is not done";
    return `${quoted(item.title)} was due ${target}, ${days(late)} ago, and ${status}. A date that has passed in silence makes people doubt the others. Mark it as done, or agree on a new date.`;
  },

  *mend({ data: { item } }, { document }) {
    yield* markDone(item, document);
    yield* newTarget(item, document);
  },
});

/** "| Rigger | @ana | 1 May | open |": a post to be filled; a row of numbers, or one that speaks of it in other words, may be filled long since. */
function saysThatItIsOpen({ status, total }: PlanItem): boolean {
  return !total && status?.class !== undefined;
}
