import { lineEndIn } from "../../fixes/lines.js";
import type { PlanDocument } from "../../index/document.js";
import { type DateValue, isoDate } from "../../model/date.js";
import { notesOfPair, pairOf } from "../../rules/shared/one-on-ones.js";
import type { LockstepService } from "../../service/service.js";
import { listOf } from "../../text/words.js";
import { linksFrom } from "../passages.js";
import { matterBetween } from "./detect.js";
import { placeOfNote } from "./place.js";
import { type Pair, shortName, sidesOf } from "./sides.js";
import { agendaLines } from "./word.js";

export interface AgendaOptions {
  /** Two people, handles or domains; where missing, the leads of the first two domains that have any. */
  readonly between?: readonly [string, string] | undefined;
  /** The day of the meeting as a day number; today where missing. */
  readonly day?: number | undefined;
}

/** An agenda for a one-on-one: a note, and where it goes. */
export interface Agenda {
  readonly sides: Pair;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly path: string;
  /** The document that the note goes into; undefined where it is a new one. */
  readonly document: PlanDocument | undefined;
  /** Where `newText` is inserted: a UTF-16 offset in the document, 0 in a new one. */
  readonly offset: number;
  /** The note with its heading, and the blank lines that part it from what is there; with the line ends of the document. */
  readonly newText: string;
  /** The note by itself, with `\n`. */
  readonly text: string;
  readonly lastNote: DateValue | undefined;
  readonly counts: {
    readonly decisions: number;
    readonly disagreements: number;
    readonly newDrift: number;
    readonly knownDrift: number;
    readonly inputs: number;
  };
}

/**
 * What two leads have to talk about, as a Markdown note in the form of its peers: decisions to pre-wire, disagreements by age, what is new between their
 * plans since the last note, inputs awaited. Or a problem in a sentence: names that nobody has, notes of that day that are there already.
 */
export function agendaOf(service: LockstepService, options: AgendaOptions = {}): Agenda | { readonly problem: string } {
  const { workspace } = service;
  const sides = sidesOf(options.between, workspace);
  if ("problem" in sides) return sides;
  const day = options.day ?? workspace.today;
  const notes = notesOfPair(
    pairOf(
      sides.map(({ name }) => name),
      workspace,
    ),
    workspace,
  );
  const present = notes.find(({ fact }) => fact.date.start === day);
  if (present) {
    const names = listOf(sides.map((side) => shortName(side, workspace)));
    return {
      problem: `${present.document.path} holds notes of ${names} of ${isoDate(day)} already; give another date`,
    };
  }
  const last = notes.filter(({ fact }) => fact.date.start < day).at(-1);
  const matter = matterBetween(sides, service, last);
  const place = placeOfNote(sides, day, workspace);
  const { path, document, offset } = place;
  const setting = { workspace, linkTo: linksFrom(path), depth: place.depth, lastNote: last?.fact.date };
  const text = `${[...place.head, "", ...agendaLines(matter, setting)].join("\n")}\n`;
  return {
    sides,
    date: isoDate(day),
    path,
    document,
    offset,
    newText: document ? inserted(text, document, offset) : text,
    text,
    lastNote: last?.fact.date,
    counts: {
      decisions: matter.open.length + matter.unbacked.length,
      disagreements: matter.disagreements.length,
      newDrift: matter.newDrift.length,
      knownDrift: matter.knownDrift.length,
      inputs: matter.inputs.length,
    },
  };
}

/** A blank line before it and, where something follows, behind it. */
function inserted(text: string, document: PlanDocument, offset: number): string {
  const before = document.text.slice(0, offset);
  const lineEnd = lineEndIn(document);
  const ended = before === "" || /[\r\n]$/.test(before) ? "" : "\n";
  const parted = before === "" || /(?:\n\n|\r\n\r\n|\r\r)$/.test(before) ? "" : "\n";
  const following = offset < document.text.length ? "\n" : "";
  return `${ended}${parted}${text}${following}`.replaceAll("\n", lineEnd);
}

/** The whole document with the note in it. */
export function documentWith({ document, offset, newText }: Agenda): string {
  const text = document?.text ?? "";
  return text.slice(0, offset) + newText + text.slice(offset);
}
