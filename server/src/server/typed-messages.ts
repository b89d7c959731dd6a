import type { Connection } from "vscode-languageserver";
import type { NotificationName, RequestName } from "../protocol/messages.js";

/** Sends a request of `protocol/messages.ts`; rejects where the client answers with an error. */
export function sendRequest<Params, Result>(
  connection: Connection,
  { method }: RequestName<Params, Result>,
  params: Params,
): Promise<Result> {
  return connection.sendRequest<Result>(method, params);
}

/** Hears a notification of `protocol/messages.ts`. */
export function onNotification<Params>(
  connection: Connection,
  { method }: NotificationName<Params>,
  handler: (params: Params) => void,
): void {
  connection.onNotification(method, (params: Params) => handler(params));
}

export function sendNotification<Params>(
  connection: Connection,
  { method }: NotificationName<Params>,
  params: Params,
): void {
  // A connection that is gone needs no news.
  connection.sendNotification(method, params).catch(() => undefined);
}
