import type { Location } from "vscode-languageserver";
import { completionsOf } from "../features/completion.js";
import { documentsNaming, sameAs } from "../features/entities/groups.js";
import { hoverOf } from "../features/hover.js";
import { definitionOf, highlightsOf, occurrenceAtPosition, referencesIn } from "../features/navigation.js";
import { type Answering, gather } from "./answering.js";
import type { Server } from "./server.js";

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
        referencesIn(document, isSame, service.workspace, context.includeDeclaration, session),
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
        completionsOf(session.service, session.documents.pathOf(textDocument.uri), position) ?? null,
    ),
  );
}
