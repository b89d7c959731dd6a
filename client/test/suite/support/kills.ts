import { assert } from "chai";
import * as vscode from "vscode";
import { replace } from "./edits.js";
import { killServer, serverThatHasRead } from "./server-process.js";
import { waitFor } from "./wait.js";
import { findings, ruleOf } from "./workspace.js";

/** What a person sees of each document. */
function shownIn(documents: readonly vscode.TextDocument[]): string {
  return JSON.stringify(
    documents.map(({ uri }) => findings(uri).map((one) => [ruleOf(one), one.range, one.message, one.severity])),
  );
}

const calm = 1500;

/** What is typed while the server is away, and the line of its finding: one on which there is no other, before or after. */
const typed = "<!-- typed meanwhile -->\n\n\n\n\n\n\nDecision: we sell the pier.\n\n";
const typedLine = 7;

/** What a person sees of each document, once nothing changes in it any more: the workspace is read by then. */
export async function settled(documents: readonly vscode.TextDocument[]): Promise<string> {
  await waitFor("findings", () => documents.every(({ uri }) => findings(uri).length > 0));
  let shown = "";
  let since = Date.now();
  return waitFor("findings that stay", () => {
    const now = shownIn(documents);
    if (now !== shown) since = Date.now();
    shown = now;
    return Date.now() - since > calm && shown;
  });
}

/**
 * Kills the server, types while it is away, takes that back, and waits until everything is as it was. A server that is not known to
 * have read the workspace is let do so first: three in a row that end before that are given up.
 *
 * @param documents open ones, of which the first is the one that is seen and typed in
 * @param before what `settled` said of them, which must come back
 * @returns milliseconds until they had
 */
export async function killAndWait(documents: readonly vscode.TextDocument[], before: string): Promise<number> {
  const [typedIn] = documents;
  if (!typedIn) throw new Error("No document is open");
  const text = typedIn.getText();
  await serverThatHasRead();
  const start = performance.now();
  await killServer();
  const edit = new vscode.WorkspaceEdit();
  edit.insert(typedIn.uri, new vscode.Position(0, 0), typed);
  await vscode.workspace.applyEdit(edit);
  await waitFor("the finding of what was typed meanwhile", () =>
    findings(typedIn.uri).find(
      (one) => ruleOf(one) === "decision-without-domain" && one.range.start.line === typedLine,
    ),
  );
  const back = performance.now() - start;
  assert.equal(typedIn.getText(), `${typed}${text}`, "no edit is lost");
  await replace(typedIn, typed, "");
  await waitFor("the findings as they were", () => shownIn(documents) === before).catch(() =>
    assert.equal(shownIn(documents), before, "the findings as they were"),
  );
  assert.equal(typedIn.getText(), text, "what was taken back is gone");
  return back;
}
