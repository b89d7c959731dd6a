import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-types";
import type { Finding } from "../engine/rules/check.js";
import type { Addresses } from "./addresses.js";
import { safeFixesOf } from "./code-actions.js";
import { rangeIn } from "./diagnostics.js";
import type { RenameSupport } from "./rename.js";

/**
 * Every safe fix of many documents' findings as one edit of the workspace, and how many findings it mends. Each edit says which fix it is part of, for a
 * person to confirm; undefined where there is nothing to mend.
 */
export function fixWorkspaceEditOf(
  findings: readonly Finding[],
  addresses: Addresses,
  support: RenameSupport,
): { readonly edit: WorkspaceEdit; readonly findings: number } | undefined {
  const chosen = safeFixesOf(findings);
  if (chosen.length === 0) return undefined;
  const annotated = support.changeAnnotations && support.documentChanges;
  const annotations: Record<string, ChangeAnnotation> = {};
  const byPath = new Map<string, AnnotatedTextEdit[]>();
  for (const { finding, fix } of chosen) {
    const label = addresses.say(fix.title);
    const annotationId = `${finding.rule}: ${label}`;
    annotations[annotationId] = { label, description: finding.rule, needsConfirmation: true };
    for (const { document, place, newText } of fix.edits) {
      const edit = { range: rangeIn(document, place), newText, annotationId };
      byPath.set(document.path, [...(byPath.get(document.path) ?? []), edit]);
    }
  }
  const plain = ({ range, newText }: TextEdit): TextEdit => ({ range, newText });
  if (!support.documentChanges) {
    const changes = Object.fromEntries([...byPath].map(([path, edits]) => [addresses.uriOf(path), edits.map(plain)]));
    return { edit: { changes }, findings: chosen.length };
  }
  const documentChanges = [...byPath].map(
    ([path, edits]): TextDocumentEdit => ({
      textDocument: { uri: addresses.uriOf(path), version: addresses.versionOf(path) },
      edits: annotated ? edits : edits.map(plain),
    }),
  );
  return {
    edit: { documentChanges, ...(annotated && { changeAnnotations: annotations }) },
    findings: chosen.length,
  };
}
