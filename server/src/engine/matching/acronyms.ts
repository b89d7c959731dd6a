import { foldWord, stem } from "./words.js";

/** A short form that a text explains: "single sign-on (SSO)". */
export interface Acronym {
  /** Its stem, as titles have it. */
  readonly short: string;
  /** Stems of the words that it stands for, joined by spaces. */
  readonly long: string;
}

const shortInBrackets = /\(([A-Z][A-Za-z0-9&]{1,7}?)s?\)/y;
const inBrackets = /\(([^()]{5,80})\)/y;
const beforeBrackets = /(?<![\p{L}\p{N}])([A-Z][A-Z0-9]{1,6})s? $/u;
const longestShort = 10;
const wordPattern = /[\p{L}\p{N}]+/gu;
const smallWords = new Set(["of", "the", "and", "for", "to", "in", "on", "a", "an", "by", "as"]);
const longestLead = 100;

/** Short forms that the text explains where it uses them, in its order: "data subject access request (DSAR)", "DSAR (data subject …)". */
export function findAcronyms(text: string): Acronym[] {
  if (!text.includes("(")) return [];
  const behind: Acronym[] = [];
  const before: Acronym[] = [];
  for (let at = text.indexOf("("); at >= 0; at = text.indexOf("(", at + 1)) {
    const short = matchAt(shortInBrackets, text, at)?.[1];
    if (short !== undefined && /[A-Z].*[A-Z]/.test(short)) {
      const lead = text.slice(Math.max(0, at - longestLead), at);
      const long = longFormBefore(short, lead.match(wordPattern) ?? []);
      if (long) behind.push({ short: stem(foldWord(short)), long });
    }
    if (text.charCodeAt(at - 1) !== 32) continue;
    const lead = beforeBrackets.exec(text.slice(Math.max(0, at - longestShort), at))?.[1];
    const words = lead === undefined ? [] : (matchAt(inBrackets, text, at)?.[1]?.match(wordPattern) ?? []);
    if (lead !== undefined && spells(lead, words)) before.push({ short: stem(foldWord(lead)), long: stems(words) });
  }
  return [...behind, ...before];
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The fewest last words whose initials spell the short form, small words counted or not. */
function longFormBefore(short: string, words: readonly string[]): string | undefined {
  const least = Math.max(2, short.length - 2);
  for (let count = least; count <= Math.min(words.length, short.length + 3); count += 1) {
    const last = words.slice(-count);
    if (spells(short, last)) return stems(last);
  }
  return undefined;
}

function spells(short: string, words: readonly string[]): boolean {
  if (words.length < 2) return false;
  const letters = short.toLowerCase().replace(/[^a-z0-9]/g, "");
  if (smallWords.has(words[0]?.toLowerCase() ?? "") && letters[0] !== words[0]?.[0]?.toLowerCase()) return false;
  const initials = (list: readonly string[]): string => list.map((word) => word[0]?.toLowerCase() ?? "").join("");
  return (
    initials(words) === letters || initials(words.filter((word) => !smallWords.has(word.toLowerCase()))) === letters
  );
}

function stems(words: readonly string[]): string {
  return words.map((word) => stem(foldWord(word))).join(" ");
}
