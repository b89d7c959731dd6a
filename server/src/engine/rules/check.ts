import type { Fix } from "../fixes/fix.js";
import type { PlanDocument } from "../index/document.js";
import type { WorkspaceView } from "../index/view.js";
import { offsetOf } from "../markdown/place.js";
import type { Place } from "../markdown/slot.js";
import { applySuppressions, type SuppressionResult } from "../suppressions/apply.js";
import { type SuppressionProblem, suppressionProblems } from "../suppressions/problems.js";
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

/** All findings of one document in the order of its text, after its suppression comments and before any baseline. */
export function checkDocument(document: PlanDocument, workspace: WorkspaceView, rules: readonly Rule[]): Finding[] {
  return inspectDocument(document, workspace, rules).findings;
}

/** The same, with what the document's comments suppress and the reason that each comment gives. */
export function inspectDocument(
  document: PlanDocument,
  workspace: WorkspaceView,
  rules: readonly Rule[],
): { readonly findings: Finding[]; readonly suppressed: readonly SuppressedFinding[] } {
  if (!document.head.planning) return { findings: [], suppressed: [] };
  const found = findingsOfRules(document, workspace, rules);
  const result = applySuppressions(document.markdown, document.suppressionComments, found);
  const problems = problemsOfSuppressions(document, result, rules);
  const own = rules.filter((rule) => rule.ofSuppressions).flatMap((rule) => run(rule, document, workspace, problems));
  return {
    findings: inOrder([...result.kept, ...own]),
    suppressed: result.suppressed.map(({ finding, comment }) => ({ finding, reason: comment.reason })),
  };
}

function problemsOfSuppressions(
  document: PlanDocument,
  result: SuppressionResult<Finding>,
  rules: readonly Rule[],
): readonly SuppressionProblem[] {
  if (result.claims.length === 0) return [];
  return suppressionProblems(document.markdown.slots, result, {
    known: new Set(rules.map((rule) => rule.id)),
    ran: (id) => document.settings.rule(id).severity !== "off",
  });
}

interface Found {
  readonly revision: number;
  readonly rules: readonly Rule[];
  /** Findings before suppression, rule by rule. */
  readonly byRule: readonly (readonly Finding[])[];
}

/** What rules last found in documents that are edited. */
const lastFound = new WeakMap<PlanDocument, Found>();

/** Runs the rules that are not about suppressions. After an edit of nothing but text only those that read text are run again. */
function findingsOfRules(document: PlanDocument, workspace: WorkspaceView, rules: readonly Rule[]): Finding[] {
  const { revision } = workspace;
  const last = lastFound.get(document);
  const kept = last?.revision === revision && last.rules === rules ? last.byRule : undefined;
  const byRule = rules.map((rule, index) => {
    if (rule.ofSuppressions) return [];
    return (rule.readsText ? undefined : kept?.[index]) ?? run(rule, document, workspace, []);
  });
  if (document.resting) lastFound.delete(document);
  else lastFound.set(document, { revision, rules, byRule });
  return byRule.flat();
}

/** A finding that a comment in its document suppresses. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string | undefined;
}

function run(
  rule: Rule,
  document: PlanDocument,
  workspace: WorkspaceView,
  problems: readonly SuppressionProblem[],
): Finding[] {
  const { severity, options } = document.settings.rule(rule.id);
  if (severity === "off") return [];
  const context: RuleContext = { document, workspace, options, suppressionProblems: problems };
  return [...rule.detect(context)].map((problem) => findingOf(rule, severity, problem, context));
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
