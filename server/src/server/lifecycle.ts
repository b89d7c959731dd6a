import {
  type Connection,
  type ConnectionStrategy,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";

export type State = "new" | "running" | "shut down";

/** Where the conversation with the client stands, and what may be answered there. */
export class Lifecycle {
  #state: State = "new";

  constructor(connection: Connection) {
    // Whatever has no handler, which before the start is everything.
    connection.onRequest((method) => this.refusal() ?? unknownMethod(method));
  }

  get state(): State {
    return this.#state;
  }

  enter(state: State): void {
    this.#state = state;
  }

  /** Why requests are not answered now; undefined where they are. */
  refusal(): ResponseError<never> | undefined {
    if (this.#state === "new") return new ResponseError(ErrorCodes.ServerNotInitialized, "Not initialized yet.");
    if (this.#state === "shut down") return new ResponseError(ErrorCodes.InvalidRequest, "Shut down already.");
    return undefined;
  }
}

function unknownMethod(method: string): ResponseError<never> {
  return new ResponseError(ErrorCodes.MethodNotFound, `Unknown method ${method}.`);
}

/** Refuses a request that was taken back while it still stood in line; the library fills in its id. */
export const connectionStrategy: ConnectionStrategy = {
  cancelUndispatched: () => ({
    jsonrpc: "2.0",
    id: null,
    error: { code: LSPErrorCodes.RequestCancelled, message: "Cancelled." },
  }),
};

/** The answer to a request that its client takes back. */
export function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
}
