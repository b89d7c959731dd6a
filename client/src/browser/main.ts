import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { type LockstepApi, activate as start } from "../activate.js";

export { deactivate } from "../activate.js";

/** Entry in the web extension host: the server is a worker. */
export function activate(context: vscode.ExtensionContext): LockstepApi {
  const script = vscode.Uri.joinPath(context.extensionUri, "dist", "server.web.js").toString(true);
  return start(
    context,
    (options) => new LanguageClient("lockstep", "Lockstep", async () => new Worker(script), options),
  );
}
