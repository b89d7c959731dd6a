import type { SuppressionProblem } from "../../suppressions/problems.js";
import { phrase } from "../../text/phrase.js";
import { defineRule } from "../rule.js";
import { commentRule } from "../shared/comments.js";

export const rule = defineRule<SuppressionProblem>({
  family: "the linter's own",
  severity: "warning",
  summary: "A suppression comment that names no rule",
  ...commentRule("unknown-rule", (problem) =>
    problem.kind === "unknown-rule" && problem.nearest !== undefined
      ? phrase`Use “${problem.nearest}”`
      : phrase`Put “--” before the reason`,
  ),
});
