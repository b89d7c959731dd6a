import type { Severity } from "../../engine/config/rule-declaration.js";
import type { EvaluatedFinding, SilencedFinding, StaleBaselineEntry } from "../../node/evaluation.js";
import type { Comparison } from "../compare.js";

/** What there is to report, for every format. Paths are relative to `root`. */
export interface Report {
  /** Absolute. */
  readonly root: string;
  /** The way from the repository's root to `root`, ending in `/`, or empty: what services that show a repository expect before a path. */
  readonly prefix: string;
  readonly documents: number;
  readonly findings: readonly EvaluatedFinding[];
  readonly silenced: readonly SilencedFinding[];
  readonly stale: readonly StaleBaselineEntry[];
  /** With `--since` and `--staged`. */
  readonly comparison: Comparison | undefined;
  /** What was left out and why, in words. */
  readonly notes: readonly string[];
  /** Whether a finding makes the check fail. */
  fails(finding: { readonly severity: Severity }): boolean;
  textOf(path: string): string;
}

export const severities: readonly Severity[] = ["hint", "information", "warning", "error"];

/** What a severity is called for people; "information" has no plural. */
export const severityNouns: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "remark",
  hint: "hint",
};

export function countBySeverity(findings: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
