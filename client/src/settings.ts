import * as vscode from "vscode";

export const section = "lockstep";

/** Settings that the server knows; the manifest describes them. */
const names = ["domains", "rules", "dateOrder", "fiscalYearStart", "priorities", "today"] as const;

/**
 * What people have set below `lockstep.`. What they have not is left out, so that it is the server that says what holds then: the
 * editor would give an empty map of domains, say, for none that is set.
 */
export function settingsOf(configuration = vscode.workspace.getConfiguration(section)): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const name of names) {
    const { globalValue, workspaceValue, workspaceFolderValue } = configuration.inspect(name) ?? {};
    if ([globalValue, workspaceValue, workspaceFolderValue].some((value) => value !== undefined))
      settings[name] = configuration.get(name);
  }
  return settings;
}
