import type { PlanDocument } from "../index/document.js";
import type { WorkspaceView } from "../index/view.js";
import { sourceOf } from "../markdown/place.js";
import type { Mention } from "../model/facts.js";
import { phrase } from "../text/phrase.js";
import type { Fix } from "./fix.js";

/** *Use “Amelia Chen”*: people of the roster whose name or handle is nearest to what is written, at most three. */
export function* correctName(mention: Mention, document: PlanDocument, workspace: WorkspaceView): Iterable<Fix> {
  const written = sourceOf(mention.place).trim();
  const candidates = workspace.roster.people.flatMap((person) => {
    const name = written.startsWith("@") ? person.handle : person.name;
    if (name === undefined) return [];
    const text = written.startsWith("@") ? `@${name.replace(/^@/, "")}` : name;
    const distance = editDistance(written.toLowerCase(), text.toLowerCase());
    return distance <= Math.max(2, Math.floor(text.length / 4)) ? [{ text, distance }] : [];
  });
  candidates.sort((a, b) => a.distance - b.distance || (a.text < b.text ? -1 : 1));
  for (const { text } of candidates.slice(0, 3)) {
    yield {
      title: phrase`Use “${text}”`,
      edits: [{ document, place: mention.place, newText: text }],
      safe: false,
      snippet: false,
    };
  }
}

const longestName = 60;

/** Levenshtein's distance; names longer than 60 UTF-16 units count as far. */
function editDistance(a: string, b: string): number {
  if (a.length > longestName || b.length > longestName) return longestName;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? longestName;
}
