import { expect, test } from "vitest";
import {
  CancellationTokenSource,
  CodeActionRequest,
  DidChangeTextDocumentNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  ErrorCodes,
  ExitNotification,
  InitializeRequest,
  LSPErrorCodes,
  ShutdownRequest,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver/node";
import { pulling, pushedTo, spawnServer, startClient } from "./support/client.js";

const notes = "# Notes\n\nDecision: we use Postgres.\n";

test("before initialize every request is refused as such", async () => {
  const client = await spawnServer();
  const textDocument = { uri: client.uri("notes/monday.md") };
  await expect(client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })).rejects.toMatchObject({
    code: ErrorCodes.ServerNotInitialized,
  });
  await expect(client.connection.sendRequest("no/such/method", {})).rejects.toMatchObject({
    code: ErrorCodes.ServerNotInitialized,
  });
  await client.initialize();
  await client.open("notes/monday.md", notes);
  expect(await client.diagnostics("notes/monday.md")).toHaveLength(1);
  await client.stop();
});

test("a second initialize and unknown methods are refused", async () => {
  const client = await startClient();
  await expect(
    client.connection.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities: pulling }),
  ).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
  await expect(client.connection.sendRequest("no/such/method", {})).rejects.toMatchObject({
    code: ErrorCodes.MethodNotFound,
  });
  await client.stop();
});

test("after shutdown nothing is answered, and exit ends the process in order", async () => {
  const client = await startClient();
  await client.connection.sendRequest(ShutdownRequest.type);
  const textDocument = { uri: client.uri("notes/monday.md") };
  await expect(client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })).rejects.toMatchObject({
    code: ErrorCodes.InvalidRequest,
  });
  await expect(client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument })).rejects.toMatchObject({
    code: ErrorCodes.InvalidRequest,
  });
  await client.connection.sendNotification(ExitNotification.type);
  expect(await client.exited).toBe(0);
});

test("exit without shutdown is a fault", async () => {
  const client = await startClient();
  await client.connection.sendNotification(ExitNotification.type);
  expect(await client.exited).toBe(1);
});

test("a client that dies takes the server with it", async () => {
  const client = await startClient();
  client.child.stdin?.end();
  expect(await client.exited).toBe(1);
});

test("shutdown answers what is held open", async () => {
  const client = await startClient();
  const held = client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
  await client.pull("notes/monday.md");
  expect(await client.stop()).toBe(0);
  expect(await held).toEqual({ items: [] });
});

test("documents that nobody opened are no trouble", async () => {
  const client = await startClient();
  const uri = client.uri("nowhere/notes.md");
  await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 7 },
    contentChanges: [{ text: notes }],
  });
  await client.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  expect(await client.diagnostics("nowhere/notes.md")).toEqual([]);
  expect(await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })).toEqual([]);
  expect(
    await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [] },
    }),
  ).toEqual([]);
  await client.stop();
});

test("ranges outside the text are taken as its nearest place", async () => {
  const client = await startClient();
  await client.open("notes/monday.md", notes);
  const far = { line: 99, character: 99 };
  await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri: client.uri("notes/monday.md"), version: 2 },
    contentChanges: [{ range: { start: far, end: far }, text: "\nDecision: we use Redis.\n" }],
  });
  expect(await client.diagnostics("notes/monday.md")).toHaveLength(2);
  expect(
    await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: client.uri("notes/monday.md") },
      range: { start: far, end: far },
      context: { diagnostics: [] },
    }),
  ).toEqual([]);
  await client.stop();
});

test("a document opened twice has the text of the second time; stale versions and empty changes do no harm", async () => {
  const client = await startClient();
  await client.open("notes/monday.md", notes);
  await client.open("notes/monday.md", "# Notes\n");
  expect(await client.diagnostics("notes/monday.md")).toEqual([]);
  await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri: client.uri("notes/monday.md"), version: 0 },
    contentChanges: [],
  });
  await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri: client.uri("notes/monday.md"), version: 0 },
    contentChanges: [{ text: notes }],
  });
  expect(await client.diagnostics("notes/monday.md")).toHaveLength(1);
  await client.stop();
});

