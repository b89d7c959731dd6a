import * as vscode from "vscode";
import type { OpenDisagreement } from "../../../server/src/protocol/messages.js";
import { say } from "../say.js";
import type { Group, Leaf } from "./groups.js";

const icons: Readonly<Record<OpenDisagreement["state"], vscode.ThemeIcon>> = {
  stalled: new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground")),
  "without-next-step": new vscode.ThemeIcon("question"),
  unresolved: new vscode.ThemeIcon("comment-discussion"),
};

const states: Readonly<Record<OpenDisagreement["state"], string>> = {
  stalled: vscode.l10n.t("stalled"),
  "without-next-step": vscode.l10n.t("no next step"),
  unresolved: vscode.l10n.t("open"),
};

/** How a group looks. */
export function groupItem({ id, label: words, uri, leaves }: Group): vscode.TreeItem {
  const label = typeof words === "string" ? words : say(words);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.description = String(leaves.length);
  item.contextValue = "group";
  if (uri !== undefined) {
    item.resourceUri = vscode.Uri.parse(uri);
    item.iconPath = vscode.ThemeIcon.File;
  }
  item.accessibilityInformation = { label: vscode.l10n.t("{0}, {1} open", label, leaves.length) };
  return item;
}

/** How a disagreement looks: topic, age, parties and next step; a click shows the passage. */
export function leafItem({ id, disagreement }: Leaf): vscode.TreeItem {
  const { topic, state, uri, range } = disagreement;
  const item = new vscode.TreeItem(topic, vscode.TreeItemCollapsibleState.None);
  item.id = id;
  item.description = [states[state], ageOf(disagreement), disagreement.parties.join(", "), disagreement.nextStep]
    .filter((part) => part)
    .join(" · ");
  item.tooltip = tooltipOf(disagreement);
  item.iconPath = icons[state];
  item.contextValue = "disagreement";
  item.accessibilityInformation = { label: `${topic}, ${item.description}` };
  const { start, end } = range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  item.command = {
    title: vscode.l10n.t("Show"),
    command: "vscode.open",
    arguments: [vscode.Uri.parse(uri), { selection }],
  };
  return item;
}

function ageOf({ days }: OpenDisagreement): string {
  if (days === undefined) return "";
  return days === 1 ? vscode.l10n.t("1 day") : vscode.l10n.t("{0} days", days);
}

function tooltipOf(disagreement: OpenDisagreement): vscode.MarkdownString {
  const { topic, path, since, parties, nextStep, owner, due, state } = disagreement;
  const lines: [string, string | undefined][] = [
    [vscode.l10n.t("Status"), states[state]],
    [vscode.l10n.t("Parties"), parties.join(", ")],
    [vscode.l10n.t("Since"), since],
    [vscode.l10n.t("Next step"), nextStep ?? vscode.l10n.t("none")],
    [vscode.l10n.t("Owner"), owner],
    [vscode.l10n.t("Due"), due],
    [vscode.l10n.t("In"), path],
  ];
  // Words of documents are shown as text: whatever Markdown they hold stays Markdown.
  const tooltip = new vscode.MarkdownString();
  tooltip.appendText(topic);
  for (const [label, value] of lines) {
    if (value) tooltip.appendMarkdown(`\n\n**${label}:** `).appendText(value);
  }
  return tooltip;
}
