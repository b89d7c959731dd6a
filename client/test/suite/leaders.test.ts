import { assert } from "chai";
import * as vscode from "vscode";
import { press } from "./support/keys.js";
import { beside, groupsOf, rowOf, rowsOf } from "./support/views.js";
import { waitFor } from "./support/wait.js";
import { findingOf, openDocument, readFile, writeFile } from "./support/workspace.js";

/** Set by client/test/bundle.mjs. */
declare const OWN_VSCODE: boolean;

interface Board {
  readonly html: string;
  deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void>;
  receive(message: unknown): Promise<void>;
}

function board(): Board {
  const api = vscode.extensions.getExtension<{ board: Board }>("lockstep.lockstep")?.exports;
  if (!api) throw new Error("Lockstep is not active");
  return api.board;
}

describe("The view Decisions", () => {
  it("lists what was decided and what is still open, by domain too", async () => {
    const { item, group } = await waitFor("a row of the log", () =>
      rowOf("decisions", "D-13 Move the console's charts to another library"),
    );
    assert.equal(group, "decisions/log.md");
    assert.match(String(item.description), /^stalled · 48 days · Engineering/);
    await vscode.commands.executeCommand("lockstep.decisions.group", "domain");
    await waitFor("the domains", async () => (await groupsOf("decisions")).includes("Product"));
    await vscode.commands.executeCommand("lockstep.decisions.filter", { states: ["awaiting-input"] });
    await waitFor("what waits for input", async () => {
      const rows = await rowsOf("decisions");
      return rows.length > 0 && rows.every(({ item }) => String(item.description).startsWith("waiting for input"));
    });
    await vscode.commands.executeCommand("lockstep.decisions.clearFilter");
    await vscode.commands.executeCommand("lockstep.decisions.group", "person");
    await waitFor("the people", async () => (await groupsOf("decisions")).includes("Devon Clarke"));
    await vscode.commands.executeCommand("lockstep.decisions.group", "age");
    await waitFor("the ages", async () => (await groupsOf("decisions")).includes("For more than a month"));
    await vscode.commands.executeCommand("lockstep.decisions.group", "document");
  });

  it("calls a record by its title, and counts in its badge what waits or is stalled", async () => {
    const record = await waitFor("the record", () => rowOf("decisions", "0001 Keep all bookings in one ledger"));
    assert.include(
      (record.item.tooltip as vscode.MarkdownString).value.replaceAll("&nbsp;", " "),
      "one ledger service",
    );
    const pressing = (await rowsOf("decisions")).filter(({ item }) =>
      /^(?:stalled|waiting for input)/.test(String(item.description)),
    );
    assert.isAbove(pressing.length, 0);
    assert.equal(beside("decisions").badge, pressing.length);
  });

  it("is sorted as a person likes it, and brought to the front", async () => {
    const own = "decisions/log-order.md";
    const decided = ["we paint the quay", "we buy a boat", "we ask the crews"].map(
      (text) => `Decision (Engineering): ${text}.`,
    );
    await writeFile(own, `# Decision log\n\n${decided.join("\n\n")}\n`);
    await vscode.commands.executeCommand("lockstep.showDecisions");
    const names = async () =>
      (await rowsOf("decisions")).flatMap(({ group, item }) => (group === own ? [String(item.label)] : []));
    await vscode.commands.executeCommand("lockstep.decisions.sort", "text");
    await waitFor("the order of the alphabet", async () => isInOrder(await names()));
    await vscode.commands.executeCommand("lockstep.decisions.sort", "age");
    await waitFor("the oldest first", async () => {
      const days = (await rowsOf("decisions"))
        .filter(({ group }) => group === "decisions/log.md")
        .map(({ item }) => Number(/(\d+) days/.exec(String(item.description))?.[1] ?? 0));
      return days.length > 1 && days.every((age, index) => index === 0 || (days[index - 1] ?? 0) >= age);
    });
    await vscode.commands.executeCommand("lockstep.decisions.sort", "place");
  });

  it("asks how to group where nobody says", async () => {
    await vscode.commands.executeCommand("lockstep.decisions.group", "domain");
    await waitFor("the documents, which come first", async () => {
      let done = false;
      const asked = Promise.resolve(vscode.commands.executeCommand("lockstep.decisions.group")).then(() => {
        done = true;
      });
      while (!done) {
        await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
        await Promise.race([asked, pause()]);
      }
      return (await groupsOf("decisions")).includes("decisions/log.md");
    });
  });

  it("opens a row to the side", async () => {
    const { node } = await waitFor("a row", () =>
      rowOf("decisions", "D-13 Move the console's charts to another library"),
    );
    await openDocument("product/roadmap.md");
    const columns = vscode.window.tabGroups.all.length;
    await vscode.commands.executeCommand("lockstep.openEntryToSide", node);
    await waitFor("the log beside it", () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith("decisions/log.md"),
    );
    assert.isAtLeast(vscode.window.tabGroups.all.length, columns);
    assert.notEqual(vscode.window.activeTextEditor?.viewColumn, vscode.ViewColumn.One);
    await vscode.commands.executeCommand("workbench.action.closeEditorsInGroup");
  });
});

