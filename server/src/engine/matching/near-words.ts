import { Postings } from "./postings.js";
import { sequenceOf, type TitleAnalysis } from "./title.js";
import { isSlip, slipShapes } from "./words.js";

const shortest = 3;
const longest = 5;

interface UsedWord {
  readonly word: string;
  readonly stem: string;
  /** How many titles use it. */
  count: number;
}

/**
 * Titles that share no word in the same spelling: "datalake" and "data lake", "DSAR" and "data subject access request", "compliance" and
 * "complaince". Whatever it finds for one of two titles, it finds for the other.
 */
export class NearWords<Group extends { readonly analysis: TitleAnalysis }> {
  /** Titles by the initials of three words that they hold in a row. */
  readonly #byInitials = new Postings<string, Group>();
  /** Words by their shapes. */
  readonly #byShape = new Postings<string, UsedWord>();

  /** @param titlesWith titles that hold a word, by its stem */
  constructor(private readonly titlesWith: (stem: string) => readonly Group[]) {}

  add(group: Group): void {
    for (const initials of threesOf(group.analysis)) this.#byInitials.add(initials, group);
    for (const { word, stem } of group.analysis.tokens) {
      const shapes = slipShapes(word);
      const known = this.#known(word, shapes);
      if (known) known.count += 1;
      else {
        const used = { word, stem, count: 1 };
        for (const shape of shapes) this.#byShape.add(shape, used);
      }
    }
  }

  delete(group: Group): void {
    for (const initials of threesOf(group.analysis)) this.#byInitials.delete(initials, group);
    for (const { word } of group.analysis.tokens) {
      const shapes = slipShapes(word);
      const known = this.#known(word, shapes);
      if (!known) continue;
      known.count -= 1;
      if (known.count === 0) for (const shape of shapes) this.#byShape.delete(shape, known);
    }
  }

  #known(word: string, [shape]: readonly string[]): UsedWord | undefined {
    return shape === undefined ? undefined : this.#byShape.get(shape).find((used) => used.word === word);
  }

  /** Titles that have a word of this one in two, two of its words in one, or one by its initials. */
  *titlesNear(analysis: TitleAnalysis): Iterable<Group> {
    for (const { stem, short } of analysis.tokens) {
      yield* this.#titlesInTwo(stem);
      if (short && stem.length >= shortest && stem.length <= longest) yield* this.#titlesOfInitials(stem);
    }
    for (const pair of pairsOf(sequenceOf(analysis))) yield* this.titlesWith(pair);
    const initials = initialsOf(sequenceOf(analysis));
    for (let length = shortest; length <= Math.min(longest, initials.length); length += 1) {
      for (let at = 0; at + length <= initials.length; at += 1) yield* this.titlesWith(initials.slice(at, at + length));
    }
  }

  /** Looked for wherever the word may come apart: most of the parts are words of no title, and an index of all pairs would be the largest there is. */
  *#titlesInTwo(word: string): Iterable<Group> {
    for (let at = 1; at < word.length; at += 1) {
      const before = this.titlesWith(word.slice(0, at));
      if (before.length === 0) continue;
      const behind = this.titlesWith(word.slice(at));
      for (const group of before.length <= behind.length ? before : behind) {
        if (pairsOf(sequenceOf(group.analysis)).includes(word)) yield group;
      }
    }
  }

  *#titlesOfInitials(short: string): Iterable<Group> {
    for (const group of this.#byInitials.get(short.slice(0, shortest))) {
      if (initialsOf(sequenceOf(group.analysis)).includes(short)) yield group;
    }
  }

  /** Stems of words that are a slip away from one of the title's. */
  *stemsNear(analysis: TitleAnalysis): Iterable<string> {
    for (const { word, stem } of analysis.tokens) {
      for (const shape of slipShapes(word)) {
        for (const other of this.#byShape.get(shape)) {
          if (other.stem !== stem && isSlip(word, other.word)) yield other.stem;
        }
      }
    }
  }
}

/** The initials of each three words in a row, each once. */
function threesOf(analysis: TitleAnalysis): Iterable<string> {
  const initials = initialsOf(sequenceOf(analysis));
  const threes = new Set<string>();
  for (let at = 0; at + shortest <= initials.length; at += 1) threes.add(initials.slice(at, at + shortest));
  return threes;
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
