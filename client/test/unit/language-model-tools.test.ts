import { expect, test, vi } from "vitest";
import { offerTools } from "../../src/language-model-tools.js";

const editor = vi.hoisted(() => ({ lm: undefined as unknown }));

vi.mock("vscode", () => editor);
// The library of the language client is for VS Code alone.
vi.mock("../../src/messages.js", () => ({}));

const tool = { name: "lockstep_list_decisions", displayName: "List decisions" };

function offered(): readonly unknown[] {
  const extension = { packageJSON: { contributes: { languageModelTools: [tool] } } };
  return offerTools({} as Parameters<typeof offerTools>[0], extension as Parameters<typeof offerTools>[1]);
}

test("an editor without language models, or without tools for them, is offered nothing", () => {
  expect(offered()).toEqual([]);
  editor.lm = {};
  expect(offered()).toEqual([]);
});

test("one that has them is offered each tool that the manifest declares", () => {
  const registerTool = vi.fn(() => ({ dispose: () => undefined }));
  editor.lm = { registerTool };
  expect(offered()).toHaveLength(1);
  expect(registerTool).toHaveBeenCalledWith(tool.name, expect.objectContaining({ invoke: expect.any(Function) }));
});
