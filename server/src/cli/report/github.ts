import type { Severity } from "../../engine/config/rule-declaration.js";
import type { Report } from "./report.js";

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/**
 * Workflow commands that annotate a pull request's lines, one line each
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands).
 */
export function githubReport({ findings, prefix }: Report): string {
  return findings
    .map(({ path, range, severity, rule, message }) => {
      const sameLine = range.end.line === range.start.line;
      const properties = [
        `file=${property(prefix + path)}`,
        `line=${range.start.line + 1}`,
        `endLine=${(sameLine || range.end.character > 0 ? range.end.line : range.end.line - 1) + 1}`,
        // Columns are taken for ranges within one line only.
        ...(sameLine ? [`col=${range.start.character + 1}`, `endColumn=${range.end.character + 1}`] : []),
        `title=${property(`Lockstep: ${rule}`)}`,
      ];
      return `::${commands[severity]} ${properties.join(",")}::${data(message)}\n`;
    })
    .join("");
}

function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
