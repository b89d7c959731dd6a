import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type FolderEntry, listFolderRequest, readFileRequest } from "../../server/src/protocol/messages.js";
import { onRequest } from "./messages.js";

/** Reads the workspace's files for a server that cannot reach them: in a browser, or where they are on no disk. */
export function serveFiles(client: BaseLanguageClient): void {
  onRequest(client, listFolderRequest, async ({ uri }) => {
    const folder = inWorkspace(uri);
    if (!folder) return null;
    try {
      return entriesOf(await vscode.workspace.fs.readDirectory(folder));
    } catch {
      return null;
    }
  });

  onRequest(client, readFileRequest, async ({ uri }) => {
    const file = inWorkspace(uri);
    if (!file) return null;
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    } catch {
      return null;
    }
  });
}

function inWorkspace(text: string): vscode.Uri | undefined {
  const uri = vscode.Uri.parse(text);
  return vscode.workspace.getWorkspaceFolder(uri) ? uri : undefined;
}

/** Files and folders; a link to a folder is left out, what it leads to is found where it is. */
function entriesOf(entries: readonly [string, vscode.FileType][]): FolderEntry[] {
  return entries.flatMap(([name, type]): FolderEntry[] => {
    if (type === vscode.FileType.Directory) return [{ name, kind: "folder" }];
    return (type & vscode.FileType.File) !== 0 ? [{ name, kind: "file" }] : [];
  });
}
