import { afterEach, beforeEach, expect, test } from "vitest";
import { type CodeAction, type CodeActionContext, CodeActionRequest } from "vscode-languageserver/node";
import { pulling, startClient, type TestClient } from "./support/client.js";

let client: TestClient;

beforeEach(async () => {
  client = await startClient();
});

afterEach(async () => {
  await client.stop();
});

const path = "notes/monday.md";
const notes = "# Notes\n\nDecision: we use Postgres.\n\nMore about that.\n";

async function actionsAt(words: string, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
  const answer = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: client.uri(path) },
    range: client.rangeOf(path, words),
    context: { diagnostics: await client.diagnostics(path), ...context },
  });
  return answer as CodeAction[];
}

async function choose(actions: readonly CodeAction[], title: string): Promise<void> {
  const action = actions.find((candidate) => candidate.title === title);
  if (!action?.edit) throw new Error(`There is no ${title} among ${actions.map((one) => one.title).join(", ")}`);
  await client.apply(action.edit);
}

test("Mark as joint decision is the fix that most people want, and clears the finding that it is for", async () => {
  await client.open(path, notes);
  const actions = await actionsAt("Postgres");
  const joint = actions.find(({ title }) => title === "Mark as joint decision");
  expect(joint).toMatchObject({
    kind: "quickfix",
    isPreferred: true,
    diagnostics: [{ code: "decision-without-domain" }],
  });
  await choose(actions, "Mark as joint decision");
  expect(await client.diagnostics(path)).toEqual([]);
  expect((await actionsAt("Postgres")).map(({ title }) => title)).not.toContain("Mark as joint decision");
});

test("each domain is offered as owner", async () => {
  await client.open(path, notes);
  const titles = (await actionsAt("Postgres")).map(({ title }) => title);
  expect(titles).toEqual(expect.arrayContaining(["Assign to Product", "Assign to Engineering", "Assign to Design"]));
  await choose(await actionsAt("Postgres"), "Assign to Engineering");
  expect(await client.diagnostics(path)).toEqual([]);
});

test("a decision without a finding can be made a joint one all the same", async () => {
  await client.open(path, notes.replace("Decision:", "Decision (Engineering):"));
  expect(await client.diagnostics(path)).toEqual([]);
  const actions = await actionsAt("Postgres");
  expect(actions.map(({ title, kind }) => [title, kind])).toContainEqual([
    "Mark as joint decision",
    "refactor.rewrite",
  ]);
  await choose(actions, "Mark as joint decision");
  expect(client.text(path)).toMatch(/Engineering.*Product|Product.*Engineering/);
});

test("only the kinds that are asked for are offered, and nothing where nothing is", async () => {
  await client.open(path, notes);
  expect((await actionsAt("Postgres", { only: ["refactor"] })).every(({ kind }) => kind === "refactor.rewrite")).toBe(
    true,
  );
  expect((await actionsAt("Postgres", { only: ["quickfix"] })).every(({ kind }) => kind === "quickfix")).toBe(true);
  expect(await actionsAt("More about that")).toEqual([]);
});

const register =
  "# Disagreements\n\n| Topic | Positions | Status | Next step | Outcome |\n| --- | --- | --- | --- | --- |\n| Deposits | Priya: flat. Amelia: theirs. | Open | – | – |\n";

test("what needs a person's words comes as a snippet with the version that it is for", async () => {
  await client.open(path, register);
  const actions = await actionsAt("Deposits");
  const record = actions.find(({ title }) => title.startsWith("Record the outcome"));
  expect(record?.edit?.documentChanges?.[0]).toMatchObject({
    textDocument: { version: 1 },
    edits: expect.arrayContaining([
      expect.objectContaining({ snippet: { kind: "snippet", value: expect.stringMatching(/\$\{?\d/) } }),
    ]),
  });
});

test("a client without snippets is given the words to replace", async () => {
  await client.stop();
  const { workspaceEdit: _, ...workspace } = pulling.workspace ?? {};
  client = await startClient({ capabilities: { ...pulling, workspace } });
  await client.open(path, register);
  const record = (await actionsAt("Deposits")).find(({ title }) => title.startsWith("Record the outcome"));
  const edits = record?.edit?.changes?.[client.uri(path)] ?? [];
  expect(edits.length).toBeGreaterThan(0);
  for (const { newText } of edits) expect(newText).not.toMatch(/\$\{?\d/);
});
