import * as vscode from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { type LockstepApi, activate as start } from "../activate.js";

export { deactivate } from "../activate.js";

/** Entry in the web extension host: the server is a worker. */
export function activate(context: vscode.ExtensionContext): LockstepApi {
  const script = vscode.Uri.joinPath(context.extensionUri, "dist", "server.web.js");
  return start(context, (options) => {
    let server: WorkerServer | undefined;
    const reach = async (): Promise<MessageTransports> => {
      server = new WorkerServer(await startWorker(script));
      return server;
    };
    return { client: new LanguageClient("lockstep", "Lockstep", reach, options), endServer: () => server?.end() };
  });
}

/** VS Code starts no worker from an extension that is installed on a remote machine; from a copy of its script it does. */
async function startWorker(script: vscode.Uri): Promise<Worker> {
  if (script.scheme !== "vscode-remote") return new Worker(script.toString(true));
  const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(script));
  return new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
}

/** The transports are made here, because what VS Code's extension host offers as `Worker` makes workers that are no instances of it. */
class WorkerServer implements MessageTransports {
  readonly reader: WorkerReader;
  readonly writer: BrowserMessageWriter;

  constructor(private readonly worker: Worker) {
    this.reader = new WorkerReader(worker);
    this.writer = new BrowserMessageWriter(worker);
  }

  /** Ends the worker at once, which by itself would close no connection. */
  end(): void {
    this.worker.terminate();
    this.reader.close();
  }
}

class WorkerReader extends BrowserMessageReader {
  close(): void {
    this.fireClose();
  }
}
