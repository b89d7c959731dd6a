import { addWhy } from "../../fixes/why.js";
import type { PlanItem } from "../../model/facts.js";
import { quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { isOpen, itemsOf } from "../shared/plans.js";
import { byList } from "../shared/plans-lists.js";

interface Data {
  readonly item: PlanItem;
  readonly others: number;
}

/** From so many reasons on, the words behind the titles of a plan's lists are where it gives them. */
const fewestReasons = 2;

const partsOfPlan: readonly PlanItem["form"][] = ["list", "heading"];

/** Whether fewer than half of what stands beside an item say what it is for; words behind the title of a bullet may. */
function isSeldom(items: readonly PlanItem[]): boolean {
  const reasoned = items.filter((item) => item.why !== undefined || (item.told && item.form === "list"));
  return reasoned.length * 2 < items.length - 1;
}

export const rule = defineRule<Data>({
  id: "plan-without-why",
  family: "priorities and plans",
  severity: "hint",
  summary: "An item with neither a customer need nor a business reason, in a roadmap where others have one",

  *detect({ document }) {
    const { kind } = document.head;
    if (kind !== "roadmap" && kind !== "okr") return;
    // What concerns its own domain only is there for no customer.
    const open = itemsOf(document, "item").filter((item) => isOpen(item) && !item.internal);
    // Lists and headings below "Now" and "Next" are parts of one plan; each table has columns of its own.
    const reasonsInLists = open.filter(({ form, why }) => form === "list" && why !== undefined).length;
    const seldom = partsOfPlan.filter((form) => isSeldom(open.filter((item) => item.form === form)));
    for (const items of byList(open)) {
      if (items[0] && seldom.includes(items[0].form)) continue;
      const reasons = items.filter(({ why }) => why !== undefined).length;
      const told = items.filter((item) => item.why !== undefined || item.told).length;
      const inWords = items[0]?.form === "list" && reasonsInLists >= fewestReasons;
      if (reasons === 0 && !inWords) continue;
      for (const item of items) {
        // Where some give their reasons in the words behind the title, so may others in words that nobody knows for reasons.
        if (item.why !== undefined || (item.told && item.form === "list")) continue;
        const others = inWords ? told : reasons;
        if (others > 0 && others * 2 >= items.length - 1) yield { place: item.focus, data: { item, others } };
      }
    }
  },

  word({ item, others }) {
    return `${quoted(item.title)} says neither which customer needs it nor what it does for the business; ${others === 1 ? "another item" : `${others} others`} of this list ${others === 1 ? "does" : "do"}. Without a reason nobody can weigh it against the rest. Say why it is here.`;
  },

  *mend({ data: { item } }, { document }) {
    yield* addWhy(item, document);
  },
});
