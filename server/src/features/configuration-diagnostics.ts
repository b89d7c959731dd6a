import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import type { ConfigurationProblem } from "../engine/config/configuration-set.js";
import type { Addresses } from "./addresses.js";
import { type DiagnosticSupport, diagnosticSource } from "./diagnostics.js";

/** The rule that says what is wrong with configuration (SPEC §3 "The linter's own"). */
const rule = "invalid-config";

/** What is wrong with a configuration file, as diagnostics of that file. */
export function configurationDiagnosticsOf(
  problems: readonly ConfigurationProblem[],
  addresses: Addresses,
  support: DiagnosticSupport,
): Diagnostic[] {
  const href = support.codeDescription ? addresses.rulePageOf(rule) : undefined;
  return problems.map(({ range, message }) => ({
    range,
    severity: DiagnosticSeverity.Error,
    code: rule,
    source: diagnosticSource,
    message,
    ...(href !== undefined && { codeDescription: { href } }),
  }));
}
