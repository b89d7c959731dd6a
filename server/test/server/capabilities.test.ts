import { expect, test } from "vitest";
import type { ClientCapabilities, ServerCapabilities } from "vscode-languageserver";
import { MarkupKind, TokenFormat } from "vscode-languageserver";
import { capabilitiesFor } from "../../src/server/capabilities.js";
import { type ClientSupport, supportOf } from "../../src/server/support.js";

function supportFor(capabilities: ClientCapabilities): ClientSupport {
  return supportOf({ processId: null, rootUri: null, capabilities }, {});
}

type Provider = keyof ServerCapabilities;

/** What every client of the protocol knows. */
const always: readonly Provider[] = [
  "completionProvider",
  "definitionProvider",
  "documentHighlightProvider",
  "documentSymbolProvider",
  "hoverProvider",
  "referencesProvider",
  "renameProvider",
  "textDocumentSync",
  "workspaceSymbolProvider",
];

test("a client that says nothing of itself is offered what the protocol has had from the start", () => {
  expect(Object.keys(capabilitiesFor(supportFor({}))).sort()).toEqual(always);
});

const tokens = { requests: {}, tokenTypes: [], tokenModifiers: [] };

test.each<[ClientCapabilities, Provider]>([
  [{ textDocument: { codeLens: {} } }, "codeLensProvider"],
  [{ textDocument: { documentLink: {} } }, "documentLinkProvider"],
  [{ textDocument: { foldingRange: {} } }, "foldingRangeProvider"],
  [{ textDocument: { inlayHint: {} } }, "inlayHintProvider"],
  [{ textDocument: { selectionRange: {} } }, "selectionRangeProvider"],
  [{ textDocument: { semanticTokens: { ...tokens, formats: [TokenFormat.Relative] } } }, "semanticTokensProvider"],
  [{ textDocument: { diagnostic: {} } }, "diagnosticProvider"],
  [
    { textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } } },
    "codeActionProvider",
  ],
  [{ workspace: { workspaceFolders: true } }, "workspace"],
])("%j is offered %s, and nothing else", (client, provider) => {
  expect(Object.keys(capabilitiesFor(supportFor(client))).sort()).toEqual([...always, provider].sort());
});

test("nothing is offered in a form that the client does not know", () => {
  const odd = { textDocument: { semanticTokens: { ...tokens, formats: [] }, codeAction: {} } };
  expect(Object.keys(capabilitiesFor(supportFor(odd))).sort()).toEqual(always);
});

test.each<[keyof ClientSupport, ClientCapabilities]>([
  ["preparesRename", { textDocument: { rename: { prepareSupport: true } } }],
  ["markdownHover", { textDocument: { hover: { contentFormat: [MarkupKind.Markdown] } } }],
  ["definitionLinks", { textDocument: { definition: { linkSupport: true } } }],
  ["hierarchicalSymbols", { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } }],
  ["preferred", { textDocument: { codeAction: { isPreferredSupport: true } } }],
  ["relatedInformation", { textDocument: { publishDiagnostics: { relatedInformation: true } } }],
  ["codeDescription", { textDocument: { diagnostic: { codeDescriptionSupport: true } } }],
  ["relatedDocuments", { textDocument: { diagnostic: { relatedDocumentSupport: true } } }],
  ["changeAnnotations", { workspace: { workspaceEdit: { changeAnnotationSupport: {} } } }],
  ["documentChanges", { workspace: { workspaceEdit: { documentChanges: true } } }],
  ["snippetEdits", { workspace: { workspaceEdit: { snippetEditSupport: true } } }],
  ["createFiles", { workspace: { workspaceEdit: { resourceOperations: ["create"] } } }],
  ["diagnosticRefresh", { workspace: { diagnostics: { refreshSupport: true } } }],
  ["refreshesCodeLenses", { workspace: { codeLens: { refreshSupport: true } } }],
  ["refreshesInlayHints", { workspace: { inlayHint: { refreshSupport: true } } }],
  ["refreshesSemanticTokens", { workspace: { semanticTokens: { refreshSupport: true } } }],
  ["configuration", { workspace: { configuration: true } }],
  ["registersConfiguration", { workspace: { didChangeConfiguration: { dynamicRegistration: true } } }],
  ["registersWatchers", { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } }],
  ["progress", { window: { workDoneProgress: true } }],
])("%s is made use of where the client says so, and nowhere else", (support, capabilities) => {
  expect(supportFor({})[support]).toBe(false);
  expect(supportFor(capabilities)[support]).toBe(true);
});
