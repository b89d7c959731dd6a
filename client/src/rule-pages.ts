import * as vscode from "vscode";
import { ruleIdPattern, rulePagesPath } from "../../server/src/protocol/rule-pages.js";

/** Opens the bundled page of a rule when somebody follows the link of a diagnostic. */
export function openRulePages(extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.window.registerUriHandler({
    handleUri: async ({ path }) => {
      const rule = path.startsWith(rulePagesPath) ? path.slice(rulePagesPath.length) : "";
      // Anybody can make a link: it opens a rule's page or nothing.
      if (ruleIdPattern.test(rule)) await showRulePage(extensionUri, rule);
    },
  });
}

/** Shows a rule's page, rendered. */
export async function showRulePage(extensionUri: vscode.Uri, rule: string): Promise<void> {
  await vscode.commands.executeCommand(
    "markdown.showPreview",
    vscode.Uri.joinPath(rulePages(extensionUri), `${rule}.md`),
  );
}

/** Ids of the rules that have a page, sorted. */
export async function rulesWithPage(extensionUri: vscode.Uri): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(rulePages(extensionUri));
  return entries
    .map(([name]) => name.replace(/\.md$/, ""))
    .filter((name) => ruleIdPattern.test(name))
    .sort();
}

function rulePages(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, "docs", "rules");
}
