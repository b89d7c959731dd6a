import * as vscode from "vscode";
import type { Commands } from "../records/commands.js";
import type { RecordsView } from "../records/view.js";
import { markdownBelow } from "./markdown-below.js";
import { decisionHabit, folderFor, freeName, type Habit, noteHabit, numberedName, slugOf } from "./places.js";
import { templateOf, withHeading } from "./templates.js";

/** Commands that begin a document. Each takes the title that it would ask for as an argument. */
export function newDocumentCommands(views: readonly RecordsView[]): Commands {
  return {
    "lockstep.newCharter": () => newCharter(),
    "lockstep.newDecision": (title?: string) => newDecision(title),
    "lockstep.newDisagreement": (title?: string, document?: string) => newDisagreement(views, title, document),
  };
}

async function newCharter(): Promise<void> {
  const folder = await chooseFolder();
  const name = folder && freeName(await namesIn(folder), "charter");
  await begin(folder && name ? vscode.Uri.joinPath(folder, name) : undefined, templateOf("charter", ""));
}

async function newDecision(named: string | undefined): Promise<void> {
  const title = named ?? (await askTitle(vscode.l10n.t("What is decided, in a few words")));
  if (title === undefined) return;
  const folder = await chooseFolder();
  const into = folder && (await folderOf(folder, decisionHabit));
  const name = into && numberedName(await namesIn(into), title);
  await begin(into && name ? vscode.Uri.joinPath(into, name) : undefined, templateOf("decision", title));
}

/** A disagreement goes where others are written down already, or into a document of its own. */
async function newDisagreement(
  views: readonly RecordsView[],
  named: string | undefined,
  document: string | undefined,
): Promise<void> {
  const title = named ?? (await askTitle(vscode.l10n.t("What the disagreement is about")));
  if (title === undefined) return;
  const template = templateOf("disagreement", title);
  const known = views.find(({ source }) => source.name === "openDisagreements")?.entries.entries ?? [];
  const choice =
    document === undefined ? await chooseDocument(new Map(known.map(({ uri, path }) => [uri, path]))) : document;
  if (choice === undefined) return;
  if (choice !== "") return append(vscode.Uri.parse(choice), template);
  const folder = await chooseFolder();
  const into = folder && (await folderOf(folder, noteHabit));
  const name = into && freeName(await namesIn(into), slugOf(title));
  await begin(into && name ? vscode.Uri.joinPath(into, name) : undefined, withHeading(title, template));
}

/** The URI of a document, or nothing for one of its own; undefined where the person thought better of it. */
async function chooseDocument(known: ReadonlyMap<string, string>): Promise<string | undefined> {
  if (known.size === 0) return "";
  const own = { label: vscode.l10n.t("A document of its own"), iconPath: new vscode.ThemeIcon("new-file"), uri: "" };
  const others = [...known].map(([uri, label]) => ({ label, iconPath: vscode.ThemeIcon.File, uri }));
  const title = vscode.l10n.t("Where to write it down");
  return (await vscode.window.showQuickPick([...others, own], { title }))?.uri;
}

function askTitle(prompt: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    prompt,
    validateInput: (value) => (value.trim() === "" ? vscode.l10n.t("A few words are needed.") : undefined),
  });
}

/** The workspace's folder, of several the one that is chosen; undefined where none is open. */
async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick())?.uri;
}

/** The folder in the workspace's where documents of a kind are; it need not be there yet. */
async function folderOf(root: vscode.Uri, habit: Habit): Promise<vscode.Uri> {
  const files = await markdownBelow(root);
  const paths = files.map(({ path }) => path.slice(root.path.length).replace(/^\//, ""));
  return vscode.Uri.joinPath(root, folderFor(paths, habit));
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    return []; // It is not there yet.
  }
}

/** Begins a document with a template, to be filled in from gap to gap; without a place for it, one that has no name yet. */
async function begin(uri: vscode.Uri | undefined, template: string): Promise<void> {
  if (uri) {
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri, { ignoreIfExists: true });
    await vscode.workspace.applyEdit(edit);
  }
  const document = uri
    ? await vscode.workspace.openTextDocument(uri)
    : await vscode.workspace.openTextDocument({ language: "markdown" });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(template), new vscode.Position(0, 0));
}

/** Adds a passage to the end of a document. */
async function append(uri: vscode.Uri, template: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  const { end } = document.lineAt(document.lineCount - 1).range;
  const gap = end.character > 0 ? "\n\n" : "\n";
  await editor.insertSnippet(new vscode.SnippetString(gap + template), end);
}
