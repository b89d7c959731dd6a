import type { Diagnostic } from "vscode-languageserver";
import { limitNote } from "../../engine/service/limit-note.js";
import { configurationDiagnosticsOf } from "../../features/configuration-diagnostics.js";
import { type DiagnosticSupport, diagnosticsOf, noteOf } from "../../features/diagnostics.js";
import { configurationFingerprintOf, fingerprintOf } from "../../features/fingerprint.js";
import type { Session } from "../session.js";

/** What there is to report of one document. */
export interface Report {
  /** The same whenever there is the same to report. */
  readonly id: string;
  readonly empty: boolean;
  /** Made on demand: what a client knows already is never converted. */
  items(): Diagnostic[];
}

/** Reports on a document or configuration file as things stand; on an unknown one there is nothing to report. */
export function reportOn(session: Session, path: string, support: DiagnosticSupport): Report {
  const problems = session.service.configurationProblems().get(path);
  if (problems) {
    return {
      id: configurationFingerprintOf(problems),
      empty: problems.length === 0,
      items: () => configurationDiagnosticsOf(problems, session, support),
    };
  }
  const findings = session.service.findings(path);
  const document = session.service.document(path);
  const note = document && limitNote(document);
  if (note !== undefined) {
    return {
      id: `${fingerprintOf(findings)} ${note}`,
      empty: false,
      items: () => [noteOf(note), ...diagnosticsOf(findings, session, support)],
    };
  }
  return {
    id: fingerprintOf(findings),
    empty: findings.length === 0,
    items: () => diagnosticsOf(findings, session, support),
  };
}
