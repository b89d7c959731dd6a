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
  /** Titles by two words that they hold in a row, as one, and by the initials of three. */
  readonly #titles = new Postings<number, Group>();
  /** Shape of a word to the words of that shape, with how many titles use each. */
  readonly #shapes = new Map<string, Map<string, { readonly stem: string; count: number }>>();

  /** @param titlesWith titles that hold a word, by its stem */
  constructor(private readonly titlesWith: (stem: string) => Iterable<Group>) {}

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
    for (const { stem, short } of analysis.tokens) {
      yield* this.#titles.get(keyOf("pair", stem));
      if (short && stem.length >= shortest && stem.length <= longest) yield* this.#titlesOfInitials(stem);
    }
    for (const pair of pairsOf(analysis.sequence)) yield* this.titlesWith(pair);
    const initials = initialsOf(analysis.sequence);
    for (let length = shortest; length <= Math.min(longest, initials.length); length += 1) {
      for (let at = 0; at + length <= initials.length; at += 1) yield* this.titlesWith(initials.slice(at, at + length));
    }
  }

  *#titlesOfInitials(short: string): Iterable<Group> {
    for (const group of this.#titles.get(keyOf("initials", short.slice(0, shortest)))) {
      if (initialsOf(group.analysis.sequence).includes(short)) yield group;
    }
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

function keysOf({ sequence }: TitleAnalysis): number[] {
  const keys = pairsOf(sequence).map((pair) => keyOf("pair", pair));
  const initials = initialsOf(sequence);
  for (let at = 0; at + shortest <= initials.length; at += 1) {
    keys.push(keyOf("initials", initials.slice(at, at + shortest)));
  }
  return keys;
}

/**
 * A number for a word in its part (FNV-1a in 30 bits): a title has some twenty keys, and strings of their own for all would be most of the
 * index. Two words that meet in one number cost a comparison of titles and no more.
 */
function keyOf(part: "pair" | "initials", word: string): number {
  let hash = 0x811c9dc5 ^ part.charCodeAt(0);
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}

function pairsOf(sequence: readonly string[]): string[] {
  return sequence.slice(1).map((word, index) => `${sequence[index]}${word}`);
}

/** The words' first letters in a row. */
function initialsOf(sequence: readonly string[]): string {
  let initials = "";
  for (const word of sequence) initials += word[0] ?? "";
  return initials;
}
