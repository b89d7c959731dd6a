import type { Fix } from "../fixes/fix.js";
import { rangeOf } from "../markdown/place.js";
import type { Finding } from "../rules/check.js";
import type { Severity } from "../rules/rule.js";
import { english } from "../text/phrase.js";
import type { CheckOutput, FindingOutput, FixOutput } from "./formats.js";
import type { LockstepService } from "./service.js";
import { sortedPaths } from "./sorted.js";

export type { CheckOutput, FindingOutput, FixOutput } from "./formats.js";

/** What `lockstep check --format json` prints. */
export function checkOutput(findings: readonly FindingOutput[], root: string, documents: number): CheckOutput {
  const summary: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const finding of findings) summary[finding.severity] += 1;
  return { version: 1, root, documents, findings, summary };
}

/** `fixes` holds only edits that are complete without a person's words. */
export function findingOutput(finding: Finding): FindingOutput {
  return {
    rule: finding.rule,
    severity: finding.severity,
    path: finding.document.path,
    range: rangeOf(finding.place),
    message: finding.message,
    related: finding.related.map((related) => ({
      path: related.document.path,
      range: rangeOf(related.place),
      message: related.message,
    })),
    fixes: finding
      .fixes()
      .filter((fix) => !fix.snippet)
      .map(fixOutput),
  };
}

/** What is wrong with configuration files, as findings of `invalid-config` in those files. */
export function configurationFindings(service: LockstepService): FindingOutput[] {
  const findings: FindingOutput[] = [];
  for (const path of sortedPaths(service.configurationProblems().keys())) {
    const { severity } = service.workspace.settingsFor(path).rule("invalid-config");
    if (severity === "off") continue;
    for (const { range, message, replacement } of service.configurationProblems().get(path) ?? []) {
      const fixes = replacement ? [{ title: "Correct it", edits: [{ path, ...replacement }] }] : [];
      findings.push({ rule: "invalid-config", severity, path, range, message, related: [], fixes });
    }
  }
  return findings;
}

/** Everything that `check` reports, by path, each file's findings in the order of its text. */
export function allFindings(service: LockstepService): FindingOutput[] {
  const byPath = new Map<string, FindingOutput[]>();
  for (const finding of configurationFindings(service))
    byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
  for (const path of service.workspace.documents.keys()) {
    const findings = service.findings(path).map(findingOutput);
    if (findings.length > 0) byPath.set(path, findings);
  }
  return sortedPaths(byPath.keys()).flatMap((path) => byPath.get(path) ?? []);
}

function fixOutput(fix: Fix): FixOutput {
  return {
    title: english(fix.title),
    edits: fix.edits.map((edit) => ({ path: edit.document.path, range: rangeOf(edit.place), newText: edit.newText })),
  };
}
