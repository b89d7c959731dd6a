import type { SuppressionProblem } from "../../suppressions/problems.js";
import { defineRule } from "../rule.js";
import { commentRule } from "../shared/comments.js";

export const rule = defineRule<SuppressionProblem>({
  family: "the linter's own",
  severity: "warning",
  summary: "A suppression comment that names no rule",
  ...commentRule("unknown-rule", (problem) =>
    problem.kind === "unknown-rule" && problem.nearest !== undefined
      ? `Use “${problem.nearest}”`
      : "Put `--` before the reason",
  ),
});
