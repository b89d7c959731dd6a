import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Range,
  type TextEdit,
} from "vscode-languageserver-types";
import type { ConfigurationProblem } from "../engine/config/configuration-set.js";
import { phrase } from "../engine/text/phrase.js";
import { comparePositions, rangesTouch } from "../engine/text/range.js";
import type { Addresses } from "./addresses.js";
import { type CodeActionSupport, wantsKind } from "./code-actions.js";
import { configurationDiagnosticsOf } from "./configuration-diagnostics.js";
import { diagnosticSource } from "./diagnostics.js";

/** Actions for a range of a configuration file: for each problem there that one edit mends, that edit. */
export function configurationActionsOf(
  problems: readonly ConfigurationProblem[],
  path: string,
  range: Range,
  context: CodeActionContext,
  addresses: Addresses,
  support: CodeActionSupport,
): CodeAction[] {
  if (!wantsKind(context, CodeActionKind.QuickFix)) return [];
  return problems.flatMap((problem): CodeAction[] => {
    const { replacement } = problem;
    if (!replacement || !rangesTouch(problem.range, range)) return [];
    const edit: TextEdit = { range: replacement.range, newText: replacement.newText };
    const uri = addresses.uriOf(path);
    const known = context.diagnostics.filter(
      (diagnostic) =>
        diagnostic.source === diagnosticSource &&
        comparePositions(diagnostic.range.start, problem.range.start) === 0 &&
        diagnostic.message === problem.message,
    );
    return [
      {
        title: addresses.say(
          replacement.newText.trim() === "" ? phrase`Remove this` : phrase`Write ${replacement.newText.trim()}`,
        ),
        kind: CodeActionKind.QuickFix,
        diagnostics: known.length > 0 ? known : configurationDiagnosticsOf([problem], addresses, support),
        edit: support.documentChanges
          ? { documentChanges: [{ textDocument: { uri, version: addresses.versionOf(path) }, edits: [edit] }] }
          : { changes: { [uri]: [edit] } },
        ...(support.preferred && { isPreferred: true }),
      },
    ];
  });
}
