import type { SuppressionProblem } from "./problems.js";

/** Says what is wrong with a suppression comment and what to do. */
export function wordSuppressionProblem(problem: SuppressionProblem): string {
  switch (problem.kind) {
    case "unknown-directive":
      return `\`${problem.comment.word.name}\` suppresses nothing, as Lockstep does not know it. ${
        problem.nearest
          ? `Did you mean \`${problem.nearest}\`?`
          : "Write `lockstep-disable-next-line`, `-disable-line`, `-disable`, `-enable` or `-disable-file`."
      }`;
    case "unknown-rule":
      return unknownRule(problem);
    case "unused":
      return unused(problem);
  }
}

function unknownRule(problem: Extract<SuppressionProblem, { kind: "unknown-rule" }>): string {
  if (problem.nearest) return `No rule is called \`${problem.name}\`. Did you mean \`${problem.nearest}\`?`;
  if (problem.edits) return "These words name no rules. Put `--` before a reason.";
  return `No rule is called \`${problem.name}\`. \`lockstep rules\` lists them all; a reason goes behind \`--\`.`;
}

function unused(problem: Extract<SuppressionProblem, { kind: "unused" }>): string {
  const { directive } = problem.comment;
  const what = problem.rule === undefined ? "This comment" : `\`${problem.rule}\``;
  if (directive === "enable") return `${what} ends nothing here: no \`lockstep-disable\` above is in force. Remove it.`;
  const where =
    directive === "disable-file" ? "in this document" : directive === "disable" ? "from here on" : "on that line";
  const verb = problem.rule === undefined ? "suppresses nothing" : "finds nothing to suppress";
  return `${what} ${verb} ${where}. Remove it, so that a new problem there is not hidden.`;
}
