import { assert } from "chai";
import * as vscode from "vscode";
import { replace } from "./support/edits.js";
import { press } from "./support/keys.js";
import { beside, groupItemsOf, groupsOf, type Row, rowOf, rowsOf } from "./support/views.js";
import { waitFor } from "./support/wait.js";
import { openDocument, writeFile } from "./support/workspace.js";

/** Set by client/test/bundle.mjs. */
declare const OWN_VSCODE: boolean;

const register = [
  "# Register of the pier",
  "",
  "| Topic | Positions | Since | Status | Next step | Outcome |",
  "| --- | --- | --- | --- | --- | --- |",
  "| Lanterns on the pier | Priya: yes. Amelia: no. | 2026-06-12 | Open | Both write it down | – |",
  "",
].join("\n");

const path = "notes/register-of-the-pier.md";
const view = "openDisagreements";

function row(topic: string): Promise<Row | undefined> {
  return rowOf(view, topic);
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
    const { item } = await waitFor("the row", () => row("Lanterns on the pier"));
    await vscode.commands.executeCommand(item.command?.command ?? "", ...(item.command?.arguments ?? []));
    const editor = await waitFor("the editor", () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith(path) ? vscode.window.activeTextEditor : undefined,
    );
    assert.include(editor.document.lineAt(editor.selection.active.line).text, "Lanterns on the pier");
  });

  it("gives a link to a row's passage, and mends it", async () => {
    const { node } = await waitFor("the row", () => row("Lanterns on the pier"));
    await vscode.commands.executeCommand("lockstep.copyEntryLink", node);
    assert.equal(await vscode.env.clipboard.readText(), `[Lanterns on the pier](${path}#L5)`);
    await vscode.commands.executeCommand("lockstep.fixEntry", node, "Record the outcome…");
    const { document } = await openDocument(path);
    await waitFor("the outcome's gap", () => /\| Resolved \|/.test(document.getText()));
    await waitFor("no row", async () => (await row("Lanterns on the pier")) === undefined);
  });

  it("says beside its title how much was read, and in its badge how much of it presses", async () => {
    await waitFor("what was read", async () => {
      const { length } = await rowsOf(view);
      const { description, badge } = beside(view);
      return new RegExp(`^${length} in \\d+ planning documents$`).test(description) && badge === length;
    });
    const { description } = beside(view);
    await vscode.commands.executeCommand(`lockstep.${view}.filter`, { states: ["stalled"] });
    const stalled = (await rowsOf(view)).length;
    assert.isAbove(stalled, 0);
    assert.equal(beside(view).description, `${stalled} of ${description.replace(" in ", ", in ")}`);
    assert.equal(beside(view).badge, Number.parseInt(description, 10), "a filter hides nothing from the badge");
    await vscode.commands.executeCommand(`lockstep.${view}.filter`, { people: ["Nobody at all"] });
    assert.equal(beside(view).message, "The filter lets nothing through.");
    await vscode.commands.executeCommand(`lockstep.${view}.clearFilter`);
    assert.deepEqual(beside(view), {
      badge: Number.parseInt(description, 10),
      description,
      message: "",
      isReading: false,
    });
  });

  it("tells states apart by icons and colours of the theme, and counts its groups", async () => {
    const iconOf = async (label: string): Promise<readonly (string | undefined)[]> => {
      const icon = (await rowOf(view, label))?.item.iconPath as vscode.ThemeIcon | undefined;
      return [icon?.id, icon?.color?.id];
    };
    assert.deepEqual(await iconOf("Who answers the phone on Sundays"), ["warning", "list.warningForeground"]);
    assert.deepEqual(await iconOf("Names on season passes"), ["question", undefined]);
    assert.deepEqual(await iconOf("Price of a harbour display"), ["comment-discussion", undefined]);
    const { item } = await waitFor("a row", () => row("Price of a harbour display"));
    assert.equal(item.contextValue, "entry", "what the context menu hangs on");
    assert.match(item.accessibilityInformation?.label ?? "", /^Price of a harbour display, open · 6 days/);
    const tooltip = (item.tooltip as vscode.MarkdownString).value.replaceAll("&nbsp;", " ");
    assert.match(tooltip, /\*\*Next step:\*\* Tomás and Devon bring figures/);
    const group = (await groupItemsOf(view)).find(({ label }) => label === "leads/disagreements.md");
    const rows = (await rowsOf(view)).filter((one) => one.group === "leads/disagreements.md");
    assert.equal(group?.description, String(rows.length));
  });

  it("is brought to the front, and sorted by age", async () => {
    await vscode.commands.executeCommand("lockstep.showOpenDisagreements");
    await vscode.commands.executeCommand(`lockstep.${view}.sort`, "age");
    await waitFor("the oldest first", async () => {
      const days = (await rowsOf(view))
        .filter(({ group }) => group === "leads/disagreements.md")
        .map(({ item }) => Number(/(\d+) days/.exec(String(item.description))?.[1] ?? 0));
      return days.length > 1 && days.every((age, index) => index === 0 || (days[index - 1] ?? 0) >= age);
    });
    await vscode.commands.executeCommand(`lockstep.${view}.sort`, "place");
    await vscode.commands.executeCommand("lockstep.showOutput");
  });

  it("is grouped and filtered as a person likes it", async () => {
    await vscode.commands.executeCommand(`lockstep.${view}.group`, "age");
    await waitFor("ages", async () => (await groupsOf(view)).includes("This week"));
    await vscode.commands.executeCommand(`lockstep.${view}.group`, "domain");
    await waitFor("domains", async () => (await groupsOf(view)).includes("Engineering"));
    await vscode.commands.executeCommand(`lockstep.${view}.filter`, { domains: ["design"] });
    await waitFor("what concerns Design", async () => (await rowsOf(view)).some(({ group }) => group === "Design"));
    assert.isUndefined((await rowsOf(view)).find(({ item }) => item.label === "Price of a harbour display"));
    await vscode.commands.executeCommand(`lockstep.${view}.clearFilter`);
    await vscode.commands.executeCommand(`lockstep.${view}.group`, "person");
    await waitFor("a person", async () => (await groupsOf(view)).includes("Tomás Ortega"));
    await vscode.commands.executeCommand(`lockstep.${view}.filter`, { people: ["Tomás Ortega"] });
    await waitFor("what is his", async () =>
      (await rowsOf(view)).every(({ item }) => /Tomás/.test(String(item.description))),
    );
    await vscode.commands.executeCommand(`lockstep.${view}.clearFilter`);
    await vscode.commands.executeCommand(`lockstep.${view}.group`, "document");
    await waitFor("documents", async () => (await groupsOf(view)).includes("leads/disagreements.md"));
  });

  if (OWN_VSCODE) {
    it("is used by keyboard alone: a row is shown, its link copied, its fixes offered", async () => {
      const topic = "Price of a harbour display";
      const rows = await waitFor("the row", async () => {
        const all = await rowsOf(view);
        return all.some(({ item }) => item.label === topic) && all;
      });
      const groups = rows.map(({ group }) => group);
      const index = rows.findIndex(({ item }) => item.label === topic);
      // A line for each row, and one for each group above it.
      const lines = index + new Set(groups.slice(0, index + 1)).size;
      await vscode.env.clipboard.writeText("words from before");
      await waitFor("the link", async () => {
        await vscode.commands.executeCommand(`lockstep.${view}.focus`);
        await press("Home", ...Array.from({ length: lines }, () => "ArrowDown"), "Control+c");
        return (await vscode.env.clipboard.readText()).includes(topic);
      });
      assert.match(
        await vscode.env.clipboard.readText(),
        /^\[Price of a harbour display\]\(leads\/disagreements\.md#L\d+\)$/,
      );
      await press("Enter");
      const editor = await waitFor("the register", () =>
        vscode.window.activeTextEditor?.document.uri.path.endsWith("leads/disagreements.md")
          ? vscode.window.activeTextEditor
          : undefined,
      );
      const { document } = editor;
      const { lineCount } = document;
      const before = document.getText();
      await waitFor("what a fix writes", async () => {
        await vscode.commands.executeCommand(`lockstep.${view}.focus`);
        await press("Control+.");
        await press("Enter");
        // In the editor Enter would add a line.
        return document.getText() !== before && document.lineCount === lineCount;
      });
      const back = new vscode.WorkspaceEdit();
      back.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), before);
      await vscode.workspace.applyEdit(back);
    });
  }
});
