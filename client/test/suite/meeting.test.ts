import { assert } from "chai";
import * as vscode from "vscode";
import { waitFor } from "./support/wait.js";

describe("What leaders take into a meeting", () => {
  it("is an agenda beside the other notes of the two", async () => {
    await vscode.commands.executeCommand("lockstep.writeAgenda", ["Priya Nair", "Amelia Chen"]);
    const editor = await waitFor("the agenda", () =>
      vscode.window.activeTextEditor?.document.uri.path.includes("/one-on-ones/")
        ? vscode.window.activeTextEditor
        : undefined,
    );
    const text = editor.document.getText();
    assert.include(text, "2026-06-15");
    assert.include(text, "Who answers the phone on Sundays");
  });

  it("is a report over the workspace", async () => {
    await vscode.commands.executeCommand("lockstep.showReport");
    await waitFor("the report", () =>
      vscode.workspace.textDocuments.some(
        ({ uri, getText }) =>
          uri.scheme === "lockstep" && uri.path.endsWith("report.md") && getText().includes("disagreement-stalled"),
      ),
    );
  });
});
