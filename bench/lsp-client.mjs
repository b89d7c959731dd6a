// A client of any language server on standard input and output that notes when each answer was complete.
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";

/** Milliseconds after which an answer no longer counts as one. */
const patience = 120_000;

/** `TextDocumentSyncKind.Full` */
const wholeTexts = 1;

const capabilities = {
  general: { positionEncodings: ["utf-16"] },
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: {
      versionSupport: true,
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    codeAction: {
      codeActionLiteralSupport: {
        codeActionKind: { valueSet: ["", "quickfix", "refactor", "source", "source.fixAll"] },
      },
      resolveSupport: { properties: ["edit"] },
      dataSupport: true,
      isPreferredSupport: true,
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ["markdown"] },
  },
};

export class LspClient {
  /** When the process was started, on the clock of `performance.now()`. */
  started = performance.now();
  #process;
  #ended;
  #buffer = Buffer.alloc(0);
  #chunks = [];
  #length = 0;
  #needed = -1;
  #requests = 0;
  #pending = new Map();
  #listeners = new Set();
  #progress = 0;
  #wantsWholeTexts = false;

  /** Starts a server: `command` with `args`, in a folder. */
  constructor(command, args, folder) {
    this.#process = spawn(command, args, { cwd: folder, stdio: ["pipe", "pipe", "ignore"] });
    this.#process.stdin.on("error", () => undefined);
    this.#process.stdout.on("data", (data) => this.#take(data));
    this.#ended = new Promise((resolve) => this.#process.on("exit", resolve));
    this.#process.on("exit", () => {
      for (const { reject } of this.#pending.values()) reject(new Error(`${command} ended`));
    });
    this.folder = folder;
  }

  get pid() {
    return this.#process.pid;
  }

  /** Whether the server says that it is at some long work. */
  get busy() {
    return this.#progress > 0;
  }

  /** Whether a change has to be sent as the whole text, as the server has said. */
  get wantsWholeTexts() {
    return this.#wantsWholeTexts;
  }

  async initialize(options = {}) {
    const uri = pathToFileURL(this.folder).href;
    const { result } = await this.request("initialize", {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: "bench" }],
      initializationOptions: options,
      capabilities,
    });
    const { textDocumentSync } = result.capabilities;
    this.#wantsWholeTexts = (textDocumentSync?.change ?? textDocumentSync) === wholeTexts;
    this.notify("initialized", {});
    return result;
  }

  /** The result, the milliseconds until its last byte was here, and when that was. */
  request(method, params) {
    this.#requests += 1;
    const id = this.#requests;
    const started = performance.now();
    const answer = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${method}`)), patience);
      this.#pending.set(id, {
        resolve: (result, at) => {
          clearTimeout(timer);
          resolve({ result, milliseconds: at - started, at });
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      });
    });
    this.#send({ id, method, params });
    return answer;
  }

  notify(method, params) {
    this.#send({ method, params });
  }

  /** Waits for diagnostics of a document: the first of at least that version, or without one, that come from now on. */
  diagnostics(uri, version = 0) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#listeners.delete(listener);
        reject(new Error(`no diagnostics of ${uri}`));
      }, patience);
      const listener = (params, at) => {
        if (params.uri !== uri || (params.version ?? version) < version) return;
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve({ at, items: params.diagnostics });
      };
      this.#listeners.add(listener);
    });
  }

  /** Calls `listener(params, at)` for all diagnostics from now on. */
  onDiagnostics(listener) {
    this.#listeners.add(listener);
  }

  async end() {
    const timer = setTimeout(() => this.#process.kill("SIGKILL"), 3_000);
    this.request("shutdown").then(
      () => this.notify("exit"),
      () => undefined,
    );
    await this.#ended;
    clearTimeout(timer);
  }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #take(data) {
    const at = performance.now();
    this.#chunks.push(data);
    this.#length += data.length;
    for (;;) {
      if (this.#needed < 0) {
        this.#gather();
        const end = this.#buffer.indexOf("\r\n\r\n");
        if (end < 0) return;
        this.#needed = Number(/content-length:\s*(\d+)/i.exec(this.#buffer.toString("latin1", 0, end))?.[1]);
        this.#keep(end + 4);
      }
      if (this.#length < this.#needed) return;
      this.#gather();
      const body = this.#buffer.toString("utf8", 0, this.#needed);
      this.#keep(this.#needed);
      this.#needed = -1;
      this.#receive(JSON.parse(body), at);
    }
  }

  #gather() {
    this.#buffer = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
    this.#chunks = [this.#buffer];
  }

  #keep(from) {
    this.#buffer = this.#buffer.subarray(from);
    this.#chunks = [this.#buffer];
    this.#length = this.#buffer.length;
  }

  #receive(message, at) {
    if (message.method === undefined) return this.#answered(message, at);
    if (message.id !== undefined) return this.#send({ id: message.id, result: this.#resultFor(message) });
    if (message.method === "textDocument/publishDiagnostics") {
      for (const listener of [...this.#listeners]) listener(message.params, at);
    } else if (message.method === "$/progress") {
      if (message.params.value?.kind === "begin") this.#progress += 1;
      if (message.params.value?.kind === "end") this.#progress -= 1;
    }
  }

  #answered({ id, result, error }, at) {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (error) pending?.reject(new Error(error.message));
    else pending?.resolve(result, at);
  }

  #resultFor({ method, params }) {
    if (method === "workspace/configuration") return params.items.map(() => null);
    if (method === "workspace/workspaceFolders") return [{ uri: pathToFileURL(this.folder).href, name: "bench" }];
    return null;
  }
}
