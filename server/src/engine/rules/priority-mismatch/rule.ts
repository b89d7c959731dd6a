import { alignPriority } from "../../fixes/plan-values.js";
import { reorder } from "../../fixes/reorder.js";
import type { PlanItem } from "../../model/facts.js";
import { quoted } from "../../text/words.js";
import { defineRule, type RuleContext } from "../rule.js";
import { otherSpeaker, relatedValue, saidBy, someOf, speakerOf } from "../shared/plans.js";
import {
  type LevelDifference,
  type OrderDifference,
  type PriorityDifference,
  priorityDifferences,
  priorityPlace,
} from "../shared/plans-priorities.js";

interface Data {
  readonly item: PlanItem;
  readonly difference: PriorityDifference;
}

export const rule = defineRule<Data>({
  id: "priority-mismatch",
  family: "priorities and plans",
  severity: "warning",
  summary: "One item with different priorities, or two items in opposite order, in two documents",

  *detect(context) {
    for (const [item, difference] of priorityDifferences(context)) {
      const related =
        difference.kind === "level"
          ? difference.others.map((other) =>
              relatedValue(other, other.priority.place, other.priority.text, context.workspace),
            )
          : [
              {
                document: difference.other.document,
                place: difference.other.fact.focus,
                message: `${difference.before ? "After" : "Before"} ${quoted(difference.otherPartner.title)} here`,
              },
            ];
      yield { place: priorityPlace(item), data: { item, difference }, related };
    }
  },

  word({ item, difference }, context) {
    return difference.kind === "level" ? levels(item, difference, context) : order(item, difference, context);
  },

  *mend({ data: { item, difference } }, { document, workspace }) {
    if (difference.kind === "level") yield* alignPriority([{ document, fact: item }, ...difference.all], workspace);
    else yield* reorder(difference.pairs, document, difference.other.document);
  },
});

function levels(item: PlanItem, difference: LevelDifference, { document, workspace }: RuleContext): string {
  const others = difference.others.map(
    (other) => `${otherSpeaker(other.document, workspace)} at ${other.priority.text}`,
  );
  const speaker = speakerOf(document, workspace);
  const here = speaker === document.path ? document.path : `${speaker} (${document.path})`;
  return `${here} has ${quoted(item.title)} at ${difference.priority.text}, ${someOf(others)}. Whoever follows one list works against the other. Agree on one priority and write it in both.`;
}

function order(item: PlanItem, difference: OrderDifference, { workspace }: RuleContext): string {
  const { partner, before, other } = difference;
  const here = before ? "before" : "after";
  const there = before ? "after" : "before";
  return `${quoted(item.title)} comes ${here} ${quoted(partner.title)} here, and ${there} it ${saidBy(other.document, workspace)}. Two orders are two plans, and each side will think that the other broke it. Agree on one order and write it in both.`;
}
