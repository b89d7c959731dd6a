import type { Vocabulary } from "../context.js";

/** A word or phrase of a text that names a domain, in offsets of that text. */
export interface DomainWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The domain's name in the vocabulary. */
  readonly domain: string;
}

const longestAlias = 4;
const word = /[\p{L}\p{N}]+(?:[&'’./-][\p{L}\p{N}]+)*/gu;

/** Every word or phrase of the text that the vocabulary knows as a domain, the longest at each place, from left to right. */
export function findDomainWords(text: string, vocabulary: Vocabulary): DomainWord[] {
  const tokens = [...text.matchAll(word)].flatMap((match) => splitUnknown(match[0], match.index, vocabulary));
  const found: DomainWord[] = [];
  let index = 0;
  while (index < tokens.length) {
    const hit = longestAt(text, tokens, index, vocabulary);
    if (hit) found.push(hit.word);
    index += hit ? hit.length : 1;
  }
  return found;
}

interface Token {
  readonly start: number;
  readonly end: number;
}

/** "R&D" and "t-lang" may be names; "Product/Engineering" is two words. */
function splitUnknown(text: string, start: number, vocabulary: Vocabulary): Token[] {
  if (vocabulary.domainByWord.has(text.toLowerCase())) return [{ start, end: start + text.length }];
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((part) => ({
    start: start + part.index,
    end: start + part.index + part[0].length,
  }));
}

function longestAt(
  text: string,
  tokens: readonly Token[],
  index: number,
  vocabulary: Vocabulary,
): { word: DomainWord; length: number } | undefined {
  const first = tokens[index];
  if (!first) return undefined;
  for (let length = Math.min(longestAlias, tokens.length - index); length >= 1; length -= 1) {
    const last = tokens[index + length - 1];
    if (!last) continue;
    const written = text.slice(first.start, last.end);
    const domain = vocabulary.domainByWord.get(written.toLowerCase());
    if (domain !== undefined) return { word: { text: written, start: first.start, end: last.end, domain }, length };
  }
  return undefined;
}
