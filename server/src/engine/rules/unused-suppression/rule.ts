import { ruleOfProblem, type SuppressionProblem } from "../../suppressions/problems.js";
import { wordSuppressionProblem } from "../../suppressions/wording.js";
import { defineRule } from "../rule.js";

export const rule = defineRule<SuppressionProblem>({
  id: "unused-suppression",
  family: "the linter's own",
  severity: "warning",
  summary: "A suppression comment that suppresses nothing",
  ofSuppressions: true,

  *detect({ suppressionProblems }) {
    for (const problem of suppressionProblems) {
      if (ruleOfProblem(problem) === "unused-suppression") yield { place: problem.place, data: problem };
    }
  },

  word: wordSuppressionProblem,

  *mend({ data }, { document }) {
    if (!data.edit) return;
    yield {
      title: data.kind === "unknown-directive" ? "Correct the comment" : "Remove the suppression",
      edits: [{ document, ...data.edit }],
      safe: true,
      snippet: false,
      preferred: true,
    };
  },
});
