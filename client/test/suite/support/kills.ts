import { assert } from "chai";
import * as vscode from "vscode";
import { replace } from "./edits.js";
import { killServer } from "./server-process.js";
import { waitFor } from "./wait.js";
import { findings, ruleOf } from "./workspace.js";

/** What a person sees of a document. */
function shown(uri: vscode.Uri): string {
  return JSON.stringify(findings(uri).map((one) => [ruleOf(one), one.range, one.message, one.severity]));
}

/**
 * Kills the server, types while it is away, takes that back, and waits until everything is as it was.
 *
 * @param documents open ones, whose findings must come back as they were
 * @returns milliseconds until they had
 */
export async function killAndWait(documents: readonly vscode.TextDocument[]): Promise<number> {
  const before = documents.map(({ uri }) => shown(uri));
  const [typedIn] = documents;
  if (!typedIn) throw new Error("No document is open");
  const text = typedIn.getText();
  const start = performance.now();
  await killServer();
  const edit = new vscode.WorkspaceEdit();
  edit.insert(typedIn.uri, new vscode.Position(0, 0), "<!-- typed meanwhile -->\n\nDecision: we sell the pier.\n\n");
  await vscode.workspace.applyEdit(edit);
  await waitFor("the finding of what was typed meanwhile", () =>
    findings(typedIn.uri).find((one) => ruleOf(one) === "decision-without-domain" && one.range.start.line === 2),
  );
  const back = performance.now() - start;
  assert.equal(
    typedIn.getText(),
    `<!-- typed meanwhile -->\n\nDecision: we sell the pier.\n\n${text}`,
    "no edit is lost",
  );
  await replace(typedIn, "<!-- typed meanwhile -->\n\nDecision: we sell the pier.\n\n", "");
  await waitFor("the findings as they were", () => documents.every(({ uri }, index) => shown(uri) === before[index]));
  return back;
}
