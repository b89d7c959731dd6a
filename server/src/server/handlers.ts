import {
  type CancellationToken,
  type DocumentSymbol,
  ResponseError,
  type SymbolInformation,
} from "vscode-languageserver";
import { formatEffective } from "../engine/config/effective.js";
import { isConfigurationPath } from "../engine/config/paths.js";
import { agendaPairsOf, agendaResultOf } from "../features/agenda.js";
import { badgesOf } from "../features/badges.js";
import { boardResultOf } from "../features/board.js";
import { codeActionsOf } from "../features/code-actions.js";
import { configurationActionsOf } from "../features/configuration-actions.js";
import { decisionsOf } from "../features/decisions.js";
import { documentStatusOf } from "../features/document-status.js";
import { documentSymbolsOf } from "../features/document-symbols.js";
import { fixWorkspaceEditOf } from "../features/fix-workspace.js";
import { openDisagreementsOf } from "../features/open-disagreements.js";
import { reportResultOf } from "../features/report.js";
import {
  agendaPairsRequest,
  agendaRequest,
  badgesRequest,
  boardRequest,
  decisionsRequest,
  documentStatusRequest,
  effectiveConfigurationRequest,
  type FixWorkspaceResult,
  fixWorkspaceRequest,
  openDisagreementsRequest,
  type RequestName,
  reportRequest,
  toolRequest,
} from "../protocol/messages.js";
import { type Answer, answeringFor, gather } from "./answering.js";
import { handleLanguageFeatures } from "./language-features.js";
import type { Lifecycle } from "./lifecycle.js";
import type { Server } from "./server.js";
import type { Session } from "./session.js";
import { answerTool } from "./tools.js";

/** Answers the client's requests; each only says which feature does. */
export function handleRequests(server: Server, lifecycle: Lifecycle): void {
  const { connection, support } = server;
  const answering = answeringFor(server, lifecycle);
  const onRequest = <Params, Result>(
    { method }: RequestName<Params, Result>,
    answer: (params: Params, session: Session, token: CancellationToken) => Result | Promise<Answer<Result>>,
  ): void => {
    const handler = answering<Params, Result>(answer);
    connection.onRequest(
      method,
      (params: Params, token: CancellationToken): Promise<unknown> => handler(params, token),
    );
  };

  connection.onCodeAction(
    answering(({ textDocument, range, context }, session) => {
      const { service } = session;
      const path = session.documents.pathOf(textDocument.uri);
      if (!isConfigurationPath(path)) return codeActionsOf(service, path, range, context, session, support);
      const problems = service.configurationProblems().get(path) ?? [];
      return configurationActionsOf(problems, path, range, context, session, support);
    }),
  );

  connection.onDocumentSymbol(
    answering(({ textDocument: { uri } }, session): DocumentSymbol[] | SymbolInformation[] => {
      const document = session.service.document(session.documents.pathOf(uri));
      const symbols = document ? documentSymbolsOf(document, session.service.workspace) : [];
      return support.hierarchicalSymbols ? symbols : flat(symbols, uri);
    }),
  );

  handleLanguageFeatures(server, answering);

  onRequest(openDisagreementsRequest, (_params, session) => ({
    ...openDisagreementsOf(session.service, session),
    indexing: session.files.indexing,
  }));

  onRequest(decisionsRequest, (_params, session) => ({
    ...decisionsOf(session.service, session),
    indexing: session.files.indexing,
  }));

  onRequest(boardRequest, (_params, session) => boardResultOf(session.service, session, session.files.indexing));

  onRequest(badgesRequest, ({ uri }, session) => badgesOf(session.service, session.documents.pathOf(uri), session));

  onRequest(toolRequest, (params, session) => answerTool(params, session));

  onRequest(agendaPairsRequest, (_params, session) => ({
    pairs: agendaPairsOf(session.service),
    indexing: session.files.indexing,
  }));

  onRequest(agendaRequest, (params, session) =>
    agendaResultOf(session.service, params, session, session.files.indexing),
  );

  onRequest(reportRequest, (params, session) =>
    reportResultOf(session.service, params, session, session.files.indexing),
  );

  onRequest(
    documentStatusRequest,
    ({ uri }, session) =>
      documentStatusOf(session.service, session.documents.pathOf(uri), session.files.indexing) ?? null,
  );

  onRequest(effectiveConfigurationRequest, ({ uri }, session) =>
    formatEffective(session.service.workspace.effectiveSettings(session.documents.pathOf(uri))),
  );

  onRequest(fixWorkspaceRequest, async (_params, session, token): Promise<Answer<FixWorkspaceResult | null>> => {
    const { service } = session;
    const documents = [...service.workspace.documents.values()];
    const findings = await gather(documents, session, token, ({ path }) => service.findings(path));
    if (findings instanceof ResponseError) return findings;
    return fixWorkspaceEditOf(findings, session, support) ?? null;
  });

  if (!support.pullsDiagnostics) return;
  connection.languages.diagnostics.on(async (params, token) => {
    const refusal = lifecycle.refusal();
    if (refusal) return refusal;
    await server.settings.heard;
    return server.pulled.answer(server.session, params, token);
  });
  connection.languages.diagnostics.onWorkspace(async (params, token, _progress, results) => {
    const refusal = lifecycle.refusal();
    if (refusal) return refusal;
    return server.streamed.answer(() => server.session, params, token, results);
  });
}

function flat(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap((symbol) => [
    {
      name: symbol.name,
      kind: symbol.kind,
      location: { uri, range: symbol.range },
      ...(containerName !== undefined && { containerName }),
    },
    ...flat(symbol.children ?? [], uri, symbol.name),
  ]);
}
