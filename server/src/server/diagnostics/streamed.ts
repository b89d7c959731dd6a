import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type ResponseError,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { cancelled } from "../lifecycle.js";
import type { Session } from "../session.js";
import type { ClientSupport } from "../support.js";
import { Slice } from "../turns.js";
import { reportOn } from "./reports.js";

/** Documents reported in one message. */
const reportsInOne = 100;

type Progress = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined;

/** One request of the client that waits for news. */
interface Stream {
  readonly token: CancellationToken;
  readonly progress: Progress;
  /** What the client knows, by URI. */
  readonly told: Map<string, string>;
  /** Paths to look at. */
  readonly pending: Set<string>;
  /** Wakes it up. */
  wake: () => void;
}

/**
 * Answers a client that asks for the diagnostics of the whole workspace. The request is held open and answered in parts, as long as
 * the client takes parts: first with all there is, then with what changes. So an idle workspace costs nothing, and news arrive at once.
 */
export class StreamedDiagnostics {
  #stream: Stream | undefined;
  #ended = false;

  constructor(private readonly support: ClientSupport) {}

  /** `workspace/diagnostic`. A second request takes the place of the first. */
  async answer(
    session: () => Session,
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    progress: Progress,
  ): Promise<WorkspaceDiagnosticReport | ResponseError<never>> {
    const stream: Stream = { token, progress, told: new Map(), pending: new Set(), wake: () => undefined };
    for (const { uri, value } of previousResultIds) stream.told.set(ownSpelling(session(), uri), value);
    for (const path of pathsOf(session(), stream)) stream.pending.add(path);
    const before = this.#stream;
    this.#stream = stream;
    before?.wake();
    token.onCancellationRequested(() => stream.wake());
    while (this.#goesOn(stream)) {
      const items = await this.#report(session, stream);
      if (items.length > 0) return { items };
      if (stream.pending.size === 0 || session().files.indexing) await this.#sleep(stream);
    }
    return token.isCancellationRequested ? cancelled() : { items: [] };
  }

  /** Tells of documents whose findings may have changed. */
  concern(paths: Iterable<string>): void {
    if (!this.#stream) return;
    for (const path of paths) this.#stream.pending.add(path);
    this.#stream.wake();
  }

  /** Looks at everything again: the workspace was read to its end, or became another. */
  concernAll(session: Session): void {
    if (this.#stream) this.concern(pathsOf(session, this.#stream));
  }

  /** Tells of a document once more, also that there is nothing to tell. */
  tellAgain(session: Session, path: string): void {
    this.#stream?.told.set(session.uriOf(path), "");
    this.concern([path]);
  }

  end(): void {
    this.#ended = true;
    this.#stream?.wake();
  }

  #goesOn(stream: Stream): boolean {
    return !this.#ended && stream === this.#stream && !stream.token.isCancellationRequested;
  }

  #sleep(stream: Stream): Promise<void> {
    return new Promise((resolve) => {
      stream.wake = resolve;
      if (!this.#goesOn(stream)) resolve();
    });
  }

  /** Reports on what is pending, in slices; returns what is left to say in the answer of a client that takes no parts. */
  async #report(session: () => Session, stream: Stream): Promise<WorkspaceDocumentDiagnosticReport[]> {
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    // Findings across documents are only right once all of them are known.
    if (session().files.indexing) return items;
    const slice = new Slice();
    session().refresh();
    for (const path of stream.pending) {
      stream.pending.delete(path);
      const item = this.#item(session(), stream, path);
      if (item) items.push(item);
      if (stream.progress && items.length === reportsInOne) {
        stream.progress.report({ items });
        items = [];
      }
      if (!slice.over) continue;
      await slice.renew();
      if (!this.#goesOn(stream)) return items;
      session().refresh();
    }
    if (!stream.progress) return items;
    if (items.length > 0) stream.progress.report({ items });
    return [];
  }

  #item(session: Session, stream: Stream, path: string): WorkspaceDocumentDiagnosticReport | undefined {
    const report = reportOn(session, path, this.support);
    const uri = session.uriOf(path);
    const told = stream.told.get(uri);
    if (told === report.id || (told === undefined && report.empty)) return undefined;
    stream.told.set(uri, report.id);
    return {
      kind: DocumentDiagnosticReportKind.Full,
      uri,
      version: session.versionOf(path),
      resultId: report.id,
      items: report.items(),
    };
  }
}

function pathsOf(session: Session, stream: Stream): Set<string> {
  return new Set([
    ...session.service.workspace.documents.keys(),
    ...session.service.configurationProblems().keys(),
    ...[...stream.told.keys()].map((uri) => session.documents.pathOf(uri)),
  ]);
}

/** Clients encode URIs in more than one way. */
function ownSpelling(session: Session, uri: string): string {
  return session.uriOf(session.documents.pathOf(uri));
}
