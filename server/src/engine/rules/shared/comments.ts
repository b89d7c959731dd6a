import type { Fix } from "../../fixes/fix.js";
import { ruleOfProblem, type SuppressionProblem } from "../../suppressions/problems.js";
import { wordSuppressionProblem } from "../../suppressions/wording.js";
import type { Phrase } from "../../text/phrase.js";
import type { Rule } from "../rule.js";

/** What reports the problems of suppression comments that go under one id; `titleOf` names the edit that mends one. */
export function commentRule(
  id: "unused-suppression" | "unknown-rule",
  titleOf: (problem: SuppressionProblem) => Phrase,
): Pick<Rule<SuppressionProblem>, "id" | "ofSuppressions" | "detect" | "word" | "mend"> {
  return {
    id,
    ofSuppressions: true,

    *detect({ suppressionProblems }) {
      for (const problem of suppressionProblems) {
        if (ruleOfProblem(problem) === id) yield { place: problem.place, data: problem };
      }
    },

    word: wordSuppressionProblem,

    *mend({ data }, { document }): Iterable<Fix> {
      if (!data.edits) return;
      yield {
        title: titleOf(data),
        edits: data.edits.map((edit) => ({ document, ...edit })),
        // To remove what does nothing changes nothing; which name was meant is for a person to say.
        safe: data.kind === "unused",
        snippet: false,
        preferred: true,
      };
    },
  };
}
