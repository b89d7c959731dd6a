import * as vscode from "vscode";
import { waitFor } from "./wait.js";

/** The folder that the tests run in: a copy of the sample repository, theirs to change. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("The tests were started without a folder");
  return folder.uri;
}

/**
 * Writes a file of the workspace, through the file system of the extension host.
 *
 * @param path relative to the workspace folder, with `/`
 */
export async function writeFile(path: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Opens a document of the workspace in an editor. */
export async function openDocument(path: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), path);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** What Lockstep reports on a document at this moment. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === "lockstep");
}

/** The rule that a finding is of. */
export function ruleOf(finding: vscode.Diagnostic): string {
  const { code } = finding;
  return String(typeof code === "object" ? code.value : code);
}

/** Waits until a document has a finding of a rule. */
export async function findingOf(rule: string, uri: vscode.Uri): Promise<vscode.Diagnostic> {
  return waitFor(`${rule} in ${uri.path}`, () => findings(uri).find((finding) => ruleOf(finding) === rule));
}

/** The text of a file of the workspace, as it is saved. */
export async function readFile(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(workspaceFolder(), path)));
}
