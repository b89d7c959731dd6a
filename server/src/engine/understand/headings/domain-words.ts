import type { Vocabulary } from "../context.js";

/** A word or phrase of a text that names a domain, in offsets of that text. */
export interface DomainWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The domain's name in the vocabulary. */
  readonly domain: string;
}

const patterns = new WeakMap<Vocabulary, RegExp>();

/** All words of a vocabulary as one expression, longer ones first, so that the longest at a place is found. */
function patternOf(vocabulary: Vocabulary): RegExp {
  let pattern = patterns.get(vocabulary);
  if (!pattern) {
    const words = [...vocabulary.domainByWord.keys()].sort((a, b) => b.length - a.length).map(escapeWord);
    pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|") || "(?!)"})(?![\\p{L}\\p{N}])`, "giu");
    patterns.set(vocabulary, pattern);
  }
  return pattern;
}

function escapeWord(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** Every word or phrase of the text that the vocabulary knows as a domain, the longest at each place, from left to right. */
export function findDomainWords(text: string, vocabulary: Vocabulary): DomainWord[] {
  const found: DomainWord[] = [];
  const pattern = patternOf(vocabulary);
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const domain = vocabulary.domainByWord.get(match[0].toLowerCase());
    if (domain !== undefined) {
      found.push({ text: match[0], start: match.index, end: match.index + match[0].length, domain });
    }
  }
  return found;
}
