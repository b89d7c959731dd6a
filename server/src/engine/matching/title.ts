import { currencyBefore, currencyBehind } from "../text/currencies.js";
import { dictionary } from "../text/dictionary.js";
import {
  builtInPhrases,
  commonTitles,
  contrastsByStem,
  mildStems,
  type Phrase,
  qualifyingWords,
  stopWords,
  weakStems,
} from "./word-lists.js";
import { foldWord, stem } from "./words.js";

/** One word of a title, as far as titles are compared by it. */
export interface TitleToken {
  readonly stem: string;
  /** Folded, with its endings. */
  readonly word: string;
  /** How much it tells of what the title names, by its kind and place; how rare it is comes on top. */
  readonly weight: number;
  /** Written as a short form ("SSO"), or a short form of a phrase. */
  readonly short: boolean;
  /** Groups of opposites that it is of. */
  readonly contrasts: readonly number[];
}

/** A title taken apart for comparison. */
export interface TitleAnalysis {
  /** In order of their stems, each once. */
  readonly tokens: readonly TitleToken[];
  /** The stems in the order of the title: for each the character of its number in `tokens`. */
  readonly order: string;
  /** Numbers that tell versions and phases apart; figures that are aimed at ("to 40 %") are left out. */
  readonly numbers: readonly string[];
  /** Ticket keys and numbers at the title's start or end, or in brackets: "lin-482". */
  readonly tickets: readonly string[];
  /** Titles of equal keys say the same in the same words; empty where the title says nothing of its own. */
  readonly key: string;
}

/** The stems of a title in its order. */
export function sequenceOf({ tokens, order }: TitleAnalysis): readonly string[] {
  const sequence: string[] = [];
  for (let at = 0; at < order.length; at += 1) sequence.push(tokens[order.charCodeAt(at)]?.stem ?? "");
  return sequence;
}

/** Looks up phrases by the stem of their first word, longest first. */
export type PhraseLookup = (firstStem: string) => readonly Phrase[];

const longestTitle = 300;
const ticket = /(?<![\p{L}\p{N}])([A-Z][A-Z0-9]{1,9})-(\d{1,6})(?![\p{L}\p{N}-])/gu;
const noTickets =
  /^(?:ISO|SOC|UTF|SHA|GPT|PCI|TLS|HTTP|WCAG|AES|RSA|COVID|ES|P\d|Q\d|H\d|FY\d*|V|IPV|MP|WIN|PHASE|TOP|TIER|ECMA|CAT|B2B|L\d)$/;
const period =
  /(?<![\p{L}\p{N}])(?:(?:by |in )?(?:end of |mid-?|early |late )?(?:FY ?'?\d{2,4}[ -]?(?:Q[1-4]|H[12])?|(?:20\d{2}[ -]?)?(?:Q[1-4]|H[12])(?:[ -]?(?:FY)?'?(?:20)?\d{2})?|20\d{2}(?:-\d{2}){0,2}))(?![\p{L}\p{N}%])/giu;
const aside = /[([{]([^()[\]{}]*)[)\]}]/gu;
const clause = /\s[–—-]+\s|:\s|\s\|\s|;\s|,?\s(?:because|so that|since|so we|in order to|which|until)\s/u;

const weights = { core: 1, theme: 0.4, qualifier: 0.4, aside: 0.25, mild: 0.4, weak: 0.15, number: 0.8 } as const;

/** What a title's words must weigh for it to be a name: "Goals" and "Improve support" are none. */
const leastWeight = 0.8;

type Place = "core" | "theme" | "qualifier" | "aside";

