import { assert } from "chai";
import type * as vscode from "vscode";
import { findingOf, openDocument, writeFile } from "./support/workspace.js";

/** Set by client/test/bundle.mjs. */
declare const EXTENSION_HOST: "node" | "web";

/** More than the library's own handler puts up with. */
const kills = 5;

/** Milliseconds; longer than the client waits before any of its starts. */
const longestPause = 4000;

// In the web the server is a worker, which nobody kills.
if (EXTENSION_HOST === "node") {
  describe("A server that is killed", function killed() {
    this.timeout(180_000);

    it("is back each time, with the same findings, and no edit lost", async () => {
      const { killAndWait, settled } = await import("./support/kills.js");
      await writeFile("decisions/log-crash.md", "# Decision log\n\n**Decision:** we paint the pier blue.\n");
      const other = (await openDocument("leads/disagreements.md")).document;
      // Opened last, so that it is the one that is seen: what is seen is asked for first.
      const seen = (await openDocument("decisions/log-crash.md")).document;
      const documents: vscode.TextDocument[] = [seen, other];
      const before = await settled(documents);
      for (let kill = 0; kill < kills; kill += 1) await killAndWait(documents, before);
    });

    it("is given up after three that end before they answer, and comes back when somebody asks", async () => {
      const { killServer, serverProcess } = await import("./support/server-process.js");
      // The first has answered; the ones after it have not, where this machine is quick enough.
      let killed = 0;
      for (let since = Date.now(); Date.now() - since < longestPause; ) {
        if ((await serverProcess()) === undefined) continue;
        assert.isBelow(killed, 20, "it is started again and again");
        await killServer();
        killed += 1;
        since = Date.now();
      }
      assert.isAtLeast(killed, 3);
      const { commands } = await import("vscode");
      await commands.executeCommand("lockstep.restartServer");
      const uri = await writeFile("decisions/log-crash-2.md", "# Decision log\n\n**Decision:** we paint it red.\n");
      await openDocument("decisions/log-crash-2.md");
      await findingOf("decision-without-domain", uri);
    });
  });
}
