import * as vscode from "vscode";
import { domainTitle } from "../../../server/src/engine/text/words.js";
import type { Entry, Source } from "./entry.js";
import type { Age, Group, Heading, Leaf } from "./groups.js";

/** How a group looks. */
export function groupItem({ heading, id, leaves }: Group): vscode.TreeItem {
  const label = labelOf(heading);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.description = String(leaves.length);
  item.contextValue = heading.by === "document" ? "document" : "group";
  if (heading.by === "document") {
    item.resourceUri = vscode.Uri.parse(heading.uri);
    item.iconPath = vscode.ThemeIcon.File;
  }
  item.accessibilityInformation = { label: `${label}, ${leaves.length}` };
  return item;
}

/** How an entry looks: what it says, then its state, age and people; a click shows the passage. */
export function leafItem({ id, entry }: Leaf, { states }: Source): vscode.TreeItem {
  const state = states.get(entry.state);
  const item = new vscode.TreeItem(entry.text, vscode.TreeItemCollapsibleState.None);
  item.id = id;
  item.description = [state?.label, ageOf(entry.days), ...entry.details].filter((part) => part).join(" · ");
  item.tooltip = tooltipOf(entry, state?.label);
  if (state) item.iconPath = state.icon;
  item.contextValue = "entry";
  item.accessibilityInformation = { label: `${entry.text}, ${item.description}` };
  item.command = {
    title: vscode.l10n.t("Show"),
    command: "vscode.open",
    arguments: [vscode.Uri.parse(entry.uri), { selection: rangeOf(entry) } satisfies vscode.TextDocumentShowOptions],
  };
  return item;
}

export function rangeOf({ range: { start, end } }: Pick<Entry, "range">): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** What a group is called. */
export function labelOf(heading: Heading): string {
  switch (heading.by) {
    case "document":
      return heading.path;
    case "age":
      return ageLabel(heading.age);
    case "domain":
      return heading.name === undefined ? vscode.l10n.t("Without a domain") : domainTitle(heading.name);
    case "person":
      return heading.name ?? vscode.l10n.t("Nobody named");
  }
}

function ageLabel(age: Age | undefined): string {
  switch (age) {
    case "month":
      return vscode.l10n.t("For more than a month");
    case "week":
      return vscode.l10n.t("For more than a week");
    case "fresh":
      return vscode.l10n.t("This week");
    default:
      return vscode.l10n.t("Without a date");
  }
}

function ageOf(days: number | undefined): string {
  if (days === undefined) return "";
  return days === 1 ? vscode.l10n.t("1 day") : vscode.l10n.t("{0} days", days);
}

function tooltipOf({ text, facts, path }: Entry, state: string | undefined): vscode.MarkdownString {
  const rows = [[vscode.l10n.t("Status"), state], ...facts, [vscode.l10n.t("In"), path]] as const;
  // Words of documents are shown as text: whatever Markdown they hold stays Markdown.
  const tooltip = new vscode.MarkdownString().appendText(text);
  for (const [label, value] of rows) {
    if (value) tooltip.appendMarkdown(`\n\n**${label}:** `).appendText(value);
  }
  return tooltip;
}
