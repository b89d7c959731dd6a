import { dictionary } from "../text/dictionary.js";

/** Spelling and inflection of title words: two forms of one word get one stem. For comparing only, never for showing. */

const apostrophes = /[’'`]s?(?![\p{L}])|[’'`]/gu;

/** Lower case without accents, with one spelling for British and American forms. */
export function foldWord(word: string): string {
  const plain = word
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(apostrophes, "");
  return american(plain);
}

const spellings = dictionary<string>({
  programme: "program",
  programmes: "programs",
  catalogue: "catalog",
  catalogues: "catalogs",
  dialogue: "dialog",
  licence: "license",
  licences: "licenses",
  licencing: "licensing",
  defence: "defense",
  offence: "offense",
  cheque: "check",
  grey: "gray",
  centre: "center",
  centres: "centers",
  centred: "centered",
  fulfilment: "fulfillment",
  enrolment: "enrollment",
  instalment: "installment",
  instalments: "installments",
  judgement: "judgment",
  ageing: "aging",
  artefact: "artifact",
  artefacts: "artifacts",
  storey: "story",
  analysis: "analyze",
  analyses: "analyze",
});

function american(word: string): string {
  const known = spellings.get(word);
  if (known !== undefined) return known;
  return word
    .replace(/(?<=[a-z]{3})isation(?=s?$)/, "ization")
    .replace(/(?<=[a-z]{3})is(e|es|ed|er|ers|ing)$/, (whole, ending: string) => (keepsS(word) ? whole : `iz${ending}`))
    .replace(/(?<=[a-z]{2})yse(?=[sdr]?$)/, "yze")
    .replace(/(?<=[a-z]{2})our(?=(?:s|ed|ing|al|ally|ite|ites|hood)?$)/, (whole) => (keepsOur(word) ? whole : "or"))
    .replace(/(?<=[aeiou])ll(?=(?:ed|ing|er|ers)$)/, (whole) => (doublesL(word) ? "l" : whole));
}

/** Words whose "-ise" is no British "-ize". */
function keepsS(word: string): boolean {
  return /pris|^(?:prom|prec|conc|adv|rev|dev|superv|telev|exerc|enterpr|surpr|compr|franch|merchand|expert|no|ra|ri|wi|cru|pra|surm|disgu|desp|chem|exc|rev|paradi)is/.test(
    word,
  );
}

/** Words whose "-our" stays in American spelling. */
function keepsOur(word: string): boolean {
  return /^(?:hour|four|tour|your|our|pour|sour|detour|contour|source|course|resource|velour|parkour)/.test(word);
}

/** "labelling", "modelled", "cancelled": one l in American; "billing", "polling" and "rolled" have two anywhere. */
function doublesL(word: string): boolean {
  return /^(?:label|model|cancel|travel|channel|signal|tunnel|level|panel|fuel|total|initial|counsel|marvel|quarrel)l/.test(
    word,
  );
}

const longestWord = 40;

/** The stem of a folded word: plural, verb and noun endings taken off where what is left is long enough to tell. */
export function stem(word: string): string {
  if (word.length < 4 || word.length > longestWord || /\d/.test(word))
    return word.length === 4 ? word : plainPlural(word);
  const single = singular(word);
  for (const [ending, replacement, least] of endings) {
    if (!single.endsWith(ending)) continue;
    const rest = single.slice(0, -ending.length);
    if (rest.length < least || !/[aeiouy]/.test(rest)) continue;
    return undouble(rest + replacement, replacement);
  }
  return single;
}

function plainPlural(word: string): string {
  return /^[a-z]{2,3}s$/.test(word) && !/(?:s|u|i)s$/.test(word) ? word.slice(0, -1) : word;
}

function singular(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Endings, longest first: what replaces them, and how many letters must be left. */
const endings: readonly (readonly [string, string, number])[] = [
  ["ification", "if", 2],
  ["iliation", "il", 3],
  ["ization", "iz", 2],
  ["ability", "abl", 3],
  ["ibility", "ibl", 3],
  ["ifying", "if", 2],
  ["ified", "if", 2],
  ["izing", "iz", 2],
  ["ized", "iz", 2],
  ["izer", "iz", 2],
  ["ation", "at", 3],
  ["ating", "at", 3],
  ["ated", "at", 3],
  ["ator", "at", 3],
  ["ment", "", 4],
  ["tion", "t", 4],
  ["able", "abl", 3],
  ["ible", "ibl", 3],
  ["ing", "", 3],
  ["ify", "if", 2],
  ["ize", "iz", 2],
  ["ate", "at", 3],
  ["ed", "", 3],
  ["e", "", 3],
];

/** "logg", "plann", "embedd" lose a letter; "bill", "press" and "staff" keep both. After "ment" an "e" goes too. */
function undouble(word: string, replacement: string): string {
  if (replacement !== "") return word;
  if (/([bdgmnprt])\1$/.test(word)) return word.slice(0, -1);
  return word.length > 4 && word.endsWith("e") ? word.slice(0, -1) : word;
}

const leastSlipLength = 6;

/**
 * What two words have in common that differ by one slip of the keyboard: all letters where two are swapped; the consonants, doubled or not, where
 * a vowel is too many, too few or wrong, or a letter is doubled. Empty for short words.
 */
export function slipShapes(word: string): readonly string[] {
  if (word.length < leastSlipLength || word.length > longestWord || /[^a-z]/.test(word)) return [];
  const letters = [...word].sort().join("");
  const consonants = word.slice(1).replace(/[aeiouy]/g, "");
  return [letters, `${word[0]}-${consonants.replace(/(.)\1+/g, "$1")}`];
}

/**
 * Whether two words are one but for a slip of the keyboard: two letters swapped, or in longer words a vowel too many, too few or wrong, or a
 * letter doubled. Other words of one letter's difference are words of their own ("contract", "contact").
 */
export function isSlip(a: string, b: string): boolean {
  const least = Math.min(a.length, b.length);
  if (a === b || Math.abs(a.length - b.length) > 1 || least < leastSlipLength || a[0] !== b[0]) return false;
  let from = 0;
  while (from < least && a[from] === b[from]) from += 1;
  const [longer, shorter] = a.length >= b.length ? [a, b] : [b, a];
  const letter = longer[from] ?? "";
  const vowel = /[aeiouy]/;
  if (longer.length > shorter.length) {
    const harmless = vowel.test(letter) || letter === longer[from - 1];
    return harmless && least >= 8 && longer.slice(from + 1) === shorter.slice(from);
  }
  if (a[from] === b[from + 1] && a[from + 1] === b[from]) return a.slice(from + 2) === b.slice(from + 2);
  return (
    least >= 10 && vowel.test(letter) && vowel.test(shorter[from] ?? "") && a.slice(from + 1) === b.slice(from + 1)
  );
}
