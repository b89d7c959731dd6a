import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import {
  CancellationTokenSource,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type WorkspaceDiagnosticReportPartialResult,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver/node";
import { pulling, pushedTo, type StartOptions, startClient, type TestClient } from "./support/client.js";

let client: TestClient;

async function start(options?: StartOptions): Promise<void> {
  client = await startClient(options);
}

afterEach(async () => {
  await client.stop();
});

const notes = "# Notes\n\nDecision: we use Postgres.\n";

test("a pull says what is wrong, where, by which rule and where to read more", async () => {
  await start();
  await client.open("notes/monday.md", notes);
  const [diagnostic, ...others] = await client.diagnostics("notes/monday.md");
  expect(others).toEqual([]);
  expect(diagnostic).toMatchObject({ code: "decision-without-domain", source: "lockstep", severity: 2 });
  expect(diagnostic?.range.start).toEqual({ line: 2, character: 0 });
  expect(diagnostic?.codeDescription?.href).toMatch(/\/rules\/decision-without-domain\.md$/);
});

test("an unchanged report is sent as its id only, and typing below it changes nothing", async () => {
  await start();
  await client.open("notes/monday.md", notes);
  const first = await client.pull("notes/monday.md");
  expect(await client.pull("notes/monday.md", first.resultId)).toEqual({
    kind: "unchanged",
    resultId: first.resultId,
  });
  await client.replace("notes/monday.md", "", "\nWhat else was said.\n");
  expect((await client.pull("notes/monday.md", first.resultId)).kind).toBe("unchanged");
});

test("edits move, clear and make findings", async () => {
  await start();
  await client.open("notes/monday.md", notes);
  expect(await client.diagnostics("notes/monday.md")).toHaveLength(1);
  await client.replace("notes/monday.md", "# Notes\n", "# Notes\n\nWe met.\n");
  expect((await client.diagnostics("notes/monday.md"))[0]?.range.start.line).toBe(4);
  await client.replace("notes/monday.md", "Decision:", "Decision (Engineering):");
  expect(await client.diagnostics("notes/monday.md")).toEqual([]);
  await client.replace("notes/monday.md", " (Engineering)", "");
  expect(await client.diagnostics("notes/monday.md")).toHaveLength(1);
});

test("several changes in one notification, and many before a request, are understood in their order", async () => {
  await start();
  await client.open("notes/monday.md", "# Notes\n\n");
  for (const character of "Decision: we use Postgres.\n") await client.replace("notes/monday.md", "", character);
  expect(await client.diagnostics("notes/monday.md")).toHaveLength(1);
});

test("Markdown that is no planning document is left in peace", async () => {
  await start();
  await client.open("src/design.md", "Decision: we use Postgres.\n");
  await client.open("README.md", "Decision: we use Postgres.\n");
  expect(await client.diagnostics("README.md")).toEqual([]);
});

test("a client that does not pull is sent diagnostics with their version, and their end", async () => {
  await start({ capabilities: pushedTo, files: { "notes/tuesday.md": notes } });
  expect(client.result?.capabilities.diagnosticProvider).toBeUndefined();
  await client.open("notes/monday.md", notes);
  const opened = await client.until(() => client.published.find(({ uri }) => uri === client.uri("notes/monday.md")));
  expect(opened.version).toBe(1);
  expect(opened.diagnostics).toHaveLength(1);
  await client.replace("notes/monday.md", "Decision:", "Decision (Engineering):");
  await client.until(() =>
    client.published.some(
      ({ uri, version, diagnostics }) =>
        uri === client.uri("notes/monday.md") && version === 2 && diagnostics.length === 0,
    ),
  );
  // The file that nobody opened.
  await client.until(() => client.published.some(({ uri }) => uri === client.uri("notes/tuesday.md")));
});

const productRoadmap = "# Product roadmap, H2 2026\n\n| Item | Priority |\n| --- | --- |\n| Group bookings | P0 |\n";
const engineeringRoadmap = productRoadmap.replace("Product", "Engineering").replace("P0", "P2");

test("the workspace's diagnostics come in parts while the request is held open, and again when something changes", async () => {
  await start({ files: { "notes/monday.md": notes, "notes/tuesday.md": notes, "notes/calm.md": "# Nothing\n" } });
  const reports: WorkspaceDocumentDiagnosticReport[] = [];
  let answered = false;
  const cancel = new CancellationTokenSource();
  const progress = client.connection.onProgress(
    WorkspaceDiagnosticRequest.partialResult,
    "parts",
    ({ items }: WorkspaceDiagnosticReportPartialResult) => {
      reports.push(...items);
    },
  );
  const answer = client.connection
    .sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [], partialResultToken: "parts" }, cancel.token)
    .finally(() => {
      answered = true;
    });
  answer.catch(() => undefined);
  await client.until(() => reports.length === 2);
  expect(reports.map(({ uri }) => uri).sort()).toEqual([client.uri("notes/monday.md"), client.uri("notes/tuesday.md")]);
  await client.open("notes/monday.md", notes);
  await client.replace("notes/monday.md", "Decision:", "Decision (Engineering):");
  const third = await client.until(() => reports[2]);
  expect(third).toMatchObject({ uri: client.uri("notes/monday.md"), version: 2, kind: "full", items: [] });
  expect(answered).toBe(false);
  cancel.cancel();
  await expect(answer).rejects.toMatchObject({ code: -32800 });
  progress.dispose();
});

