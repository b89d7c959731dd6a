import { nextFreeRank } from "../../fixes/ranks.js";
import type { PlanItem } from "../../model/facts.js";
import { ownPlace } from "../../model/own-place.js";
import { quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { duplicateRanks, rankOf } from "../shared/plans-ranks.js";

interface Data {
  readonly item: PlanItem;
  readonly rank: number;
  readonly first: PlanItem;
  /** Ranks that the open items of the list claim. */
  readonly taken: ReadonlySet<number>;
}

export const rule = defineRule<Data>({
  id: "priority-duplicate",
  family: "priorities and plans",
  severity: "warning",
  summary: "Two items that claim the same exclusive rank in one list",

  *detect({ document }) {
    for (const duplicate of duplicateRanks(document)) {
      const { item, first, rank } = duplicate;
      yield {
        place: ownPlace(item, rankOf(item)?.place) ?? item.focus,
        data: duplicate,
        related: [{ document, place: first.focus, message: `${quoted(first.title)} is number ${rank} as well` }],
      };
    }
  },

  word({ item, first, rank }) {
    return `${quoted(item.title)} and ${quoted(first.title)} both claim rank ${rank}. A rank that two items share leaves the choice to whoever picks up the work. Decide which of them comes first.`;
  },

  *mend({ data }, { document }) {
    yield* nextFreeRank(data.item, rankOf(data.item), data.taken, document);
  },
});
