import { alignFigure } from "../../fixes/plan-values.js";
import { comparedTitle } from "../../index/item-names.js";
import { ownPlace } from "../../model/own-place.js";
import { quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { relatedValue, saidBy, someOf } from "../shared/plans.js";
import { type FigureConflict, objectiveConflicts } from "../shared/plans-objectives.js";

export const rule = defineRule<FigureConflict>({
  id: "objective-conflict",
  family: "priorities and plans",
  severity: "warning",
  summary: "One objective or key result with different targets in two documents",

  *detect(context) {
    for (const conflict of objectiveConflicts(context)) {
      const { item, figure, others } = conflict;
      yield {
        place: ownPlace(item, figure.place) ?? item.focus,
        data: conflict,
        related: others.map((other) => relatedValue(other, other.figure.place, other.figure.text, context.workspace)),
      };
    }
  },

  word({ item, figure, others }, { workspace }) {
    const theirs = others.map((other) => `${other.figure.text} ${saidBy(other.document, workspace)}`);
    return `The target of ${quoted(comparedTitle(item))} is ${figure.text} here, ${someOf(theirs)}. By one of them you will have succeeded, by the other failed. Agree on one target and write it in both.`;
  },

  *mend({ data: { item, figure, others } }, { document }) {
    yield* alignFigure([{ document, fact: item, figure }, ...others]);
  },
});
