import type { BaseLanguageClient, CancellationToken, Disposable } from "vscode-languageclient";
import type { RequestName } from "../../server/src/protocol/messages.js";

/** Sends a request of `protocol/messages.ts`; rejects where the server answers with an error. */
export function sendRequest<Params, Result>(
  client: BaseLanguageClient,
  { method }: RequestName<Params, Result>,
  params: Params,
  token?: CancellationToken,
): Promise<Result> {
  // An argument more is a parameter more, even where it is undefined.
  return token ? client.sendRequest<Result>(method, params, token) : client.sendRequest<Result>(method, params);
}

/** Answers a request of the server. */
export function onRequest<Params, Result>(
  client: BaseLanguageClient,
  { method }: RequestName<Params, Result>,
  handler: (params: Params) => Promise<Result>,
): Disposable {
  return client.onRequest(method, (params: Params): Promise<unknown> => handler(params));
}
