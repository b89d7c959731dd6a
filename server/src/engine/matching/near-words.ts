import { Postings } from "./postings.js";
import type { TitleAnalysis } from "./title.js";
import { isSlip, slipShapes } from "./words.js";

const shortest = 3;
const longest = 5;

/**
 * Titles that share no word in the same spelling: "datalake" and "data lake", "DSAR" and "data subject access request", "compliance" and
 * "complaince". Whatever it finds for one of two titles, it finds for the other.
 */
export class NearWords<Group extends { readonly analysis: TitleAnalysis }> {
  readonly #titles = new Postings<number, Group>();
  /** Shape of a word to the words of that shape, with how many titles use each. */
  readonly #shapes = new Map<string, Map<string, { readonly stem: string; count: number }>>();

  add(group: Group): void {
    for (const key of keysOf(group.analysis)) this.#titles.add(key, group);
    for (const { word, stem } of group.analysis.tokens) {
      for (const shape of slipShapes(word)) {
        const words = this.#shapes.get(shape) ?? new Map<string, { stem: string; count: number }>();
        this.#shapes.set(shape, words);
        const known = words.get(word);
        if (known) known.count += 1;
        else words.set(word, { stem, count: 1 });
      }
    }
  }

  delete(group: Group): void {
    for (const key of keysOf(group.analysis)) this.#titles.delete(key, group);
    for (const { word } of group.analysis.tokens) {
      for (const shape of slipShapes(word)) {
        const words = this.#shapes.get(shape);
        const known = words?.get(word);
        if (!words || !known) continue;
        known.count -= 1;
        if (known.count === 0) words.delete(word);
        if (words.size === 0) this.#shapes.delete(shape);
      }
    }
  }

  /** Titles that have a word of this one in two, two of its words in one, or one by its initials. */
  *titlesNear(analysis: TitleAnalysis): Iterable<Group> {
    for (const token of analysis.tokens) {
      yield* this.#titles.get(keyOf("pair", token.stem));
      yield* this.#titles.get(keyOf("initials", token.stem));
    }
    for (const pair of pairsOf(analysis.sequence)) yield* this.#titles.get(keyOf("word", pair));
    for (const initials of initialsOf(analysis.sequence)) yield* this.#titles.get(keyOf("short", initials));
  }

  /** Stems of words that are a slip away from one of the title's. */
  *stemsNear(analysis: TitleAnalysis): Iterable<string> {
    for (const { word, stem } of analysis.tokens) {
      for (const shape of slipShapes(word)) {
        for (const [other, { stem: otherStem }] of this.#shapes.get(shape) ?? []) {
          if (otherStem !== stem && isSlip(word, other)) yield otherStem;
        }
      }
    }
  }
}

function keysOf(analysis: TitleAnalysis): number[] {
  return [
    ...pairsOf(analysis.sequence).map((pair) => keyOf("pair", pair)),
    ...initialsOf(analysis.sequence).map((initials) => keyOf("initials", initials)),
    ...analysis.tokens
      .filter((token) => token.stem.length >= shortest)
      .map((token) => keyOf(token.short ? "short" : "word", token.stem)),
  ];
}

/**
 * A number for a word in its part (FNV-1a in 30 bits): a title has some twenty keys, and strings of their own for all would be most of the
 * index. Two words that meet in one number cost a comparison of titles and no more.
 */
function keyOf(part: "pair" | "initials" | "word" | "short", word: string): number {
  let hash = 0x811c9dc5 ^ part.charCodeAt(0);
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}

function pairsOf(sequence: readonly string[]): string[] {
  return sequence.slice(1).map((word, index) => `${sequence[index]}${word}`);
}

function initialsOf(sequence: readonly string[]): string[] {
  const initials = sequence.map((word) => word[0] ?? "").join("");
  const runs: string[] = [];
  for (let length = shortest; length <= Math.min(longest, initials.length); length += 1) {
    for (let at = 0; at + length <= initials.length; at += 1) runs.push(initials.slice(at, at + length));
  }
  return runs;
}
