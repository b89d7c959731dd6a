import { assert } from "chai";
import * as vscode from "vscode";
import { waitFor } from "./support/wait.js";
import { findingOf, openDocument, writeFile } from "./support/workspace.js";

/** Set by client/test/bundle.mjs: the extension host that the tests are meant for. */
declare const EXTENSION_HOST: "node" | "web";

describe("Starting", () => {
  it("takes place in the extension host that is asked for", () => {
    assert.equal("WorkerGlobalScope" in globalThis ? "web" : "node", EXTENSION_HOST);
  });

  it("is Lockstep's own where there are planning documents", async () => {
    const extension = vscode.extensions.getExtension("lockstep.lockstep");
    assert.isDefined(extension);
    await waitFor("activation", () => extension?.isActive);
  });

  it("puts a squiggle under a decision that nobody owns", async () => {
    const uri = await writeFile("decisions/log-2031.md", "# Decision log\n\n**Decision:** we buy the queue service.\n");
    await openDocument("decisions/log-2031.md");
    const finding = await findingOf("decision-without-domain", uri);
    assert.equal(finding.range.start.line, 2);
  });

  it("reads a single file that lies in no folder of the workspace", async () => {
    const uri = await writeFile(
      "../single/decisions/log.md",
      "# Decision log\n\n**Decision:** we buy a second boat.\n",
    );
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await findingOf("decision-without-domain", uri);
  });
});
