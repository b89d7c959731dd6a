import { assert } from "chai";
import * as vscode from "vscode";
import { beside, refresh, rowOf, rowsOf } from "./support/views.js";
import { waitFor } from "./support/wait.js";
import { findingOf, openDocument, writeFile } from "./support/workspace.js";

/** Set by client/test/bundle.mjs. */
declare const EXTENSION_HOST: "node" | "web";

/** More than the library's own handler puts up with. */
const kills = 5;

/** Milliseconds; longer than the client waits before any of its starts. */
const longestPause = 4000;

/** Milliseconds for which the client waits for a server that is not there. */
const patience = 3000;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Asks for the settings in force for the document in the editor; rejects where nobody answers. */
async function showSettings(): Promise<void> {
  await vscode.commands.executeCommand("lockstep.showEffectiveConfiguration");
  assert.equal(vscode.window.activeTextEditor?.document.uri.scheme, "lockstep");
}

/** What a language model is told when it asks for the decisions, also where that is an error. */
async function answerOfTool(): Promise<string> {
  try {
    const asked = { input: {}, toolInvocationToken: undefined };
    const { content } = await vscode.lm.invokeTool("lockstep_list_decisions", asked);
    return content.map((part) => (part as vscode.LanguageModelTextPart).value).join("");
  } catch (error) {
    return String(error);
  }
}

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

    it("is asked once more what it left unanswered", async () => {
      const { freezeServer, killServer, serverThatHasRead } = await import("./support/server-process.js");
      await openDocument("decisions/log.md");
      await serverThatHasRead();
      await freezeServer();
      const asked = showSettings();
      await pause(500);
      await killServer();
      await asked;
    });

    it("is given up after three that end before they answer, and comes back when somebody asks", async () => {
      const { killServer, serverProcess, serverThatHasRead } = await import("./support/server-process.js");
      await serverThatHasRead();
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
      await waitFor("the view to say so", () => /not running/.test(beside("openDisagreements").message));
      assert.isFalse(beside("openDisagreements").isReading, "no bar moves for ever");
      const asked = Date.now();
      assert.match(await answerOfTool(), /Restart Server/, "what is asked now hears how to go on");
      assert.isAtLeast(Date.now() - asked, patience, "after it was waited for");
      // What is asked while there is none waits for one that comes meanwhile.
      const waiting = showSettings();
      await pause(200);
      await vscode.commands.executeCommand("lockstep.restartServer");
      await waiting;
      await waitFor("the view to be itself again", () => beside("openDisagreements").message === "");
      const uri = await writeFile("decisions/log-crash-2.md", "# Decision log\n\n**Decision:** we paint it red.\n");
      await openDocument("decisions/log-crash-2.md");
      await findingOf("decision-without-domain", uri);
    });
  });
}

/** A disagreement that only a server which runs now can know of. */
async function seesWhatIsNew(topic: string): Promise<void> {
  await writeFile(`notes/${topic.replaceAll(" ", "-")}.md`, `# Notes\n\nDisagreement: ${topic}.\n`);
  await waitFor("a row of what was written after it", async () =>
    (await rowsOf("openDisagreements")).some(({ item }) => String(item.label).toLowerCase().includes(topic)),
  );
}

describe("Restart Server", () => {
  if (EXTENSION_HOST === "node") {
    it("ends a server that hangs, though it says no goodbye and leaves questions unanswered", async () => {
      const { freezeServer, isAlive, serverThatHasRead } = await import("./support/server-process.js");
      await serverThatHasRead();
      const frozen = await freezeServer();
      refresh("openDisagreements");
      await vscode.commands.executeCommand("lockstep.restartServer");
      await seesWhatIsNew("which pier to freeze");
      await waitFor("the end of it", () => !isAlive(frozen));
      const tools = await vscode.lm.invokeTool("lockstep_list_decisions", {
        input: {},
        toolInvocationToken: undefined,
      });
      assert.isNotEmpty(tools.content);
    });

    it("begins anew with a server that has hung since it was started", async () => {
      const { freezeServer, killServer, serverProcess, serverThatHasRead } = await import(
        "./support/server-process.js"
      );
      await vscode.commands.executeCommand("lockstep.restartServer");
      await serverThatHasRead();
      await waitFor("its rows", () => rowOf("openDisagreements", "Price of a harbour display"));
      const before = await serverProcess();
      await killServer();
      // Its successor is caught before it has said what it can do, where this machine is quick enough.
      await waitFor("its successor", async () => {
        const now = await serverProcess();
        return now !== undefined && now !== before;
      });
      await freezeServer();
      await waitFor("a bar that moves", () => beside("openDisagreements").isReading);
      assert.isNotEmpty(await rowsOf("openDisagreements"), "what it knew");
      await vscode.commands.executeCommand("lockstep.restartServer");
      await seesWhatIsNew("which pier to start with");
      await waitFor("a bar that is gone", () => !beside("openDisagreements").isReading);
    });
  }

  if (EXTENSION_HOST === "node") {
    it("keeps what V8 made of the server's code for its next start", async function keepsCode() {
      const { environmentOf, serverProcess } = await import("./support/server-process.js");
      const environment = await environmentOf(await waitFor("a server", serverProcess));
      // Other systems do not say what a process was started with.
      if (environment === undefined) return this.skip();
      const folder = environment.get("NODE_COMPILE_CACHE");
      assert.isString(folder);
      await vscode.commands.executeCommand("lockstep.restartServer");
      const kept = vscode.Uri.file(String(folder));
      await waitFor("kept code", async () => {
        const versions = await vscode.workspace.fs.readDirectory(kept).then(undefined, () => []);
        const files = versions.map(([version]) =>
          vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(kept, version)),
        );
        return (await Promise.all(files)).flat().length > 0;
      });
    });
  }

  it("is waited for by what is asked meanwhile", async () => {
    await openDocument("decisions/log.md");
    // The old server is gone as soon as it is asked to go.
    const restarting = vscode.commands.executeCommand("lockstep.restartServer");
    await showSettings();
    await restarting;
  });

  it("may be asked for again before it is done", async () => {
    await Promise.all([
      vscode.commands.executeCommand("lockstep.restartServer"),
      vscode.commands.executeCommand("lockstep.restartServer"),
    ]);
    await seesWhatIsNew("which pier to ask about twice");
  });
});
