import { type CheckOutput, checkOutput, type FindingOutput } from "../../engine/service/check-output.js";
import type { EvaluatedFinding } from "../../node/evaluation.js";
import type { Report } from "./report.js";

/** What `--format json` prints (SPEC §5). */
export function jsonReport(report: Report): string {
  const output: CheckOutput = checkOutput(report.findings.map(published), report.root, report.documents);
  return `${JSON.stringify(output, undefined, 2)}\n`;
}

function published({ source: _source, ...finding }: EvaluatedFinding): FindingOutput {
  return finding;
}
