import type { Connection } from "vscode-languageserver";
import { listFolderRequest, readFileRequest } from "../protocol/messages.js";
import type { FileDoor } from "./files.js";
import { sendRequest } from "./typed-messages.js";

/** The door onto the client's file system: for the browser, and for workspaces that are no local folders. */
export function clientFileDoor(connection: Connection): FileDoor {
  return {
    list: async (uri) => (await sendRequest(connection, listFolderRequest, { uri }).catch(() => null)) ?? undefined,
    read: async (uri) => (await sendRequest(connection, readFileRequest, { uri }).catch(() => null)) ?? undefined,
  };
}
