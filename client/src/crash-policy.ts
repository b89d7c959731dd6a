import * as vscode from "vscode";
import {
  type BaseLanguageClient,
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
  State,
} from "vscode-languageclient";
import { openDisagreementsRequest } from "../../server/src/protocol/messages.js";
import { sendRequest } from "./messages.js";

/** Servers in a row that may end before they have answered. */
const mostFailures = 3;

/** Milliseconds before the next start, by the failures before it. */
const pauses: readonly number[] = [0, 100, 1000];

/** Milliseconds. */
const betweenQuestions = 250;

/**
 * What to do when the server ends by itself: it is started again at once, as often as that may be. Only servers that end before their
 * first answer count as repeated, and after a few of them it is said, with a way out. The first answer is the one over the whole
 * workspace: a document on which the server ends while it reads would end the next one too.
 */
export class CrashPolicy implements ErrorHandler {
  #client: BaseLanguageClient | undefined;
  #failures = 0;
  #answered = false;

  /** To be called once there is a client; whoever makes one needs the policy before. */
  attach(client: BaseLanguageClient): vscode.Disposable {
    this.#client = client;
    // What the library would say of each single end is not worth a message of its own; it stays in the log.
    const log = client.error.bind(client);
    client.error = (message, data) => log(message, data, false);
    return client.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) this.#answered = false;
      if (newState === State.Running) void this.#waitForAnswer(client);
    });
  }

  /** Whether the server that runs now has given its first answer, so that its end does not count as one of several in a row. */
  get hasAnswered(): boolean {
    return this.#answered;
  }

  /** Asks until the server has read everything, or is gone. */
  async #waitForAnswer(client: BaseLanguageClient): Promise<void> {
    while (client.state === State.Running && !this.#answered) {
      const answer = await sendRequest(client, openDisagreementsRequest, {}).catch(() => undefined);
      if (client.state === State.Running && answer?.indexing === false) {
        this.#answered = true;
        this.#failures = 0;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, betweenQuestions));
    }
  }

  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue, handled: true };
  }

  async closed(): Promise<CloseHandlerResult> {
    const starting = this.#client?.state !== State.Running;
    if (!this.#answered) this.#failures += 1;
    // A start that fails by this has to see that it did before the next one begins.
    await new Promise((resolve) => setTimeout(resolve));
    if (this.#failures >= mostFailures) {
      void sayThatItEnds(this.#failures);
      // Whoever starts it again begins to count anew.
      this.#failures = 0;
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    if (!starting) return { action: CloseAction.Restart, handled: true };
    setTimeout(() => {
      this.#client?.start().catch(() => undefined);
    }, pauses[this.#failures]);
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}

/** To throw keeps the library from a message of its own, and from stopping a client that has not started. */
export function initializationFailedHandler(error: unknown): never {
  throw error;
}

async function sayThatItEnds(times: number): Promise<void> {
  const restart = vscode.l10n.t("Restart Server");
  const show = vscode.l10n.t("Show Output");
  const choice = await vscode.window.showErrorMessage(
    vscode.l10n.t(
      "Lockstep’s server ended {0} times before it could answer, and is not started again. The output may say why.",
      times,
    ),
    restart,
    show,
  );
  if (choice === restart) await vscode.commands.executeCommand("lockstep.restartServer");
  if (choice === show) await vscode.commands.executeCommand("lockstep.showOutput");
}
