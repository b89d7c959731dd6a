import { alignFigure } from "../../fixes/plan-values.js";
import { correctTotal, likeFigure } from "../../fixes/totals.js";
import { ownPlace } from "../../model/own-place.js";
import { quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { relatedValue, saidBy, someOf } from "../shared/plans.js";
import { type RowConflict, rowConflicts, type WrongTotal, wrongTotals } from "../shared/plans-figures.js";

export const rule = defineRule<RowConflict | WrongTotal>({
  id: "headcount-mismatch",
  family: "priorities and plans",
  severity: "warning",
  summary: "Headcount or budget figures that differ between documents, or a total that is not the sum of its rows",

  *detect(context) {
    const { document, workspace } = context;
    for (const conflict of rowConflicts(context)) {
      const { item, figure, others } = conflict;
      yield {
        place: ownPlace(item, figure.place) ?? item.focus,
        data: conflict,
        related: others.map((other) => relatedValue(other, other.figure.place, other.figure.text, workspace)),
      };
    }
    for (const total of wrongTotals(document)) {
      yield {
        place: ownPlace(total.item, total.figure.place) ?? total.item.focus,
        data: total,
        related: total.rows.map(({ place, text }) => ({ document, place, message: `${text} in the sum` })),
      };
    }
  },

  word(data, { workspace }) {
    const { item, figure } = data;
    if (data.kind === "total") {
      return `The total says ${figure.text}, the rows that are not struck out sum to ${likeFigure(data.sum, figure, data.rows)}. One of them was changed without the other. Correct the total, or find the row that is wrong.`;
    }
    const others = data.others.map((other) => `${other.figure.text} ${saidBy(other.document, workspace)}`);
    return `${measureOf(figure.measure)} of ${quoted(item.title)} is ${figure.text} here, ${someOf(others)}. Someone is hiring, or saving, by the wrong figure. Agree on one and write it in both.`;
  },

  *mend({ data }, { document }) {
    if (data.kind === "total") yield* correctTotal(data.figure, data.sum, data.rows, document);
    else yield* alignFigure([{ document, fact: data.item, figure: data.figure }, ...data.others]);
  },
});

function measureOf(measure: string): string {
  return measure === "" ? "The figure" : quoted(measure, 40);
}
