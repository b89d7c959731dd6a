import type { Connection, PublishDiagnosticsParams } from "vscode-languageserver";
import type { Session } from "../session.js";
import type { ClientSupport } from "../support.js";
import { nextTurn, Slice } from "../turns.js";
import { reportOn } from "./reports.js";

/** Sends diagnostics to a client that does not ask for them. */
export class PushedDiagnostics {
  /** What the client was last sent of each document, by URI. */
  readonly #told = new Map<string, string>();
  readonly #pending = new Set<string>();
  #running = false;
  #ended = false;

  constructor(
    private readonly connection: Connection,
    private readonly support: ClientSupport,
  ) {}

  /**
   * Sends the diagnostics of a document that was opened or changed as soon as what stands in line behind the change is in, then those of
   * other open documents that it concerns: somebody may be looking at them.
   */
  async soon(session: () => Session, path: string): Promise<void> {
    await session().files.configureFor(session().uriOf(path));
    await nextTurn();
    await nextTurn();
    if (this.#ended || !session().documents.has(path)) return;
    session().refresh();
    this.#send(session(), path);
    await nextTurn();
    if (this.#ended) return;
    const { concerned, documents } = session();
    await this.concern(
      session,
      [...documents.paths].filter((other) => other !== path && concerned.has(other)),
    );
  }

  /** Sends, in slices, what changed in other documents; in those that are not open only once the whole workspace has been read. */
  async concern(session: () => Session, paths: Iterable<string>): Promise<void> {
    for (const path of paths) this.#pending.add(path);
    if (this.#running) return;
    this.#running = true;
    const slice = new Slice();
    for (const path of this.#pending) {
      if (this.#ended) break;
      session().refresh();
      if (session().files.indexing && !session().documents.has(path)) continue;
      this.#pending.delete(path);
      this.#send(session(), path);
      if (slice.over) await slice.renew();
    }
    this.#running = false;
  }

  end(): void {
    this.#ended = true;
  }

  #send(session: Session, path: string): void {
    const report = reportOn(session, path, this.support);
    const uri = session.uriOf(path);
    const version = session.versionOf(path);
    const id = `${report.id} ${version}`;
    const told = this.#told.get(uri);
    if (told === id || (told === undefined && report.empty && version === null)) return;
    if (report.empty && version === null) this.#told.delete(uri);
    else this.#told.set(uri, id);
    const params: PublishDiagnosticsParams = { uri, diagnostics: report.items() };
    if (version !== null) params.version = version;
    // A connection that is gone needs no news.
    this.connection.sendDiagnostics(params).catch(() => undefined);
  }
}
