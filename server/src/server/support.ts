import { type InitializeParams, MarkupKind, TokenFormat } from "vscode-languageserver";
import type { CodeActionSupport } from "../features/code-actions.js";
import type { CodeLensSupport } from "../features/code-lenses.js";
import type { HoverSupport } from "../features/hover.js";
import type { RenameSupport } from "../features/rename.js";
import type { InitializationOptions } from "../protocol/messages.js";

/** What the client can do, of what the server makes use of. */
export interface ClientSupport extends CodeActionSupport, CodeLensSupport, HoverSupport, RenameSupport {
  /** Asks for diagnostics itself; to others they are pushed. */
  readonly pullsDiagnostics: boolean;
  readonly diagnosticRefresh: boolean;
  readonly relatedDocuments: boolean;
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** Lets itself be told later which configuration changes to send. */
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly progress: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly codeActionLiterals: boolean;
  readonly definitionLinks: boolean;
  readonly codeLenses: boolean;
  readonly preparesRename: boolean;
  readonly documentLinks: boolean;
  readonly foldingRanges: boolean;
  readonly inlayHints: boolean;
  readonly selectionRanges: boolean;
  readonly semanticTokens: boolean;
  /** Whether it asks again for these when told to. */
  readonly refreshesCodeLenses: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesSemanticTokens: boolean;
}

export function supportOf({ capabilities }: InitializeParams, options: InitializationOptions): ClientSupport {
  const { workspace, textDocument, window } = capabilities;
  const pulled = textDocument?.diagnostic;
  const pushed = textDocument?.publishDiagnostics;
  return {
    pullsDiagnostics: pulled !== undefined,
    diagnosticRefresh: workspace?.diagnostics?.refreshSupport === true,
    relatedDocuments: pulled?.relatedDocumentSupport === true,
    relatedInformation: (pulled?.relatedInformation ?? pushed?.relatedInformation) === true,
    codeDescription: (pulled?.codeDescriptionSupport ?? pushed?.codeDescriptionSupport) === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes("create") === true,
    preferred: textDocument?.codeAction?.isPreferredSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    codeLenses: textDocument?.codeLens !== undefined,
    documentLinks: textDocument?.documentLink !== undefined,
    foldingRanges: textDocument?.foldingRange !== undefined,
    inlayHints: textDocument?.inlayHint !== undefined,
    selectionRanges: textDocument?.selectionRange !== undefined,
    semanticTokens: textDocument?.semanticTokens?.formats?.includes(TokenFormat.Relative) === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    showsLocations: options.showLocations === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    progress: window?.workDoneProgress === true,
  };
}
