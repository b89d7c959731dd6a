import type MarkdownIt from "markdown-it/lib/index.mjs";
import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { findingsChangedNotification } from "../../server/src/protocol/messages.js";
import { BoardPanel } from "./board/board.js";
import { clientOptions, followFileSystems } from "./client-options.js";
import { registerCommands } from "./commands.js";
import { CrashPolicy, initializationFailedHandler } from "./crash-policy.js";
import { serveFiles } from "./files.js";
import { offerTools } from "./language-model-tools.js";
import { recoverLostDiagnostics } from "./lost-diagnostics.js";
import { Preview } from "./preview/preview.js";
import { decisions, openDisagreements } from "./records/sources.js";
import { RecordsView } from "./records/view.js";
import { restarter, type ServedClient } from "./restart.js";
import { openRulePages } from "./rule-pages.js";
import { StatusItem } from "./status-item.js";
import { VirtualDocuments } from "./virtual-documents.js";

/** Makes the client of a server that runs in Node, or in a worker. */
export type MakeClient = (options: LanguageClientOptions) => ServedClient;

/** What the extension lets other extensions, and its tests, see. */
export interface LockstepApi {
  /** Resolves when the server answers; rejects where it could not be started. */
  readonly ready: Promise<void>;
  /** Whether the server that runs now is known to have read the whole workspace. */
  readonly hasRead: boolean;
  /** What the view *Open Disagreements* shows. */
  readonly openDisagreements: vscode.TreeDataProvider<unknown>;
  /** What the view *Decisions* shows. */
  readonly decisions: vscode.TreeDataProvider<unknown>;
  /** What the status item says of the file in the editor. */
  readonly status: { readonly said: { readonly text: string; readonly detail: string } };
  /** For VS Code’s Markdown preview. */
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
  /** The board *One voice*: its page, and what happens on a message of the page. */
  readonly board: { readonly html: string; receive(message: unknown): Promise<void> };
}

let client: BaseLanguageClient | undefined;

/** The same in both hosts; only how the server is reached differs. */
export function activate(context: vscode.ExtensionContext, makeClient: MakeClient): LockstepApi {
  const { extensionUri, workspaceState } = context;
  const output = vscode.window.createOutputChannel("Lockstep", { log: true });
  const policy = new CrashPolicy();
  const served = makeClient({ ...clientOptions(context, output), errorHandler: policy, initializationFailedHandler });
  const { client: running } = served;
  const restart = restarter(served);
  client = running;
  context.subscriptions.push(policy.attach(running));
  recoverLostDiagnostics(running);
  serveFiles(running);
  const disagreements = new RecordsView(openDisagreements, running, workspaceState);
  const decided = new RecordsView(decisions, running, workspaceState);
  const views = [disagreements, decided];
  const board = new BoardPanel(running);
  const status = new StatusItem(running);
  const preview = new Preview(running);
  const documents = new VirtualDocuments();
  const shown = [...views, board, status, preview];
  context.subscriptions.push(
    output,
    running,
    ...shown,
    documents,
    followFileSystems(running, restart),
    openRulePages(extensionUri),
    ...registerCommands({ client: running, restart, views, board, documents, output, extensionUri }),
    running.onNotification(findingsChangedNotification.method, () => {
      for (const one of shown) one.refresh();
    }),
  );
  void vscode.commands.executeCommand("setContext", "lockstep.active", true);
  const ready = running.start();
  ready.catch((error: unknown) => output.error(error instanceof Error ? error : String(error)));
  context.subscriptions.push(...offerTools(running, context.extension));
  return {
    ready,
    get hasRead() {
      return policy.hasAnswered;
    },
    openDisagreements: disagreements,
    decisions: decided,
    board,
    status,
    extendMarkdownIt: (md) => preview.extendMarkdownIt(md),
  };
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
