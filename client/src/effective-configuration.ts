import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { effectiveConfigurationRequest } from "../../server/src/protocol/messages.js";
import { sendRequest } from "./messages.js";
import type { VirtualDocuments } from "./virtual-documents.js";

/** Shows the settings in force for the file in the editor, or for a new one at the root, each with its source. */
export async function showEffectiveConfiguration(
  client: BaseLanguageClient,
  documents: VirtualDocuments,
): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const text = await sendRequest(client, effectiveConfigurationRequest, {
    uri: uri ? client.code2ProtocolConverter.asUri(uri) : "untitled:Untitled-1",
  });
  await vscode.window.showTextDocument(documents.write(vscode.l10n.t("Effective configuration.yaml"), text));
}
