import type { CheckOutput, FindingOutput } from "../engine/service/check-output.js";
import type { ModelOutput } from "../engine/service/model-output.js";
import { count } from "../engine/text/words.js";

/** Findings for people: grouped by document, each with the line that it is about. Ends in a line break. */
export function prettyCheck(output: CheckOutput, textOf: (path: string) => string): string {
  const lines: string[] = [];
  let path: string | undefined;
  let text: string[] = [];
  for (const finding of output.findings) {
    if (finding.path !== path) {
      path = finding.path;
      text = textOf(path).split(/\r\n|\n|\r/);
      lines.push(path, "");
    }
    lines.push(...frame(finding, text), "");
  }
  lines.push(summaryOf(output), "");
  return lines.join("\n");
}

function frame(finding: FindingOutput, text: readonly string[]): string[] {
  const { start, end } = finding.range;
  const source = (text[start.line] ?? "").replace(/\t/g, " ");
  const width = Math.max(1, (end.line === start.line ? end.character : source.length) - start.character);
  const gutter = String(start.line + 1).padStart(5);
  const lines = [
    `  ${start.line + 1}:${start.character + 1}  ${finding.severity}  ${finding.rule}`,
    `${gutter} | ${source}`,
    `${" ".repeat(gutter.length)} | ${" ".repeat(start.character)}${"^".repeat(width)}`,
    `        ${finding.message}`,
  ];
  for (const related of finding.related) {
    lines.push(`        ${related.path}:${related.range.start.line + 1}: ${related.message}`);
  }
  return lines;
}

function summaryOf({ findings, documents, summary }: CheckOutput): string {
  const checked = `in ${count(documents, "planning document")}`;
  if (findings.length === 0) return `No findings ${checked}.`;
  const parts = [
    count(summary.error, "error"),
    count(summary.warning, "warning"),
    count(summary.information, "remark"),
    count(summary.hint, "hint"),
  ].filter((part) => !part.startsWith("0 "));
  return `${count(findings.length, "finding")} ${checked}: ${parts.join(", ")}.`;
}

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
      lines.push(`  ${range.start.line + 1}: ${what}: ${words.slice(0, 90)}${more === "" ? "" : ` (${more})`}`);
      for (const reason of evidence ?? []) lines.push(`      ${reason.kind}: ${reason.text}`);
    }
  }
  lines.push("");
  return lines.join("\n");
}
