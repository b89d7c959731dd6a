import * as vscode from "vscode";
import type { BaseLanguageClient, Location, Position } from "vscode-languageclient";
import { showLocationsCommand } from "../../server/src/protocol/messages.js";
import type { DisagreementsView } from "./disagreements/view.js";
import { rulesWithPage, showRulePage } from "./rule-pages.js";
import { showLocations } from "./show-locations.js";

export interface CommandParts {
  readonly client: BaseLanguageClient;
  readonly view: DisagreementsView;
  readonly output: vscode.LogOutputChannel;
  readonly extensionUri: vscode.Uri;
}

/** The commands that the manifest names. */
export function registerCommands({ client, view, output, extensionUri }: CommandParts): vscode.Disposable[] {
  const commands: Record<string, () => unknown> = {
    "lockstep.showOpenDisagreements": () => vscode.commands.executeCommand("lockstep.openDisagreements.focus"),
    "lockstep.groupByDocument": () => view.groupBy("document"),
    "lockstep.groupByAge": () => view.groupBy("age"),
    "lockstep.openRulePage": async () => {
      const rule = await vscode.window.showQuickPick(rulesWithPage(extensionUri), {
        placeHolder: vscode.l10n.t("Rule"),
      });
      if (rule !== undefined) await showRulePage(extensionUri, rule);
    },
    "lockstep.showOutput": () => output.show(),
    "lockstep.restartServer": () => restart(client),
  };
  return [
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
    vscode.commands.registerCommand(
      showLocationsCommand,
      (uri: string, position: Position, locations: readonly Location[]) =>
        showLocations(client, uri, position, locations),
    ),
  ];
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}
