import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { inLanguage, type Phrase } from "../../../server/src/engine/text/phrase.js";
import { type BoardMessage, type BoardUpdate, isBoardMessage } from "../../../server/src/pages/board-messages.js";
import { renderBoardBody, renderBoardPage } from "../../../server/src/pages/board-page.js";
import { type BoardResult, boardRequest } from "../../../server/src/protocol/messages.js";
import { Following } from "../following.js";
import { sendRequest } from "../messages.js";
import { fixEntry } from "../records/fixes.js";

const viewType = "lockstep.board";
const links = { kind: "message" } as const;
const say = (words: Phrase): string => inLanguage(words, vscode.l10n.bundle ?? {});

/** The board *One voice*: one panel, which follows what is written and comes back with the window. */
export class BoardPanel implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #registration = vscode.window.registerWebviewPanelSerializer(viewType, this);
  readonly #listener: vscode.Disposable;
  readonly #following = new Following(async () => {
    if (this.#panel?.visible) await this.#draw();
  });
  #panel: vscode.WebviewPanel | undefined;
  #result: BoardResult | undefined;
  #asked = 0;
  /** Whether the page is there and takes updates; before that it is written as a whole. */
  #drawn = false;

  constructor(private readonly client: BaseLanguageClient) {
    this.#listener = client.onDidChangeState(() => this.refresh());
  }

  /** What the page shows, as HTML; empty while there is none. For tests. */
  get html(): string {
    return this.#panel?.webview.html ?? "";
  }

  /** Opens the board, or brings it to the front. */
  async show(): Promise<void> {
    if (this.#panel) this.#panel.reveal();
    else {
      this.#adopt(
        vscode.window.createWebviewPanel(viewType, vscode.l10n.t("One voice"), vscode.ViewColumn.Active, {
          enableFindWidget: true,
        }),
      );
    }
    await this.#draw();
  }

  /** Takes back the panel of a window that was closed; the page remembers its filter itself. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    this.#adopt(panel);
    await this.#draw();
  }

  /** Draws the board anew where somebody sees it. */
  refresh(): void {
    this.#following.touch();
  }

  /** Does what the page asks for. Anything may come out of a webview: what is no message of the board is passed over. */
  async receive(message: unknown): Promise<void> {
    if (!isBoardMessage(message)) return;
    const uri = this.#addressOf(message);
    if (!uri) {
      void vscode.window.showWarningMessage(vscode.l10n.t("{0} is not in this workspace.", message.path));
    } else if (message.type === "fix") {
      await fixEntry(this.client, { uri: uri.toString(), text: message.rule, range: message.range }, message.title);
    } else {
      const { start, end } = message.range;
      const selection = new vscode.Range(start.line, start.character, end.line, end.character);
      await vscode.window.showTextDocument(uri, { selection });
    }
  }

  dispose(): void {
    vscode.Disposable.from(this.#registration, this.#listener, ...(this.#panel ? [this.#panel] : [])).dispose();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#drawn = false;
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    panel.onDidChangeViewState(() => {
      // A page that nobody sees is unloaded, and comes back as it was first written.
      if (!panel.visible) this.#drawn = false;
      else if (!this.#drawn) void this.#draw();
    });
    panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message));
  }

  async #draw(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    if (this.client.state !== State.Running) return;
    const result = await sendRequest(this.client, boardRequest, {}).catch(() => undefined);
    // A later question's answer is the fresher one.
    if (!result || asked !== this.#asked || !this.#panel) return;
    // A workspace that is read anew looks empty at first.
    if (result.indexing && this.#drawn && this.#result?.indexing === false) return;
    this.#result = result;
    const { board, indexing } = result;
    const { webview } = this.#panel;
    if (this.#drawn) {
      const update: BoardUpdate = { type: "board", html: renderBoardBody(board, { links, say, indexing }) };
      await webview.postMessage(update);
    } else {
      this.#drawn = this.#panel.visible;
      webview.html = renderBoardPage(board, {
        links,
        say,
        language: vscode.l10n.bundle ? vscode.env.language : "en",
        theme: "vscode",
        indexing,
      });
    }
  }

  /** Where a message leads: to documents that the board names and that belong to the workspace or are open in it, nowhere else. */
  #addressOf({ path }: BoardMessage): vscode.Uri | undefined {
    const known = this.#result?.uris ?? {};
    const text = Object.hasOwn(known, path) ? known[path] : undefined;
    if (text === undefined) return undefined;
    const uri = vscode.Uri.parse(text);
    const open = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    return open || vscode.workspace.getWorkspaceFolder(uri) ? uri : undefined;
  }
}
