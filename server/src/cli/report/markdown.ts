import { count } from "../../engine/text/words.js";
import type { EvaluatedFinding } from "../../node/evaluation.js";
import type { Comparison, PriorityChange } from "../compare.js";
import { countBySeverity, type Report, severities, severityNouns } from "./report.js";

/** First line of every comment, by which the comment of an earlier run is found again. */
export const commentMarker = "<!-- lockstep -->";

const mostListed = 50;

/** A comment for a pull request: what is new, what is mended, whose priority changed. Everything from documents is shown as text. */
export function markdownReport(report: Report): string {
  const { findings, comparison } = report;
  const blocks = [commentMarker, `## Lockstep\n\n${headline(report)}`];
  if (findings.length > 0) {
    const title = comparison ? "New or touched" : "Findings";
    blocks.push(`### ${title}\n\n${findingTable(findings)}`);
  }
  if (comparison) blocks.push(...changes(comparison));
  if (report.notes.length > 0) blocks.push(report.notes.map((note) => `> ${escaped(note)}`).join("\n"));
  return `${blocks.join("\n\n")}\n`;
}

function headline({ findings, documents, comparison }: Report): string {
  const checked = `in ${count(documents, "planning document")}`;
  const mended = comparison && comparison.mended.length > 0 ? ` ${comparison.mended.length} mended.` : "";
  if (findings.length === 0) {
    const nothing = comparison ? `${escaped(comparison.description)} caused nothing to report` : "Nothing to report";
    return `${nothing.charAt(0).toUpperCase()}${nothing.slice(1)} ${checked}.${mended}`;
  }
  const counts = countBySeverity(findings);
  const parts = [...severities]
    .reverse()
    .filter((severity) => counts[severity] > 0)
    .map((severity) => count(counts[severity], severityNouns[severity]));
  const cause = comparison ? ` that ${escaped(comparison.description)} caused or touched` : "";
  return `**${count(findings.length, "finding")}**${cause} ${checked}: ${parts.join(", ")}.${mended}`;
}

function changes({ mended, priorities }: Comparison): string[] {
  const blocks: string[] = [];
  if (mended.length > 0) {
    const list = limited(
      mended,
      ({ path, rule, message }) => `- ${code(rule)} in ${code(path)}: ${escaped(firstSentence(message))}`,
    );
    blocks.push(`### Mended\n\n${list.join("\n")}`);
  }
  if (priorities.length > 0) {
    const rows = limited(priorities, priorityRow, "| | | | |");
    blocks.push(
      `### Priorities\n\n| item | document | before | after |\n| --- | --- | --- | --- |\n${rows.join("\n")}`,
    );
  }
  return blocks;
}

function priorityRow({ title, path, before, after }: PriorityChange): string {
  return `| ${escaped(title)} | ${code(path)} | ${before === undefined ? "*new*" : escaped(before)} | ${after === undefined ? "*gone*" : escaped(after)} |`;
}

function findingTable(findings: readonly EvaluatedFinding[]): string {
  const rows = limited(
    findings,
    ({ severity, rule, path, range, message }) =>
      `| ${severity} | ${code(`${path}:${range.start.line + 1}`)} | ${escaped(message)} ${code(rule)} |`,
    "| | |",
  );
  return ["| | where | what |", "| --- | --- | --- |", ...rows].join("\n");
}

function limited<Thing>(things: readonly Thing[], write: (thing: Thing) => string, around = ""): string[] {
  const lines = things.slice(0, mostListed).map(write);
  const more = things.length - lines.length;
  if (more > 0) lines.push(around === "" ? `- and ${more} more` : around.replace("| |", `| and ${more} more |`));
  return lines;
}

function firstSentence(text: string): string {
  return /^.*?[.?!](?= |$)/.exec(text)?.[0] ?? text;
}

/** Text as text: no markup, no HTML, nobody mentioned, nothing linked. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/@/g, "@&#8203;")
    .replace(/:\/\//g, "&#58;//")
    .replace(/www\./gi, (word) => `${word.slice(0, 3)}&#46;`)
    .replace(/#(?=\w)/g, "#&#8203;")
    .replace(/[\\`*_{}[\]|~!$]/g, "\\$&");
}

/** A path in a code span; a bar would end its table cell, a backtick its span. */
function code(text: string): string {
  return /[`|\r\n]/.test(text) ? escaped(text) : `\`${text}\``;
}
