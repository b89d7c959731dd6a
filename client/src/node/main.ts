import type * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type LockstepApi, activate as start } from "../activate.js";

export { deactivate } from "../activate.js";

/** Entry in the Node extension host: the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): LockstepApi {
  return start(context, (options) => {
    const server = { module: context.asAbsolutePath("dist/server.js"), transport: TransportKind.ipc };
    const client = new LanguageClient("lockstep", "Lockstep", { run: server, debug: server }, options);
    return { client, endServer: () => void client.serverProcess?.kill("SIGKILL") };
  });
}
