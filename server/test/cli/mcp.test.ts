import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, expect, test } from "vitest";
import { commandLine, environment, folderWith, run, write } from "./support/command-line.js";

const today = "2026-06-15";

const files = {
  ".lockstep.yaml": "root: true\n",
  "notes/register.md":
    "# Register\n\n| Topic | Positions | Since | Status | Next step |\n| --- | --- | --- | --- | --- |\n| Lanterns on the pier | Product: yes. Engineering: no. | 2026-05-01 | Open | – |\n| Paint | Product: red. | 2026-06-14 | Open | Both write it down by 2026-07-01 |\n",
  "decisions/0001.md":
    "# Use Postgres\n\n- Status: accepted\n- Date: 2026-03-01\n- Deciders: Engineering\n\n## Decision\n\nWe use Postgres.\n",
  "product/roadmap.md":
    "# Product roadmap Q3 2026\n\n| Item | Priority |\n| --- | --- |\n| Lighthouse feed (QS-901) | P0 |\n| Boat tours (QS-902) | P1 |\n",
  "engineering/roadmap.md":
    "# Engineering roadmap Q3 2026\n\n| Item | Priority |\n| --- | --- |\n| Lighthouse feed (QS-901) | P2 |\n| Boat tours (QS-902) | P1 |\n",
  "decisions/log.md": "# Log\n\n**Decision:** we leave the vendor.\n",
};

let client: Client | undefined;

afterEach(async () => {
  await client?.close();
  client = undefined;
});

async function connect(cwd: string, ...args: string[]): Promise<Client> {
  client = new Client({ name: "test", version: "1" });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [commandLine, "mcp", "--today", today, ...args],
      cwd,
      env: environment as Record<string, string>,
    }),
  );
  return client;
}

interface Answer {
  readonly isError: boolean;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the tool says; the tests know
  readonly data: any;
}

async function call(name: string, input: Record<string, unknown> = {}): Promise<Answer> {
  const result = await client!.callTool({ name, arguments: input });
  const [part] = result.content as { type: string; text: string }[];
  const isError = result.isError === true;
  return { isError, text: part!.text, data: isError ? undefined : JSON.parse(part!.text) };
}

test("a client is told of all tools, each with a schema that fits JSON Schema and refuses what it does not name", async () => {
  const { tools } = await (await connect(folderWith(files))).listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    "lockstep_list_open_disagreements",
    "lockstep_list_decisions",
    "lockstep_compare_priorities",
    "lockstep_check_text",
  ]);
  const ajv = new Ajv2020();
  for (const { name, description, inputSchema, annotations } of tools) {
    expect(description?.length, name).toBeGreaterThan(100);
    expect(annotations?.readOnlyHint).toBe(true);
    const validate = ajv.compile(inputSchema);
    expect(validate({ text: "x", surprise: 1 }), name).toBe(false);
  }
});

test("open disagreements come oldest first, with what is known of them, and can be narrowed", async () => {
  await connect(folderWith(files));
  const { data } = await call("lockstep_list_open_disagreements");
  expect(data.total).toBe(2);
  expect(data.disagreements[0]).toMatchObject({
    topic: "Lanterns on the pier",
    state: "stalled",
    days: 45,
    since: "2026-05-01",
    path: "notes/register.md",
    line: 5,
  });
  expect((await call("lockstep_list_open_disagreements", { olderThanDays: 45 })).data.total).toBe(0);
  expect((await call("lockstep_list_open_disagreements", { path: "./decisions/" })).data.total).toBe(0);
  const limited = (await call("lockstep_list_open_disagreements", { limit: 1 })).data;
  expect([limited.total, limited.disagreements.length]).toEqual([2, 1]);
});

test("decisions are found by words, status and owner, as the documents are at that moment", async () => {
  const cwd = folderWith(files);
  await connect(cwd);
  const texts = async (input: Record<string, unknown>): Promise<string[]> =>
    (await call("lockstep_list_decisions", input)).data.decisions.map(({ path }: { path: string }) => path);
  expect(await texts({ words: "POSTGRES we" })).toEqual(["decisions/0001.md"]);
  expect(await texts({ withoutDomain: true })).toEqual(["decisions/log.md"]);
  expect(await texts({ domain: "Eng" })).toEqual(["decisions/0001.md"]);
  write(cwd, { "decisions/log.md": "# Log\n\n**Decision (Engineering):** we leave the vendor.\n" });
  expect(await texts({ withoutDomain: true })).toEqual([]);
});

