import { pathToFileURL } from "node:url";
import type { Severity } from "../../engine/config/rule-declaration.js";
import { groupBy } from "../../engine/text/group.js";
import { count } from "../../engine/text/words.js";
import type { EvaluatedFinding } from "../../node/evaluation.js";
import { harmless, type Paint, type Style, widthOf, wrap } from "../terminal.js";
import { countBySeverity, type Report, severities, severityNouns } from "./report.js";

const indent = 8;
const widestMessage = 100;
const widestLine = 160;

/** Findings for people: grouped by document, each with the line that it is about. Ends in a line break. */
export function prettyReport(report: Report, style: Style, quiet = false): string {
  const lines: string[] = [];
  for (const [path, findings] of byPath(report.findings)) {
    const text = report.textOf(path).split(/\r\n|\n|\r/);
    const address = pathToFileURL(`${report.root}/${path}`).href;
    lines.push(style.underline(style.bold(style.link(harmless(path), address))), "");
    for (const finding of findings) lines.push(...entry(finding, text, style), "");
  }
  if (!quiet) lines.push(...summary(report, style), "");
  return lines.join("\n");
}

function byPath(findings: readonly EvaluatedFinding[]): Map<string, EvaluatedFinding[]> {
  return groupBy(findings, ({ path }) => path);
}

function entry(finding: EvaluatedFinding, text: readonly string[], style: Style): string[] {
  const { start } = finding.range;
  const severity = paintOf(finding.severity, style)(finding.severity);
  const columns = Math.min(widestMessage, (style.columns ?? Number.POSITIVE_INFINITY) - indent);
  const margin = " ".repeat(indent);
  const said = style.columns === undefined ? [finding.message] : wrap(harmless(finding.message), Math.max(30, columns));
  const lines = [
    `  ${start.line + 1}:${start.character + 1}  ${severity}  ${style.bold(finding.rule)}`,
    ...frame(finding, text, style),
    ...said.map((line) => margin + harmless(line)),
  ];
  for (const { path, range, message } of finding.related) {
    lines.push(margin + style.dim(harmless(`${path}:${range.start.line + 1}: ${message}`)));
  }
  return lines;
}

/** The line that a finding begins on, and what of it is meant. Of a long line the part around the finding. */
function frame({ range, severity }: EvaluatedFinding, text: readonly string[], style: Style): string[] {
  const { start, end } = range;
  const source = text[start.line] ?? "";
  const room = Math.min(widestLine, Math.max(40, (style.columns ?? widestLine) - 10));
  const from = start.character <= room / 2 && source.length > room ? 0 : windowStart(source, start.character, room);
  const to = Math.min(source.length, from + room);
  const last = end.line === start.line ? end.character : source.length;
  const before = harmless(source.slice(from, start.character));
  const meant = harmless(source.slice(start.character, Math.min(last, to)));
  const shown = `${from > 0 ? "…" : ""}${before}${meant}${harmless(source.slice(Math.min(last, to), to))}${to < source.length ? "…" : ""}`;
  const gutter = String(start.line + 1).padStart(5);
  const caret = "^".repeat(Math.max(1, widthOf(meant)));
  const blank = " ".repeat(widthOf(before) + (from > 0 ? 1 : 0));
  return [
    `${style.dim(`${gutter} |`)} ${shown}`,
    `${style.dim(`${" ".repeat(gutter.length)} |`)} ${blank}${paintOf(severity, style)(caret)}`,
  ];
}

function windowStart(source: string, character: number, room: number): number {
  if (source.length <= room) return 0;
  const start = Math.max(0, Math.min(character - Math.floor(room / 4), source.length - room));
  // Not between the halves of a character.
  return start > 0 && /[\udc00-\udfff]/.test(source[start] ?? "") ? start - 1 : start;
}

function summary({ findings, documents, silenced, stale, comparison }: Report, style: Style): string[] {
  const checked = `in ${count(documents, "planning document")}`;
  const lines: string[] = [];
  const what = comparison ? `finding that ${comparison.description} caused or touched` : "finding";
  if (findings.length === 0) lines.push(style.green(comparison ? `No ${what} ${checked}.` : `No findings ${checked}.`));
  else {
    const counts = countBySeverity(findings);
    const parts = [...severities].reverse().flatMap((severity) => {
      const amount = counts[severity];
      return amount > 0 ? [paintOf(severity, style)(count(amount, severityNouns[severity]))] : [];
    });
    const total = comparison
      ? `${count(findings.length, "finding")} that ${comparison.description} caused or touched`
      : count(findings.length, "finding");
    lines.push(`${style.bold(total)} ${checked}: ${parts.join(", ")}.`);
  }
  if (comparison && comparison.mended.length > 0)
    lines.push(style.green(`${count(comparison.mended.length, "finding")} mended.`));
  const accepted = silenced.filter(({ by }) => by === "baseline").length;
  if (accepted > 0) lines.push(style.dim(`${count(accepted, "finding")} accepted by the baseline.`));
  if (stale.length > 0) {
    const gone = stale.reduce((sum, { count: amount }) => sum + amount, 0);
    lines.push(
      style.yellow(
        `The baseline holds ${count(gone, "finding")} that ${gone === 1 ? "is" : "are"} gone: \`lockstep check --write-baseline\` takes ${gone === 1 ? "it" : "them"} out.`,
      ),
    );
  }
  return lines;
}

function paintOf(severity: Severity, style: Style): Paint {
  switch (severity) {
    case "error":
      return style.red;
    case "warning":
      return style.yellow;
    case "information":
      return style.blue;
    case "hint":
      return style.cyan;
  }
}
