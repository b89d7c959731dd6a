import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  CancellationTokenSource,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  HoverRequest,
  LSPErrorCodes,
  ShutdownRequest,
} from "vscode-languageserver/node";
import { spawnServer, startClient, type TestClient } from "../server/support/client.js";
import { note, times } from "./support/soak.js";

const notes = "# Notes\n\nDecision: we use Postgres.\n";
const path = "notes/monday.md";
const minutes = 60_000;

/** What Linux says of a process; empty where there is none, or elsewhere. */
function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}

/** Whether a process is there; one that has ended and that nobody has waited for (a container's first process may not) is not. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !/^State:\s+Z/m.test(statusOf(pid));
}

/** Resident memory of a process in MB, as Linux counts it; undefined elsewhere. */
function memoryOf(pid: number): number | undefined {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(statusOf(pid))?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

/** Long enough for what is kept of one to be seen. */
const long = "Some words that nobody decides on.\n\n".repeat(200);

/** Each document has a name of its own: what is kept by name would be one and the same otherwise. */
async function cycle(client: TestClient, from: number, rounds: number): Promise<void> {
  for (let round = from; round < from + rounds; round += 1) {
    const name = `notes/${round}.md`;
    await client.open(name, `${notes}\nWe decided on ${round}.\n\n${long}`);
    await client.replace(name, "Postgres", `Redis ${round}`);
    if (round % 50 === 0) await client.diagnostics(name);
    await client.close(name);
  }
  await client.until(async () => (await client.diagnostics("notes/0.md")).length === 0);
}

test(
  "opening, editing and closing leaves no memory behind",
  async () => {
    const client = await startClient();
    const pid = client.child.pid ?? 0;
    const rounds = times(300, 10_000);
    await cycle(client, 0, rounds);
    const before = memoryOf(pid);
    await cycle(client, rounds, rounds);
    const after = memoryOf(pid);
    note("protocol", "open, edit, close cycles", 2 * rounds);
    if (before !== undefined && after !== undefined) {
      note("protocol", "memory after the first half, MB", before);
      note("protocol", "growth in the second half, MB", after - before, 25);
      // What one document keeps would show a hundredfold; the collector's own swings are below this.
      expect(after - before).toBeLessThan(60);
    }
    await client.stop();
  },
  60 * minutes,
);

test("changes by the thousand that stand in line are all applied, in order", async () => {
  const client = await startClient();
  await client.open(path, "# Notes\n\n");
  const words = "Decision: we use Redis.\n\n";
  const typed = words.repeat(times(40, 400));
  const sent: Promise<void>[] = [];
  let place = { line: 2, character: 0 };
  for (let at = 0; at < typed.length; at += 1) {
    sent.push(
      client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: client.uri(path), version: at + 2 },
        contentChanges: [{ range: { start: place, end: place }, text: typed.charAt(at) }],
      }),
    );
    place =
      typed[at] === "\n"
        ? { line: place.line + 1, character: 0 }
        : { line: place.line, character: place.character + 1 };
  }
  await Promise.all(sent);
  note("protocol", "changes that stood in line", sent.length);
  const found = await client.diagnostics(path);
  expect(found.length).toBeGreaterThan(0);
  await client.open(path, `# Notes\n\n${typed}`);
  expect(await client.diagnostics(path)).toEqual(found);
  await client.stop();
}, 120_000);

test("requests that race with edits and cancellations are each answered once, and the last answer is right", async () => {
  const client = await startClient();
  await client.open(path, notes);
  const textDocument = { uri: client.uri(path) };
  const position = { line: 2, character: 3 };
  const outcomes: Promise<string>[] = [];
  for (let round = 0; round < 200; round += 1) {
    const source = new CancellationTokenSource();
    const request =
      round % 2 === 0
        ? client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument }, source.token)
        : client.connection.sendRequest(HoverRequest.type, { textDocument, position }, source.token);
    outcomes.push(
      request.then(
        () => "answered",
        (error: { code: number }) =>
          error.code === LSPErrorCodes.RequestCancelled ? "cancelled" : `error ${error.code}`,
      ),
    );
    await client.replace(path, round % 2 === 0 ? "Postgres" : "Redis", round % 2 === 0 ? "Redis" : "Postgres");
    if (round % 3 === 0) source.cancel();
    else if (round % 3 === 1) setTimeout(() => source.cancel(), round % 5);
  }
  const results = await Promise.all(outcomes);
  expect(results).toHaveLength(200);
  expect(results.filter((one) => one !== "answered" && one !== "cancelled")).toEqual([]);
  expect(results).toContain("answered");
  expect(results).toContain("cancelled");
  expect(await client.diagnostics(path)).toHaveLength(1);
  await client.stop();
});

