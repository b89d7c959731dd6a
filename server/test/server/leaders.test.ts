import { afterEach, expect, test } from "vitest";
import {
  type AgendaNote,
  type AgendaPairsResult,
  type AgendaParams,
  agendaPairsRequest,
  agendaRequest,
  type BoardResult,
  boardRequest,
  type DecisionsResult,
  decisionsRequest,
  type ReportResult,
  reportRequest,
} from "../../src/protocol/messages.js";
import { roadmap } from "../views/support/plans.js";
import { startClient, type TestClient } from "./support/client.js";

let client: TestClient;

afterEach(async () => {
  await client.stop();
});

const files = {
  "leads/charter.md":
    "# Charter\n\n| Domain | Lead |\n| --- | --- |\n| Product | Priya Nair |\n| Engineering | Amelia Chen |\n",
  "product/roadmap.md": roadmap("Product", { "Gift vouchers": "P1", Icons: "P2" }),
  "engineering/roadmap.md": roadmap("Engineering", { "Gift vouchers": "P3", Icons: "P2" }),
  "notes/2026-06-01.md":
    "# Leads, 2026-06-01\n\nDecision needed (Engineering): which queue do we use?\n\nWe decided to ship weekly.\n",
};

/** Asks until the workspace is read. */
function ask<Result extends { readonly indexing: boolean }>(method: string, params: object = {}): Promise<Result> {
  return client.until(async () => {
    const result = await client.connection.sendRequest<Result>(method, params);
    return result.indexing === false && result;
  });
}

test("the board, with the addresses of its documents, follows what is typed", async () => {
  client = await startClient({ files, initializationOptions: { findingsChanged: true } });
  let notified = 0;
  client.connection.onNotification("lockstep/findingsChanged", () => {
    notified += 1;
  });
  const { board, uris } = await ask<BoardResult>(boardRequest.method);
  expect(board.agreement).toMatchObject({ percent: 50, compared: 2 });
  expect(uris["product/roadmap.md"]).toBe(client.uri("product/roadmap.md"));
  await client.open("engineering/roadmap.md", files["engineering/roadmap.md"]);
  const before = notified;
  await client.replace("engineering/roadmap.md", "P3", "P1");
  await client.until(() => notified > before);
  expect((await ask<BoardResult>(boardRequest.method)).board.agreement.percent).toBe(100);
});

test("the decisions of all documents, with how they are open and what is found", async () => {
  client = await startClient({ files });
  const { decisions, documents, planningDocuments } = await ask<DecisionsResult>(decisionsRequest.method);
  expect([documents, planningDocuments]).toEqual([4, 4]);
  expect(decisions).toMatchObject([
    {
      path: "notes/2026-06-01.md",
      uri: client.uri("notes/2026-06-01.md"),
      title: "Leads, 2026-06-01",
      status: "open",
      openness: "open",
      domains: ["engineering"],
      date: "2026-06-01",
      days: 14,
      range: { start: { line: 2 } },
      findings: [],
    },
    { status: "decided", domains: [], findings: [{ rule: "decision-without-domain", severity: "warning" }] },
  ]);
  expect(decisions[1]).not.toHaveProperty("openness");
});

test("a record goes by its title; documents that are no plans are counted apart", async () => {
  const record = "# 1. One ledger\n\n## Status\n\nAccepted\n\n## Decision\n\nWe will keep all bookings together.\n";
  client = await startClient({ files: { "decisions/0001-ledger.md": record, "README.md": "# Hello\n" } });
  const { decisions, documents, planningDocuments } = await ask<DecisionsResult>(decisionsRequest.method);
  expect([documents, planningDocuments]).toEqual([2, 1]);
  expect(decisions).toMatchObject([{ name: "One ledger", text: "We will keep all bookings together." }]);
});

test("an agenda as an edit, of a new file and of one that is there", async () => {
  client = await startClient({ files });
  const { pairs } = await ask<AgendaPairsResult>(agendaPairsRequest.method);
  expect(pairs).toEqual([
    {
      people: [
        { name: "Priya Nair", domain: "product" },
        { name: "Amelia Chen", domain: "engineering" },
      ],
    },
  ]);
  const fresh = await ask<AgendaNote>(agendaRequest.method, {
    between: ["Amelia", "product"],
    date: "2026-06-16",
  } satisfies AgendaParams);
  expect(fresh).toMatchObject({ path: "leads/one-on-ones/amelia-priya.md", exists: false, version: null });
  expect(fresh.edit.newText).toMatch(/^# One-on-ones: Amelia and Priya\n\n## 2026-06-16\n\n### Agenda\n/);
  await client.open(
    "leads/one-on-ones/priya-amelia.md",
    "# One-on-ones: Priya and Amelia\n\n## 2026-06-09\n\n- Calm.\n",
  );
  const next = await ask<AgendaNote>(agendaRequest.method);
  expect(next).toMatchObject({
    uri: client.uri("leads/one-on-ones/priya-amelia.md"),
    exists: true,
    version: expect.any(Number),
    lastNote: "2026-06-09",
    edit: { range: { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } } },
    counts: { decisions: 1, newDrift: 1 },
  });
  const problem = (params: AgendaParams) => client.connection.sendRequest(agendaRequest.method, params);
  expect(await problem({ between: ["Bob", "Amelia"] })).toEqual({ problem: expect.stringContaining("“Bob”") });
  expect(await problem({ date: "soon" })).toEqual({ problem: expect.stringContaining("“soon”") });
});

test("the report links to documents by path, or by address", async () => {
  client = await startClient({ files });
  const { text, path } = await ask<ReportResult>(reportRequest.method);
  expect(path).toBe("alignment-report-2026-06-15.md");
  expect(text).toContain("](notes/2026-06-01.md)");
  const byUri = await ask<ReportResult>(reportRequest.method, { links: "uri" });
  expect(byUri.text).toContain(`](${client.uri("notes/2026-06-01.md")})`);
});
