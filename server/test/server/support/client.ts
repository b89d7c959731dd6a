import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

export const serverFile =
  process.env.LOCKSTEP_TEST_SERVER ?? join(dirname(fileURLToPath(import.meta.url)), "../../../../dist/server.js");

export interface StartOptions {
  /** Files of the workspace, by path relative to its root. */
  readonly files?: Readonly<Record<string, string>>;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** For Node itself, before the server's file. */
  readonly nodeOptions?: readonly string[];
  /** Folders of the workspace, relative to its root; the root itself where there are none. */
  readonly folders?: readonly string[];
}

/** A client that asks for diagnostics itself, as VS Code does. */
export const pulling: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true, codeDescriptionSupport: true },
    publishDiagnostics: { relatedInformation: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "refactor", "source"] } },
      isPreferredSupport: true,
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** A client that is sent its diagnostics, as older ones are. */
export const pushedTo: ClientCapabilities = {
  textDocument: { ...pulling.textDocument, diagnostic: undefined as never },
};

/** The date that counts as today in these tests. */
export const today = "2026-06-15";

/** Writes files into a folder of its own and starts a server over it that nobody has initialized yet. */
export async function spawnServer(
  files: Readonly<Record<string, string>> = {},
  nodeOptions: readonly string[] = [],
): Promise<TestClient> {
  if (!existsSync(serverFile)) throw new Error(`There is no ${serverFile}: run npm run build.`);
  const root = await mkdtemp(join(tmpdir(), "lockstep-server-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const child = spawn(process.execPath, [...nodeOptions, serverFile, "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  return new TestClient(root, child);
}

/** Starts a server and initializes it. */
export async function startClient(options: StartOptions = {}): Promise<TestClient> {
  const client = await spawnServer(options.files, options.nodeOptions);
  await client.initialize(options);
  return client;
}

/** A small language client over stdio. Paths are relative to the workspace's root. */
export class TestClient {
  readonly connection: ProtocolConnection;
  readonly exited: Promise<number | null>;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly registrations: string[] = [];
  refreshes = 0;
  result: InitializeResult | undefined;
  readonly #documents = new Map<string, TextDocument>();
  #waiting: (() => void)[] = [];

  constructor(
    readonly root: string,
    readonly child: ChildProcess,
  ) {
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout!),
      new StreamMessageWriter(child.stdin!),
    );
    this.exited = new Promise((resolve) => child.once("exit", resolve));
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      this.#wake();
    });
    this.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations.map(({ method }) => method));
    });
    this.connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes += 1;
      this.#wake();
      return null;
    });
    this.connection.listen();
  }

  async initialize({
    capabilities = pulling,
    initializationOptions,
    folders = [""],
  }: StartOptions = {}): Promise<void> {
    this.result = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: this.uri(""),
      workspaceFolders: folders.map((folder) => ({ uri: this.uri(folder), name: folder.split("/").at(-1) || "root" })),
      capabilities,
      initializationOptions: { today, ...(initializationOptions as object) },
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  uri(path: string): string {
    return pathToFileURL(join(this.root, path)).href;
  }

  async open(path: string, text: string, languageId = "markdown"): Promise<void> {
    const document = TextDocument.create(this.uri(path), languageId, 1, text);
    this.#documents.set(document.uri, document);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: document.uri, languageId, version: 1, text },
    });
  }

  /** Replaces the first occurrence of `from` in an open document, or inserts at its end where `from` is empty. */
  async replace(path: string, from: string, to: string): Promise<void> {
    const document = this.document(path);
    const start = from === "" ? document.getText().length : document.getText().indexOf(from);
    if (start < 0) throw new Error(`${path} does not hold ${JSON.stringify(from)}`);
    const range = { start: document.positionAt(start), end: document.positionAt(start + from.length) };
    await this.change(document.uri, [{ range, newText: to }]);
  }

  async change(uri: string, edits: readonly TextEdit[]): Promise<void> {
    const document = this.#documents.get(uri)!;
    const version = document.version + 1;
    const inOrder = [...edits].sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start));
    const contentChanges = inOrder.map(({ range, newText }) => ({ range, text: newText }));
    this.#documents.set(uri, TextDocument.update(document, contentChanges, version));
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(path: string): Promise<void> {
    this.#documents.delete(this.uri(path));
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uri(path) },
    });
  }

  document(path: string): TextDocument {
    return this.#documents.get(this.uri(path))!;
  }

  text(path: string): string {
    return this.document(path).getText();
  }

  rangeOf(path: string, words: string): Range {
    const document = this.document(path);
    const start = document.getText().indexOf(words);
    if (start < 0) throw new Error(`${path} does not hold ${JSON.stringify(words)}`);
    return { start: document.positionAt(start), end: document.positionAt(start + words.length) };
  }

  /** Applies a workspace edit to what is open; snippets as if the person typed nothing. */
  async apply(edit: WorkspaceEdit): Promise<void> {
    for (const change of (edit.documentChanges ?? []) as TextDocumentEdit[]) {
      const edits = change.edits.map(
        (one): TextEdit => ("snippet" in one ? { range: one.range, newText: one.snippet.value } : one),
      );
      await this.change(change.textDocument.uri, edits);
    }
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) await this.change(uri, edits);
  }

  pull(path: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: this.uri(path) },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  /** Pulls the diagnostics of a document. */
  async diagnostics(path: string): Promise<Diagnostic[]> {
    const report = await this.pull(path);
    if (report.kind !== "full") throw new Error("not a full report");
    return report.items;
  }

  /** Waits until a condition holds; it is looked at whenever the server sends something, and now and then. */
  async until<T>(condition: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const value = await condition();
      if (value !== undefined && value !== false) return value;
      if (Date.now() > deadline) throw new Error(`Waited in vain for ${condition}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 50);
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async stop(): Promise<number | null> {
    if (this.child.exitCode === null) {
      await this.connection.sendRequest(ShutdownRequest.type);
      await this.connection.sendNotification(ExitNotification.type);
    }
    const code = await this.exited;
    this.connection.dispose();
    await rm(this.root, { recursive: true, force: true });
    return code;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}
