import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type AgendaNote,
  type AgendaPair,
  type AgendaParams,
  agendaPairsRequest,
  agendaRequest,
} from "../../server/src/protocol/messages.js";
import { sendRequest } from "./messages.js";

/**
 * Writes what is open between two leads as the note of their next one-on-one, where such notes are, and opens it.
 *
 * @param between two people, handles or domains, instead of asking
 */
export async function writeAgenda(client: BaseLanguageClient, between?: AgendaParams["between"]): Promise<void> {
  const people = between ?? (await choosePair(client));
  if (!people) return;
  const answer = await sendRequest(client, agendaRequest, { between: people });
  if ("problem" in answer) {
    void vscode.window.showWarningMessage(answer.problem);
    return;
  }
  await write(client, answer);
}

async function choosePair(client: BaseLanguageClient): Promise<AgendaParams["between"]> {
  const { pairs } = await sendRequest(client, agendaPairsRequest, {});
  if (pairs.length === 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        "An agenda is written for two leads of different domains, and fewer are known. A charter says who leads, or “domains” in .lockstep.yaml.",
      ),
    );
    return undefined;
  }
  const picks = pairs.map(({ people, lastNote }: AgendaPair) => ({
    label: vscode.l10n.t("{0} and {1}", people[0].name, people[1].name),
    description: lastNote ? vscode.l10n.t("last note: {0}", lastNote) : vscode.l10n.t("no note yet"),
    iconPath: new vscode.ThemeIcon("organization"),
    between: [people[0].name, people[1].name] as const,
  }));
  return (await vscode.window.showQuickPick(picks, { title: vscode.l10n.t("Whose one-on-one") }))?.between;
}

async function write({ protocol2CodeConverter }: BaseLanguageClient, note: AgendaNote): Promise<void> {
  const uri = protocol2CodeConverter.asUri(note.uri);
  const edit = new vscode.WorkspaceEdit();
  if (!note.exists) edit.createFile(uri, { ignoreIfExists: true });
  const { range, newText } = await protocol2CodeConverter.asTextEdit(note.edit);
  edit.replace(uri, range, newText);
  await vscode.workspace.applyEdit(edit);
  const document = await vscode.workspace.openTextDocument(uri);
  if (!note.exists) await document.save();
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(range.start, range.start) });
}
