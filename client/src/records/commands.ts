import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { domainTitle } from "../../../server/src/engine/text/words.js";
import type { Entry } from "./entry.js";
import { fixEntry } from "./fixes.js";
import { type Filter, type Grouping, groupings, noFilter, type Order, orders } from "./groups.js";
import { rangeOf } from "./items.js";
import type { RecordsView } from "./view.js";

/** Commands by name. */
export type Commands = Readonly<Record<string, (...args: never[]) => unknown>>;

/**
 * What can be done with the views and their rows. Each command takes what it would ask for as an argument, for key bindings; those of rows take the row, or
 * the name of the view whose selection is meant.
 */
export function recordCommands(views: readonly RecordsView[], client: BaseLanguageClient): Commands {
  const entryOf = (of: unknown): Entry | undefined => {
    const node = typeof of === "string" ? views.find(({ source }) => source.name === of)?.selection : of;
    return isLeaf(node) ? node.entry : undefined;
  };
  const withEntry =
    (act: (entry: Entry, argument?: string) => unknown) =>
    (of: unknown, argument?: unknown): unknown => {
      const entry = entryOf(of);
      return entry && act(entry, typeof argument === "string" ? argument : undefined);
    };
  return {
    ...Object.assign({}, ...views.map(viewCommands)),
    "lockstep.fixEntry": withEntry((entry, title) => fixEntry(client, entry, title)),
    "lockstep.openEntryToSide": withEntry((entry) =>
      vscode.window.showTextDocument(vscode.Uri.parse(entry.uri), {
        selection: rangeOf(entry),
        viewColumn: vscode.ViewColumn.Beside,
      }),
    ),
    "lockstep.copyEntryLink": withEntry((entry) => vscode.env.clipboard.writeText(linkTo(entry))),
  };
}

function viewCommands(view: RecordsView): Commands {
  return {
    [`${view.id}.group`]: async (grouping?: Grouping) => {
      const chosen = grouping ?? (await pick(groupingLabels(), view.liking.grouping, vscode.l10n.t("Group by")));
      if (chosen && groupings.includes(chosen)) view.like({ grouping: chosen });
    },
    [`${view.id}.sort`]: async (order?: Order) => {
      const chosen = order ?? (await pick(orderLabels(), view.liking.order, vscode.l10n.t("Sort by")));
      if (chosen && orders.includes(chosen)) view.like({ order: chosen });
    },
    [`${view.id}.filter`]: async (filter?: Partial<Filter>) => {
      const chosen = filter ? { ...noFilter, ...filter } : await pickFilter(view);
      if (chosen) view.like({ filter: chosen });
    },
    [`${view.id}.clearFilter`]: () => view.like({ filter: noFilter }),
  };
}

/** A link to a row's passage, for other documents of the workspace. */
function linkTo({ text, path, range }: Entry): string {
  const label = text.replace(/[\\[\]]/g, "\\$&").replace(/\s+/g, " ");
  return `[${label}](${encodeURI(path).replace(/[()#?]/g, encodeURIComponent)}#L${range.start.line + 1})`;
}

function isLeaf(node: unknown): node is { readonly entry: Entry } {
  return typeof node === "object" && node !== null && "entry" in node;
}

function groupingLabels(): readonly (readonly [Grouping, string])[] {
  return [
    ["document", vscode.l10n.t("Document")],
    ["domain", vscode.l10n.t("Domain")],
    ["age", vscode.l10n.t("Age")],
    ["person", vscode.l10n.t("Person")],
  ];
}

function orderLabels(): readonly (readonly [Order, string])[] {
  return [
    ["place", vscode.l10n.t("Place in the document")],
    ["age", vscode.l10n.t("Age, the oldest first")],
    ["text", vscode.l10n.t("Name")],
  ];
}

async function pick<Choice extends string>(
  labels: readonly (readonly [Choice, string])[],
  current: Choice,
  title: string,
): Promise<Choice | undefined> {
  const items = labels.map(([choice, label]) => ({
    label,
    choice,
    iconPath: new vscode.ThemeIcon(choice === current ? "check" : "blank"),
  }));
  return (await vscode.window.showQuickPick(items, { title }))?.choice;
}

interface FilterItem extends vscode.QuickPickItem {
  readonly part?: keyof Filter;
  readonly value?: string;
}

/** Asks for states, domains and people among those that there are; nothing chosen means everything. */
async function pickFilter(view: RecordsView): Promise<Filter | undefined> {
  const { entries } = view.entries;
  const { filter } = view.liking;
  const part = (name: keyof Filter, title: string, values: readonly (readonly [value: string, label: string])[]) => {
    const heading: FilterItem = { label: title, kind: vscode.QuickPickItemKind.Separator };
    const items = values.map(
      ([value, label]): FilterItem => ({ label, part: name, value, picked: filter[name].includes(value) }),
    );
    return items.length > 0 ? [heading, ...items] : [];
  };
  const named = (values: readonly string[], label = (value: string) => value) =>
    [...new Set(values)].sort((a, b) => a.localeCompare(b)).map((value) => [value, label(value)] as const);
  const chosen = await vscode.window.showQuickPick(
    [
      ...part(
        "states",
        vscode.l10n.t("Status"),
        [...view.source.states].map(([id, { label }]) => [id, label] as const),
      ),
      ...part(
        "domains",
        vscode.l10n.t("Domain"),
        named(
          entries.flatMap(({ domains }) => domains),
          domainTitle,
        ),
      ),
      ...part("people", vscode.l10n.t("Person"), named(entries.flatMap(({ people }) => people))),
    ],
    { title: vscode.l10n.t("Show only"), canPickMany: true },
  );
  if (!chosen) return undefined;
  const valuesOf = (name: keyof Filter): string[] =>
    chosen.flatMap((item) => (item.part === name && item.value !== undefined ? [item.value] : []));
  return { states: valuesOf("states"), domains: valuesOf("domains"), people: valuesOf("people") };
}
