import type { PlanDocument } from "../index/document.js";
import type { Place } from "../markdown/slot.js";
import { english, listPhrase, type Phrase, phrase } from "../text/phrase.js";
import type { Fix } from "./fix.js";

/** One document's value of something that several documents state; the first of several is the one that the finding is in. */
export interface Side<Value> {
  readonly document: PlanDocument;
  /** Where it can be changed; undefined where the value is a heading's or the list's. */
  readonly place: Place | undefined;
  readonly value: Value;
  /** The value in a title: phrase`P1`. */
  readonly text: string;
}

/** How values of one kind are compared and carried over. */
export interface Alignment<Value> {
  /** Whether two values contradict each other. */
  conflict(a: Value, b: Value): boolean;
  /** The words that give `target` the value of `source`, in the form of its own document; undefined where it has none for it. */
  write(source: Side<Value>, target: Side<Value>): string | undefined;
}

/**
 * *Use P3 here*, *Use P1 in engineering/roadmap.md*: for each value that is stated, the edits that leave no other to contradict it. Which
 * one is right is for people to say.
 */
export function* align<Value>(sides: readonly Side<Value>[], { conflict, write }: Alignment<Value>): Iterable<Fix> {
  const [here] = sides;
  if (!here) return;
  const offered = new Set<string>();
  for (const source of [...sides.slice(1), here]) {
    const targets = sides.filter((side) => side !== source && conflict(source.value, side.value));
    if (targets.length === 0 || (source !== here && !targets.includes(here))) continue;
    const edits = targets.flatMap((target) => {
      const newText = target.place && write(source, target);
      return target.place && newText !== undefined ? [{ document: target.document, place: target.place, newText }] : [];
    });
    if (edits.length < targets.length) continue;
    const written = new Set(edits.map((edit) => edit.newText));
    const text = (written.size === 1 ? edits[0]?.newText : undefined) ?? source.text;
    const title = titleOf(text, targets, here);
    if (offered.has(english(title))) continue;
    offered.add(english(title));
    yield { title, edits, safe: false, snippet: false };
  }
}

function titleOf<Value>(text: string, targets: readonly Side<Value>[], here: Side<Value>): Phrase {
  const elsewhere = targets.filter((target) => target !== here).map((target) => target.document.path);
  if (elsewhere.length === 0) return phrase`Use ${text} here`;
  const paths = elsewhere.length > 2 ? phrase`${elsewhere.length} other documents` : listPhrase(elsewhere);
  return targets.includes(here) ? phrase`Use ${text} here and in ${paths}` : phrase`Use ${text} in ${paths}`;
}
