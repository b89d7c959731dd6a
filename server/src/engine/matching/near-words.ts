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
  readonly #titles = new Postings<Group>();
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
      yield* this.#titles.get(`pair ${token.stem}`);
      yield* this.#titles.get(`initials ${token.stem}`);
    }
    for (const pair of pairsOf(analysis.sequence)) yield* this.#titles.get(`word ${pair}`);
    for (const initials of initialsOf(analysis.sequence)) yield* this.#titles.get(`short ${initials}`);
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

function keysOf(analysis: TitleAnalysis): string[] {
  return [
    ...pairsOf(analysis.sequence).map((pair) => `pair ${pair}`),
    ...initialsOf(analysis.sequence).map((initials) => `initials ${initials}`),
    ...analysis.tokens
      .filter((token) => token.stem.length >= shortest)
      .map((token) => (token.short ? `short ${token.stem}` : `word ${token.stem}`)),
  ];
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
