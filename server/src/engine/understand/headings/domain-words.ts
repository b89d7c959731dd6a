import type { Vocabulary } from "../context.js";

/** A word or phrase of a text that names a domain, in offsets of that text. */
export interface DomainWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The domain's name in the vocabulary. */
  readonly domain: string;
}

/** The phrases of a vocabulary, found by how they begin. */
interface PhraseTable {
  /** By the codes of their first two characters; longer ones first, so that the longest at a place is found. */
  readonly byStart: ReadonlyMap<number, readonly string[]>;
  /** Set for each pair of codes below 128 that a phrase begins with, in any case (`pairOf`); other codes are looked up. */
  readonly starts: Uint8Array;
}

const tables = new WeakMap<Vocabulary, PhraseTable>();

function tableOf(vocabulary: Vocabulary): PhraseTable {
  let table = tables.get(vocabulary);
  if (!table) {
    table = buildTable(vocabulary);
    tables.set(vocabulary, table);
  }
  return table;
}

function buildTable(vocabulary: Vocabulary): PhraseTable {
  const byStart = new Map<number, string[]>();
  const starts = new Uint8Array(128 * 128);
  for (const phrase of [...vocabulary.domainByWord.keys()].sort((a, b) => b.length - a.length)) {
    // A phrase of one letter goes under whatever may follow it.
    const key = startKey(phrase, 0, phrase.length);
    const others = byStart.get(key);
    if (others) others.push(phrase);
    else byStart.set(key, [phrase]);
    const seconds = phrase.length > 1 ? casesOf(phrase, 1) : allCodes;
    for (const first of casesOf(phrase, 0)) for (const second of seconds) starts[pairOf(first, second)] = 1;
  }
  return { byStart, starts };
}

const allCodes: readonly number[] = Array.from({ length: 128 }, (_, code) => code);

/** The ASCII codes that read as a character of a phrase in small letters; all where the character is none of ASCII. */
function casesOf(phrase: string, at: number): readonly number[] {
  const code = phrase.charCodeAt(at);
  if (code >= 128) return allCodes;
  return code >= 97 && code <= 122 ? [code, code - 32] : [code];
}

function pairOf(first: number, second: number): number {
  return first * 128 + second;
}

/** Every word or phrase of the text that the vocabulary knows as a domain, the longest at each place, from left to right. */
export function findDomainWords(text: string, vocabulary: Vocabulary): DomainWord[] {
  const table = tableOf(vocabulary);
  const { starts } = table;
  const found: DomainWord[] = [];
  let inWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const phrase = !inWord && mayBegin(text, at, code, starts) ? phraseAt(text, at, table) : undefined;
    if (phrase === undefined || (vocabulary.proper.has(phrase) && !/^\p{Lu}/u.test(text.slice(at, at + 2)))) {
      inWord = code < 128 ? asciiWords[code] === 1 : isWordCharacter(text, at);
      continue;
    }
    const end = at + phrase.length;
    const domain = vocabulary.domainByWord.get(phrase) ?? "";
    found.push({ text: text.slice(at, end), start: at, end, domain });
    at = end - 1;
    inWord = isWordCharacter(text, at);
  }
  return found;
}

function mayBegin(text: string, at: number, code: number, starts: Uint8Array): boolean {
  if (code >= 128) return true;
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  return next >= 128 || starts[pairOf(code, next)] === 1;
}

function phraseAt(text: string, at: number, { byStart }: PhraseTable): string | undefined {
  return (
    fitting(text, at, byStart.get(startKey(text, at, text.length))) ??
    fitting(text, at, byStart.get(startKey(text, at, at + 1)))
  );
}

function fitting(text: string, at: number, phrases: readonly string[] = []): string | undefined {
  for (const phrase of phrases) {
    const end = at + phrase.length;
    if (startsWith(text, at, phrase) && (end >= text.length || !isWordCharacter(text, end))) return phrase;
  }
  return undefined;
}

/** Whether a phrase in small letters stands in a text at a place, in letters of any size. */
function startsWith(text: string, at: number, phrase: string): boolean {
  // The end first: what begins alike ends differently more often than not.
  for (let index = phrase.length - 1; index >= 0; index -= 1) {
    const code = text.charCodeAt(at + index);
    // Outside ASCII a letter may have another length in small.
    if (code >= 128) return text.slice(at, at + phrase.length).toLowerCase() === phrase;
    if ((code >= 65 && code <= 90 ? code + 32 : code) !== phrase.charCodeAt(index)) return false;
  }
  return true;
}

/** How a phrase begins at a place: its first two characters, or the one where the text ends behind it. */
function startKey(text: string, at: number, end: number): number {
  return lowerCode(text, at) * 65_536 + (at + 1 < end ? lowerCode(text, at + 1) : 0);
}

/** Code of the character in lower case. */
function lowerCode(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  return text.charAt(at).toLowerCase().charCodeAt(0);
}

/** Set for letters and digits below 128. */
const asciiWords = Uint8Array.from({ length: 128 }, (_, code) => (/[a-z0-9]/i.test(String.fromCharCode(code)) ? 1 : 0));
const wordCharacter = /[\p{L}\p{N}]/u;

/** Whether a letter or digit stands there; of one that takes two units, either counts. */
function isWordCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return asciiWords[code] === 1;
  const start = code >= 0xdc00 && code <= 0xdfff && at > 0 ? at - 1 : at;
  return wordCharacter.test(String.fromCodePoint(text.codePointAt(start) ?? 0));
}
