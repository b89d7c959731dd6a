import * as vscode from "vscode";

export type ViewName = "openDisagreements" | "decisions";

export interface Row {
  readonly group: string;
  readonly item: vscode.TreeItem;
  /** What the commands of the row's context menu are given. */
  readonly node: unknown;
}

interface Beside {
  readonly badge: number;
  readonly description: string;
  readonly message: string;
  readonly isReading: boolean;
}

interface View extends vscode.TreeDataProvider<unknown> {
  readonly beside: Beside;
  refresh(): void;
}

function viewOf(name: ViewName): View {
  const tree = vscode.extensions.getExtension<Record<ViewName, View>>("lockstep.lockstep")?.exports?.[name];
  if (!tree) throw new Error("Lockstep is not active");
  return tree;
}

/** What a view shows beside its rows. */
export function beside(view: ViewName): Beside {
  return viewOf(view).beside;
}

/** Lets a view ask the server again. */
export function refresh(view: ViewName): void {
  viewOf(view).refresh();
}

/** Calls `listener` whenever a view's rows have changed. */
export function onDidChangeRows(view: ViewName, listener: () => void): vscode.Disposable | undefined {
  return viewOf(view).onDidChangeTreeData?.(listener);
}

/** The headings of a view's groups. */
export async function groupItemsOf(view: ViewName): Promise<readonly vscode.TreeItem[]> {
  const tree = viewOf(view);
  return Promise.all(((await tree.getChildren()) ?? []).map((group) => tree.getTreeItem(group)));
}

/** A view's rows as a person reads them: each with the group that it stands below. */
export async function rowsOf(view: ViewName): Promise<readonly Row[]> {
  const tree = viewOf(view);
  const groups = (await tree.getChildren()) ?? [];
  const rows = groups.map(async (group): Promise<Row[]> => {
    const { label } = await tree.getTreeItem(group);
    const nodes = (await tree.getChildren(group)) ?? [];
    return Promise.all(nodes.map(async (node) => ({ group: String(label), item: await tree.getTreeItem(node), node })));
  });
  return (await Promise.all(rows)).flat();
}

/** The row that says so, where it is there. */
export async function rowOf(view: ViewName, label: string): Promise<Row | undefined> {
  return (await rowsOf(view)).find(({ item }) => item.label === label);
}

/** The groups of a view, from the top. */
export async function groupsOf(view: ViewName): Promise<readonly string[]> {
  return [...new Set((await rowsOf(view)).map(({ group }) => group))];
}
