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
    const other = (await openDocument("leads/disagreements.md")).document;
    // Opened last, so that it is the one that is seen: what is seen is asked for first.
    const seen = (await openDocument("decisions/log-soak.md")).document;
    const documents: vscode.TextDocument[] = [seen, other];
    const before = await settled(documents);
    const times: number[] = [];
    for (let kill = 0; kill < SOAK.kills; kill += 1) {
      times.push(
        await killAndWait(documents, before).catch((error: unknown) => {
          throw new Error(`Kill ${kill + 1}: ${String(error)}`);
        }),
      );
      // At any moment of its life: while it is at work for somebody, or long after.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 700));
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
