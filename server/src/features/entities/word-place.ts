import { sourceOf } from "../../engine/markdown/place.js";
import type { Place } from "../../engine/markdown/slot.js";

const partOfWord = /[\p{L}\p{M}\p{N}]/u;

/** Where words first stand, as such, in a place that says more than they, such as the sentence of somebody's position; undefined where they do not. */
export function findWord(text: string, around: Place): Place | undefined {
  const words = text.trim();
  const source = sourceOf(around);
  if (words === "") return undefined;
  for (let at = source.indexOf(words); at >= 0; at = source.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (partOfWord.test(source[at - 1] ?? "") || partOfWord.test(source[end] ?? "")) continue;
    return { slot: around.slot, start: around.start + at, end: around.start + end };
  }
  return undefined;
}

/** The same, or the place itself where the words do not stand in it as they are read. */
export function wordPlace(text: string, around: Place): Place {
  return findWord(text, around) ?? around;
}

/** A value without the full stop of the sentence that it ends. */
export function withoutStop(text: string): string {
  return text.trim().replace(/\.$/, "");
}
