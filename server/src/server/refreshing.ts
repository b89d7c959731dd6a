import { CodeLensRefreshRequest, type Connection } from "vscode-languageserver";
import type { ClientSupport } from "./support.js";

/**
 * Asks the client to ask again for what it shows beside the text of open documents, where that may have changed by what happened elsewhere. What follows
 * from typing in a document itself every client asks for by itself.
 */
export function refreshFeatures(
  connection: Connection,
  support: ClientSupport,
  concerned: ReadonlySet<string>,
  open: Iterable<string>,
): void {
  if (concerned.size < 2 || ![...open].some((path) => concerned.has(path))) return;
  const asked = [
    ...(support.refreshesCodeLenses ? [connection.sendRequest(CodeLensRefreshRequest.type)] : []),
    ...(support.refreshesInlayHints ? [connection.languages.inlayHint.refresh()] : []),
    ...(support.refreshesSemanticTokens ? [connection.languages.semanticTokens.refresh()] : []),
  ];
  // A client that says no to it shows what it has.
  for (const answer of asked) answer.catch(() => undefined);
}
