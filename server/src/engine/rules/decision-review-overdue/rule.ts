import { newDate } from "../../fixes/dates.js";
import { isoDate } from "../../model/date.js";
import type { Decision } from "../../model/facts.js";
import { phrase } from "../../text/phrase.js";
import { days, quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { decisionsForFindings } from "../shared/decisions.js";

interface Data {
  readonly decision: Decision;
  readonly review: NonNullable<Decision["reviewBy"]>;
  readonly late: number;
}

export const rule = defineRule<Data>({
  id: "decision-review-overdue",
  family: "decisions",
  severity: "information",
  summary: "A “review by”, expiry or revisit date that has passed",

  *detect({ document, workspace }) {
    for (const decision of decisionsForFindings(document)) {
      const review = decision.reviewBy;
      if (!review || review.date.ambiguous || decision.status === "rejected" || decision.status === "superseded")
        continue;
      const late = workspace.today - review.date.end - review.date.leeway;
      if (late > 0) yield { place: review.place, data: { decision, review, late } };
    }
  },

  word({ decision, review, late }) {
    return `The decision ${quoted(decision.text)} was to be reviewed by ${isoDate(review.date.end)}, ${days(late)} ago. A decision that outlives its review goes on by habit, not by choice. Review it, then set the next date or supersede it.`;
  },

  *mend({ data }, { document }) {
    yield* newDate(data.review.place, document, phrase`Set a new review date…`);
  },
});
