import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { type DocumentStatus, documentStatusRequest } from "../../server/src/protocol/messages.js";
import { sendRequest } from "./messages.js";

/** Says in the status bar's language menu whether Lockstep is on for the file in the editor, and why. */
export class StatusItem implements vscode.Disposable {
  readonly #item: vscode.LanguageStatusItem;
  readonly #listeners: vscode.Disposable[];

  constructor(private readonly client: BaseLanguageClient) {
    this.#item = vscode.languages.createLanguageStatusItem("lockstep.status", { language: "markdown" });
    this.#item.name = "Lockstep";
    this.#item.command = { command: "lockstep.showOutput", title: vscode.l10n.t("Show Output") };
    this.#listeners = [
      vscode.window.onDidChangeActiveTextEditor(() => this.refresh()),
      client.onDidChangeState(() => this.refresh()),
    ];
    this.refresh();
  }

  /** What it says. For tests. */
  get said(): { readonly text: string; readonly detail: string } {
    return { text: this.#item.text, detail: this.#item.detail ?? "" };
  }

  refresh(): void {
    void this.#update();
  }

  dispose(): void {
    vscode.Disposable.from(this.#item, ...this.#listeners).dispose();
  }

  async #update(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== "markdown") return;
    if (this.client.state !== State.Running) {
      const starting = this.client.state === State.Starting;
      this.#show(starting ? vscode.l10n.t("Lockstep: starting") : vscode.l10n.t("Lockstep: not running"), "", starting);
      return;
    }
    const uri = this.client.code2ProtocolConverter.asUri(document.uri);
    const status = await sendRequest(this.client, documentStatusRequest, { uri }).catch(() => null);
    // Meanwhile another file may have come to the front; its own request answers for it.
    if (document !== vscode.window.activeTextEditor?.document) return;
    this.#show(titleOf(status), status?.because ?? vscode.l10n.t("not looked at"), status?.indexing ?? false);
  }

  #show(text: string, detail: string, busy: boolean): void {
    this.#item.text = text;
    this.#item.detail = detail;
    this.#item.busy = busy;
  }
}

function titleOf(status: DocumentStatus | null): string {
  if (!status?.planning) return vscode.l10n.t("Lockstep: off");
  const { findings } = status;
  if (findings === 0) return vscode.l10n.t("Lockstep: on");
  return findings === 1
    ? vscode.l10n.t("Lockstep: on, 1 finding")
    : vscode.l10n.t("Lockstep: on, {0} findings", findings);
}
