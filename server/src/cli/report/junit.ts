import type { EvaluatedFinding } from "../../node/evaluation.js";
import type { Report } from "./report.js";

/** JUnit's XML, one suite for each document with findings: what makes the check fail is a failure, the rest is output of a test that passed. */
export function junitReport(report: Report): string {
  const suites = new Map<string, EvaluatedFinding[]>();
  for (const finding of report.findings) suites.set(finding.path, [...(suites.get(finding.path) ?? []), finding]);
  const failures = report.findings.filter((finding) => report.fails(finding)).length;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="lockstep" tests="${Math.max(1, report.findings.length)}" failures="${failures}" errors="0">`,
  ];
  if (suites.size === 0) {
    lines.push(
      '  <testsuite name="lockstep" tests="1" failures="0" errors="0">',
      `    <testcase classname="lockstep" name="${xml(`${report.documents} planning documents without findings`)}"/>`,
      "  </testsuite>",
    );
  }
  for (const [path, findings] of suites) {
    const failing = findings.filter((finding) => report.fails(finding)).length;
    lines.push(
      `  <testsuite name="${xml(path)}" tests="${findings.length}" failures="${failing}" errors="0">`,
      ...findings.map((finding) => testCase(finding, report)),
      "  </testsuite>",
    );
  }
  lines.push("</testsuites>", "");
  return lines.join("\n");
}

function testCase(finding: EvaluatedFinding, report: Report): string {
  const { path, range, rule, severity, message } = finding;
  const place = `${path}:${range.start.line + 1}:${range.start.character + 1}`;
  const name = `${rule} at line ${range.start.line + 1}, character ${range.start.character + 1}`;
  const related = finding.related.map((other) => `${other.path}:${other.range.start.line + 1}: ${other.message}`);
  const body = xml([`${place}: ${severity}: ${message}`, ...related].join("\n"));
  const inner = report.fails(finding)
    ? `<failure type="${xml(rule)}" message="${xml(message)}">${body}</failure>`
    : `<system-out>${body}</system-out>`;
  return `    <testcase classname="${xml(path)}" name="${xml(name)}" file="${xml(report.prefix + path)}" line="${range.start.line + 1}">${inner}</testcase>`;
}

/** Characters that XML 1.0 cannot hold, in any form. */
const impossible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function xml(text: string): string {
  return text
    .replace(impossible, "\ufffd")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\r?\n/g, "&#10;");
}