test("what a client has lost of a document is told again, also that there is nothing, and nothing else is", async () => {
  await start({ files: { "notes/monday.md": notes, "notes/tuesday.md": notes, "notes/calm.md": "# Nothing\n" } });
  const reports: WorkspaceDocumentDiagnosticReport[] = [];
  client.connection.onProgress(
    WorkspaceDiagnosticRequest.partialResult,
    "parts",
    ({ items }: WorkspaceDiagnosticReportPartialResult) => {
      reports.push(...items);
    },
  );
  client.connection
    .sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [], partialResultToken: "parts" })
    .catch(() => undefined);
  await client.until(() => reports.length === 2);
  const lost = async (path: string) => {
    const before = reports.length;
    await client.connection.sendNotification("lockstep/diagnosticsLost", { uri: client.uri(path) });
    return client.until(() => reports[before]);
  };
  expect(await lost("notes/monday.md")).toEqual(reports.find(({ uri }) => uri === client.uri("notes/monday.md")));
  expect(await lost("notes/calm.md")).toMatchObject({ uri: client.uri("notes/calm.md"), items: [] });
  expect(reports).toHaveLength(4);
});

test("without parts the workspace's diagnostics are answered once there is something that the client does not know", async () => {
  await start({ files: { "notes/monday.md": notes } });
  const first = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
  expect(first.items).toHaveLength(1);
  const { uri, resultId: value = "" } = first.items[0] ?? { uri: "" };
  let answered = false;
  const second = client.connection
    .sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [{ uri, value }] })
    .finally(() => {
      answered = true;
    });
  await client.pull("notes/monday.md");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(answered).toBe(false);
  await rm(join(client.root, "notes/monday.md"));
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: client.uri("notes/monday.md"), type: FileChangeType.Deleted }],
  });
  expect((await second).items).toEqual([
    { kind: "full", uri: client.uri("notes/monday.md"), version: null, resultId: expect.any(String), items: [] },
  ]);
});

test("what changes on disk is read again, a folder that goes takes its documents along", async () => {
  await start({
    files: {
      "notes/monday.md": "# Calm\n",
      "minutes/a/one.md": notes,
      "minutes/a/two.md": notes,
      ".gitignore": "out/\n",
    },
  });
  const changed = (path: string, type: FileChangeType) =>
    client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: client.uri(path), type }],
    });
  await client.until(async () => (await client.diagnostics("minutes/a/two.md")).length === 1);
  await writeFile(join(client.root, "notes/monday.md"), notes);
  await changed("notes/monday.md", FileChangeType.Changed);
  await client.until(async () => (await client.diagnostics("notes/monday.md")).length === 1);
  await rm(join(client.root, "minutes"), { recursive: true });
  await changed("minutes", FileChangeType.Deleted);
  await client.until(async () => (await client.diagnostics("minutes/a/two.md")).length === 0);
  expect(await client.diagnostics("minutes/a/one.md")).toEqual([]);
});

