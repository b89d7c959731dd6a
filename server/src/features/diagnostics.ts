import { type Diagnostic, DiagnosticSeverity, type Range } from "vscode-languageserver-types";
import type { PlanDocument } from "../engine/index/document.js";
import type { Place } from "../engine/markdown/slot.js";
import type { Finding } from "../engine/rules/check.js";
import type { Severity } from "../engine/rules/rule.js";
import type { Addresses } from "./addresses.js";

/** What diagnostics name as their source. */
export const diagnosticSource = "lockstep";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Which parts of a diagnostic a client can show. */
export interface DiagnosticSupport {
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
}

/** Findings of one document as diagnostics, in their order. */
export function diagnosticsOf(
  findings: readonly Finding[],
  addresses: Addresses,
  support: DiagnosticSupport,
): Diagnostic[] {
  return findings.map((finding) => diagnosticOf(finding, addresses, support));
}

export function diagnosticOf(finding: Finding, addresses: Addresses, support: DiagnosticSupport): Diagnostic {
  const diagnostic: Diagnostic = {
    range: rangeIn(finding.document, finding.place),
    severity: severities[finding.severity],
    code: finding.rule,
    source: diagnosticSource,
    message: finding.message,
  };
  const page = support.codeDescription ? addresses.rulePageOf(finding.rule) : undefined;
  if (page !== undefined) diagnostic.codeDescription = { href: page };
  if (support.relatedInformation && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(({ document, place, message }) => ({
      location: { uri: addresses.uriOf(document.path), range: rangeIn(document, place) },
      message,
    }));
  }
  return diagnostic;
}

/** Something to know of a document as a whole, at its top. It is no finding of a rule. */
export function noteOf(message: string): Diagnostic {
  const top = { line: 0, character: 0 };
  return {
    range: { start: top, end: top },
    severity: DiagnosticSeverity.Information,
    source: diagnosticSource,
    message,
  };
}

/** Range of a place; by the document's table of lines, so that a place deep in a long block costs no walk through it. */
export function rangeIn(document: PlanDocument, place: Place): Range {
  return document.markdown.rangeOf(place);
}