function isInOrder(names: readonly string[]): boolean {
  return (
    names.length > 2 && names.every((name, index) => index === 0 || (names[index - 1] ?? "").localeCompare(name) <= 0)
  );
}

describe("The board One voice", () => {
  it("shows the plans beside each other, and leads to the places that it names, and nowhere else", async () => {
    await vscode.commands.executeCommand("lockstep.showBoard");
    await waitFor("the board", () => board().html.includes("product/roadmap.md"));
    const { html } = board();
    assert.match(html, /Content-Security-Policy[^>]*default-src &#39;none&#39;|default-src 'none'/);
    const range = { start: { line: 13, character: 2 }, end: { line: 13, character: 26 } };
    await board().receive({ type: "open", path: "product/roadmap.md", range });
    await waitFor("the roadmap", () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith("product/roadmap.md"),
    );
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 13);
    for (const path of ["../../etc/passwd", "__proto__", "README.md"]) {
      await board().receive({ type: "open", path, range });
    }
    await board().receive({ type: "open", path: 7 });
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? "", /product\/roadmap\.md$/);
  });

  it("comes back with the window: a panel that VS Code restores is drawn anew, and there is one board", async () => {
    const { ViewColumn } = vscode;
    const panel = vscode.window.createWebviewPanel("lockstep.board", "One voice", ViewColumn.Active);
    await board().deserializeWebviewPanel(panel);
    assert.include(panel.webview.html, "product/roadmap.md");
    await waitFor("one board", () => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      return (
        tabs.filter(({ input }) => input instanceof vscode.TabInputWebview && /lockstep\.board$/.test(input.viewType))
          .length === 1
      );
    });
  });

  it("mends what it shows, by the fix that was chosen", async () => {
    const button = /data-action="fix"[^>]*>/.exec(board().html)?.[0] ?? "";
    const value = (name: string) => decoded(new RegExp(`${name}="([^"]*)"`).exec(button)?.[1] ?? "");
    const [startLine, startCharacter, endLine, endCharacter] = value("data-range").split(/[:-]/).map(Number);
    const path = value("data-path");
    const before = await readFile(path);
    await board().receive({
      type: "fix",
      path,
      rule: value("data-rule"),
      title: value("data-title"),
      range: {
        start: { line: startLine, character: startCharacter },
        end: { line: endLine, character: endCharacter },
      },
    });
    await waitFor("a change somewhere", () => vscode.workspace.textDocuments.some(({ isDirty }) => isDirty));
    await vscode.workspace.saveAll();
    await writeFile(path, before);
  });
});

