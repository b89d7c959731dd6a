import * as vscode from "vscode";

/** More than anybody looks for a habit in. */
const mostFiles = 5000;
const mostFolders = 500;

/** Where VS Code can search. In any other file system a search waits for whoever offers one, for as long as that takes. */
const searched: ReadonlySet<string> = new Set(["file", "vscode-remote", "vscode-vfs"]);

/** Markdown files in a folder and below it, those of templates and of tools left out. */
export async function markdownBelow(root: vscode.Uri): Promise<readonly vscode.Uri[]> {
  if (!searched.has(root.scheme)) return walk(root);
  const pattern = new vscode.RelativePattern(root, "**/*.{md,markdown}");
  return vscode.workspace.findFiles(pattern, "**/{node_modules,templates,.*}/**", mostFiles);
}

async function walk(root: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const files: vscode.Uri[] = [];
  const folders = [root];
  for (let next = 0; next < folders.length && next < mostFolders && files.length < mostFiles; next += 1) {
    const folder = folders[next] ?? root;
    for (const [name, type] of await entriesOf(folder)) {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory && !/^(node_modules|templates|\..*)$/.test(name)) folders.push(uri);
      else if ((type & vscode.FileType.File) !== 0 && /\.(md|markdown)$/.test(name)) files.push(uri);
    }
  }
  return files;
}

async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return []; // Gone meanwhile, or not to be read.
  }
}
