import { assert } from "chai";
import * as vscode from "vscode";
import { groupsOf, onDidChangeRows, rowsOf } from "../suite/support/views.js";
import { waitFor } from "../suite/support/wait.js";
import { findingOf, findings, ruleOf } from "../suite/support/workspace.js";

/** Set by client/test/bundle.mjs. */
declare const OWN_VSCODE: boolean;

const log = "# Decision log\n\n**Decision:** we buy the queue service.\n";
const decision = "decision-without-domain";

function folder(index: number): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.[index];
  if (!found) throw new Error(`There is no folder ${index}`);
  return found.uri;
}

async function write(root: vscode.Uri, path: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(root, path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

describe("A workspace of two folders, which nobody has trusted", () => {
  it("is untrusted, and Lockstep is there all the same", async () => {
    assert.lengthOf(vscode.workspace.workspaceFolders ?? [], 2);
    if (OWN_VSCODE) assert.isFalse(vscode.workspace.isTrusted);
    await waitFor("activation", () => vscode.extensions.getExtension("lockstep.lockstep")?.isActive);
  });

  it("lists what both folders hold, each document by the name of its folder", async () => {
    await waitFor("both registers", async () => {
      const groups = await groupsOf("openDisagreements");
      return groups.includes("sample/leads/disagreements.md") && groups.includes("other/leads/disagreements.md");
    });
    const topics = (await rowsOf("openDisagreements")).map(({ item }) => item.label);
    assert.lengthOf(
      topics.filter((topic) => topic === "Price of a harbour display"),
      2,
    );
  });

  it("checks each folder by its own configuration", async () => {
    const [own, other] = [
      await write(folder(0), "decisions/log-both.md", log),
      await write(folder(1), "decisions/log-both.md", log),
    ];
    for (const uri of [own, other]) {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      await findingOf(decision, uri);
    }
    await write(folder(1), ".lockstep.yaml", `rules:\n  ${decision}: off\n`);
    await waitFor("no finding in the other", () => findings(other).every((one) => ruleOf(one) !== decision));
    assert.include(findings(own).map(ruleOf), decision);
  });

  it("asks in which folder a new decision goes", async () => {
    const asked = Promise.resolve(vscode.commands.executeCommand("lockstep.newDecision", "Lamps on the pier"));
    const done = await Promise.race([
      asked.then(() => true),
      new Promise<false>((then) => setTimeout(() => then(false), 1500)),
    ]);
    assert.isFalse(done, "nobody has been asked");
    const editor = await waitFor("the record", async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.includes("lamps-on-the-pier") ? active : undefined;
    });
    await asked;
    assert.equal(
      editor.document.uri.toString(),
      vscode.Uri.joinPath(folder(0), "decisions/0004-lamps-on-the-pier.md").toString(),
    );
  });

  it("follows folders that come and go, and shows what it knew until all is read anew", async () => {
    const third = vscode.Uri.joinPath(folder(0), "../third");
    // So many that their reading takes its time.
    for (let note = 0; note < 60; note += 1) await write(third, `notes/note-${note}.md`, `# Note ${note}\n`);
    const own = await write(folder(0), "notes/typing.md", "# Notes\n");
    await write(third, "notes/monday.md", "# Notes\n\nDisagreement: which pier to close first.\n");
    assert.isTrue(vscode.workspace.updateWorkspaceFolders(2, 0, { uri: third }));
    const there = async () => (await groupsOf("openDisagreements")).includes("third/notes/monday.md");
    const fewest = { rows: Number.POSITIVE_INFINITY };
    const counting = onDidChangeRows("openDisagreements", async () => {
      fewest.rows = Math.min(fewest.rows, (await rowsOf("openDisagreements")).length);
    });
    // Somebody types meanwhile, so that the view has reason to ask in the middle of it.
    const { document } = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(own));
    let isTyping = true;
    const typing = (async () => {
      while (isTyping) {
        const edit = new vscode.WorkspaceEdit();
        edit.insert(document.uri, new vscode.Position(0, 0), "\n");
        await vscode.workspace.applyEdit(edit);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    })();
    try {
      await waitFor("the third folder's document", there);
      assert.isTrue(vscode.workspace.updateWorkspaceFolders(2, 1));
      await waitFor("no document of it", async () => !(await there()));
    } finally {
      isTyping = false;
      await typing;
      counting?.dispose();
    }
    assert.isAbove(fewest.rows, 0, "rows at the worst moment");
  });
});
