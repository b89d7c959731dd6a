import type { ModelOutput } from "../../engine/service/model-output.js";
import { harmless } from "../terminal.js";

/** What is understood, for people: per document, one line for each passage. */
export function prettyModel(output: ModelOutput): string {
  const lines: string[] = [];
  for (const document of output.documents) {
    lines.push(
      `${document.path}  (${document.kind}${document.domains.length > 0 ? `, ${document.domains.join(", ")}` : ""})`,
    );
    const passages = [
      ...output.decisions.map((one) => ({
        ...one,
        what: "decision",
        words: one.text,
        more: `${one.status}, owned by ${one.ownedBy}`,
      })),
      ...output.disagreements.map((one) => ({ ...one, what: "disagreement", words: one.topic, more: one.status })),
      ...output.openQuestions.map((one) => ({ ...one, what: "question", words: one.text, more: one.status })),
      ...[...output.items, ...output.objectives, ...output.headcount].map((one) => ({
        ...one,
        what: "item",
        words: one.title,
        more: one.priority?.text ?? "",
      })),
    ].filter((one) => one.path === document.path);
    passages.sort((a, b) => a.range.start.line - b.range.start.line);
    for (const { range, what, words, more, evidence } of passages) {
      lines.push(
        harmless(`  ${range.start.line + 1}: ${what}: ${words.slice(0, 90)}${more === "" ? "" : ` (${more})`}`),
      );
      for (const reason of evidence ?? []) lines.push(harmless(`      ${reason.kind}: ${reason.text}`));
    }
  }
  lines.push("");
  return lines.join("\n");
}
