import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { type OpenDisagreementsResult, openDisagreementsRequest } from "../../../server/src/protocol/messages.js";
import { sendRequest } from "../messages.js";
import { type Group, type Grouping, groupsOf, type Leaf } from "./groups.js";
import { groupItem, leafItem } from "./items.js";

type Node = Group | Leaf;

const viewId = "lockstep.openDisagreements";
const groupingKey = "openDisagreements.grouping";

const nothing: OpenDisagreementsResult = { disagreements: [], planningDocuments: 0, indexing: true };

/** The view *Open Disagreements*: what the server last said, grouped as the person likes it. */
export class DisagreementsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;
  readonly #listener: vscode.Disposable;
  #result = nothing;
  #groups: readonly Group[] = [];
  #asked = 0;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly memory: vscode.Memento,
  ) {
    this.#view = vscode.window.createTreeView<Node>(viewId, { treeDataProvider: this, showCollapseAll: true });
    this.#listener = client.onDidChangeState(() => this.refresh());
    this.#tell();
  }

  /** Asks the server again. */
  refresh(): void {
    void this.#update();
  }

  groupBy(grouping: Grouping): void {
    void this.memory.update(groupingKey, grouping);
    this.#show(grouping);
  }

  getChildren(node?: Node): Node[] {
    if (!node) return [...this.#groups];
    return node.kind === "group" ? [...node.leaves] : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return node.kind === "group" ? groupItem(node) : leafItem(node);
  }

  getParent(node: Node): Node | undefined {
    return node.kind === "leaf" ? this.#groups.find(({ id }) => id === node.group) : undefined;
  }

  dispose(): void {
    vscode.Disposable.from(this.#view, this.#changed, this.#listener).dispose();
  }

  async #update(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const running = this.client.state === State.Running;
    const result = running
      ? await sendRequest(this.client, openDisagreementsRequest, {}).catch(() => undefined)
      : undefined;
    // A later question's answer is the fresher one.
    if (asked !== this.#asked || (running && !result)) return;
    this.#result = result ?? nothing;
    this.#show(this.#grouping);
  }

  get #grouping(): Grouping {
    return this.memory.get<Grouping>(groupingKey, "document");
  }

  #show(grouping: Grouping): void {
    this.#groups = groupsOf(this.#result.disagreements, grouping);
    this.#changed.fire(undefined);
    void vscode.commands.executeCommand("setContext", "lockstep.grouping", grouping);
    this.#tell();
  }

  /** Says beside the tree how much was read, and what an empty one means. */
  #tell(): void {
    const { disagreements, planningDocuments, indexing } = this.#result;
    const count = disagreements.length;
    this.#view.badge =
      count > 0
        ? {
            value: count,
            tooltip:
              count === 1 ? vscode.l10n.t("1 open disagreement") : vscode.l10n.t("{0} open disagreements", count),
          }
        : undefined;
    this.#view.description = planningDocuments > 0 ? vscode.l10n.t("in {0} planning documents", planningDocuments) : "";
    const state = indexing ? "reading" : planningDocuments === 0 ? "none" : "read";
    void vscode.commands.executeCommand("setContext", "lockstep.workspace", state);
  }
}
