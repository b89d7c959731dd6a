import type { PlanDocument } from "../../index/document.js";
import type { Stated, WorkspaceView } from "../../index/view.js";
import type { OneOnOneNote } from "../../model/facts.js";
import type { Roster } from "../../people/roster.js";

/** Who met, in an order that does not depend on the note. */
export function pairOf(people: readonly string[], workspace: WorkspaceView): string {
  return people
    .map((name) => {
      const { person } = workspace.roster.resolve(name);
      return (person?.name ?? person?.handle ?? name).toLowerCase();
    })
    .sort()
    .join("+");
}

/** The notes of a pair, oldest first. */
export function notesOfPair(pair: string, workspace: WorkspaceView): readonly Stated<OneOnOneNote>[] {
  return seriesOf(workspace).byPair.get(pair) ?? [];
}

/** The dated notes of all one-on-ones, oldest first. */
export function allNotes(workspace: WorkspaceView): readonly Stated<OneOnOneNote>[] {
  return seriesOf(workspace).all;
}

interface Series {
  readonly roster: Roster;
  readonly all: readonly Stated<OneOnOneNote>[];
  readonly byPair: ReadonlyMap<string, readonly Stated<OneOnOneNote>[]>;
}

/** Every note of a pair asks for the notes beside it: they are put in order once, until a note or the roster changes. */
const known = new WeakMap<readonly PlanDocument[], Series>();

function seriesOf(workspace: WorkspaceView): Series {
  const documents = workspace.oneOnOneDocuments();
  const { roster } = workspace;
  let series = known.get(documents);
  if (series?.roster !== roster) {
    series = readSeries(documents, workspace);
    known.set(documents, series);
  }
  return series;
}

function readSeries(documents: readonly PlanDocument[], workspace: WorkspaceView): Series {
  const all: Stated<OneOnOneNote>[] = [];
  for (const document of documents) {
    const { oneOnOnes } = document.facts;
    const sections = oneOnOnes.filter(({ form }) => form === "section");
    for (const fact of sections.length > 0 ? sections : oneOnOnes)
      if (!fact.date.ambiguous) all.push({ document, fact });
  }
  all.sort((a, b) => a.fact.date.start - b.fact.date.start || (a.document.path < b.document.path ? -1 : 1));
  const byPair = new Map<string, Stated<OneOnOneNote>[]>();
  for (const note of all) {
    const pair = pairOf(note.fact.people, workspace);
    const notes = byPair.get(pair);
    if (notes) notes.push(note);
    else byPair.set(pair, [note]);
  }
  return { roster: workspace.roster, all, byPair };
}
