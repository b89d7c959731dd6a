import { afterEach, expect, test } from "vitest";
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  MarkupKind,
  PrepareRenameRequest,
  type ProtocolRequestType,
  type Range,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  TokenFormat,
  WorkspaceSymbolRequest,
} from "vscode-languageserver/node";
import { pulling, startClient, type TestClient } from "./support/client.js";

let client: TestClient;

afterEach(async () => {
  await client.stop();
});

/** A client that can show everything that the server offers. */
const capable: ClientCapabilities = {
  workspace: {
    ...pulling.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
  textDocument: {
    ...pulling.textDocument,
    hover: { contentFormat: [MarkupKind.Markdown] },
    definition: { linkSupport: true },
    codeLens: {},
    documentLink: {},
    foldingRange: {},
    inlayHint: {},
    selectionRange: {},
    rename: { prepareSupport: true },
    semanticTokens: {
      requests: { full: true, range: true },
      formats: [TokenFormat.Relative],
      tokenTypes: [],
      tokenModifiers: [],
    },
  },
};

const charter =
  "# Charter\n\n| Domain | Lead |\n| --- | --- |\n| Product | Priya Nair (@priya) |\n| Engineering | Amelia Chen (@amelia) |\n";
const log = [
  "# Decision log",
  "",
  "| ID | Decision | Domain | Owner | Review by |",
  "| --- | --- | --- | --- | --- |",
  "| D-8 | Weekly releases | – | Amelia | end of Q3 2026 |",
  "",
].join("\n");
const notes = "# Notes\n\nAs D-8 says, Amelia agrees.\n\nDecision: we use Postgres. Owner: \n";
const path = "notes/a.md";

async function start(capabilities = capable): Promise<void> {
  client = await startClient({ capabilities, initializationOptions: { showLocations: true } });
  await client.open("charter.md", charter);
  await client.open("decisions/log.md", log);
  await client.open(path, notes);
}

function at(words: string, offset = 1): { textDocument: { uri: string }; position: Range["start"] } {
  const { line, character } = client.rangeOf(path, words).start;
  return { textDocument: { uri: client.uri(path) }, position: { line, character: character + offset } };
}

function ask<Params, Result, Partial>(
  type: ProtocolRequestType<Params, Result, Partial, void, unknown>,
  params: Params,
): Promise<Result> {
  return client.connection.sendRequest<Result>(type.method, params);
}

test("hover, definition, references and highlights of an id and of a person", async () => {
  await start();
  expect(await ask(HoverRequest.type, at("D-8"))).toMatchObject({
    contents: { kind: "markdown", value: expect.stringContaining("Weekly releases") },
    range: client.rangeOf(path, "D-8"),
  });
  expect(await ask(DefinitionRequest.type, at("D-8"))).toMatchObject([
    {
      targetUri: client.uri("decisions/log.md"),
      targetSelectionRange: client.rangeOf("decisions/log.md", "Weekly releases"),
    },
  ]);
  const references = await ask(ReferencesRequest.type, { ...at("Amelia"), context: { includeDeclaration: false } });
  expect(references?.map(({ uri }) => uri)).toEqual([client.uri("decisions/log.md"), client.uri(path)]);
  expect(await ask(DocumentHighlightRequest.type, at("Amelia"))).toHaveLength(1);
});

test("what is typed is completed from what other documents say", async () => {
  await start();
  const completion = await ask(CompletionRequest.type, at("Owner: ", 7));
  const items = Array.isArray(completion) ? completion : (completion?.items ?? []);
  expect(items.map(({ label }) => label)).toEqual(["Priya Nair", "Amelia Chen"]);
});

test("lenses, links, folds, hints, selections and tokens of a document", async () => {
  await start();
  const document = { textDocument: { uri: client.uri(path) } };
  const logDocument = { textDocument: { uri: client.uri("decisions/log.md") } };
  expect(await ask(CodeLensRequest.type, document)).toMatchObject([
    { command: { title: "1 decision without domain", command: "lockstep.showLocations" } },
  ]);
  expect(await ask(DocumentLinkRequest.type, document)).toMatchObject([
    { target: `${client.uri("decisions/log.md")}#L5`, range: client.rangeOf(path, "D-8") },
  ]);
  expect(await ask(FoldingRangeRequest.type, document)).toMatchObject([{ startLine: 0, endLine: 4 }]);
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const hints = await ask(InlayHintRequest.type, { ...logDocument, range });
  expect(hints?.map(({ label }) => label)).toEqual(["Engineering", expect.stringContaining("2026-09-30")]);
  const selection = await ask(SelectionRangeRequest.type, { ...document, positions: [at("Amelia").position] });
  expect(selection?.[0]).toMatchObject({ range: client.rangeOf(path, "Amelia"), parent: {} });
  expect((await ask(SemanticTokensRequest.type, logDocument))?.data.length).toBe(10);
  expect(
    await ask(SemanticTokensRangeRequest.type, { ...document, range: { start: range.start, end: range.start } }),
  ).toEqual({
    data: [],
  });
});

test("symbols of the whole workspace", async () => {
  await start();
  const symbols = await ask(WorkspaceSymbolRequest.type, { query: "wkly" });
  expect(symbols?.map(({ name, location }) => [name, location.uri])).toEqual([
    ["D-8 Weekly releases", client.uri("decisions/log.md")],
  ]);
});

test("a renaming is prepared, previewed and applied; what cannot be renamed is refused in words", async () => {
  await start();
  expect(await ask(PrepareRenameRequest.type, at("Amelia"))).toEqual({
    range: client.rangeOf(path, "Amelia"),
    placeholder: "Amelia Chen",
  });
  const edit = await ask(RenameRequest.type, { ...at("Amelia"), newName: "Emilia Chen" });
  expect(edit?.changeAnnotations).toHaveProperty("short-form");
  await client.apply(edit!);
  expect(client.text("charter.md")).toContain("Emilia Chen (@amelia)");
  expect(client.text(path)).toContain("Emilia agrees");
  expect(await ask(PrepareRenameRequest.type, at("says"))).toBeNull();
  await expect(ask(RenameRequest.type, { ...at("Emilia"), newName: "" })).rejects.toThrow("A name begins");
});

test("a client that can show little is sent little", async () => {
  await start({ textDocument: {} });
  const { capabilities } = client.result!;
  expect(capabilities).toMatchObject({ hoverProvider: true, renameProvider: true });
  for (const absent of ["codeLensProvider", "inlayHintProvider", "semanticTokensProvider", "foldingRangeProvider"]) {
    expect(capabilities).not.toHaveProperty(absent);
  }
  expect(await ask(HoverRequest.type, at("D-8"))).toMatchObject({ contents: { kind: "plaintext" } });
  expect(await ask(DefinitionRequest.type, at("D-8"))).toMatchObject([{ uri: client.uri("decisions/log.md") }]);
});

test("documents that nobody opened get an empty answer", async () => {
  await start();
  const textDocument = { uri: client.uri("nowhere.md") };
  const position = { line: 3, character: 0 };
  expect(await ask(HoverRequest.type, { textDocument, position })).toBeNull();
  expect(await ask(CompletionRequest.type, { textDocument, position })).toBeNull();
  expect(await ask(FoldingRangeRequest.type, { textDocument })).toBeNull();
  expect(await ask(SemanticTokensRequest.type, { textDocument })).toEqual({ data: [] });
});

test("a misspelt rule in configuration is mended where it stands", async () => {
  client = await startClient({ capabilities: capable });
  await client.open(".lockstep.yaml", "rules:\n  decision-staled: off\n", "yaml");
  const range = client.rangeOf(".lockstep.yaml", "decision-staled");
  const actions = await ask(CodeActionRequest.type, {
    textDocument: { uri: client.uri(".lockstep.yaml") },
    range,
    context: { diagnostics: [] },
  });
  expect(actions).toMatchObject([
    { title: "Write decision-stalled", kind: "quickfix", isPreferred: true, diagnostics: [{ code: "invalid-config" }] },
  ]);
  await client.apply((actions![0] as CodeAction).edit!);
  expect(client.text(".lockstep.yaml")).toBe("rules:\n  decision-stalled: off\n");
});