test("parameters of the wrong shape are refused or taken in, and the next request is answered", async () => {
  const client = await startClient();
  await client.open(path, notes);
  const shapes: unknown[] = [null, [], {}, 7, "x", { textDocument: null }, { textDocument: { uri: 7 } }];
  shapes.push(
    { textDocument: { uri: "" } },
    { textDocument: { uri: "%%%" } },
    { textDocument: { uri: client.uri(path) } },
  );
  const far = { line: -5, character: 1e12 };
  shapes.push({
    textDocument: { uri: client.uri(path) },
    position: far,
    range: { start: far, end: far },
    positions: [far],
  });
  const methods = Object.keys(handled);
  for (const method of methods) {
    for (const shape of shapes) {
      const answer = client.connection.sendRequest(method, shape).then(
        () => "answered",
        (error: { code: number }) => (typeof error.code === "number" ? "refused" : "lost"),
      );
      expect(["answered", "refused"], `${method} ${JSON.stringify(shape)}`).toContain(await answer);
    }
  }
  for (const shape of shapes) {
    for (const method of [
      "textDocument/didOpen",
      "textDocument/didChange",
      "textDocument/didClose",
      "workspace/didChangeWatchedFiles",
    ])
      await client.connection.sendNotification(method, shape).catch(() => undefined);
  }
  // One of them closed the document.
  await client.open(path, notes);
  expect(await client.diagnostics(path)).toHaveLength(1);
  await client.stop();
});

const handled = {
  "textDocument/codeAction": true,
  "textDocument/completion": true,
  "textDocument/definition": true,
  "textDocument/diagnostic": true,
  "textDocument/documentSymbol": true,
  "textDocument/hover": true,
  "textDocument/references": true,
  "textDocument/rename": true,
  "workspace/symbol": true,
};

test("a document beyond the limits has a note at its top; what else it says, and what others say, is reported", async () => {
  const deep = `${"> ".repeat(200)}we decided\n\n${notes}`;
  const client = await startClient({ files: { "notes/deep.md": deep, [path]: notes } });
  const found = await client.until(
    async () => (await client.diagnostics(path)).length === 1 && client.diagnostics("notes/deep.md"),
  );
  expect(found.map(({ code, range }) => [code, range.start.line])).toEqual([
    [undefined, 0],
    ["decision-without-domain", 4],
  ]);
  expect(found[0]?.message).toMatch(/^What begins at line 1 is not checked: /);
  await client.open(path, "a".repeat(4_194_305));
  expect((await client.diagnostics(path)).map(({ message }) => message)).toEqual([
    "This document is not checked: it is longer than 4194304 characters.",
  ]);
  await client.stop();
});

test("notifications before initialize are dropped, and the server starts as if there had been none", async () => {
  const client = await spawnServer();
  await client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri: client.uri(path), languageId: "markdown", version: 1, text: notes },
  });
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [] });
  await client.initialize();
  expect(await client.diagnostics(path)).toEqual([]);
  await client.open(path, notes);
  expect(await client.diagnostics(path)).toHaveLength(1);
  await client.stop();
});

test("shut down in the middle of reading a workspace the server ends at once", async () => {
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`notes/${at}.md`, notes.repeat(50)]));
  const client = await startClient({ files });
  const pending = client.connection
    .sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: client.uri("notes/1.md") } })
    .catch(() => undefined);
  await client.connection.sendRequest(ShutdownRequest.type);
  await client.connection.sendNotification(ExitNotification.type);
  expect(await client.exited).toBe(0);
  client.connection.dispose();
  await Promise.race([pending, Promise.resolve()]);
  await client.stop();
});

test("no server outlives a client that is killed", async () => {
  const { spawn } = await import("node:child_process");
  const { serverFile } = await import("../server/support/client.js");
  // A client of its own process, which starts a server, initializes it, says its process id and waits to be killed.
  const script = `
    const { spawn } = require("node:child_process");
    const server = spawn(process.execPath, [${JSON.stringify(serverFile)}, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params: { processId: process.pid, rootUri: null, capabilities: {} } });
    server.stdin.write("Content-Length: " + Buffer.byteLength(body) + "\\r\\n\\r\\n" + body);
    server.stdout.once("data", () => console.log(server.pid));
    setInterval(() => undefined, 1000);`;
  for (let round = 0; round < times(2, 20); round += 1) {
    const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
    const pid = Number(
      await new Promise<string>((resolve) => child.stdout.once("data", (data) => resolve(String(data)))),
    );
    expect(isAlive(pid)).toBe(true);
    child.kill("SIGKILL");
    const deadline = Date.now() + 10_000;
    while (isAlive(pid) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isAlive(pid), `the server ${pid} is an orphan`).toBe(false);
  }
});
