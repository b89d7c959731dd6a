import { assert } from "chai";
import * as vscode from "vscode";
import { replace } from "./support/edits.js";
import { waitFor } from "./support/wait.js";
import { openDocument, writeFile } from "./support/workspace.js";

const register = [
  "# Register of the pier",
  "",
  "| Topic | Positions | Since | Status | Next step | Outcome |",
  "| --- | --- | --- | --- | --- | --- |",
  "| Lanterns on the pier | Priya: yes. Amelia: no. | 2026-06-12 | Open | Both write it down | – |",
  "",
].join("\n");

const path = "notes/register-of-the-pier.md";

/** The view's rows as a person reads them: each group with what stands below it. */
async function rows(): Promise<{ group: string; items: vscode.TreeItem[] }[]> {
  const api = vscode.extensions.getExtension<{ openDisagreements: vscode.TreeDataProvider<unknown> }>(
    "lockstep.lockstep",
  );
  const tree = api?.exports.openDisagreements;
  if (!tree) throw new Error("Lockstep is not active");
  const groups = (await tree.getChildren()) ?? [];
  return Promise.all(
    groups.map(async (group) => ({
      group: String((await tree.getTreeItem(group)).label),
      items: await Promise.all(((await tree.getChildren(group)) ?? []).map((leaf) => tree.getTreeItem(leaf))),
    })),
  );
}

async function row(topic: string): Promise<{ group: string; item: vscode.TreeItem } | undefined> {
  for (const { group, items } of await rows()) {
    const item = items.find(({ label }) => label === topic);
    if (item) return { group, item };
  }
  return undefined;
}

describe("The view Open Disagreements", () => {
  it("lists what documents that nobody opened leave open", async () => {
    const { group, item } = await waitFor("the register's row", () => row("Price of a harbour display"));
    assert.equal(group, "leads/disagreements.md");
    assert.match(String(item.description), /open · 6 days · .*Tomás and Devon bring figures/);
  });

  it("follows the edit: a row comes, and goes once it is settled", async () => {
    await writeFile(path, register);
    const { document } = await openDocument(path);
    const { group } = await waitFor("the row", () => row("Lanterns on the pier"));
    assert.equal(group, path);
    await replace(document, "| Open | Both write it down | – |", "| Resolved | – | Lanterns on both sides |");
    await waitFor("no row", async () => (await row("Lanterns on the pier")) === undefined);
    await replace(document, "| Resolved | – | Lanterns on both sides |", "| Open | – | – |");
    await waitFor("the row again", () => row("Lanterns on the pier"));
  });

  it("shows the passage on a click", async () => {
    await writeFile(path, register);
    const { item } = await waitFor("the row", () => row("Lanterns on the pier"));
    await vscode.commands.executeCommand(item.command?.command ?? "", ...(item.command?.arguments ?? []));
    const editor = await waitFor("the editor", () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith(path) ? vscode.window.activeTextEditor : undefined,
    );
    assert.include(editor.document.lineAt(editor.selection.active.line).text, "Lanterns on the pier");
  });

  it("can be grouped by age, and by document again", async () => {
    await vscode.commands.executeCommand("lockstep.groupByAge");
    await waitFor("ages", async () => (await rows()).some(({ group }) => group === "This week"));
    await vscode.commands.executeCommand("lockstep.groupByDocument");
    await waitFor("documents", async () => (await rows()).some(({ group }) => group === "leads/disagreements.md"));
  });

  it("comes back after the server was restarted", async () => {
    await vscode.commands.executeCommand("lockstep.restartServer");
    await waitFor("the register's row", () => row("Price of a harbour display"));
  });
});
