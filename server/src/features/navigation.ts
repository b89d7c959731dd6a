import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  type Position,
} from "vscode-languageserver-types";
import type { PlanDocument } from "../engine/index/document.js";
import type { WorkspaceView } from "../engine/index/view.js";
import { offsetOf } from "../engine/markdown/place.js";
import type { LockstepService } from "../engine/service/service.js";
import type { Addresses } from "./addresses.js";
import { rangeIn } from "./diagnostics.js";
import { namePlaceOf } from "./entities/facts.js";
import { documentsNaming, sameAs, statementsOf } from "./entities/groups.js";
import { type Entity, type Occurrence, occurrenceAt, occurrencesOfKind } from "./entities.js";

/** The occurrence at a position of a document that the service knows. */
export function occurrenceAtPosition(
  service: LockstepService,
  path: string,
  position: Position,
): (Occurrence & { readonly document: PlanDocument }) | undefined {
  const document = service.document(path);
  const occurrence = document && occurrenceAt(document, document.markdown.offsetAt(position), service.workspace);
  return occurrence && { ...occurrence, document };
}

/**
 * Where what stands at a position is stated: a person or domain in the rosters, a decision or item in all documents that state it.
 * At one statement the others come first, so that going to the definition goes from plan to plan.
 */
export function definitionOf(
  service: LockstepService,
  path: string,
  position: Position,
  addresses: Addresses,
): LocationLink[] {
  const at = occurrenceAtPosition(service, path, position);
  if (!at) return [];
  const originSelectionRange = rangeIn(at.document, at.place);
  const link = (document: PlanDocument, outer: Occurrence["place"], inner: Occurrence["place"]): LocationLink => {
    const targetSelectionRange = rangeIn(document, inner);
    const range = rangeIn(document, outer);
    // The name may stand outside of the passage (a record goes by its title), and the protocol wants it inside.
    const targetRange =
      inner.slot === outer.slot && inner.start >= outer.start && inner.end <= outer.end ? range : targetSelectionRange;
    return { originSelectionRange, targetUri: addresses.uriOf(document.path), targetRange, targetSelectionRange };
  };
  const { entity } = at;
  if (entity.kind === "fact") {
    const statements = statementsOf(entity.fact, entity.document, service.workspace).map(({ fact, document }) => ({
      fact,
      document,
      here: at.states && document === at.document,
    }));
    const others = statements.filter(({ here }) => !here);
    const chosen = others.length > 0 ? others : statements;
    return chosen.map(({ fact, document }) => link(document, fact.place, namePlaceOf(fact) ?? fact.focus));
  }
  if (entity.kind !== "person" && entity.kind !== "domain") return [];
  const isSame = sameAs(entity, service.workspace);
  return documentsNaming(entity, service.workspace)
    .filter((document) => document.facts.roster.length > 0)
    .flatMap((document) =>
      occurrencesOfKind(entity.kind, document, service.workspace)
        .filter((occurrence) => occurrence.states && isSame(occurrence.entity))
        .map(({ place }) => link(document, place, place)),
    );
}

/** Places in one document that stand for an entity. */
export function referencesIn(
  document: PlanDocument,
  kind: Entity["kind"],
  isSame: (other: Entity) => boolean,
  workspace: WorkspaceView,
  includeStatements: boolean,
  addresses: Addresses,
): Location[] {
  return withoutNested(
    occurrencesOfKind(kind, document, workspace).filter(
      (occurrence) => (includeStatements || !occurrence.states) && isSame(occurrence.entity),
    ),
  ).map(({ place }) => ({ uri: addresses.uriOf(document.path), range: rangeIn(document, place) }));
}

/** Where else in its document the thing at a position is named. */
export function highlightsOf(service: LockstepService, path: string, position: Position): DocumentHighlight[] {
  const at = occurrenceAtPosition(service, path, position);
  if (!at) return [];
  const isSame = sameAs(at.entity, service.workspace);
  const found = occurrencesOfKind(at.entity.kind, at.document, service.workspace).filter(({ entity }) =>
    isSame(entity),
  );
  return withoutNested(found).map(({ place, states }) => ({
    range: rangeIn(at.document, place),
    kind: states ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/** Of places of the same thing that lie in one another (the id in the link to it), the outermost; in the order of the text. */
function withoutNested(occurrences: readonly Occurrence[]): Occurrence[] {
  const startOf = ({ place }: Occurrence): number => offsetOf(place);
  const endOf = ({ place }: Occurrence): number => offsetOf(place) + place.end - place.start;
  const sorted = [...occurrences].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a));
  let end = -1;
  return sorted.filter((one) => {
    if (endOf(one) <= end) return false;
    end = endOf(one);
    return true;
  });
}
