import * as vscode from "vscode";
import type { BaseLanguageClient, Location, Position } from "vscode-languageclient";
import { type AgendaParams, showLocationsCommand } from "../../server/src/protocol/messages.js";
import { writeAgenda } from "./agenda.js";
import type { BoardPanel } from "./board/board.js";
import { showEffectiveConfiguration } from "./effective-configuration.js";
import { fixWorkspace } from "./fix-workspace.js";
import { newDocumentCommands } from "./new/commands.js";
import { type Commands, recordCommands } from "./records/commands.js";
import type { RecordsView } from "./records/view.js";
import { showReport } from "./report.js";
import { rulesWithPage, showRulePage } from "./rule-pages.js";
import { showLocations } from "./show-locations.js";
import type { VirtualDocuments } from "./virtual-documents.js";

export interface CommandParts {
  readonly client: BaseLanguageClient;
  readonly restart: () => Promise<void>;
  readonly views: readonly RecordsView[];
  readonly board: BoardPanel;
  readonly documents: VirtualDocuments;
  readonly output: vscode.LogOutputChannel;
  readonly extensionUri: vscode.Uri;
}

/** The commands that the manifest names, and those that the server's answers lead to. */
export function registerCommands({
  client,
  restart,
  views,
  board,
  documents,
  output,
  extensionUri,
}: CommandParts): vscode.Disposable[] {
  const commands: Commands = {
    "lockstep.showOpenDisagreements": () => vscode.commands.executeCommand("lockstep.openDisagreements.focus"),
    "lockstep.showDecisions": () => vscode.commands.executeCommand("lockstep.decisions.focus"),
    "lockstep.showBoard": () => board.show(),
    "lockstep.writeAgenda": (between?: AgendaParams["between"]) => writeAgenda(client, between),
    "lockstep.showReport": () => showReport(client, documents),
    ...recordCommands(views, client),
    ...newDocumentCommands(views),
    "lockstep.fixWorkspace": () => fixWorkspace(client),
    "lockstep.showEffectiveConfiguration": () => showEffectiveConfiguration(client, documents),
    "lockstep.openRulePage": async (named?: string) => {
      const rules = await rulesWithPage(extensionUri);
      const rule = named ?? (await vscode.window.showQuickPick(rules, { placeHolder: vscode.l10n.t("Rule") }));
      if (rule !== undefined && rules.includes(rule)) await showRulePage(extensionUri, rule);
    },
    "lockstep.showOutput": () => output.show(),
    "lockstep.restartServer": restart,
    [showLocationsCommand]: (uri: string, position: Position, locations: readonly Location[]) =>
      showLocations(client, uri, position, locations),
  };
  return Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run));
}
