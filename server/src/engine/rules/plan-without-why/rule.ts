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

export const rule = defineRule<Data>({
  id: "plan-without-why",
  family: "priorities and plans",
  severity: "hint",
  summary: "An item with neither a customer need nor a business reason, in a roadmap where others have one",

  *detect({ document }) {
    const { kind } = document.head;
    if (kind !== "roadmap" && kind !== "okr") return;
    for (const items of byList(itemsOf(document, "item").filter(isOpen))) {
      const others = items.filter((item) => item.why !== undefined).length;
      if (others === 0) continue;
      for (const item of items) {
        if (item.why === undefined && others * 2 >= items.length - 1)
          yield { place: item.focus, data: { item, others } };
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
