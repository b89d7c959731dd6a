import * as vscode from "vscode";
import { type BaseLanguageClient, type CodeAction, CodeActionKind, CodeActionRequest } from "vscode-languageclient";
import type { Entry } from "./entry.js";
import { rangeOf } from "./items.js";

/** A passage that may have fixes, and what it is called when a person is asked which. */
export type Fixable = Pick<Entry, "uri" | "text" | "range">;

/** Kinds of action that mend a passage, rather than the whole document. */
const mending = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite];

/**
 * Lets a person choose among the fixes that the quick fix menu would hold at an entry's place, shows the place and applies the choice.
 *
 * @param title the fix to apply without asking
 */
export async function fixEntry(client: BaseLanguageClient, entry: Fixable, title?: string): Promise<void> {
  const actions = await actionsAt(client, entry);
  const chosen = title === undefined ? await choose(actions, entry) : actions.find((action) => action.title === title);
  if (!chosen?.edit) {
    if (title !== undefined) {
      void vscode.window.showWarningMessage(vscode.l10n.t("That fix is gone: the document has changed."));
    }
    return;
  }
  // The document comes first: words that are still to be filled in are typed there.
  await vscode.window.showTextDocument(vscode.Uri.parse(entry.uri), { selection: rangeOf(entry) });
  await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(chosen.edit));
}

async function actionsAt(client: BaseLanguageClient, { uri, range }: Fixable): Promise<readonly CodeAction[]> {
  const answer = await client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range,
    context: { diagnostics: [], only: mending },
  });
  return (answer ?? []).flatMap((action) => (typeof action.command === "string" ? [] : [action as CodeAction]));
}

async function choose(actions: readonly CodeAction[], entry: Fixable): Promise<CodeAction | undefined> {
  if (actions.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is no fix for this place."));
    return undefined;
  }
  const picks = actions.map((action) => ({
    label: action.title,
    iconPath: new vscode.ThemeIcon(action.isPreferred ? "lightbulb-autofix" : "lightbulb"),
    action,
  }));
  return (await vscode.window.showQuickPick(picks, { title: entry.text }))?.action;
}
