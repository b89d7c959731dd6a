import { type Connection, DidChangeConfigurationNotification } from "vscode-languageserver";
import type { InitializationOptions } from "../protocol/messages.js";
import type { ClientSupport } from "./support.js";
import { inTime } from "./turns.js";

const section = "lockstep";

/** Milliseconds that first answers wait for a client to say its settings. */
const patience = 1000;

/** The editor's settings below `lockstep.`: sent at the start, asked for, or sent along with changes, as the client can. */
export class Settings {
  /** As last heard; undefined before. */
  value: unknown;
  /** Resolves when the client has said what they are, or keeps everybody waiting. */
  heard: Promise<void> = Promise.resolve();

  constructor(
    private readonly connection: Connection,
    private readonly support: ClientSupport,
    options: InitializationOptions,
    private readonly changed: () => void,
  ) {
    this.value = options.settings;
  }

  /** Begins to listen; to be called once the client is initialized. */
  listen(): void {
    if (this.value === undefined && this.support.configuration) this.heard = inTime(this.#ask(), patience);
    if (this.support.configuration && this.support.registersConfiguration) {
      // A client that says no goes without.
      this.connection.client.register(DidChangeConfigurationNotification.type, { section }).catch(() => undefined);
    }
    this.connection.onDidChangeConfiguration(({ settings }) => {
      if (this.support.configuration) this.heard = inTime(this.#ask(), patience);
      else if (isRecord(settings) && section in settings) this.#hear(settings[section]);
    });
  }

  async #ask(): Promise<void> {
    // A client that fails to answer leaves the settings as they are.
    const answer: unknown = await this.connection.workspace.getConfiguration(section).catch(() => undefined);
    if (answer !== undefined && answer !== null) this.#hear(answer);
  }

  #hear(settings: unknown): void {
    this.value = settings;
    this.changed();
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
