import * as vscode from "vscode";
import {
  type BaseLanguageClient,
  type CancellationToken,
  type Disposable,
  ErrorCodes,
  ResponseError,
} from "vscode-languageclient";
import type { NotificationName, RequestName } from "../../server/src/protocol/messages.js";
import { isGone, stateChange } from "./client-state.js";

/** Milliseconds within which a server that is being restarted is on its way again. */
const patience = 3000;

/**
 * Sends a request of `protocol/messages.ts`; rejects where the server answers with an error, or is not there and does not come. What a server leaves unanswered when
 * it ends is asked once more of the next one: all requests only read.
 */
export async function sendRequest<Params, Result>(
  client: BaseLanguageClient,
  { method }: RequestName<Params, Result>,
  params: Params,
  token?: CancellationToken,
): Promise<Result> {
  if (isGone(client)) await comesBack(client);
  // An argument more is a parameter more, even where it is undefined.
  const send = (): Promise<Result> =>
    token ? client.sendRequest<Result>(method, params, token) : client.sendRequest<Result>(method, params);
  return send().catch(async (error: unknown) => {
    if (!(error instanceof ResponseError) || error.code !== ErrorCodes.PendingResponseRejected) throw error;
    await comesBack(client);
    return send();
  });
}

/** Sends a notification of `protocol/messages.ts`. A server that is gone needs no news. */
export function sendNotification<Params>(
  client: BaseLanguageClient,
  { method }: NotificationName<Params>,
  params: Params,
): void {
  client.sendNotification(method, params).catch(() => undefined);
}

/** Answers a request of the server. */
export function onRequest<Params, Result>(
  client: BaseLanguageClient,
  { method }: RequestName<Params, Result>,
  handler: (params: Params) => Promise<Result>,
): Disposable {
  return client.onRequest(method, (params: Params): Promise<unknown> => handler(params));
}

/** Waits for a server that is being restarted, or is about to be; of one that is not the library would only say that its client is not running. */
async function comesBack(client: BaseLanguageClient): Promise<void> {
  await stateChange(client, () => !isGone(client), patience);
  if (isGone(client))
    throw new Error(vscode.l10n.t("Lockstep’s server is not running. The command “Restart Server” starts it again."));
}
