import { writeLike } from "../../dates/write-like.js";
import type { PlanDocument } from "../../index/document.js";
import type { Stated, WorkspaceView } from "../../index/view.js";
import { escapeInline } from "../../markdown/escape.js";
import { offsetOf } from "../../markdown/place.js";
import { type DateValue, isoDate } from "../../model/date.js";
import type { OneOnOneNote } from "../../model/facts.js";
import { foldName } from "../../people/names.js";
import { allNotes, notesOfPair, pairOf } from "../../rules/shared/one-on-ones.js";
import { type NameParts, partsOf, withNames } from "./rename.js";
import { type Pair, shortName } from "./sides.js";

/** Where a note goes, and what stands around what it says. */
export interface NotePlace {
  readonly path: string;
  /** The document that is there already. */
  readonly document: PlanDocument | undefined;
  /** UTF-16 offset in it; 0 for a new one. */
  readonly offset: number;
  /** Everything before the note's own lines: front matter, title, its heading. Lines end with `\n`. */
  readonly head: readonly string[];
  /** Depth of the heading that dates the note. */
  readonly depth: number;
}

/**
 * The place of a note among its peers: in the file that holds the pair's dated headings, at the end where the newest stand; or in a file of its own beside
 * the pair's other files. A pair without notes follows the form of other pairs; the first note of all goes into `one-on-ones/`, under a dated
 * heading in the pair's file.
 */
export function placeOfNote(pair: Pair, day: number, workspace: WorkspaceView): NotePlace {
  const names = pair.map((side) => shortName(side, workspace));
  const parts = pair.map(({ name }) => partsOf(name));
  const own = notesOfPair(
    pairOf(
      pair.map(({ name }) => name),
      workspace,
    ),
    workspace,
  );
  const last = own.at(-1);
  if (last) return isWholeFile(last) ? ownFile(last, day, (text) => text, workspace) : inFile(own, last, day);
  const peer = allNotes(workspace).at(-1);
  const old = peer ? namesIn(peer.fact, workspace) : [];
  const renamed = (text: string): string => withNames(text, old, parts);
  if (peer && isWholeFile(peer)) return ownFile(peer, day, renamed, workspace);
  return newFile(names, day, peer, renamed, workspace);
}

function isWholeFile({ document, fact }: Stated<OneOnOneNote>): boolean {
  return fact.place === document.head.place || fact.place.slot === document.head.title?.place.slot;
}

/** Under a dated heading like that of the last note, before it where the newest comes first. */
function inFile(notes: readonly Stated<OneOnOneNote>[], last: Stated<OneOnOneNote>, day: number): NotePlace {
  const { document, fact } = last;
  const inDocument = notes.filter((note) => note.document === document);
  const first = inDocument[0] as Stated<OneOnOneNote>;
  // A new note has a heading of its own, behind a list or table of the older ones.
  const newestFirst = fact.form === "section" && first !== last && offsetOf(first.fact.place) > offsetOf(fact.place);
  const heading = headingOf(fact, day);
  return {
    path: document.path,
    document,
    offset: newestFirst ? fact.place.slot.offset : document.text.length,
    head: [heading.line],
    depth: heading.depth,
  };
}

