import { afterEach, expect, test } from "vitest";
import { type ClientCapabilities, CodeLensRefreshRequest } from "vscode-languageserver/node";
import {
  effectiveConfigurationRequest,
  type FixWorkspaceResult,
  fixWorkspaceRequest,
  type OpenDisagreementsResult,
  openDisagreementsRequest,
} from "../../src/protocol/messages.js";
import { pulling, startClient, type TestClient } from "./support/client.js";

let client: TestClient;

afterEach(async () => {
  await client.stop();
});

const unused = "<!-- lockstep-disable-next-line decision-stalled -- settled -->\n";
const files = {
  ".lockstep.yaml": "rules:\n  decision-stalled: { days: 30 }\n",
  "notes/a.md": `# Notes\n\n${unused}\nWe looked at the pier.\n`,
  "notes/b.md": `# Notes\n\n${unused}\nWe looked at the quay.\n`,
};
const capabilities: ClientCapabilities = {
  ...pulling,
  workspace: {
    ...pulling.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
    codeLens: { refreshSupport: true },
  },
  textDocument: { ...pulling.textDocument, codeLens: {} },
};

async function fixes(): Promise<FixWorkspaceResult> {
  return client.until(async () => {
    const answer = await client.connection.sendRequest<FixWorkspaceResult | null>(fixWorkspaceRequest.method, {});
    return answer?.findings === 2 && answer;
  });
}

test("every safe fix of the workspace, each edit with the fix that a person confirms", async () => {
  client = await startClient({ files, capabilities });
  const { edit } = await fixes();
  const [annotation] = Object.entries(edit.changeAnnotations ?? {});
  expect(annotation?.[1]).toMatchObject({ needsConfirmation: true, description: "unused-suppression" });
  expect(edit.documentChanges).toMatchObject(
    ["notes/a.md", "notes/b.md"].map((path) => ({
      textDocument: { uri: client.uri(path), version: null },
      edits: [{ annotationId: annotation?.[0], newText: "" }],
    })),
  );
});

test("the same for a client that knows no annotations, and nothing where nothing is to be mended", async () => {
  client = await startClient({ files, capabilities: {} });
  const { edit } = await fixes();
  expect(Object.keys(edit.changes ?? {})).toEqual([client.uri("notes/a.md"), client.uri("notes/b.md")]);
  await client.open("notes/a.md", "# Notes\n");
  await client.open("notes/b.md", "# Notes\n");
  expect(await client.connection.sendRequest(fixWorkspaceRequest.method, {})).toBeNull();
});

test("the settings in force for a file, whether or not it is there", async () => {
  client = await startClient({ files });
  const text = await client.until(async () => {
    const uri = client.uri("plans/new.md");
    const answer = await client.connection.sendRequest<string>(effectiveConfigurationRequest.method, { uri });
    return answer.includes("days: 30") && answer;
  });
  expect(text).toContain("# Settings in force for plans/new.md");
  expect(text).toContain("days: 30  # .lockstep.yaml:2");
});

test("lenses are asked for again where another document has something else to say", async () => {
  const plan = (domain: string, priority: string) =>
    `# ${domain} roadmap 2026\n\n| Item | Priority |\n| --- | --- |\n| Pier kit (PIER-1) | ${priority} |\n`;
  client = await startClient({ capabilities });
  let refreshed = 0;
  client.connection.onRequest(CodeLensRefreshRequest.type, () => {
    refreshed += 1;
  });
  await client.open("product/roadmap.md", plan("Product", "P1"));
  await client.open("engineering/roadmap.md", plan("Engineering", "P1"));
  await client.until(() => refreshed > 0);
  const before = refreshed;
  await client.replace("engineering/roadmap.md", "P1", "P2");
  await client.until(() => refreshed > before);
});

test("who is part of a disagreement, by the names and domains of the roster", async () => {
  const charter =
    "# Charter\n\n| Domain | Lead |\n| --- | --- |\n| Product | Priya Nair (@priya) |\n| Engineering | Amelia Chen |\n";
  const register =
    "# Disagreements\n\n| Topic | Positions | Status | Owner |\n| --- | --- | --- | --- |\n| Deposits | Priya: flat. Amelia: theirs. | Open | @priya |\n";
  client = await startClient({ files: { "charter.md": charter, "notes/register.md": register } });
  const { disagreements } = await client.until(async () => {
    const result = await client.connection.sendRequest<OpenDisagreementsResult>(openDisagreementsRequest.method, {});
    return result.disagreements.length > 0 && !result.indexing && result;
  });
  expect(disagreements).toMatchObject([{ people: ["Priya Nair", "Amelia Chen"], domains: ["product", "engineering"] }]);
});
