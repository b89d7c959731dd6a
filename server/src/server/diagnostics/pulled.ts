import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
  type ResponseError,
  type UnchangedDocumentDiagnosticReport,
} from "vscode-languageserver";
import { cancelled } from "../lifecycle.js";
import type { Session } from "../session.js";
import type { ClientSupport } from "../support.js";
import { nextTurn } from "../turns.js";
import { type Report, reportOn } from "./reports.js";

/** Most other documents that one answer reports on. */
const mostRelated = 50;

type Single = FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport;

/** Answers a client that asks for the diagnostics of one document. */
export class PulledDiagnostics {
  /** What the client was last told of each document. */
  readonly #told = new Map<string, string>();
  readonly #unreported = new Set<string>();

  constructor(private readonly support: ClientSupport) {}

  /** `textDocument/diagnostic`. */
  async answer(
    session: Session,
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport | ResponseError<never>> {
    await session.files.configureFor(textDocument.uri);
    // A newer change or a cancellation may stand in line behind this request: then it is not worth the work.
    await nextTurn();
    if (token.isCancellationRequested) return cancelled();
    session.refresh();
    const path = session.documents.pathOf(textDocument.uri);
    const report = this.#tell(path, reportOn(session, path, this.support), previousResultId);
    return this.support.relatedDocuments ? { ...report, ...this.#related(session, path) } : report;
  }

  /** Whether one of the open documents would be reported differently now than it last was, and the client has to be told to ask again. */
  outdated(session: Session): boolean {
    for (const path of session.documents.paths) {
      const told = this.#told.get(path);
      if (told !== undefined && told !== reportOn(session, path, this.support).id) return true;
    }
    return false;
  }

  /** Notes documents that answers may report on beside the one asked for. */
  concern(paths: ReadonlySet<string>): void {
    if (this.support.relatedDocuments) for (const path of paths) this.#unreported.add(path);
  }

  forget(path: string): void {
    this.#told.delete(path);
  }

  forgetAll(): void {
    this.#told.clear();
    this.#unreported.clear();
  }

  #tell(path: string, report: Report, previous: string | undefined): Single {
    this.#told.set(path, report.id);
    if (previous === report.id) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: report.id };
    return { kind: DocumentDiagnosticReportKind.Full, resultId: report.id, items: report.items() };
  }

  #related(session: Session, asked: string): { relatedDocuments?: Record<string, Single> } {
    this.concern(session.concerned);
    const relatedDocuments: Record<string, Single> = {};
    let count = 0;
    for (const path of this.#unreported) {
      if (count === mostRelated) break;
      this.#unreported.delete(path);
      const report = reportOn(session, path, this.support);
      const told = this.#told.get(path);
      if (path === asked || told === report.id || (told === undefined && report.empty)) continue;
      relatedDocuments[session.uriOf(path)] = this.#tell(path, report, undefined);
      count += 1;
    }
    return count > 0 ? { relatedDocuments } : {};
  }
}
