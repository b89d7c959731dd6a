import { type FrontMatterProblem, frontMatterProblems } from "../../config/front-matter.js";
import { defineRule } from "../rule.js";

export const rule = defineRule<FrontMatterProblem>({
  id: "invalid-config",
  family: "the linter's own",
  severity: "error",
  summary: "A configuration file or front matter that does not fit its schema, at the place in that file",
  readsText: true,

  *detect({ document }) {
    for (const problem of frontMatterProblems(document.markdown)) yield { place: problem.place, data: problem };
  },

  word: ({ message }) => message,
});
