import { expect, test } from "vitest";
import type { CodeAction } from "vscode-languageserver-types";
import { LockstepService } from "../../src/engine/service/service.js";
import { english } from "../../src/engine/text/phrase.js";
import { codeActionsOf } from "../../src/features/code-actions.js";

const path = "retro/may.md";
const addresses = {
  uriOf: (of: string): string => `test:/${of}`,
  versionOf: (): null => null,
  rulePageOf: (rule: string): string => `rules:/${rule}`,
  say: english,
};
const able = {
  documentChanges: true,
  snippetEdits: false,
  createFiles: true,
  preferred: true,
  relatedInformation: true,
  codeDescription: true,
};

function offered(configuration: string | undefined, support: typeof able): CodeAction | undefined {
  const service = new LockstepService({ today: 20_000 });
  service.setConfiguration(".lockstep.yaml", configuration);
  service.setDocument(path, "# Retro\n\nEngineering refused to help.\n");
  const at = { line: 2, character: 3 };
  const actions = codeActionsOf(service, path, { start: at, end: at }, { diagnostics: [] }, addresses, support);
  return actions.find(({ title }) => title === "Turn wording-sides off for the workspace");
}

test("a rule is turned off in the configuration that is there", () => {
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
  const edits = [{ range, newText: "rules:\n  wording-sides: off\n" }];
  expect(offered("root: true\n", able)?.edit).toEqual({
    documentChanges: [{ textDocument: { uri: "test:/.lockstep.yaml", version: null }, edits }],
  });
  expect(offered("root: true\n", { ...able, documentChanges: false })?.edit).toEqual({
    changes: { "test:/.lockstep.yaml": edits },
  });
});

test("without one a file is made, where the client can make files", () => {
  expect(offered(undefined, able)?.edit?.documentChanges).toMatchObject([
    { kind: "create", uri: "test:/.lockstep.yaml" },
    { edits: [{ newText: "rules:\n  wording-sides: off\n" }] },
  ]);
  expect(offered(undefined, { ...able, createFiles: false })).toBeUndefined();
});
