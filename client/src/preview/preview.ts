import type MarkdownIt from "markdown-it/lib/index.mjs";
import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { type Badge, badgesRequest } from "../../../server/src/protocol/messages.js";
import { sendRequest } from "../messages.js";
import { addBadges } from "./plugin.js";

const setting = "preview.badges";

/** More documents than anybody previews at a time. */
const mostDocuments = 50;

const none: readonly Badge[] = [];

/**
 * The badges of the Markdown preview. A preview is drawn at once, the server answers a little later: what it said last is shown, and drawn
 * again when it says something else.
 */
export class Preview implements vscode.Disposable {
  readonly #known = new Map<string, readonly Badge[]>();

  readonly #listener: vscode.Disposable;

  constructor(private readonly client: BaseLanguageClient) {
    this.#listener = vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`lockstep.${setting}`)) void draw();
    });
  }

  dispose(): void {
    this.#listener.dispose();
  }

  /** What VS Code's preview calls with the markdown-it that it draws with. */
  extendMarkdownIt(md: MarkdownIt): MarkdownIt {
    return addBadges(md, (environment) => this.#badgesFor(environment));
  }

  /** Asks again for every document that has been previewed. */
  refresh(): void {
    for (const uri of this.#known.keys()) void this.#ask(uri);
  }

  #badgesFor(environment: unknown): readonly Badge[] {
    const document = (environment as { currentDocument?: unknown } | undefined)?.currentDocument;
    if (!(document instanceof vscode.Uri) || !isOn()) return none;
    const uri = this.client.code2ProtocolConverter.asUri(document);
    const known = this.#known.get(uri);
    if (known) return known;
    const [oldest] = this.#known.size >= mostDocuments ? this.#known.keys() : [];
    if (oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(uri, none);
    void this.#ask(uri);
    return none;
  }

  async #ask(uri: string): Promise<void> {
    if (this.client.state !== State.Running || !isOn()) return;
    const badges = await sendRequest(this.client, badgesRequest, { uri }).catch(() => undefined);
    if (!badges || JSON.stringify(badges) === JSON.stringify(this.#known.get(uri))) return;
    this.#known.set(uri, badges);
    await draw();
  }
}

/** Draws all previews anew. */
async function draw(): Promise<void> {
  await vscode.commands.executeCommand("markdown.preview.refresh");
}

function isOn(): boolean {
  return vscode.workspace.getConfiguration("lockstep").get(setting, true);
}
