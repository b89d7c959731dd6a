import type { Place } from "../markdown/slot.js";
import type { Vocabulary } from "./context.js";
import { splitNames } from "./names.js";

/** A domain's word with a separator in it, as a list of names would be parted: "research & insights" is "research" and "insights". */
interface PartedWord {
  readonly parts: readonly string[];
  /** What stands between the parts, as the vocabulary writes it. */
  readonly gaps: readonly string[];
}

const tables = new WeakMap<Vocabulary, readonly PartedWord[]>();

/** The words of a vocabulary that are themselves lists by their looks; those of more parts first. */
function partedWords(vocabulary: Vocabulary): readonly PartedWord[] {
  let words = tables.get(vocabulary);
  if (!words) {
    words = [...vocabulary.domainByWord.keys()]
      .map(partedWord)
      .filter((word) => word !== undefined)
      .sort((one, other) => other.parts.length - one.parts.length);
    tables.set(vocabulary, words);
  }
  return words;
}

function partedWord(word: string): PartedWord | undefined {
  const parts = splitNames(word);
  if (parts.length < 2) return undefined;
  const gaps = parts.slice(1).map(({ start }, index) => {
    const before = parts[index];
    return before === undefined ? "" : word.slice(before.start + before.text.length, start);
  });
  return { parts: parts.map(({ text }) => text), gaps };
}

/** A name of a list, with where it stands where that is known. */
interface Listed {
  readonly text: string;
  readonly place?: Place;
}

/**
 * The names of a list that was parted at its separators, with those put together again that are one domain's word: of an alias "Research &
 * Insights" the list "Sales, Research & Insights" has two names. All else stays as it is.
 */
export function rejoined<Name extends Listed>(names: readonly Name[], vocabulary: Vocabulary): readonly Name[] {
  if (names.length < 2) return names;
  const words = partedWords(vocabulary);
  if (words.length === 0) return names;
  const whole: Name[] = [];
  for (let at = 0; at < names.length; ) {
    const word = words.find(({ parts }) => parts.every((part, index) => isWritten(names[at + index], part)));
    const length = word?.parts.length ?? 1;
    const [first, ...rest] = names.slice(at, at + length);
    if (first) whole.push(word ? { ...first, ...joined(first, rest, word) } : first);
    at += length;
  }
  return whole;
}

function isWritten(name: Listed | undefined, part: string): boolean {
  return name?.text.toLowerCase().replace(/^the /, "") === part;
}

function joined(first: Listed, rest: readonly Listed[], { gaps }: PartedWord): Listed {
  const text = rest.reduce((before, { text: next }, index) => `${before}${gaps[index] ?? " "}${next}`, first.text);
  const last = rest.at(-1)?.place;
  const { place } = first;
  if (!place) return { text };
  const follows = last !== undefined && last.slot === place.slot && last.end > place.end;
  return { text, place: follows ? { ...place, end: last.end } : place };
}

/** A list of names, parted, with the domain's words in it whole. */
export function listedNames(text: string, vocabulary: Vocabulary): readonly string[] {
  return rejoined(splitNames(text), vocabulary).map((name) => name.text);
}
