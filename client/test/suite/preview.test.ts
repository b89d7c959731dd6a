import { assert } from "chai";
import MarkdownIt from "markdown-it";
import * as vscode from "vscode";
import { waitFor } from "./support/wait.js";
import { findingOf, openDocument, writeFile } from "./support/workspace.js";

/** Set by client/test/bundle.mjs. */
declare const EXTENSION_HOST: "node" | "web";

const settings = () => vscode.workspace.getConfiguration("lockstep.preview");

async function drawn(document: vscode.TextDocument): Promise<string> {
  return vscode.commands.executeCommand<string>("markdown.api.render", document);
}

// The web suite runs beside an extension host in Node, which is where its preview is drawn: no extension of the other can reach it there. The same plugin in
// a markdown-it of the test shows in both what Lockstep adds to one.
describe("What a preview is given to draw with", () => {
  it("puts badges beside the passages of a document, once the server has said them", async () => {
    const api = vscode.extensions.getExtension<{ extendMarkdownIt(md: MarkdownIt): MarkdownIt }>(
      "lockstep.lockstep",
    )?.exports;
    assert.isDefined(api);
    const uri = await writeFile("decisions/log-plugin.md", "# Log\n\n**Decision:** we paint the quay.\n");
    const { document } = await openDocument("decisions/log-plugin.md");
    const md = api?.extendMarkdownIt(new MarkdownIt());
    const html = await waitFor("a badge", () => {
      const now = md?.render(document.getText(), { currentDocument: uri });
      return now?.includes("lockstep-badge") && now;
    });
    assert.match(html, /quay\. <span class="lockstep-badge lockstep-badge-missing">no owning domain<\/span>/);
    assert.notInclude(md?.render(document.getText(), {}), "lockstep-badge");
  });
});

if (EXTENSION_HOST === "node") {
  describe("The Markdown preview", () => {
    it("shows badges beside the passages of a planning document, and follows the edit", async () => {
      const text = "# Log\n\n**Decision:** we <b>paint</b> the pier.\n";
      const uri = await writeFile("decisions/log-preview.md", text);
      const { document } = await openDocument("decisions/log-preview.md");
      await findingOf("decision-without-domain", uri);
      const html = await waitFor("a badge", async () => {
        const now = await drawn(document);
        return now.includes("lockstep-badge-missing") && now;
      });
      assert.match(html, /pier\. <span class="lockstep-badge lockstep-badge-missing">no owning domain<\/span>/);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(uri, document.positionAt(text.indexOf(":**")), " (Engineering)");
      await vscode.workspace.applyEdit(edit);
      await waitFor("the owner", async () => (await drawn(document)).includes(">Engineering</span>"));
    });

    it("shows none when they are switched off, nor in documents that are no plans", async () => {
      const { document } = await openDocument("decisions/log-preview.md");
      await waitFor("badges", async () => (await drawn(document)).includes("lockstep-badge"));
      await settings().update("badges", false, vscode.ConfigurationTarget.Global);
      try {
        assert.notInclude(await drawn(document), "lockstep-badge");
      } finally {
        await settings().update("badges", undefined, vscode.ConfigurationTarget.Global);
      }
      await writeFile("src/notes-on-code.txt.md", "# Parser\n\nThe parser reads tokens.\n");
      const other = await openDocument("src/notes-on-code.txt.md");
      await drawn(other.document);
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.notInclude(await drawn(other.document), "lockstep-badge");
    });
  });
}
