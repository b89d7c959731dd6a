import type { CancellationToken, ResponseError } from "vscode-languageserver";
import type { PlanDocument } from "../engine/index/document.js";
import { cancelled, type Lifecycle } from "./lifecycle.js";
import type { Server } from "./server.js";
import type { Session } from "./session.js";
import { nextTurn, Slice } from "./turns.js";

export type Answer<Result> = Result | ResponseError<never>;

/** Makes handlers of requests out of what answers them. */
export type Answering = <Params, Result>(
  answer: (params: Params, session: Session, token: CancellationToken) => Result | Promise<Answer<Result>>,
) => (params: Params, token: CancellationToken) => Promise<Answer<Result>>;

/** What every answer begins with: input that stands in line goes first, and the service learns what the client knows. */
export function answeringFor(server: Server, lifecycle: Lifecycle): Answering {
  return (answer) => async (params, token) => {
    const refusal = lifecycle.refusal();
    if (refusal) return refusal;
    await nextTurn();
    if (token.isCancellationRequested) return cancelled();
    server.session.refresh();
    return answer(params, server.session, token);
  };
}

/**
 * What each of many documents has to say, gathered in slices: input goes first, and a client that takes the request back is heard. Documents that
 * are gone by their turn are passed over.
 */
export async function gather<Result>(
  documents: readonly PlanDocument[],
  session: Session,
  token: CancellationToken,
  read: (document: PlanDocument) => readonly Result[],
): Promise<Answer<Result[]>> {
  const results: Result[] = [];
  const slice = new Slice();
  for (const document of documents) {
    if (slice.over) {
      await slice.renew();
      if (token.isCancellationRequested) return cancelled();
      session.refresh();
    }
    if (session.service.document(document.path) === document) results.push(...read(document));
  }
  return results;
}
