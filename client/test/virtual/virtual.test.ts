import { assert } from "chai";
import * as vscode from "vscode";
import { applyQuickFix, replace } from "../suite/support/edits.js";
import { beside, groupsOf } from "../suite/support/views.js";
import { waitFor } from "../suite/support/wait.js";
import { findingOf, findings, openDocument, readFile, ruleOf, writeFile } from "../suite/support/workspace.js";
import { MemoryFiles } from "./memory-files.js";

interface Board {
  readonly html: string;
}

const plan = (domain: string, priority: string) =>
  `# ${domain} roadmap, Q3 2026\n\n| Item | Priority |\n| --- | --- |\n| Lighthouse feed (QS-901) | ${priority} |\n`;

const notes = "# Leads\n\n## Lanterns\n\nDisagreement: lanterns on the pier. Positions: Priya: yes. Amelia: no.\n";

const charter = [
  "# Leadership charter",
  "",
  "## Who answers for what",
  "",
  "| Domain | Lead |",
  "| --- | --- |",
  "| Product | Amelia Chen (@amelia) |",
  "| Engineering | Priya Nair (@priya) |",
  "",
].join("\n");

describe("A workspace that is on no disk", () => {
  let provider: vscode.Disposable;

  before(() => {
    const files = new MemoryFiles({
      "/plans/charter.md": charter,
      "/plans/product/roadmap.md": plan("Product", "P0"),
      "/plans/engineering/roadmap.md": plan("Engineering", "P2"),
      "/plans/leads/notes.md": notes,
    });
    provider = vscode.workspace.registerFileSystemProvider("memfs", files);
  });

  after(() => provider.dispose());

  it("is all that is open, and Lockstep is on in it", async () => {
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map(({ uri }) => uri.toString()),
      ["memfs:/plans"],
    );
    await openDocument("charter.md");
    await waitFor("activation", () => vscode.extensions.getExtension("lockstep.lockstep")?.isActive);
  });

  it("is read as a whole: what nobody opened is listed", async () => {
    await waitFor("the notes", async () => (await groupsOf("openDisagreements")).includes("leads/notes.md"));
  });

  it("has findings across documents, which follow the edit", async () => {
    const { document } = await openDocument("product/roadmap.md");
    const finding = await findingOf("priority-mismatch", document.uri);
    const related = (finding.relatedInformation ?? []).map(({ location }) => location.uri.toString());
    assert.include(related, "memfs:/plans/engineering/roadmap.md");
    await replace(document, "P0", "P2");
    await waitFor("agreement", () => findings(document.uri).every((one) => ruleOf(one) !== "priority-mismatch"));
    await replace(document, "P2", "P0");
    await findingOf("priority-mismatch", document.uri);
  });

  it("is mended by a quick fix", async () => {
    const uri = await writeFile("decisions/log.md", "# Decision log\n\n**Decision:** we buy the queue service.\n");
    const { document } = await openDocument("decisions/log.md");
    const finding = await findingOf("decision-without-domain", uri);
    await applyQuickFix(uri, finding.range, "Assign to Engineering");
    await waitFor("no finding", () => findings(uri).every((one) => ruleOf(one) !== "decision-without-domain"));
    await document.save();
    assert.include(await readFile("decisions/log.md"), "Engineering");
  });

  it("is followed where files change that nobody has open", async () => {
    await writeFile("notes/monday.md", "# Notes\n\nDisagreement: which pier to close first.\n");
    await waitFor("the new document", async () => (await groupsOf("openDisagreements")).includes("notes/monday.md"));
    await vscode.workspace.fs.delete(vscode.Uri.parse("memfs:/plans/notes"), { recursive: true });
    await waitFor("no document", async () => !(await groupsOf("openDisagreements")).includes("notes/monday.md"));
  });

  it("has its decisions in their view, its plans on the board, and its report", async () => {
    await waitFor("the decision", async () => (await groupsOf("decisions")).includes("decisions/log.md"));
    await vscode.commands.executeCommand("lockstep.showBoard");
    const board = vscode.extensions.getExtension<{ board: Board }>("lockstep.lockstep")?.exports.board;
    await waitFor("the board", () => /product\/roadmap\.md[\s\S]*Lighthouse feed/.test(board?.html ?? ""));
    await vscode.commands.executeCommand("lockstep.showReport");
    await waitFor("the report", () =>
      vscode.workspace.textDocuments.some(
        ({ uri, getText }) => uri.scheme === "lockstep" && getText().includes("memfs:/plans/leads/notes.md"),
      ),
    );
  });

  it("takes the documents that Lockstep writes", async () => {
    await vscode.commands.executeCommand("lockstep.newDecision", "Lamps on the pier");
    await waitFor("the record", () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      return uri?.scheme === "memfs" && uri.path.endsWith("lamps-on-the-pier.md");
    });
    await vscode.commands.executeCommand("lockstep.writeAgenda", ["Priya Nair", "Amelia Chen"]);
    const { document } = await waitFor("the agenda", () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.uri.scheme === "memfs" && editor.document.getText().includes("anterns on the pier")
        ? editor
        : undefined;
    });
    assert.isFalse(document.isDirty, "it is saved where it belongs");
  });

  it("says of how many documents none is a planning document, where that is so", async () => {
    await waitFor("what was read", () => / in \d+ planning documents$/.test(beside("decisions").description));
    await vscode.workspace.saveAll();
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    const all = await vscode.workspace.fs.readDirectory(vscode.Uri.parse("memfs:/plans"));
    const away = new vscode.WorkspaceEdit();
    for (const [name] of all) away.deleteFile(vscode.Uri.parse(`memfs:/plans/${name}`), { recursive: true });
    await vscode.workspace.applyEdit(away);
    await writeFile("hello.md", "# Hello\n");
    for (const view of ["decisions", "openDisagreements"] as const) {
      await waitFor("what was read", () => beside(view).description === "planning documents: 0 of 1");
      assert.deepEqual(
        { ...beside(view), description: "" },
        { badge: 0, description: "", message: "", isReading: false },
      );
    }
  });

  it("is joined by a folder from yet another file system", async () => {
    const uri = vscode.Uri.parse("memfs2:/more/decisions/log.md");
    const files = new MemoryFiles({ [uri.path]: "# Decision log\n\n**Decision:** we buy a boat.\n" });
    const other = vscode.workspace.registerFileSystemProvider("memfs2", files);
    try {
      vscode.workspace.updateWorkspaceFolders(1, 0, { uri: vscode.Uri.parse("memfs2:/more") });
      await waitFor("its document", async () => (await groupsOf("decisions")).includes("more/decisions/log.md"));
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      const finding = await findingOf("decision-without-domain", uri);
      await applyQuickFix(uri, finding.range, "Mark as joint decision");
      await waitFor("no finding", () => findings(uri).every((one) => ruleOf(one) !== "decision-without-domain"));
    } finally {
      other.dispose();
    }
  });
});
