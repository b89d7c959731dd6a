import { type BaseLanguageClient, State } from "vscode-languageclient";
import { stateChange } from "./client-state.js";

/** A client, and a way to be rid of its server. */
export interface ServedClient {
  readonly client: BaseLanguageClient;
  /** Ends the server at once, whatever it is at; its connection closes by that. Does nothing where there is none. */
  endServer(): void;
}

/** Milliseconds that a server has for its goodbye. One that needs longer is busy or hangs, and is being restarted for just that. */
const patience = 1500;

/** Milliseconds; never used up, because a server that was ended closes its connection. */
const forAsLongAsItTakes = 600_000;

/**
 * Makes the function that restarts the server: also one that hangs, or that has not even started. Asked again before it is done, it restarts once.
 *
 * The library gives up a goodbye after two seconds, leaves the client stopped and the connection open: what was asked over it is never answered,
 * and when the old server goes at last, the connection that is closed is the new one's. So here no server outlives its client's patience.
 */
export function restarter(served: ServedClient): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  return () => {
    underWay ??= restart(served).finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}

async function restart({ client, endServer }: ServedClient): Promise<void> {
  const timer = setTimeout(endServer, patience);
  // How the old one ends is of no interest any more.
  if (client.state === State.Starting) await client.start().catch(() => undefined);
  if (client.state === State.Running) await client.stop(forAsLongAsItTakes).catch(() => undefined);
  clearTimeout(timer);
  // A worker is still there after its goodbye.
  endServer();
  // A start that fails because its connection closed is over only when the library has heard of that too.
  if (client.state === State.StartFailed) await stateChange(client, () => true, patience);
  await client.start();
}
