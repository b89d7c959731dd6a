import { ruleOfProblem, type SuppressionProblem } from "../../suppressions/problems.js";
import { wordSuppressionProblem } from "../../suppressions/wording.js";
import { defineRule } from "../rule.js";

export const rule = defineRule<SuppressionProblem>({
  id: "unknown-rule",
  family: "the linter's own",
  severity: "warning",
  summary: "A suppression comment that names no rule",
  ofSuppressions: true,

  *detect({ suppressionProblems }) {
    for (const problem of suppressionProblems) {
      if (ruleOfProblem(problem) === "unknown-rule") yield { place: problem.place, data: problem };
    }
  },

  word: wordSuppressionProblem,

  *mend({ data }, { document }) {
    if (!data.edit) return;
    yield {
      title:
        data.kind === "unknown-rule" && data.nearest !== undefined
          ? `Use “${data.nearest}”`
          : "Put `--` before the reason",
      edits: [{ document, ...data.edit }],
      safe: true,
      snippet: false,
      preferred: true,
    };
  },
});
