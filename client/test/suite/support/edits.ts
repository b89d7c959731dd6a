import * as vscode from "vscode";
import { waitFor } from "./wait.js";

/** Replaces the first occurrence of a text in a document, as typing over it would. */
export async function replace(document: vscode.TextDocument, text: string, replacement: string): Promise<void> {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`There is no “${text}” in ${document.uri.path}`);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
  edit.replace(document.uri, range, replacement);
  await vscode.workspace.applyEdit(edit);
}

/** What the quick fix menu holds at a place. */
export async function quickFixes(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    20, // how many to resolve, so that each has its edit
  );
}

/** Chooses an entry of the quick fix menu, by its title. */
export async function applyQuickFix(uri: vscode.Uri, range: vscode.Range, title: string): Promise<void> {
  const action = await waitFor(`“${title}” in the quick fix menu`, async () =>
    (await quickFixes(uri, range)).find((candidate) => candidate.title === title),
  );
  if (action.edit) await vscode.workspace.applyEdit(action.edit);
  if (action.command) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}
