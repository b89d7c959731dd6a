import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { reportRequest } from "../../server/src/protocol/messages.js";
import { sendRequest } from "./messages.js";
import type { VirtualDocuments } from "./virtual-documents.js";

/** Shows the alignment report, rendered; a copy of it can be saved. */
export async function showReport(client: BaseLanguageClient, documents: VirtualDocuments): Promise<void> {
  const { text } = await sendRequest(client, reportRequest, { links: "uri" });
  const uri = documents.write(vscode.l10n.t("Alignment report.md"), text);
  await vscode.commands.executeCommand("markdown.showPreview", uri);
  const save = vscode.l10n.t("Save a Copy…");
  const saying = vscode.l10n.t("The alignment report says how things stand now. Save a copy to keep or to share it.");
  void vscode.window.showInformationMessage(saying, save).then((chosen) => {
    if (chosen === save) return saveReport(client);
    return undefined;
  });
}

async function saveReport(client: BaseLanguageClient): Promise<void> {
  const { text, path } = await sendRequest(client, reportRequest, {});
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, path) }),
    filters: { Markdown: ["md"] },
  });
  if (!uri) return;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await vscode.window.showTextDocument(uri);
}