test("a request that is taken back is answered as such", async () => {
  const client = await startClient();
  await client.open("notes/monday.md", notes);
  const cancel = new CancellationTokenSource();
  const textDocument = { uri: client.uri("notes/monday.md") };
  const symbols = client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }, cancel.token);
  const pull = client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument }, cancel.token);
  cancel.cancel();
  await expect(symbols).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  await expect(pull).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(await client.diagnostics("notes/monday.md")).toHaveLength(1);
  await client.stop();
});

test("a thousand opens, edits and closes leave nothing behind", async () => {
  const path = "notes/monday.md";
  const client = await startClient({ files: { [path]: notes } });
  const found = async (): Promise<number> => (await client.diagnostics(path)).length;
  // Once its file has been read, nothing but closing has it read again.
  await client.until(async () => (await found()) === 1);
  for (let round = 0; round < 1000; round += 1) {
    await client.open(path, "# Notes\n");
    await client.replace(path, "", "\nDecision: we use Postgres.\n\nDecision: we use Redis.\n");
    await client.close(path);
  }
  await client.until(async () => (await found()) === 1);
  await client.stop();
});

test("each folder of a workspace is one of its own: names, configuration, findings", async () => {
  const client = await startClient({
    folders: ["one/plans", "two/plans"],
    files: {
      "one/plans/notes/a.md": notes,
      "two/plans/notes/a.md": notes,
      "two/plans/.lockstep.yaml": "rules: { decision-without-domain: error }\n",
    },
  });
  await client.until(async () => (await client.diagnostics("two/plans/notes/a.md")).length === 1);
  expect((await client.diagnostics("one/plans/notes/a.md"))[0]?.severity).toBe(2);
  expect((await client.diagnostics("two/plans/notes/a.md"))[0]?.severity).toBe(1);
  await client.stop();
});

test("folders that come and go bring and take their findings; what is open stays open", async () => {
  const client = await startClient({
    capabilities: pushedTo,
    folders: ["one"],
    files: { "one/notes/a.md": notes, "two/notes/b.md": notes },
  });
  const latest = (path: string) => client.published.findLast(({ uri }) => uri === client.uri(path))?.diagnostics.length;
  await client.open("one/notes/open.md", notes);
  await client.until(() => latest("one/notes/a.md") === 1 && latest("one/notes/open.md") === 1);
  expect(latest("two/notes/b.md")).toBeUndefined();
  const folder = (path: string) => ({ uri: client.uri(path), name: path });
  await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: { added: [folder("two")], removed: [folder("one")] },
  });
  await client.until(() => latest("two/notes/b.md") === 1 && latest("one/notes/a.md") === 0);
  await client.replace("one/notes/open.md", "Decision:", "Decision (Product):");
  await client.until(() => latest("one/notes/open.md") === 0);
  await client.stop();
});

test("a document outside all folders, and one that has never been saved, are read by what is known of them", async () => {
  const client = await startClient({ folders: ["workspace"] });
  await client.open("elsewhere/notes.md", notes);
  expect(await client.diagnostics("elsewhere/notes.md")).toHaveLength(1);
  await client.close("elsewhere/notes.md");
  await client.until(async () => (await client.diagnostics("elsewhere/notes.md")).length === 0);
  await client.stop();
});

test("paths with spaces, percent signs, hashes and emoji come back as they went", async () => {
  const path = "notes/50% done #1 café 🚢.md";
  const client = await startClient({ files: { [path]: notes } });
  const report = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
  const uri = report.items[0]?.uri ?? "";
  expect(decodeURIComponent(uri)).toBe(decodeURIComponent(client.uri(path)));
  await client.open(path, notes);
  expect(await client.diagnostics(path)).toHaveLength(1);
  await client.stop();
});
