import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type LockstepApi, activate as start } from "../activate.js";

export { deactivate } from "../activate.js";

/** Entry in the Node extension host: the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): LockstepApi {
  return start(context, (options) => {
    // Node keeps what V8 made of the server's code when it ends, and its next start takes a third less. Versions below 22.1 know nothing of it.
    const env = { NODE_COMPILE_CACHE: vscode.Uri.joinPath(context.globalStorageUri, "code").fsPath };
    const server = { module: context.asAbsolutePath("dist/server.js"), transport: TransportKind.ipc, options: { env } };
    const client = new LanguageClient("lockstep", "Lockstep", { run: server, debug: server }, options);
    return { client, endServer: () => void client.serverProcess?.kill("SIGKILL") };
  });
}
