import { assert } from "chai";
import * as vscode from "vscode";
import { waitFor } from "./support/wait.js";
import { openDocument, writeFile } from "./support/workspace.js";

const own =
  "# Engineering roadmap 2028\n\nDecision: the tablet ships with PIER-31.\n\n- Domain: Engineering\n- Owner: @devon\n\n| Item | Priority | Owner |\n| --- | --- | --- |\n| Pier kit (PIER-31) | P1 | @devon |\n";
const plan =
  "# Product roadmap 2028\n\n| Item | Priority |\n| --- | --- |\n| Pier kit (PIER-31) | P1 |\n| Sails | P2 |\n";

/** The place in a document where words begin, some characters on. */
function at(document: vscode.TextDocument, words: string, further = 1): vscode.Position {
  const index = document.getText().indexOf(words);
  assert.isAtLeast(index, 0, words);
  return document.positionAt(index + further);
}

describe("A person who reads and edits", () => {
  let document: vscode.TextDocument;
  let other: vscode.Uri;

  before(async () => {
    other = await writeFile("product/roadmap-2028.md", plan);
    await writeFile("engineering/roadmap-2028.md", own);
    ({ document } = await openDocument("engineering/roadmap-2028.md"));
  });

  it("is told about a person, and led from an item to the other plan that has it", async () => {
    const hover = await waitFor("a hover", async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        at(document, "@devon"),
      );
      const text = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === "string" ? one : one.value)));
      return text.find((one) => one.includes("Devon Clarke"));
    });
    assert.include(hover, "ngineering");
    // The other plan was written a moment ago; the server may hear of it after the question.
    await waitFor("a reference in the other plan", async () => {
      const references = await vscode.commands.executeCommand<vscode.Location[]>(
        "vscode.executeReferenceProvider",
        document.uri,
        at(document, "Pier kit"),
      );
      return references.some(({ uri }) => uri.path === other.path);
    });
    const definitions = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      at(document, "PIER-31.\n"),
    );
    assert.isNotEmpty(definitions, "the row that PIER-31 stands in");
  });

  it("is told beside the language whether the file is looked at, why, and what is found in it", async () => {
    const { status } = vscode.extensions.getExtension<{ status: { said: { text: string; detail: string } } }>(
      "lockstep.lockstep",
    )!.exports;
    await openDocument("leads/disagreements.md");
    await waitFor("its findings", () => /^Lockstep: on, \d+ findings$/.test(status.said.text));
    await openDocument("README.md");
    await waitFor("nothing of it", () => status.said.text === "Lockstep: off" && status.said.detail !== "");
    await openDocument("engineering/roadmap-2028.md");
    await waitFor("why", () => status.said.text === "Lockstep: on" && /roadmap/.test(status.said.detail));
  });

  it("sees above an item which other plans have it", async () => {
    const title = await waitFor("the lens", async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
        20,
      );
      return lenses.map(({ command }) => command?.title).find((one) => one?.includes("also in 1 plan"));
    });
    assert.include(title, "P1");
  });

  it("is offered the domains where one is wanted", async () => {
    await waitFor("the domains", async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        at(document, "Engineering\n- Owner", 0),
      );
      const labels = items.map(({ label }) => (typeof label === "string" ? label : label.label));
      return labels.includes("Product") && labels.includes("Design");
    });
  });

  it("renames an item in all documents", async () => {
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      at(document, "Pier kit"),
      "Pier set",
    );
    assert.sameMembers(
      edit.entries().map(([uri]) => uri.toString()),
      [document.uri.toString(), other.toString()],
    );
  });
});
