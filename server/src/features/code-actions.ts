import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Diagnostic,
  type Range,
} from "vscode-languageserver-types";
import type { Fix, FixEdit } from "../engine/fixes/fix.js";
import { refactoringsAt } from "../engine/fixes/refactorings.js";
import { suppressHere } from "../engine/fixes/suppress.js";
import { offsetOf } from "../engine/markdown/place.js";
import type { Finding } from "../engine/rules/check.js";
import type { LockstepService } from "../engine/service/service.js";
import { english, phrase } from "../engine/text/phrase.js";
import { rangesTouch } from "../engine/text/range.js";
import type { Addresses } from "./addresses.js";
import { type DiagnosticSupport, diagnosticOf, diagnosticSource, rangeIn } from "./diagnostics.js";
import { workspaceEditOf } from "./edits.js";
import { type TurnOffSupport, turnOffEdit } from "./turn-off.js";

export const fixAllKind = `${CodeActionKind.SourceFixAll}.lockstep`;

/** Kinds of action that the server makes, for its capabilities. */
export const codeActionKinds: readonly string[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind];

export interface CodeActionSupport extends TurnOffSupport, DiagnosticSupport {
  /** Whether the client marks the action that most people want. */
  readonly preferred: boolean;
}

/**
 * Actions for a range of a document: the fixes of the findings there, and what silences them, then the refactorings that need no finding, and, only
 * where asked for by kind, one that applies every safe fix.
 */
export function codeActionsOf(
  service: LockstepService,
  path: string,
  range: Range,
  context: CodeActionContext,
  addresses: Addresses,
  support: CodeActionSupport,
): CodeAction[] {
  const document = service.document(path);
  if (!document) return [];
  const actions: CodeAction[] = [];
  const action = (fix: Fix, kind: CodeActionKind, diagnostics?: Diagnostic[]): void => {
    const made: CodeAction = { title: addresses.say(fix.title), kind, edit: workspaceEditOf(fix, addresses, support) };
    if (diagnostics) made.diagnostics = diagnostics;
    if (fix.preferred && diagnostics && support.preferred) made.isPreferred = true;
    actions.push(made);
  };
  const offered = new Set<string>();
  if (wantsKind(context, CodeActionKind.QuickFix)) {
    for (const finding of findingsAt(service.findings(path), range)) {
      const diagnostics = [known(finding, context) ?? diagnosticOf(finding, addresses, support)];
      for (const fix of [...finding.fixes(), suppressHere(finding.rule, finding.place, document)]) {
        offered.add(english(fix.title));
        action(fix, CodeActionKind.QuickFix, diagnostics);
      }
      const title = phrase`Turn ${finding.rule} off for the workspace`;
      const edit = offered.has(english(title))
        ? undefined
        : turnOffEdit(service, finding.rule, path, addresses, support);
      if (edit) actions.push({ title: addresses.say(title), kind: CodeActionKind.QuickFix, diagnostics, edit });
      offered.add(english(title));
    }
  }
  if (document.head.planning && wantsKind(context, CodeActionKind.RefactorRewrite)) {
    for (const fix of refactoringsAt(document, document.markdown.offsetAt(range.start), service.workspace)) {
      if (!offered.has(english(fix.title))) action(fix, CodeActionKind.RefactorRewrite);
    }
  }
  if (wantsExplicitly(context, fixAllKind)) {
    const fix = fixAllOf(service.findings(path));
    if (fix) action(fix, fixAllKind);
  }
  return actions;
}

/** Every safe fix of the findings that can be applied together, as one; undefined where there is none. */
export function fixAllOf(findings: readonly Finding[]): Fix | undefined {
  const edits = safeFixesOf(findings).flatMap(({ fix }) => fix.edits);
  return edits.length > 0
    ? { title: phrase`Apply all safe fixes of Lockstep`, edits, safe: true, snippet: false }
    : undefined;
}

/** The safe fixes of findings that do not touch each other, one a finding at most, and what each mends. */
export function safeFixesOf(findings: readonly Finding[]): { readonly finding: Finding; readonly fix: Fix }[] {
  const chosen: { finding: Finding; fix: Fix }[] = [];
  const edits = new Map<string, FixEdit[]>();
  for (const finding of findings) {
    const fix = finding.fixes().find((candidate) => candidate.safe && !candidate.snippet);
    if (!fix || fix.edits.some((edit) => edits.get(edit.document.path)?.some((other) => overlap(edit, other))))
      continue;
    chosen.push({ finding, fix });
    for (const edit of fix.edits) edits.set(edit.document.path, [...(edits.get(edit.document.path) ?? []), edit]);
  }
  return chosen;
}

function overlap(a: FixEdit, b: FixEdit): boolean {
  if (a.document !== b.document) return false;
  const start = offsetOf(a.place);
  const otherStart = offsetOf(b.place);
  const end = start + a.place.end - a.place.start;
  const otherEnd = otherStart + b.place.end - b.place.start;
  // Two insertions at one place overlap too: which comes first would be left to the client.
  return start <= otherEnd && otherStart <= end;
}

function findingsAt(findings: readonly Finding[], range: Range): Finding[] {
  return findings.filter((finding) => rangesTouch(rangeIn(finding.document, finding.place), range));
}

/** The client's own copy of a finding's diagnostic, so that it knows which one the action mends. */
function known(finding: Finding, context: CodeActionContext): Diagnostic | undefined {
  const { start } = rangeIn(finding.document, finding.place);
  return context.diagnostics.find(
    (diagnostic) =>
      diagnostic.source === diagnosticSource &&
      diagnostic.code === finding.rule &&
      diagnostic.range.start.line === start.line &&
      diagnostic.range.start.character === start.character,
  );
}

/** Whether a kind is asked for; nothing asked for means all kinds. */
export function wantsKind(context: CodeActionContext, kind: string): boolean {
  return context.only === undefined || wantsExplicitly(context, kind);
}

function wantsExplicitly(context: CodeActionContext, kind: string): boolean {
  return (context.only ?? []).some((only) => only === "" || kind === only || kind.startsWith(`${only}.`));
}
