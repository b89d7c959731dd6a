import * as vscode from "vscode";
import type { DocumentSelector, LanguageClientOptions } from "vscode-languageclient";
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

/** Where files lie that may be opened by themselves, without a folder: on disk, on the machine of a remote window, in a repository on the web. */
const usualSchemes = ["file", "untitled", "vscode-remote", "vscode-vfs"];

/** Documents of the workspace, single ones and unsaved ones. Old versions, as source control shows them beside, are no plans of today. */
function documentSelector(): DocumentSelector {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = new Set([...usualSchemes, ...folders.map((folder) => folder.uri.scheme)]);
  return [...schemes].flatMap((scheme) => [
    { scheme, language: "markdown" },
    { scheme, pattern: configurationFiles },
  ]);
}
