import { isoDate, parseIsoDate } from "../engine/model/date.js";
import type { LockstepService } from "../engine/service/service.js";
import { agendaOf } from "../engine/views/agenda/agenda.js";
import { knownPairs, type Side } from "../engine/views/agenda/sides.js";
import type { AgendaPair, AgendaParams, AgendaPerson, AgendaResult } from "../protocol/messages.js";
import type { Addresses } from "./addresses.js";

/** Each two leads that an agenda can be written for. */
export function agendaPairsOf({ workspace }: LockstepService): readonly AgendaPair[] {
  return knownPairs(workspace).map(({ sides, lastNote }) => ({
    people: [personOf(sides[0]), personOf(sides[1])],
    ...(lastNote && { lastNote: isoDate(lastNote.start) }),
  }));
}

/** The agenda of a one-on-one as an edit of the note's document; a problem in words where what is asked for cannot be. */
export function agendaResultOf(
  service: LockstepService,
  { between, date }: AgendaParams,
  addresses: Addresses,
  indexing: boolean,
): AgendaResult {
  const day = date === undefined ? undefined : parseIsoDate(date);
  if (date !== undefined && day === undefined) return { problem: `“${date}” is no date of the form YYYY-MM-DD` };
  const agenda = agendaOf(service, { between, day });
  if ("problem" in agenda) return agenda;
  const { sides, path, document, offset, newText, counts, lastNote } = agenda;
  const position = document?.markdown.positionAt(offset) ?? { line: 0, character: 0 };
  return {
    people: [personOf(sides[0]), personOf(sides[1])],
    path,
    uri: addresses.uriOf(path),
    exists: document !== undefined,
    version: addresses.versionOf(path),
    edit: { range: { start: position, end: position }, newText },
    counts,
    indexing,
    ...(lastNote && { lastNote: isoDate(lastNote.start) }),
  };
}

function personOf({ name, domain }: Side): AgendaPerson {
  return { name, ...(domain !== undefined && { domain }) };
}
