import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { fixWorkspaceRequest } from "../../server/src/protocol/messages.js";
import { sendRequest } from "./messages.js";

/** Gathers every safe fix of the workspace and shows them in the refactor preview, where a person confirms them. */
export async function fixWorkspace(client: BaseLanguageClient): Promise<void> {
  const answer = await sendRequest(client, fixWorkspaceRequest, {});
  if (!answer) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        "Nothing in this workspace can be fixed without asking: the other fixes choose something, one by one.",
      ),
    );
    return;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
  // The preview comes of the edits' annotations; this has the files saved afterwards, where people have that set (files.refactoring.autoSave).
  await vscode.workspace.applyEdit(edit, { isRefactoring: true });
}
