import type { SuppressionProblem } from "../../suppressions/problems.js";
import { phrase } from "../../text/phrase.js";
import { defineRule } from "../rule.js";
import { commentRule } from "../shared/comments.js";

export const rule = defineRule<SuppressionProblem>({
  family: "the linter's own",
  severity: "warning",
  summary: "A suppression comment that suppresses nothing",
  ...commentRule("unused-suppression", ({ kind }) =>
    kind === "unknown-directive" ? phrase`Correct the comment` : phrase`Remove the suppression`,
  ),
});