test("priorities are set side by side: what differs, and on demand what does not", async () => {
  await connect(folderWith(files));
  const { data } = await call("lockstep_compare_priorities");
  expect(data.plans.map(({ path }: { path: string }) => path)).toEqual([
    "product/roadmap.md",
    "engineering/roadmap.md",
  ]);
  expect(data).toMatchObject({ agreement: { percent: 50, compared: 2, same: 1 }, total: 1 });
  expect(data.items[0]).toMatchObject({
    title: "Lighthouse feed",
    plans: [
      { path: "product/roadmap.md", line: 5, priority: "P0" },
      { path: "engineering/roadmap.md", line: 5, priority: "P2" },
    ],
    differences: [{ kind: "priority" }],
  });
  expect((await call("lockstep_compare_priorities", { differencesOnly: false, item: "BOAT" })).data.total).toBe(1);
});

test("a text is checked among the documents, which stay as they are", async () => {
  await connect(folderWith(files));
  const checked = await call("lockstep_check_text", { text: "# Notes\n\nDecision: we buy a boat.\n" });
  expect(checked.data).toMatchObject({
    planning: true,
    findings: [{ rule: "decision-without-domain", line: 3, fixes: expect.arrayContaining(["Assign to Engineering"]) }],
  });
  const mended = await call("lockstep_check_text", { text: "# Log\n", path: "decisions/log.md" });
  expect(mended.data.findings).toEqual([]);
  expect((await call("lockstep_list_decisions", { withoutDomain: true })).data.total).toBe(1);
});

const mistakes: [name: string, input: Record<string, unknown>, problem: RegExp][] = [
  ["lockstep_list_decisions", { status: "maybe" }, /`status` must be open, decided/],
  ["lockstep_list_decisions", { limit: 0 }, /`limit` must be a whole number from 1 to 200, not 0/],
  ["lockstep_list_decisions", { domain: "astrology" }, /no domain “astrology” here\. Known: .*engineering/],
  ["lockstep_list_open_disagreements", { topics: "x" }, /no `topics`.*Known here/],
  ["lockstep_check_text", {}, /text/],
  ["lockstep_check_text", { text: null }, /text/],
  ["lockstep_check_text", { text: 7 }, /`text` must be text, not 7/],
  ["lockstep_check_text", { text: "# A\n", path: "../../etc/a.md" }, /must lead to a document of the workspace/],
  ["lockstep_check_text", { text: "# A\n", path: "plans/a.txt" }, /must end in `\.md`/],
  ["lockstep_check_text", { text: "x".repeat(200_001) }, /longer than 200000/],
  ["lockstep_drop_everything", {}, /no tool “lockstep_drop_everything”/],
];

test("whoever asks wrongly is told what is wrong, and the server goes on", async () => {
  await connect(folderWith(files));
  for (const [name, input, problem] of mistakes) {
    const answer = await call(name, input);
    expect(answer.isError, JSON.stringify(answer.text)).toBe(true);
    expect(answer.text).toMatch(problem);
  }
  expect((await call("lockstep_list_decisions")).data.total).toBe(2);
});

test("threads and kept readings are as the options say", async () => {
  const cwd = folderWith(files);
  const cache = folderWith();
  const answered = async (...args: string[]): Promise<Answer> => {
    await connect(cwd, "--cache-location", cache, ...args);
    const answer = await call("lockstep_list_decisions");
    await client?.close();
    return answer;
  };
  const fresh = await answered("--no-cache");
  expect(readdirSync(cache)).toEqual([]);
  expect(await answered("--jobs", "2")).toEqual(fresh);
  expect(readdirSync(cache)).toHaveLength(1);
  const wrong = await run(process.execPath, [commandLine, "mcp", "--jobs", "0"], { cwd });
  expect([wrong.status, wrong.stderr.includes("--jobs takes a number from 1")]).toEqual([2, true]);
});

test("a path that is not there is an error of use; a client that goes leaves nothing behind", async () => {
  const cwd = folderWith(files);
  const bad = await run(process.execPath, [commandLine, "mcp", "nowhere"], { cwd });
  expect(bad.status).toBe(2);
  expect(bad.stderr).toMatch(/^lockstep: nothing is found at nowhere/);
  const child = spawn(process.execPath, [commandLine, "mcp"], { cwd, env: environment });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  child.stdin.write(`not JSON\n${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" })}\n`);
  await new Promise((resolve) => child.stdout.once("data", resolve));
  child.stdout.destroy();
  child.stdin.end(`${JSON.stringify({ jsonrpc: "2.0", id: 2, method: "tools/list" })}\n`);
  expect(await ended).toBe(0);
  expect(said).not.toMatch(/\n\s+at /);
});