test("an edit in one roadmap changes what is said of the other, and the client is told to ask again", async () => {
  await start({ files: { "product/roadmap.md": productRoadmap, "engineering/roadmap.md": engineeringRoadmap } });
  await client.open("product/roadmap.md", productRoadmap);
  await client.open("engineering/roadmap.md", engineeringRoadmap);
  const [mismatch] = await client.until(async () => {
    const found = await client.diagnostics("product/roadmap.md");
    return found.some(({ code }) => code === "priority-mismatch") && found;
  });
  expect(mismatch?.relatedInformation?.[0]?.location.uri).toBe(client.uri("engineering/roadmap.md"));
  const refreshes = client.refreshes;
  await client.replace("engineering/roadmap.md", "P2", "P0");
  await client.until(() => client.refreshes > refreshes);
  expect(await client.diagnostics("product/roadmap.md")).toEqual([]);
});

test("to a client that does not pull, what an edit means for another open document comes with it, however fast somebody types", async () => {
  await start({ capabilities: pushedTo });
  await client.open("product/roadmap.md", productRoadmap);
  await client.open("engineering/roadmap.md", engineeringRoadmap);
  const codes = (path: string) =>
    client.published.findLast(({ uri }) => uri === client.uri(path))?.diagnostics.map(({ code }) => code) ?? [];
  await client.until(() => codes("product/roadmap.md").includes("priority-mismatch"));
  const answered = (version: number) => () =>
    client.published.some((sent) => sent.uri === client.uri("engineering/roadmap.md") && sent.version === version);
  await client.replace("engineering/roadmap.md", "P2", "P0");
  await client.until(answered(2));
  await client.replace("engineering/roadmap.md", "H2 2026\n", "H2 2026\n\nWe met.\n");
  await client.until(answered(3));
  expect(codes("product/roadmap.md")).toEqual([]);
});

test("related documents come along for a client that takes them", async () => {
  const capabilities = {
    ...pulling,
    textDocument: { ...pulling.textDocument, diagnostic: { relatedDocumentSupport: true } },
  };
  await start({
    capabilities,
    files: { "product/roadmap.md": productRoadmap, "engineering/roadmap.md": engineeringRoadmap },
  });
  await client.open("product/roadmap.md", productRoadmap);
  const related = await client.until(async () => {
    const report = await client.pull("product/roadmap.md");
    return report.relatedDocuments?.[client.uri("engineering/roadmap.md")];
  });
  expect(related).toMatchObject({ kind: "full", items: [{ code: "priority-mismatch" }] });
});

test("configuration counts for the first findings, and what is wrong with it is said in its file", async () => {
  await start({
    files: { ".lockstep.yaml": "rules:\n  decision-without-domain: information\n", "notes/monday.md": notes },
  });
  await client.open("notes/monday.md", notes);
  expect((await client.diagnostics("notes/monday.md"))[0]?.severity).toBe(3);
  await client.open(".lockstep.yaml", "rules:\n  decision-without-domain: loud\n", "yaml");
  const [problem] = await client.diagnostics(".lockstep.yaml");
  expect(problem).toMatchObject({ code: "invalid-config", severity: 1, range: { start: { line: 1 } } });
  await client.replace(".lockstep.yaml", "loud", "off");
  expect(await client.diagnostics(".lockstep.yaml")).toEqual([]);
  expect(await client.diagnostics("notes/monday.md")).toEqual([]);
});

test("settings of the editor apply where no file speaks", async () => {
  await start({ initializationOptions: { settings: { rules: { "decision-without-domain": "error" } } } });
  await client.open("notes/monday.md", notes);
  expect((await client.diagnostics("notes/monday.md"))[0]?.severity).toBe(1);
  await client.connection.sendNotification("workspace/didChangeConfiguration", {
    settings: { lockstep: { rules: { "decision-without-domain": "off" } } },
  });
  expect(await client.diagnostics("notes/monday.md")).toEqual([]);
});

test("ignored files are read only while they are open", async () => {
  await start({ files: { ".gitignore": "/drafts\n", "drafts/notes.md": notes, "notes/tuesday.md": notes } });
  await client.until(async () => (await client.diagnostics("notes/tuesday.md")).length === 1);
  expect(await client.diagnostics("drafts/notes.md")).toEqual([]);
  await client.open("drafts/notes.md", notes);
  expect(await client.diagnostics("drafts/notes.md")).toHaveLength(1);
  await client.close("drafts/notes.md");
  await client.until(async () => (await client.diagnostics("drafts/notes.md")).length === 0);
});