/** Takes a title apart. `phrases` gives short forms that documents explain; those built in are known besides. */
export function analyseTitle(title: string, phrases: PhraseLookup = () => []): TitleAnalysis {
  let text = title.slice(0, longestTitle).replace(/[*_`~]+/g, "");
  const tickets: string[] = [];
  text = text.replace(ticket, (whole, prefix: string, number: string, at: number, all: string) => {
    if (noTickets.test(prefix) || !standsApart(all, at, whole.length)) return whole;
    tickets.push(`${prefix}-${Number(number)}`.toLowerCase());
    return " ";
  });
  text = text.replace(/^\s*[[(]?P[0-5][\])]?(?:\s*[:–—-]\s*|\s+)/, "").replace(/^\s*#?\d{1,3}[.):]\s+/, "");
  const collector = new TokenCollector(phrases);
  const asides: string[] = [];
  text = text.replace(aside, (_whole, inner: string) => {
    asides.push(inner.replace(period, " "));
    return " ";
  });
  const withoutPeriod = text.replace(period, " ");
  if (/\p{L}/u.test(withoutPeriod)) text = withoutPeriod;
  addClauses(collector, text);
  for (const inner of asides) collector.add(inner, "aside");
  return collector.finish(tickets);
}

/** Two words or fewer before a colon are a theme where a title follows, and the title where a description does. */
function addClauses(collector: TokenCollector, text: string): void {
  const match = clause.exec(text);
  if (!match || text.slice(0, match.index).trim() === "") {
    collector.add(text, "core");
    return;
  }
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  const count = (part: string): number => part.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const theme = match[0].startsWith(":") && count(before) <= 2 && count(after) >= 1 && count(after) <= 5;
  collector.add(before, theme ? "theme" : "core");
  collector.add(after, theme ? "core" : "aside");
}

function standsApart(text: string, at: number, length: number): boolean {
  const before = text.slice(0, at).trimEnd();
  const after = text.slice(at + length).trimStart();
  return before === "" || after === "" || /[([]$/.test(before) || /^[:\])–—]/.test(after);
}

interface Word {
  readonly written: string;
  readonly folded: string;
  readonly stem: string;
  /** Whether white space stands on both sides: only then a small word is one of its own. */
  readonly free: boolean;
}

const wordPattern = new RegExp(
  `(?:${currencyBefore}\\s?)?(?:\\d{1,3}(?:,\\d{3})+(?![\\p{L}\\p{N}])|[\\p{L}\\p{N}]+(?:[’'.][\\p{L}\\p{N}]+)*)(?:\\s?%|\\+{1,2}|#)?`,
  "gu",
);
const money = new RegExp(`^${currencyBefore}\\s?\\d`, "u");
const figureBefore = /(?:^|\s)(?:to|from|by|of|under|over|below|above|least|most|than|within|up|about|≥|≤|[<>=~])\s*$/i;
const figureShape = /%$|^\d{1,3}(?:,\d{3})+|^\d+(?:[.,]\d+)*(?:k|m|bn|ms|s|x|h|d|gb|mb|tb|pts?|eur|usd)$/i;
const figureAfter = new RegExp(
  `^\\s?(?:%|percent|ms|seconds?|minutes?|hours?|days?|weeks?|months?|years?|points?|x\\b|fte|${currencyBehind})`,
  "iu",
);
const numberWords = dictionary<string>({
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  i: "1",
  ii: "2",
  iii: "3",
  iv: "4",
});
const countedWords =
  /(?:phase|part|type|step|stage|wave|milestone|version|tier|level|release|iteration|batch|generation|gen)\s+$/i;

const none: readonly never[] = [];

/** Titles are made of the same words again and again: equal tokens are one object, as far as so many go. */
const mostTokens = 20_000;
const knownTokens = new Map<string, TitleToken>();

function sharedToken({ stem, word, weight, short }: Omit<TitleToken, "contrasts">): TitleToken {
  const key = `${word} ${stem} ${weight} ${short}`;
  const known = knownTokens.get(key);
  if (known) return known;
  if (knownTokens.size >= mostTokens) knownTokens.clear();
  const token = { stem, word, weight, short, contrasts: contrastsByStem.get(stem) ?? none };
  knownTokens.set(key, token);
  return token;
}

class TokenCollector {
  readonly #weights = new Map<string, Omit<TitleToken, "stem" | "contrasts">>();
  readonly #sequence: string[] = [];
  readonly #numbers: string[] = [];

  constructor(private readonly phrases: PhraseLookup) {}

  add(text: string, place: Place): void {
    const words = this.#words(text);
    let current = place;
    let cores = 0;
    for (let at = 0; at < words.length; at += 1) {
      const phrase = this.#phraseAt(words, at);
      if (phrase) {
        this.#put({ stem: phrase.short, folded: phrase.short }, current, phrase.acronym);
        cores += 1;
        at += phrase.words.length - 1;
        continue;
      }
      const word = words[at] as Word;
      const small = word.stem;
      if (word.free && qualifyingWords.has(small)) {
        if (place === "core" && cores > 0) current = "qualifier";
        continue;
      }
      if (small === "to") {
        if (current === "qualifier") current = place;
        continue;
      }
      // "US" is a market, "us" nobody's name.
      if (word.written === "us") continue;
      if (stopWords.has(small) || stopWords.has(word.folded) || qualifyingWords.has(small)) continue;
      this.#put(word, current, /^[A-Z][A-Z0-9]+s?$/.test(word.written));
      if (!weakStems.has(small)) cores += 1;
    }
  }

  finish(tickets: readonly string[]): TitleAnalysis {
    const byStem = new Map(
      [...this.#weights].map(([word, token]) => [word, sharedToken({ stem: word, ...token })] as const),
    );
    const own = (word: string): string => byStem.get(word)?.stem ?? word;
    const tokens = [...byStem.values()].sort((a, b) => (a.stem < b.stem ? -1 : 1));
    const all = tokens.map((token) => token.stem).join(" ");
    const strong = tokens.filter((token) => token.weight > weights.weak);
    return {
      tokens,
      order: String.fromCharCode(...this.#sequence.map((word) => tokens.findIndex(({ stem }) => stem === word))),
      numbers: this.#numbers.length > 0 ? [...new Set(this.#numbers)].map(own) : none,
      tickets: tickets.length > 0 ? tickets : none,
      key:
        strong.reduce((sum, token) => sum + token.weight, 0) >= leastWeight && !commonTitles.has(all)
          ? strong.map((token) => token.stem).join(" ")
          : "",
    };
  }

  /** Words of the text with figures left out and numbers noted. */
  #words(text: string): Word[] {
    const words: Word[] = [];
    for (const match of text.matchAll(wordPattern)) {
      const written = match[0];
      const before = text.slice(Math.max(0, match.index - 24), match.index);
      const after = text.slice(match.index + written.length, match.index + written.length + 12);
      const number = numberOf(written, before);
      if (money.test(written)) continue;
      if (number !== undefined || /^\d/.test(written)) {
        // "02:00": the time of day at which something is done.
        if (/^:[0-5]\d(?!\d)/.test(after) || /\d:$/.test(before)) continue;
        if (figureShape.test(written) || figureBefore.test(before) || figureAfter.test(after)) continue;
      }
      const free = !/[-/&]$/.test(before) && !/^[-/&]/.test(after);
      const folded = foldWord(/^[A-Z]{2,}s$/.test(written) ? written.slice(0, -1) : written);
      words.push({ written, folded, stem: number === undefined ? stem(folded) : `#${number}`, free });
    }
    return words;
  }

  #phraseAt(words: readonly Word[], at: number): Phrase | undefined {
    const first = words[at]?.stem ?? "";
    const matches = (phrase: Phrase): boolean =>
      phrase.words.every((word, offset) => {
        const there = words[at + offset]?.stem;
        return there === word || there === `#${word}`;
      });
    return this.phrases(first).find(matches) ?? builtInPhrases.get(first)?.find(matches);
  }

  #put({ stem: word, folded }: Pick<Word, "stem" | "folded">, place: Place, short: boolean): void {
    const number = word.startsWith("#") && /^#\d/.test(word);
    // "Launch …" is a verb that any plan has; "before the launch" is a time.
    const weak = weakStems.has(word) && place !== "qualifier";
    const own = number ? weights.number : weak ? weights.weak : mildStems.has(word) ? weights.mild : 1;
    const weight = Math.min(own, weights[place]);
    const known = this.#weights.get(word);
    this.#weights.set(word, {
      word: known?.word ?? folded,
      weight: Math.max(weight, known?.weight ?? 0),
      short: short || known?.short === true,
    });
    this.#sequence.push(word);
    if (number) this.#numbers.push(word);
  }
}

/** "v2", "2.0", "2" and after "phase" also "two" and "II" are one number; undefined for other words. */
function numberOf(written: string, before: string): string | undefined {
  const match = /^v?(\d+(?:\.\d+)*)$/i.exec(written);
  if (match) return (match[1] ?? "").replace(/(?<!\.0)(?:\.0)+$/, "").replace(/^0+(?=\d)/, "");
  return countedWords.test(before) ? numberWords.get(written.toLowerCase()) : undefined;
}
