import { afterEach, expect, test } from "vitest";
import { type DocumentSymbol, DocumentSymbolRequest, type SymbolInformation } from "vscode-languageserver/node";
import {
  documentStatusRequest,
  type OpenDisagreementsResult,
  openDisagreementsRequest,
} from "../../src/protocol/messages.js";
import { pulling, startClient, type TestClient } from "./support/client.js";

let client: TestClient;

afterEach(async () => {
  await client.stop();
});

const register = [
  "# Register of disagreements",
  "",
  "| Topic | Positions | Since | Status | Next step | Owner | Outcome |",
  "| --- | --- | --- | --- | --- | --- | --- |",
  "| Deposits for groups | Priya: flat. Amelia: let them choose. | 2026-06-11 | Open | Priya writes it down | Priya | – |",
  "| Who answers the phone | Amelia: a rota. Priya: a service. | 2026-05-04 | Open | – | – | – |",
  "| Weekly releases | Amelia: weekly. Priya: not. | 2026-02-09 | Resolved | – | – | Weekly |",
  "",
].join("\n");

async function openDisagreements(): Promise<OpenDisagreementsResult> {
  return client.until(async () => {
    const result = await client.connection.sendRequest<OpenDisagreementsResult>(openDisagreementsRequest.method, {});
    return !result.indexing && result;
  });
}

test("the open disagreements of all documents, with their age, parties and next step", async () => {
  client = await startClient({ files: { "notes/register.md": register, "README.md": "Nothing.\n" } });
  const { disagreements, planningDocuments } = await openDisagreements();
  expect(planningDocuments).toBe(1);
  expect(disagreements).toMatchObject([
    {
      path: "notes/register.md",
      topic: "Deposits for groups",
      state: "unresolved",
      since: "2026-06-11",
      days: 4,
      owner: "Priya",
      range: { start: { line: 4 } },
    },
    { topic: "Who answers the phone", state: "stalled", days: 42, parties: ["Amelia", "Priya"] },
  ]);
  expect(disagreements[0]?.nextStep).toContain("Priya writes it down");
});

test("the list follows what is typed", async () => {
  client = await startClient({ initializationOptions: { findingsChanged: true } });
  let notified = 0;
  client.connection.onNotification("lockstep/findingsChanged", () => {
    notified += 1;
  });
  await client.open("notes/register.md", register);
  await client.until(() => notified > 0);
  expect((await openDisagreements()).disagreements).toHaveLength(2);
  const before = notified;
  await client.replace("notes/register.md", "| Open | – | – | – |", "| Resolved | – | – | A rota |");
  await client.until(() => notified > before);
  expect((await openDisagreements()).disagreements).toHaveLength(1);
});

test("the outline holds what was understood, with its status, under its headings", async () => {
  client = await startClient();
  await client.open(
    "decisions/notes.md",
    "# Log\n\n## Data\n\nDecision (Engineering): we use Postgres.\n\n## Calm\n\nNothing.\n",
  );
  const symbols = (await client.connection.sendRequest(DocumentSymbolRequest.type, {
    textDocument: { uri: client.uri("decisions/notes.md") },
  })) as DocumentSymbol[];
  expect(symbols).toMatchObject([
    {
      name: "Log",
      range: { start: { line: 0 }, end: { line: 4 } },
      children: [
        {
          name: "Data",
          children: [{ name: expect.stringContaining("Postgres"), detail: "decision · decided · engineering" }],
        },
      ],
    },
  ]);
  for (const symbol of symbols) expectInside(symbol);
});

function expectInside({ range, selectionRange, children }: DocumentSymbol): void {
  expect([range.start.line, range.end.line]).toSatisfy(
    ([start, end]) => start <= selectionRange.start.line && selectionRange.end.line <= end,
  );
  for (const child of children ?? []) expectInside(child);
}

test("a client that knows no trees is given a list", async () => {
  const textDocument = { ...pulling.textDocument, documentSymbol: {} };
  client = await startClient({ capabilities: { ...pulling, textDocument } });
  await client.open("decisions/notes.md", "# Log\n\nDecision (Engineering): we use Postgres.\n");
  const symbols = (await client.connection.sendRequest(DocumentSymbolRequest.type, {
    textDocument: { uri: client.uri("decisions/notes.md") },
  })) as SymbolInformation[];
  expect(symbols.map(({ name, containerName }) => [name, containerName])).toEqual([
    ["Log", undefined],
    [expect.stringContaining("Postgres"), "Log"],
  ]);
});

test("the status of a document says whether Lockstep is on for it, and why", async () => {
  client = await startClient();
  await client.open("engineering/roadmap.md", "# Engineering roadmap\n");
  await client.open("README.md", "# Hello\n");
  const status = (path: string) =>
    client.connection.sendRequest(documentStatusRequest.method, { uri: client.uri(path) });
  expect(await status("engineering/roadmap.md")).toMatchObject({
    planning: true,
    kind: "roadmap",
    because: expect.stringContaining("roadmap"),
    domains: ["engineering"],
  });
  expect(await status("README.md")).toMatchObject({ planning: false, because: expect.any(String) });
  expect(await status("unknown.md")).toBeNull();
});
