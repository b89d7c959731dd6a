import { assert } from "chai";
import * as vscode from "vscode";
import { waitFor } from "./support/wait.js";

const names = [
  "lockstep_check_text",
  "lockstep_compare_priorities",
  "lockstep_list_decisions",
  "lockstep_list_open_disagreements",
];

async function call(name: string, input: object): Promise<string> {
  const result = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return result.content.map((part) => (part as vscode.LanguageModelTextPart).value).join("");
}

describe("Tools for language models", () => {
  it("are offered, each with a schema", async () => {
    const offered = await waitFor("all tools", () => {
      const own = vscode.lm.tools.filter(({ name }) => name.startsWith("lockstep_"));
      return own.length === names.length && own;
    });
    assert.sameMembers(
      offered.map(({ name }) => name),
      names,
    );
    for (const { description, inputSchema } of offered) {
      assert.isNotEmpty(description);
      assert.propertyVal(inputSchema, "additionalProperties", false);
    }
  });

  it("list what is open, and check a text", async () => {
    const open = await waitFor("the disagreements", async () => {
      const answer = await call("lockstep_list_open_disagreements", { path: "leads" });
      return answer.includes("Price of a harbour display") && answer;
    });
    assert.include(open, "leads/disagreements.md");
    const checked = JSON.parse(
      await call("lockstep_check_text", { text: "# Log\n\nDecision: we buy a boat.\n", kind: "decision" }),
    ) as { findings: { rule: string; line: number }[] };
    assert.deepInclude(
      checked.findings.map(({ rule, line }) => ({ rule, line })),
      { rule: "decision-without-domain", line: 3 },
    );
  });

  it("compare the priorities", async () => {
    const compared = JSON.parse(await call("lockstep_compare_priorities", { differencesOnly: false })) as {
      plans: { path: string }[];
      items: unknown[];
    };
    assert.include(
      compared.plans.map(({ path }) => path),
      "engineering/roadmap.md",
    );
    assert.isNotEmpty(compared.items);
  });

  it("say what is wrong with what they are given", async () => {
    let problem: unknown;
    try {
      await call("lockstep_list_decisions", { status: "maybe" });
    } catch (error) {
      problem = error;
    }
    assert.match(String(problem), /status/);
  });
});
