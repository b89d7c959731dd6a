import { DidChangeWorkspaceFoldersNotification } from "vscode-languageserver";
import { diagnosticsLostNotification } from "../protocol/messages.js";
import type { Server } from "./server.js";
import { onNotification } from "./typed-messages.js";

/** Takes in what the client tells: what it opens, changes and closes, and which files change. */
export function handleNotifications(server: Server): void {
  const { connection, changes, pushed } = server;
  const current = () => server.session;

  const entered = (path: string | undefined): void => {
    if (path === undefined) return;
    changes.touch();
    pushed?.soon(current, path).catch((error: unknown) => server.failed(error));
  };

  connection.onDidOpenTextDocument(({ textDocument }) => entered(server.session.documents.open(textDocument)));

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    entered(server.session.documents.change(uri, version, contentChanges));
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const { documents, files } = server.session;
    const path = documents.close(uri);
    if (path === undefined) return;
    server.pulled.forget(path);
    files.changedOnDisk([uri]);
  });

  connection.onDidChangeWatchedFiles((event) => {
    server.session.files.changedOnDisk(event.changes.map(({ uri }) => uri));
  });

  onNotification(connection, diagnosticsLostNotification, ({ uri }) => {
    const { session } = server;
    const path = session.documents.pathOf(uri);
    server.pulled.forget(path);
    server.streamed.tellAgain(session, path);
  });

  // Not by the library's own event: listening to it asks the client to be told of folders, which the capabilities say already.
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => server.changeFolders(event));
}
