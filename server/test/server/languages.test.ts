import { readFile } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import { type CodeAction, CodeActionRequest } from "vscode-languageserver/node";
import { english, inLanguage, listPhrase, phrase } from "../../src/engine/text/phrase.js";
import { pulling, startClient, type TestClient } from "./support/client.js";

let client: TestClient | undefined;

afterEach(async () => {
  await client?.stop();
});

const path = "notes/monday.md";

async function titles(translations: unknown): Promise<string[]> {
  client = await startClient({ capabilities: pulling, initializationOptions: { translations } });
  await client.open(path, "# Notes\n\nDecision: we use Postgres.\n");
  const [finding] = await client.diagnostics(path);
  expect(finding?.message).toContain("has no owning domain");
  const answer = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: client.uri(path) },
    range: client.rangeOf(path, "Postgres"),
    context: { diagnostics: [] },
  });
  return (answer as CodeAction[]).map(({ title }) => title);
}

test("titles come in the client’s language, messages in English", async () => {
  const german: unknown = JSON.parse(await readFile("l10n/bundle.l10n.de.json", "utf8"));
  const found = await titles(german);
  expect(found).toContain("Als gemeinsame Entscheidung kennzeichnen");
  expect(found).toContain("Engineering zuweisen");
  expect(found.filter((title) => /\b(?:Assign|Mark|Suppress|Turn)\b/.test(title))).toEqual([]);
});

test("what a translation lacks, and what is no text, is said in English", async () => {
  const found = await titles({ "Assign to {0}": ["no text"], "Mark as joint decision": "Ensemble {9}" });
  expect(found).toContain("Assign to Engineering");
  expect(found).toContain("Ensemble {9}");
});

test("a phrase is filled once: what documents say is never taken for a template", () => {
  const said = phrase`Use “${"{1} $& __proto__"}” in ${listPhrase(["a.md", "b.md", "c.md"])}`;
  expect(english(said)).toBe("Use “{1} $& __proto__” in a.md, b.md and c.md");
  expect(inLanguage(said, { "Use “{0}” in {1}": "{1}: „{0}“", "{0} and {1}": "{0} und {1}" })).toBe(
    "a.md, b.md und c.md: „{1} $& __proto__“",
  );
});
