import type { PlanItem } from "../../model/facts.js";
import { count } from "../../text/words.js";
import { defineRule, numberOption } from "../rule.js";
import { topItems } from "../shared/plans-levels.js";

interface Data {
  readonly level: string;
  readonly top: readonly PlanItem[];
  readonly of: number;
}

export const rule = defineRule<Data>({
  id: "priority-inflation",
  family: "priorities and plans",
  severity: "information",
  summary: "More top-priority items than the limit",
  options: {
    share: {
      type: "number",
      default: 0.5,
      minimum: 0,
      maximum: 1,
      description: "Share of the open items of a list that may be of top priority; more than that is too many.",
    },
    items: {
      type: "integer",
      default: 4,
      minimum: 1,
      description: "Lists of fewer open items are not looked at.",
    },
  },

  *detect(context) {
    const { document, workspace } = context;
    for (const { items, top } of topItems(document, workspace)) {
      if (items.length < numberOption(context, "items")) continue;
      if (top.length <= items.length * numberOption(context, "share")) continue;
      yield {
        place: document.head.place,
        data: { level: top[0]?.priority?.text ?? "", top, of: items.length },
        related: top.map((item) => ({ document, place: item.focus, message: `${item.priority?.text ?? ""} too` })),
      };
    }
  },

  word({ level, top, of }) {
    const are = top.length === 1 ? "is" : "are";
    return `${top.length} of ${count(of, "open item")} ${are} ${level}. Where most things come first, nothing does, and the order is made by whoever shouts. Keep ${level} for what the rest can wait for.`;
  },
});
