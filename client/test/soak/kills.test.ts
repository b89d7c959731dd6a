import { assert } from "chai";
import type * as vscode from "vscode";
import { killAndWait, settled } from "../suite/support/kills.js";
import { openDocument, writeFile } from "../suite/support/workspace.js";

/** Set by client/test/bundle.mjs: how many kills, and within how many milliseconds everything is back. */
declare const SOAK: { readonly kills: number; readonly back: number };

describe("A server that is killed again and again", function kills() {
  this.timeout(0);

  it("is back each time in time, with the same findings, and no edit lost", async () => {
    await writeFile("decisions/log-soak.md", "# Decision log\n\n**Decision:** we paint the pier blue.\n");
    const documents: vscode.TextDocument[] = [
      (await openDocument("decisions/log-soak.md")).document,
      (await openDocument("leads/disagreements.md")).document,
    ];
    const before = await settled(documents);
    const times: number[] = [];
    for (let kill = 0; kill < SOAK.kills; kill += 1) {
      times.push(await killAndWait(documents, before));
      // At any moment of its life: while it starts to read, or long after.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 1500));
    }
    assert.isAbove(times.length, 0);
    times.sort((a, b) => a - b);
    const at = (share: number): number => Math.round(times[Math.ceil(share * times.length) - 1] ?? 0);
    console.log(
      `kills: ${times.length}, back after ${at(0.5)} ms (median), ${at(0.95)} ms (95 %), ${at(1)} ms (longest)`,
    );
    assert.isAtMost(at(1), SOAK.back, "milliseconds until the server is back");
  });
});
