import { type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import { codeActionKinds } from "../features/code-actions.js";
import { completionTriggers } from "../features/completion.js";
import { diagnosticSource } from "../features/diagnostics.js";
import { semanticTokensLegend } from "../features/semantic-tokens.js";
import type { ClientSupport } from "./support.js";

/** What the server offers a client. */
export function capabilitiesFor(support: ClientSupport): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    documentSymbolProvider: { label: "Lockstep" },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    completionProvider: { triggerCharacters: [...completionTriggers] },
    workspaceSymbolProvider: true,
    renameProvider: support.preparesRename ? { prepareProvider: true } : true,
    ...(support.codeLenses && { codeLensProvider: {} }),
    ...(support.documentLinks && { documentLinkProvider: {} }),
    ...(support.foldingRanges && { foldingRangeProvider: true }),
    ...(support.inlayHints && { inlayHintProvider: true }),
    ...(support.selectionRanges && { selectionRangeProvider: true }),
    ...(support.semanticTokens && {
      semanticTokensProvider: { legend: semanticTokensLegend, full: true, range: true },
    }),
    ...(support.codeActionLiterals && { codeActionProvider: { codeActionKinds: [...codeActionKinds] } }),
    ...(support.pullsDiagnostics && {
      diagnosticProvider: { identifier: diagnosticSource, interFileDependencies: true, workspaceDiagnostics: true },
    }),
    ...(support.workspaceFolders && {
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    }),
  };
}
