import { type Connection, ErrorCodes, type InitializeResult, ResponseError } from "vscode-languageserver";
import { version } from "../version.js";
import { capabilitiesFor } from "./capabilities.js";
import { clientFileDoor } from "./client-door.js";
import { closedDoor, doorByScheme } from "./doors.js";
import type { FileDoor } from "./files.js";
import { handleRequests } from "./handlers.js";
import { initializationOptionsOf } from "./initialization.js";
import { Lifecycle } from "./lifecycle.js";
import { handleNotifications } from "./notifications.js";
import { Server } from "./server.js";
import { supportOf } from "./support.js";
import { watchFiles } from "./watching.js";

/** What the machine that the server runs on has to offer. */
export interface Machine {
  /** The door to its files; without it, and for all other files, the client is asked, if it offers to be. */
  readonly local?: FileDoor;
  /** Where rule pages are, up to the rule's id, for clients that have none of their own. */
  readonly rulePages?: string | undefined;
}

/** Serves one client over a connection, until it says `exit`. Nothing is made or read before the client's first request. */
export function startServer(connection: Connection, { local, rulePages }: Machine = {}): void {
  const lifecycle = new Lifecycle(connection);
  let server: Server | undefined;

  connection.onInitialize((params): InitializeResult | ResponseError<never> => {
    if (server) return new ResponseError<never>(ErrorCodes.InvalidRequest, "Initialized already.");
    const options = initializationOptionsOf(params.initializationOptions);
    const support = supportOf(params, options);
    const others = options.files ? clientFileDoor(connection) : closedDoor;
    const door = local ? doorByScheme(local, others) : others;
    server = new Server({ connection, support, options, door, rulePages }, params);
    lifecycle.enter("running");
    handleRequests(server, lifecycle);
    handleNotifications(server);
    return { capabilities: capabilitiesFor(support), serverInfo: { name: "Lockstep", version } };
  });

  connection.onInitialized(() => {
    if (!server || lifecycle.state !== "running") return;
    server.settings.listen();
    server.index(server.support.registersWatchers ? watchFiles(connection) : undefined);
  });

  connection.onShutdown(() => {
    lifecycle.enter("shut down");
    server?.end();
  });

  connection.listen();
}
