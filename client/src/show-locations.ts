import * as vscode from "vscode";
import type { BaseLanguageClient, Location, Position } from "vscode-languageclient";

/** Shows places beside a position, as *Go to References* does: what a code lens leads to. */
export async function showLocations(
  { protocol2CodeConverter }: BaseLanguageClient,
  uri: string,
  position: Position,
  locations: readonly Location[],
): Promise<void> {
  await vscode.commands.executeCommand(
    "editor.action.showReferences",
    protocol2CodeConverter.asUri(uri),
    protocol2CodeConverter.asPosition(position),
    locations.map((location) => protocol2CodeConverter.asLocation(location)),
  );
}
