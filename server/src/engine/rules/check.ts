import type { Fix } from "../fixes/fix.js";
import type { PlanDocument } from "../index/document.js";
import type { WorkspaceView } from "../index/view.js";
import { offsetOf } from "../markdown/place.js";
import type { Place } from "../markdown/slot.js";
import type { Problem, RelatedPlace, Rule, RuleContext, Severity } from "./rule.js";

/** A problem in words, with its severity under the document's settings. Places move with their document's slots. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly document: PlanDocument;
  readonly place: Place;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  /** Made on demand: most findings are shown far more often than they are mended. */
  fixes(): readonly Fix[];
}

/** All findings of one document in the order of its text, before suppressions and baseline. */
export function checkDocument(document: PlanDocument, workspace: WorkspaceView, rules: readonly Rule[]): Finding[] {
  if (!document.head.planning) return [];
  const findings: Finding[] = [];
  for (const rule of rules) {
    const setting = document.settings.rule(rule.id);
    if (setting.severity === "off") continue;
    const context: RuleContext = { document, workspace, options: setting.options };
    for (const problem of rule.detect(context)) findings.push(findingOf(rule, setting.severity, problem, context));
  }
  return inOrder(findings);
}

function findingOf(rule: Rule, severity: Severity, problem: Problem<unknown>, context: RuleContext): Finding {
  return {
    rule: rule.id,
    severity,
    document: context.document,
    place: problem.place,
    message: rule.word(problem.data, context),
    related: problem.related ?? [],
    fixes: () => (rule.mend ? [...rule.mend(problem, context)] : []),
  };
}

/** Findings by place, then by rule. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      offsetOf(a.place) - offsetOf(b.place) ||
      a.place.end - a.place.start - (b.place.end - b.place.start) ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}
