import type { PlanDocument } from "../../index/document.js";
import type { Place } from "../../markdown/slot.js";
import type { PlanItem } from "../../model/facts.js";
import { count } from "../../text/words.js";
import { defineRule, numberOption } from "../rule.js";
import { itemsOf } from "../shared/plans.js";
import { type LevelledItems, topItems, topOfLists } from "../shared/plans-levels.js";

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
  readsText: true,

  *detect(context) {
    const { document, workspace } = context;
    const inflated = ({ items, top }: LevelledItems): boolean =>
      items.length >= numberOption(context, "items") && top.length > items.length * numberOption(context, "share");
    const lists = topOfLists(document, workspace).filter(inflated);
    const whole = lists.length > 0 ? [] : topItems(document, workspace).filter(inflated);
    for (const { items, top } of [...whole, ...lists]) {
      yield {
        place: whole.length > 0 && !isPart(items, document) ? document.head.place : placeAbove(document, top),
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

/** Whether the levels are those of one list, beside another of the document that has priorities of its own. */
function isPart([first, ...others]: readonly PlanItem[], document: PlanDocument): boolean {
  if (!first || others.some(({ list }) => list !== first.list)) return false;
  return itemsOf(document, "item").some(
    (item) =>
      item.list !== first.list && item.priority !== undefined && item.priority.scheme !== first.priority?.scheme,
  );
}

/** The heading that a list stands below; the document's title where there is none between. */
function placeAbove(document: PlanDocument, items: readonly PlanItem[]): Place {
  const { slots } = document.markdown;
  const first = items[0]?.place.slot;
  for (let index = first ? slots.indexOf(first) : -1; index >= 0; index -= 1) {
    const slot = slots[index];
    if (slot?.type !== "heading") continue;
    if (slot === document.head.title?.place.slot) break;
    return { slot, start: 0, end: slot.text.trimEnd().length };
  }
  return document.head.place;
}
