import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseIsoDate } from "../../engine/model/date.js";
import { type Agenda, agendaOf, documentWith } from "../../engine/views/agenda/agenda.js";
import { decodeText } from "../../node/decode.js";
import { encodeLike } from "../../node/encode.js";
import { reasonOf } from "../../node/files.js";
import { relativePath } from "../../node/paths.js";
import { writeFileAtomically } from "../../node/write.js";
import type { ReadingOptions } from "../open.js";
import { print, say } from "../output.js";
import { UseError } from "../use-error.js";
import { readWorkspace } from "../workspace.js";

export interface AgendaOptions extends ReadingOptions {
  readonly in: string;
  readonly date?: string;
  readonly write: boolean;
}

/** `lockstep agenda`: the agenda of a one-on-one, printed, or written where such notes are kept. */
export async function runAgenda(names: readonly string[], options: AgendaOptions): Promise<number> {
  const [one, other, ...more] = names;
  if (names.length === 1 || more.length > 0)
    throw new UseError(`an agenda is between two; give two names or domains, or none, not ${names.length}`);
  const day = options.date === undefined ? undefined : parseIsoDate(options.date);
  if (options.date !== undefined && day === undefined)
    throw new UseError(`--date takes a date as YYYY-MM-DD, not “${options.date}”`);
  const { service, absoluteOf } = await readWorkspace([options.in], options);
  const between = one === undefined || other === undefined ? undefined : ([one, other] as const);
  const agenda = agendaOf(service, { between, day });
  if ("problem" in agenda) throw new UseError(`${agenda.problem.charAt(0).toLowerCase()}${agenda.problem.slice(1)}`);
  const file = absoluteOf(agenda.path);
  const shown = relativePath(process.cwd(), file);
  if (options.write) put(agenda, file);
  print(options.write ? `${shown}\n` : agenda.text);
  if (!options.write) say(`this goes into ${shown}; --write puts it there`);
  return 0;
}

/** Writes the note, whole or not at all, in the encoding of what is there; leaves alone what has changed meanwhile. */
function put(agenda: Agenda, file: string): void {
  try {
    const text = documentWith(agenda);
    if (!agenda.document) {
      if (existsSync(file))
        throw new UseError(`${file} is there already, and is not among the documents that are read`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileAtomically(file, text);
      return;
    }
    const bytes = readFileSync(file);
    const encoded = encodeLike(bytes, text);
    if (decodeText(bytes) !== agenda.document.text) throw new UseError(`${file} has just changed; try again`);
    if (!encoded) throw new UseError(`${file} is not UTF-8; save it as UTF-8 first`);
    writeFileAtomically(file, encoded);
  } catch (error) {
    if (error instanceof UseError) throw error;
    throw new UseError(`${file} cannot be written: ${reasonOf(error)}`);
  }
}
