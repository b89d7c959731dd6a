import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  Position,
  Range,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-types";
import { sourceOf } from "../engine/markdown/place.js";
import type { Place } from "../engine/markdown/slot.js";
import type { LockstepService } from "../engine/service/service.js";
import { type Phrase, phrase } from "../engine/text/phrase.js";
import { comparePositions } from "../engine/text/range.js";
import type { Addresses } from "./addresses.js";
import { rangeIn } from "./diagnostics.js";
import type { EditSupport } from "./edits.js";
import type { Occurrence } from "./entities.js";
import { occurrenceAtPosition } from "./navigation.js";
import { renameDomain } from "./rename/domains.js";
import type { Reason, RenameEdit, RenameProblem, Renaming } from "./rename/edit.js";
import { renameFact, renamePlaceOf } from "./rename/facts.js";
import { renamePerson } from "./rename/people.js";

export interface RenameSupport extends EditSupport {
  /** Whether the client can ask a person about some of the edits. */
  readonly changeAnnotations: boolean;
}

/** The words at a position that a renaming would change; undefined where nothing can be renamed. */
export function renamableAt(
  service: LockstepService,
  path: string,
  position: Position,
): { readonly range: Range; readonly placeholder: string } | undefined {
  const at = occurrenceAtPosition(service, path, position);
  const place = at && nameIn(at);
  if (!at || !place) return undefined;
  const range = rangeIn(at.document, place);
  const inside = comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
  const { entity } = at;
  // A first name is renamed as the whole name that it is short for.
  const whole = entity.kind === "person" && entity.spelling !== "handle" ? entity.person.name : undefined;
  return inside ? { range, placeholder: whole ?? sourceOf(place) } : undefined;
}

function nameIn({ entity, place, states }: Occurrence): Place | undefined {
  switch (entity.kind) {
    case "person":
      return entity.spelling === "role" ? undefined : place;
    case "domain":
      return place;
    case "fact":
      return states ? renamePlaceOf(entity.fact, entity.document) : undefined;
    default:
      return undefined;
  }
}

/** What gives the thing at a position another name everywhere; a problem in words where that cannot be. */
export function renamingOf(
  service: LockstepService,
  path: string,
  position: Position,
  newName: string,
): Renaming | RenameProblem {
  const at = occurrenceAtPosition(service, path, position);
  const nothing = { problem: "Nothing that can be renamed stands here." };
  if (!at || !renamableAt(service, path, position)) return nothing;
  const { entity } = at;
  switch (entity.kind) {
    case "person":
      return entity.spelling === "role"
        ? nothing
        : renamePerson(entity.person, entity.spelling, newName.trim(), service.workspace);
    case "domain":
      return renameDomain(entity.domain, newName.trim(), service.workspace);
    case "fact":
      return renameFact(entity.fact, entity.document, newName, service.workspace);
    default:
      return nothing;
  }
}

const annotations: Readonly<
  Record<Exclude<Reason, "name">, { readonly label: Phrase; readonly needsConfirmation: boolean }>
> = {
  "short-form": { label: phrase`Short forms of the name`, needsConfirmation: true },
  "other-wording": { label: phrase`The same thing in other words`, needsConfirmation: true },
  link: { label: phrase`Links to renamed headings`, needsConfirmation: false },
  configuration: { label: phrase`Configuration`, needsConfirmation: false },
};

/**
 * The edits of a renaming as one edit of the workspace. What a person should look at first is marked so; a client that cannot ask is
 * not sent changes of other wordings.
 */
export function renameEditOf(
  edits: readonly RenameEdit[],
  addresses: Addresses,
  support: RenameSupport,
): WorkspaceEdit {
  const annotated = support.changeAnnotations && support.documentChanges;
  const byPath = new Map<string, RenameEdit[]>();
  for (const edit of annotated ? edits : edits.filter(({ reason }) => reason !== "other-wording")) {
    const known = byPath.get(edit.path) ?? [];
    // The same words may be a statement and the name of a link.
    if (!known.some((other) => comparePositions(other.range.start, edit.range.start) === 0)) known.push(edit);
    byPath.set(edit.path, known);
  }
  if (!support.documentChanges) {
    const changes: Record<string, TextEdit[]> = {};
    for (const [path, list] of byPath)
      changes[addresses.uriOf(path)] = list.map(({ range, newText }) => ({ range, newText }));
    return { changes };
  }
  const used = new Set([...byPath.values()].flat().map(({ reason }) => reason));
  return {
    documentChanges: [...byPath].map(
      ([path, list]): TextDocumentEdit => ({
        textDocument: { uri: addresses.uriOf(path), version: addresses.versionOf(path) },
        edits: list.map(({ range, newText, reason }): TextEdit | AnnotatedTextEdit =>
          annotated && reason !== "name" ? { range, newText, annotationId: reason } : { range, newText },
        ),
      }),
    ),
    ...(annotated && {
      changeAnnotations: Object.fromEntries(
        Object.entries(annotations)
          .filter(([reason]) => used.has(reason as Reason))
          .map(([reason, { label, needsConfirmation }]): [string, ChangeAnnotation] => [
            reason,
            { label: addresses.say(label), needsConfirmation },
          ]),
      ),
    }),
  };
}