/** An attribute's value as it was before it was escaped. */
function decoded(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

describe("A person who begins", () => {
  it("a decision is given its number, its folder and a record to fill in", async () => {
    await vscode.commands.executeCommand("lockstep.newDecision", "Lamps on the pier");
    const editor = await waitFor("the record", () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith("decisions/0004-lamps-on-the-pier.md")
        ? vscode.window.activeTextEditor
        : undefined,
    );
    assert.match(editor.document.getText(), /^---\ntype: decision[\s\S]*# Lamps on the pier\n/);
  });

  it("a disagreement writes it where the others are", async () => {
    const uri = await writeFile("notes/pier-lamps.md", "# Lamps\n\nWe looked at three kinds of lamp.\n");
    await vscode.commands.executeCommand("lockstep.newDisagreement", "Colour of the lamps", uri.toString());
    const { item } = await waitFor("its row", () => rowOf("openDisagreements", "Colour of the lamps"));
    assert.match(String(item.description), /^open/);
  });

  it("a charter gets one with all agreements", async () => {
    await vscode.commands.executeCommand("lockstep.newCharter");
    const editor = await waitFor("the charter", () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith("/charter-2.md")
        ? vscode.window.activeTextEditor
        : undefined,
    );
    assert.include(editor.document.getText(), "## How we resolve disagreements");
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await vscode.workspace.fs.delete(editor.document.uri);
  });
});

describe("Fix All in Workspace", () => {
  const unused = "<!-- lockstep-disable-next-line decision-stalled -- settled -->";
  let document: vscode.TextDocument;

  before(async () => {
    await writeFile("notes/fix-all.md", `# Notes\n\n${unused}\n\nWe looked at the pier.\n`);
    ({ document } = await openDocument("notes/fix-all.md"));
    await findingOf("unused-suppression", document.uri);
  });

  /** Runs the command, does something once its preview is there, and applies what is ticked then. */
  async function fixAll(tick: () => Promise<void>): Promise<void> {
    let done = false;
    const fixing = Promise.resolve(vscode.commands.executeCommand("lockstep.fixWorkspace")).then(() => {
      done = true;
    });
    await pause();
    assert.isFalse(done, "nothing is applied before somebody says so");
    await tick();
    await waitFor("the end of the preview", async () => {
      await vscode.commands.executeCommand("refactorPreview.apply");
      await Promise.race([fixing, pause()]);
      return done;
    });
  }

  it("puts the safe fixes into the refactor preview, where nothing is ticked", async () => {
    await fixAll(() => Promise.resolve());
    assert.include(document.getText(), unused);
  });

  if (OWN_VSCODE) {
    it("applies what a person has ticked there, and nothing else", async () => {
      const before = await textsOfWorkspace();
      // On a busy machine the preview may not be there yet when the keys are pressed.
      const after = await waitFor("a change", async () => {
        await fixAll(() => press("Home", "Space"));
        const now = await textsOfWorkspace();
        return [...before].some(([path, text]) => now.get(path) !== text) && now;
      });
      const changed = [...before].filter(([path, text]) => after.get(path) !== text);
      assert.lengthOf(changed, 1);
      const [path = "", text = ""] = changed[0] ?? [];
      assert.match(path, /decisions\/data-export\.md$/);
      assert.equal(
        after.get(path),
        text.replace(/<!-- lockstep-disable-next-line decision-without-domain .*-->\n/, ""),
      );
    });
  }
});

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1000));
}

/** All Markdown documents of the workspace, saved or not, by path. */
async function textsOfWorkspace(): Promise<ReadonlyMap<string, string>> {
  const files = await vscode.workspace.findFiles("**/*.md");
  const documents = await Promise.all(files.map((uri) => vscode.workspace.openTextDocument(uri)));
  return new Map(documents.map((document) => [document.uri.path, document.getText()]));
}

describe("What holds for a file", () => {
  it("is shown with the source of each setting", async () => {
    await openDocument("decisions/log.md");
    await vscode.commands.executeCommand("lockstep.showEffectiveConfiguration");
    // Shown before, it may first be seen as it was then.
    await waitFor("the settings", () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.scheme === "lockstep" && /days: 21 +# .*\.lockstep\.yaml:\d+/.test(document.getText());
    });
  });

  it("comes with a page for each rule, from the extension itself", async () => {
    await vscode.commands.executeCommand("lockstep.openRulePage", "plan-conflict");
    const label = await waitFor("the page", () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find((tab) => tab.label.includes("plan-conflict")),
    );
    assert.instanceOf(label.input, vscode.TabInputWebview);
  });
});
