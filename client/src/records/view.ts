import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { isGone } from "../client-state.js";
import { Following } from "../following.js";
import type { Entries, Source } from "./entry.js";
import {
  type Filter,
  filtered,
  type Group,
  type Grouping,
  groupsOf,
  isFilter,
  type Leaf,
  noFilter,
  type Order,
} from "./groups.js";
import { groupItem, leafItem } from "./items.js";

export type Node = Group | Leaf;

/** How a person likes a view, remembered for each workspace. */
interface Liking {
  readonly grouping: Grouping;
  readonly order: Order;
  readonly filter: Filter;
}

/** What a view shows beside its rows. */
export interface Beside {
  readonly badge: number;
  readonly description: string;
  readonly message: string;
  readonly isReading: boolean;
}

const usual: Liking = { grouping: "document", order: "place", filter: noFilter };
const nothing: Entries = { entries: [], documents: 0, planningDocuments: 0, indexing: true };

/** A view that lists what documents record: what the server last said, filtered, grouped and sorted as the person likes it. */
export class RecordsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;
  readonly #listeners: vscode.Disposable;
  readonly #following = new Following(() => this.#update());
  #entries = nothing;
  /** Whether the server has once said everything; later ones come all at once. */
  #isComplete = false;
  #groups: readonly Group[] = [];
  #indexed: (() => void) | undefined;

  constructor(
    readonly source: Source,
    private readonly client: BaseLanguageClient,
    private readonly memory: vscode.Memento,
  ) {
    this.#view = vscode.window.createTreeView<Node>(this.id, { treeDataProvider: this, showCollapseAll: true });
    this.#listeners = client.onDidChangeState(() => this.refresh());
    this.#tell(0);
  }

  get id(): string {
    return `lockstep.${this.source.name}`;
  }

  get liking(): Liking {
    return { ...usual, ...this.memory.get<Partial<Liking>>(this.id) };
  }

  /** Everything that the server said, whether or not the filter lets it through. */
  get entries(): Entries {
    return this.#entries;
  }

  /** The row that is selected. */
  get selection(): Node | undefined {
    return this.#view.selection[0];
  }

  /** Shows entries in another way, and remembers it. */
  like(changed: Partial<Liking>): void {
    void this.memory.update(this.id, { ...this.liking, ...changed });
    this.#show();
  }

  /** What stands beside the rows: badge, description, message, and whether a bar moves. For tests. */
  get beside(): Beside {
    const { badge, description = "", message = "" } = this.#view;
    return { badge: badge?.value ?? 0, description, message, isReading: this.#indexed !== undefined };
  }

  /** Asks the server again. */
  refresh(): void {
    this.#following.touch();
  }

  getChildren(node?: Node): Node[] {
    if (!node) return [...this.#groups];
    return node.kind === "group" ? [...node.leaves] : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return node.kind === "group" ? groupItem(node) : leafItem(node, this.source);
  }

  getParent(node: Node): Node | undefined {
    return node.kind === "leaf" ? this.#groups.find(({ id }) => id === node.group) : undefined;
  }

  dispose(): void {
    this.#indexed?.();
    vscode.Disposable.from(this.#view, this.#changed, this.#listeners).dispose();
  }

  async #update(): Promise<void> {
    const answer = this.client.state === State.Running ? await this.source.ask(this.client) : nothing;
    // Of a workspace that is read anew, by another server or with other folders, nothing is known at first. What was known stays until then.
    this.#entries = answer.indexing && this.#isComplete ? { ...this.#entries, indexing: true } : answer;
    if (!answer.indexing) this.#isComplete = true;
    this.#show();
  }

  #show(): void {
    const { grouping, order, filter } = this.liking;
    const shown = filtered(this.#entries.entries, filter);
    this.#groups = groupsOf(shown, grouping, order);
    this.#changed.fire(undefined);
    this.#tell(shown.length);
  }

  /** Says beside the tree how much was read and is shown, and what an empty one means. */
  #tell(shown: number): void {
    const { entries, documents, planningDocuments, indexing } = this.#entries;
    const isFiltered = isFilter(this.liking.filter);
    const pressing = entries.filter(({ state }) => this.source.pressing.has(state)).length;
    this.#view.badge = pressing > 0 ? { value: pressing, tooltip: this.source.badge(pressing) } : undefined;
    this.#view.description =
      planningDocuments === 0
        ? documents === 0
          ? ""
          : vscode.l10n.t("planning documents: 0 of {0}", documents)
        : isFiltered
          ? vscode.l10n.t("{0} of {1}, in {2} planning documents", shown, entries.length, planningDocuments)
          : vscode.l10n.t("{0} in {1} planning documents", entries.length, planningDocuments);
    const gone = isGone(this.client);
    this.#view.message = gone
      ? entries.length > 0
        ? vscode.l10n.t("Lockstep’s server is not running: this is what it said last.")
        : vscode.l10n.t("Lockstep’s server is not running. The command “Restart Server” starts it again.")
      : isFiltered && shown === 0 && entries.length > 0
        ? vscode.l10n.t("The filter lets nothing through.")
        : "";
    this.#showIndexing(indexing && !gone);
    const state = indexing ? "reading" : planningDocuments === 0 ? "none" : "read";
    void vscode.commands.executeCommand("setContext", "lockstep.workspace", state);
    void vscode.commands.executeCommand("setContext", `${this.id}.filtered`, isFiltered);
  }

  /** A bar moves below the view's title for as long as documents are being read. */
  #showIndexing(indexing: boolean): void {
    if (!indexing) {
      this.#indexed?.();
      this.#indexed = undefined;
    } else if (!this.#indexed) {
      const done = new Promise<void>((resolve) => {
        this.#indexed = resolve;
      });
      void vscode.window.withProgress({ location: { viewId: this.id } }, () => done);
    }
  }
}
