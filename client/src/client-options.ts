import * as vscode from "vscode";
import type { BaseLanguageClient, DocumentSelector, LanguageClientOptions } from "vscode-languageclient";
import type { InitializationOptions } from "../../server/src/protocol/messages.js";
import { rulePagesPath } from "../../server/src/protocol/rule-pages.js";
import { section, settingsOf } from "./settings.js";

const configurationFiles = "**/{.lockstep.yaml,.lockstep.yml,.lockstep.json,package.json}";

/** Everything about the client that is the same in both hosts. */
export function clientOptions(
  context: vscode.ExtensionContext,
  outputChannel: vscode.LogOutputChannel,
): LanguageClientOptions {
  return {
    documentSelector: documentSelector(),
    outputChannel,
    diagnosticPullOptions: { onChange: true, onSave: false, onFocus: false, onTabs: false },
    initializationOptions: (): InitializationOptions => ({
      settings: settingsOf(),
      rulePages: `${vscode.env.uriScheme}://${context.extension.id}${rulePagesPath}`,
      files: true,
      findingsChanged: true,
      showLocations: true,
      ...(vscode.l10n.bundle && { translations: vscode.l10n.bundle }),
    }),
    middleware: {
      workspace: {
        configuration: ({ items }) => items.map((item) => (item.section === section ? settingsOf() : null)),
      },
    },
  };
}

/**
 * Lets the client take in folders from a file system of a kind that was not there when it started. Which documents are the server's business it is told at a
 * start and not later.
 */
export function followFileSystems(
  { clientOptions }: BaseLanguageClient,
  restart: () => Promise<void>,
): vscode.Disposable {
  let known = schemes();
  return vscode.workspace.onDidChangeWorkspaceFolders(() => {
    const now = schemes();
    if ([...now].every((scheme) => known.has(scheme))) return;
    known = now;
    clientOptions.documentSelector = documentSelector();
    void restart();
  });
}

/** Where files lie that may be opened by themselves, without a folder: on disk, on the machine of a remote window, in a repository on the web. */
const usualSchemes = ["file", "untitled", "vscode-remote", "vscode-vfs"];

/** Documents of the workspace, single ones and unsaved ones. Old versions, as source control shows them beside, are no plans of today. */
function documentSelector(): DocumentSelector {
  return [...schemes()].flatMap((scheme) => [
    { scheme, language: "markdown" },
    { scheme, pattern: configurationFiles },
  ]);
}

function schemes(): ReadonlySet<string> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return new Set([...usualSchemes, ...folders.map((folder) => folder.uri.scheme)]);
}