/** The heading of a note with another day in it; a plain one where it is underlined. */
function headingOf({ place, date }: OneOnOneNote, day: number): { readonly line: string; readonly depth: number } {
  const line = place.slot.text.split(/\r\n|\n|\r/, 1)[0] ?? "";
  const depth = /^ {0,3}(#{1,6})[ \t]/.exec(line)?.[1]?.length;
  const written = writeLike(day, date);
  if (depth === undefined || !line.includes(date.text)) return { line: `## ${written}`, depth: 2 };
  return { line: line.replace(date.text, () => written).trimEnd(), depth };
}

/** A file like that of a peer, with another day and, for another pair, other names in its path and title. */
function ownFile(
  { document, fact }: Stated<OneOnOneNote>,
  day: number,
  renamed: (text: string) => string,
  workspace: WorkspaceView,
): NotePlace {
  const segments = document.path.split("/");
  const file = segments.pop() ?? "";
  const dated = withDay(file, fact.date, day);
  const base = dated === file ? `${isoDate(day)}${/\.[^.]*$/.exec(file)?.[0] ?? ".md"}` : dated;
  const path = freePath([...segments.map(renamed), renamed(base)].join("/"), workspace);
  const { title } = document.head;
  const titled = title?.text ?? `One-on-one ${fact.people.join(" and ")}, ${isoDate(fact.date.start)}`;
  const inTitle = workspace.findDate(titled, document);
  const dateOfTitle = inTitle?.start === fact.date.start ? inTitle : fact.date;
  const written = renamed(withDay(titled, dateOfTitle, day));
  const [first] = document.markdown.slots;
  const frontMatter = first?.text.startsWith("---") ? [renamed(withDay(first.text, fact.date, day)).trimEnd(), ""] : [];
  return { path, document: undefined, offset: 0, head: [...frontMatter, `# ${escapeInline(written)}`], depth: 1 };
}

/** The first note of a pair: a file for all its notes, named and titled like that of another pair. */
function newFile(
  names: readonly string[],
  day: number,
  peer: Stated<OneOnOneNote> | undefined,
  renamed: (text: string) => string,
  workspace: WorkspaceView,
): NotePlace {
  const slug = names.map(slugOf).join("-");
  if (!peer) {
    const path = `${homeOf(workspace)}one-on-ones/${slug}.md`;
    const document = workspace.documents.get(path);
    const title = document ? [] : [`# ${escapeInline(`One-on-ones: ${names.join(" and ")}`)}`, ""];
    return { path, document, offset: document?.text.length ?? 0, head: [...title, `## ${isoDate(day)}`], depth: 2 };
  }
  const { document, fact } = peer;
  const folder = document.path
    .split("/")
    .slice(0, -1)
    .map((segment) => `${segment}/`)
    .join("");
  const file = document.path.slice(folder.length);
  const path = `${folder}${renamed(file) === file ? `${slug}.md` : renamed(file)}`;
  const present = workspace.documents.get(path);
  const heading = headingOf(fact, day);
  const oldTitle = document.head.title?.text;
  const newTitle = oldTitle === undefined ? undefined : renamed(oldTitle);
  const title = newTitle === undefined || newTitle === oldTitle ? `One-on-ones: ${names.join(" and ")}` : newTitle;
  const head = present ? [heading.line] : [`# ${escapeInline(title)}`, "", heading.line];
  return { path, document: present, offset: present?.text.length ?? 0, head, depth: heading.depth };
}

/** A day of another note in a text, as it is written there or as dates are in names of files. */
function withDay(text: string, old: DateValue, day: number): string {
  const iso = isoDate(old.start);
  if (text.includes(iso)) return text.replaceAll(iso, isoDate(day));
  const compact = iso.replaceAll("-", "");
  if (text.includes(compact)) return text.replaceAll(compact, isoDate(day).replaceAll("-", ""));
  return text.replaceAll(old.text, () => writeLike(day, old));
}

/** A name as names of files have it. */
function slugOf(name: string): string {
  const slug = foldName(name)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return slug === "" ? "lead" : slug;
}

/** The people of a note by all that the roster knows of their names. */
function namesIn({ people }: OneOnOneNote, { roster }: WorkspaceView): readonly NameParts[] {
  return people.map((name) => partsOf(roster.resolve(name).person?.name ?? name));
}

/** Beside the charter, else where all planning documents are. */
function homeOf(workspace: WorkspaceView): string {
  const [charter] = [...workspace.charters()].map(({ path }) => path).sort();
  const paths =
    charter === undefined
      ? [...workspace.documents.values()].filter(({ head }) => head.planning).map(({ path }) => path)
      : [charter];
  const folders = paths.map((path) => path.split("/").slice(0, -1));
  const [first = []] = folders;
  const shared = first.findIndex((segment, index) => folders.some((folder) => folder[index] !== segment));
  return first
    .slice(0, shared < 0 ? undefined : shared)
    .map((segment) => `${segment}/`)
    .join("");
}

function freePath(path: string, workspace: WorkspaceView): string {
  const [stem = "", extension = ""] = /^(.*?)(\.[^./]*)?$/.exec(path)?.slice(1) ?? [];
  let free = path;
  for (let number = 2; workspace.documents.has(free); number += 1) free = `${stem}-${number}${extension}`;
  return free;
}
