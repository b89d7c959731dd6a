import type { Connection, InitializeParams, WorkspaceFolder, WorkspaceFoldersChangeEvent } from "vscode-languageserver";
import { findingsChangedNotification, type InitializationOptions } from "../protocol/messages.js";
import { Changes } from "./changes.js";
import { PulledDiagnostics } from "./diagnostics/pulled.js";
import { PushedDiagnostics } from "./diagnostics/pushed.js";
import { StreamedDiagnostics } from "./diagnostics/streamed.js";
import type { FileDoor } from "./files.js";
import { IndexingProgress } from "./progress.js";
import { refreshFeatures } from "./refreshing.js";
import { Session } from "./session.js";
import { Settings } from "./settings.js";
import type { ClientSupport } from "./support.js";
import { Today } from "./today.js";
import { inTime, pause } from "./turns.js";
import { sendNotification } from "./typed-messages.js";

/** Milliseconds for which the workspace's files wait at the start: what the client opens at once is answered before they are looked for. */
const headStart = 30;

/** Milliseconds that the client has to say that it watches files. */
const patience = 1000;

export interface ServerParts {
  readonly connection: Connection;
  readonly support: ClientSupport;
  readonly options: InitializationOptions;
  readonly door: FileDoor;
  /** Where rule pages are for clients that have none of their own. */
  readonly rulePages?: string | undefined;
}

/** One client's server, from its `initialize` on: the session over its workspace, and who is told of what changes in it. */
export class Server {
  readonly connection: Connection;
  readonly support: ClientSupport;
  readonly settings: Settings;
  readonly pulled: PulledDiagnostics;
  readonly streamed: StreamedDiagnostics;
  readonly pushed: PushedDiagnostics | undefined;
  readonly changes = new Changes((error) => this.failed(error));
  readonly #options: InitializationOptions;
  readonly #door: FileDoor;
  readonly #rulePages: string | undefined;
  #folders: readonly WorkspaceFolder[];
  #session: Session;

  constructor({ connection, support, options, door, rulePages }: ServerParts, params: InitializeParams) {
    this.connection = connection;
    this.support = support;
    this.#options = options;
    this.#door = door;
    this.#rulePages = rulePages;
    this.settings = new Settings(connection, support, options, () => this.#applySettings());
    this.pulled = new PulledDiagnostics(support);
    this.streamed = new StreamedDiagnostics(support);
    this.pushed = support.pullsDiagnostics ? undefined : new PushedDiagnostics(connection, support);
    this.#folders = foldersOf(params);
    this.#session = this.#makeSession();
    this.changes.onSettled(() => this.#settled());
  }

  get session(): Session {
    return this.#session;
  }

  /** Reads the workspace in the background, once `watched` resolves: of a file that is written after it was looked for, the client has to tell. */
  index(watched: Promise<void> = Promise.resolve()): void {
    const { files } = this.#session;
    const progress = new IndexingProgress(this.connection);
    const done = (): void => {
      progress.done();
      if (files !== this.#session.files) return;
      this.streamed.concernAll(this.#session);
      this.changes.touch();
      // Even where nothing was found: whoever waits for the end of reading hears of it.
      this.#tellFindingsChanged();
    };
    Promise.all([this.settings.heard, inTime(watched, patience), pause(headStart)])
      .then(() => files.index(progress))
      .catch((error: unknown) => this.failed(error))
      .then(done);
  }

  /** Begins anew with other folders; what is open stays open. */
  changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => uri));
    this.#folders = [...this.#folders.filter(({ uri }) => !gone.has(uri)), ...added];
    const before = this.#session;
    const open = before.documents.items();
    const known = [...before.service.workspace.documents.keys()].map((path) => before.uriOf(path));
    before.end();
    this.pulled.forgetAll();
    this.#session = this.#makeSession();
    for (const item of open) this.#session.documents.open(item);
    const paths = known.map((uri) => this.#session.documents.pathOf(uri));
    this.pushed?.concern(() => this.#session, paths).catch((error: unknown) => this.failed(error));
    this.index();
  }

  /** Logs what should not have happened. */
  failed(error: unknown): void {
    this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  end(): void {
    this.#session.end();
    this.changes.end();
    this.streamed.end();
    this.pushed?.end();
  }

  #makeSession(): Session {
    return new Session({
      folders: this.#folders,
      door: this.#door,
      today: this.#today(),
      settings: this.settings.value,
      rulePages: this.#options.rulePages ?? this.#rulePages,
      translations: this.#options.translations ?? {},
      changed: () => this.changes.touch(),
      failed: (error) => this.failed(error),
    });
  }

  /** The date is pinned by the options, else by the settings, for samples and tests. */
  #today(): Today {
    const settings: unknown = this.settings.value;
    const inSettings =
      typeof settings === "object" && settings !== null && "today" in settings ? settings.today : undefined;
    return new Today(this.#options.today ?? inSettings);
  }

  #applySettings(): void {
    this.#session.configure(this.settings.value, this.#today());
    this.changes.touch();
  }

  /** Tells whoever did not ask what has changed. */
  #settled(): void {
    const session = this.#session;
    session.refresh();
    const concerned = session.takeConcerned();
    if (concerned.size === 0 && !session.files.indexing) return;
    this.streamed.concern(concerned);
    this.pulled.concern(concerned);
    this.pushed?.concern(() => this.#session, concerned).catch((error: unknown) => this.failed(error));
    if (this.support.diagnosticRefresh && this.pulled.outdated(session)) {
      this.connection.languages.diagnostics.refresh().catch(() => undefined);
    }
    refreshFeatures(this.connection, this.support, concerned, session.documents.paths);
    this.#tellFindingsChanged();
  }

  #tellFindingsChanged(): void {
    if (this.#options.findingsChanged) sendNotification(this.connection, findingsChangedNotification, {});
  }
}

/** Folders of the workspace, in any of the ways in which clients have named them over the years. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly WorkspaceFolder[] {
  if (workspaceFolders) return workspaceFolders;
  if (rootUri) return [{ uri: rootUri, name: "" }];
  return rootPath ? [{ uri: `file://${encodeURI(rootPath)}`, name: "" }] : [];
}
