import { MarkdownDocument } from "../../src/engine/markdown/document.js";
import type { Place } from "../../src/engine/markdown/slot.js";
import { applySuppressions } from "../../src/engine/suppressions/apply.js";
import { SuppressionComments } from "../../src/engine/suppressions/comments.js";
import { type SuppressionProblem, suppressionProblems } from "../../src/engine/suppressions/problems.js";
import { wordSuppressionProblem } from "../../src/engine/suppressions/wording.js";

export interface TestFinding {
  readonly rule: string;
  readonly word: string;
  readonly place: Place;
}

const rules: Readonly<Record<string, string>> = {
  stalled: "decision-stalled",
  domain: "decision-without-domain",
  sides: "wording-sides",
};

export const known = new Set([
  ...Object.values(rules),
  "decision-conflict",
  "unused-suppression",
  "unknown-rule",
  "rule-that-is-off",
]);

/** A finding at each `stalled!`, `domain!` or `sides!`. */
export function findingsIn(document: MarkdownDocument): readonly TestFinding[] {
  return document.slots.flatMap((slot) =>
    [...slot.text.matchAll(/(stalled|domain|sides)!/g)].map((match) => ({
      rule: rules[match[1] ?? ""] ?? "",
      word: match[1] ?? "",
      place: { slot, start: match.index, end: match.index + match[0].length },
    })),
  );
}

/** What is kept of a document's findings: `stalled@2`, the line counted from 0. */
export function kept(text: string, insertion?: { readonly line: number; readonly text: string }): string {
  const document = MarkdownDocument.open(text);
  const comments = new SuppressionComments();
  if (insertion) {
    applySuppressions(document, comments.of(document), findingsIn(document));
    const at = { line: insertion.line, character: 0 };
    document.apply([{ range: { start: at, end: at }, text: insertion.text }]);
  }
  const result = applySuppressions(document, comments.of(document), findingsIn(document));
  return result.kept.map(({ word, place }) => `${word}@${document.rangeOf(place).start.line}`).join(" ");
}

export function problemsIn(document: MarkdownDocument): readonly SuppressionProblem[] {
  const result = applySuppressions(document, new SuppressionComments().of(document), findingsIn(document));
  return suppressionProblems(document.slots, result, { known, ran: (rule) => rule !== "rule-that-is-off" });
}

/** The problems of a document's comments in words, behind the line that they stand on. */
export function problems(text: string): readonly string[] {
  const document = MarkdownDocument.open(text);
  return problemsIn(document).map((problem) => {
    return `${document.rangeOf(problem.place).start.line}: ${wordSuppressionProblem(problem)}`;
  });
}
