import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  WatchKind,
} from "vscode-languageserver";
import { SETTING_FILE_NAMES } from "../engine/config/paths.js";

const watchers: FileSystemWatcher[] = [
  { globPattern: "**/*.{md,markdown,mdown,mkd}" },
  { globPattern: `**/{${SETTING_FILE_NAMES.join(",")},.gitignore,.ignore,.lockstepignore}` },
  // Folders that go take their files with them without a word.
  { globPattern: "**/*", kind: WatchKind.Delete },
];

/** Asks the client to tell of files that change; resolves once it does, or says no. The server itself watches nothing. */
export async function watchFiles(connection: Connection): Promise<void> {
  // A client that says no leaves the server with what it read at the start.
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
}
