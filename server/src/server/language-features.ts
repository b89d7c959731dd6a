import {
  type InlayHintParams,
  type Location,
  LSPErrorCodes,
  ResponseError,
  type SelectionRangeParams,
  type SemanticTokens,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from "vscode-languageserver";
import type { PlanDocument } from "../engine/index/document.js";
import { codeLensesOf } from "../features/code-lenses.js";
import { completionsOf } from "../features/completion.js";
import { documentLinksOf } from "../features/document-links.js";
import { documentsNaming, sameAs } from "../features/entities/groups.js";
import { foldingRangesOf } from "../features/folding-ranges.js";
import { hoverOf } from "../features/hover.js";
import { inlayHintsOf } from "../features/inlay-hints.js";
import { definitionOf, highlightsOf, occurrenceAtPosition, referencesIn } from "../features/navigation.js";
import { renamableAt, renameEditOf, renamingOf } from "../features/rename.js";
import { selectionRangesOf } from "../features/selection-ranges.js";
import { semanticTokensOf } from "../features/semantic-tokens.js";
import { mostSymbols, workspaceSymbolsIn } from "../features/workspace-symbols.js";
import { type Answer, type Answering, gather } from "./answering.js";
import type { Server } from "./server.js";
import type { Session } from "./session.js";

/** Answers what editors ask of any language; each handler only says which feature does. */
export function handleLanguageFeatures({ connection, support }: Server, answering: Answering): void {
  connection.onHover(
    answering(({ textDocument, position }, session) =>
      hoverOf(session.service, session.documents.pathOf(textDocument.uri), position, session, support),
    ),
  );

  connection.onDefinition(
    answering(({ textDocument, position }, session) => {
      const links = definitionOf(session.service, session.documents.pathOf(textDocument.uri), position, session);
      if (support.definitionLinks) return links;
      return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
    }),
  );

  connection.onReferences(
    answering(({ textDocument, position, context }, session, token) => {
      const { service } = session;
      const at = occurrenceAtPosition(service, session.documents.pathOf(textDocument.uri), position);
      if (!at) return [];
      const isSame = sameAs(at.entity, service.workspace);
      return gather<Location>(documentsNaming(at.entity, service.workspace), session, token, (document) =>
        referencesIn(document, at.entity.kind, isSame, service.workspace, context.includeDeclaration, session),
      );
    }),
  );

  connection.onDocumentHighlight(
    answering(({ textDocument, position }, session) =>
      highlightsOf(session.service, session.documents.pathOf(textDocument.uri), position),
    ),
  );

  connection.onCompletion(
    answering(
      ({ textDocument, position }, session) =>
        completionsOf(session.service, session.documents.pathOf(textDocument.uri), position, session) ?? null,
    ),
  );

  connection.onPrepareRename(
    answering(
      ({ textDocument, position }, session) =>
        renamableAt(session.service, session.documents.pathOf(textDocument.uri), position) ?? null,
    ),
  );

  connection.onRenameRequest(
    answering(async ({ textDocument, position, newName }, session, token): Promise<Answer<WorkspaceEdit>> => {
      const renaming = renamingOf(session.service, session.documents.pathOf(textDocument.uri), position, newName);
      if ("problem" in renaming) return new ResponseError(LSPErrorCodes.RequestFailed, renaming.problem);
      const edits = await gather(renaming.documents, session, token, (document) => renaming.editsIn(document));
      if (edits instanceof ResponseError) return edits;
      return renameEditOf([...edits, ...renaming.configuration], session, support);
    }),
  );

  connection.onWorkspaceSymbol(
    answering(({ query }, session, token) => {
      const { workspace } = session.service;
      let room = mostSymbols;
      return gather<WorkspaceSymbol>([...workspace.documents.values()], session, token, (document) => {
        const symbols = room > 0 ? workspaceSymbolsIn(document, query, workspace, session).slice(0, room) : [];
        room -= symbols.length;
        return symbols;
      });
    }),
  );

  connection.onCodeLens(
    answering(({ textDocument }, session) =>
      codeLensesOf(session.service, session.documents.pathOf(textDocument.uri), session, support),
    ),
  );

  /** What one document alone is asked; nothing is answered for documents that the service does not know. */
  const inDocument =
    <Params extends { readonly textDocument: { readonly uri: string } }, Result>(
      answer: (document: PlanDocument, params: Params, session: Session) => Result,
    ) =>
    (params: Params, session: Session): Result | null => {
      const document = session.service.document(session.documents.pathOf(params.textDocument.uri));
      return document ? answer(document, params, session) : null;
    };

  connection.onDocumentLinks(
    answering(
      inDocument((document, _params, session) => documentLinksOf(document, session.service.workspace, session)),
    ),
  );
  connection.onFoldingRanges(answering(inDocument((document) => foldingRangesOf(document))));
  connection.onSelectionRanges(
    answering(
      inDocument((document, { positions }: SelectionRangeParams, session) =>
        selectionRangesOf(document, positions, session.service.workspace),
      ),
    ),
  );
  connection.languages.inlayHint.on(
    answering(
      inDocument((document, { range }: InlayHintParams, session) =>
        inlayHintsOf(document, range, session.service.workspace, session),
      ),
    ),
  );
  const none: SemanticTokens = { data: [] };
  connection.languages.semanticTokens.on(
    answering((params, session) => {
      const document = session.service.document(session.documents.pathOf(params.textDocument.uri));
      return document ? semanticTokensOf(document, session.service.workspace) : none;
    }),
  );
  connection.languages.semanticTokens.onRange(
    answering((params, session) => {
      const document = session.service.document(session.documents.pathOf(params.textDocument.uri));
      return document ? semanticTokensOf(document, session.service.workspace, params.range) : none;
    }),
  );
}
