import type { Stated, WorkspaceView } from "../../index/view.js";
import type { OneOnOneNote } from "../../model/facts.js";

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
  return allNotes(workspace).filter(({ fact }) => pairOf(fact.people, workspace) === pair);
}

/** The dated notes of all one-on-ones, oldest first. */
export function allNotes(workspace: WorkspaceView): readonly Stated<OneOnOneNote>[] {
  const notes: Stated<OneOnOneNote>[] = [];
  for (const document of workspace.oneOnOneDocuments()) {
    for (const fact of document.facts.oneOnOnes) if (!fact.date.ambiguous) notes.push({ document, fact });
  }
  return notes.sort((a, b) => a.fact.date.start - b.fact.date.start || (a.document.path < b.document.path ? -1 : 1));
}
