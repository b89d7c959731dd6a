import type { Place } from "../../markdown/slot.js";
import type { CharterFacts } from "../../model/facts.js";
import type { Heading } from "../../model/section.js";
import type { ReadUnit } from "../context.js";
import { splitNames } from "../names.js";

const oneOnOne =
  /\b(?:one[- ](?:on|to)[- ]ones?|1[:-]1s?|1[- ](?:on|to)[- ]1s?|1:1s|tête-à-tête|just the two of (?:them|us)|the two of (?:them|us) alone|(?:meet|talk|speak|sit down|sit together|see each other|see one another)s? alone|two by two|(?:every|each|any) (?:pair|two) of (?:the |our )?leads)(?![\p{L}\d])/iu;
const wholeName =
  /^\s*(?:our |the |leads' |leadership )?(?:one[- ](?:on|to)[- ]ones?|1[:-]1s?|1[- ](?:on|to)[- ]1s?)\b/i;

const cadences: readonly (readonly [RegExp, number])[] = [
  [/\b(?:every (?:working |week)?day|daily)\b/i, 1],
  [/\btwice (?:a|per|each) week\b/i, 4],
  [
    /\b(?:every (?:other|second|two|2) weeks?|every (?:two|2) weeks|bi-?weekly|fortnightly|every fortnight|every other (?:mon|tues|wednes|thurs|fri)day|every second (?:mon|tues|wednes|thurs|fri)day|every 14 days|twice (?:a|per) month)\b/i,
    14,
  ],
  [/\bevery (?:three|3|third) weeks?\b/i, 21],
  [
    /\b(?:every (?:four|4) weeks|monthly|(?:once )?(?:a|per|each|every) month|(?:first|second|third|fourth|last) (?:mon|tues|wednes|thurs|fri)day (?:of|in) (?:the|a|each|every) month)\b/i,
    31,
  ],
  [/\b(?:every (?:other|second|two) months?)\b/i, 62],
  [/\b(?:quarterly|(?:once )?(?:a|per|each|every) quarter)\b/i, 92],
  [
    /\b(?:weekly|(?:once )?(?:a|per|each|every) week|every (?:mon|tues|wednes|thurs|fri)day|(?:mon|tues|wednes|thurs|fri)days)\b/i,
    7,
  ],
];

/** Days between two meetings at most, as words say it; undefined where they do not. */
export function cadenceOf(text: string): number | undefined {
  return cadences.find(([pattern]) => pattern.test(text))?.[1];
}

/** Where a text says how often, in its offsets. */
export function cadencePlace(text: string): { readonly start: number; readonly end: number } | undefined {
  for (const [pattern] of cadences) {
    const match = pattern.exec(text);
    if (match) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

const named = new WeakMap<Heading, boolean>();

function isOneOnOneHeading(heading: Heading): boolean {
  let found = named.get(heading);
  if (found === undefined) {
    found = oneOnOne.test(heading.text);
    named.set(heading, found);
  }
  return found;
}

type Arrangement = CharterFacts["oneOnOnes"][number];

/** What a unit of a charter arranges about one-on-ones: one for each pair that it names. */
export function arrangementsOf(told: ReadUnit, path: readonly Heading[]): readonly Arrangement[] {
  const { unit } = told;
  const below = path.some(isOneOnOneHeading);
  const text =
    unit.kind === "row" ? unit.cells.map((cell) => cell.inline.text.trim()).join(" | ") : unit.inline.text.trim();
  if (unit.kind === "heading" || text.length > 400) return [];
  if (!below && !speaksOfOne(text)) return [];
  if (/\b(?:no|without|instead of|not have|cancel(?:led)?)\b[^.]{0,20}\b(?:one[- ]on|1[:-]1)/i.test(text)) return [];
  const place = { slot: unit.slot, start: unit.start, end: unit.end };
  const heading = below ? cadenceOf(path.at(-1)?.text ?? "") : undefined;
  const read = (part: string, names: string, at = place): Arrangement[] => {
    const everyDays = cadenceOf(part) ?? heading;
    const people = peopleIn(names);
    return everyDays === undefined && people.length < 2 ? [] : [{ people, everyDays, place: at }];
  };
  if (unit.kind === "row") return read(text, unit.cells[0]?.inline.text.trim() ?? "");
  const arranged = (sentence: string, names = sentence, at = place): Arrangement[] => {
    const [all = sentence, ...excepted] = sentence.split(exceptFor);
    if (excepted.length > 0) {
      return [all, ...excepted].flatMap((part) => (cadenceOf(part) === undefined ? [] : read(part, part, at)));
    }
    const met = metByOne(sentence);
    if (met.length > 0) return met.map((people) => ({ people, everyDays: cadenceOf(sentence) ?? heading, place: at }));
    const parts = sentence.split(nextPair);
    return parts.length > 1 && parts.every((part) => cadenceOf(part) !== undefined)
      ? parts.flatMap((part) => read(part, part, at))
      : read(sentence, names, at);
  };
  const sentences = sentencesOf(text).filter(
    ({ text: sentence }) =>
      cadenceOf(sentence) !== undefined &&
      (below || speaksOfOne(sentence) || theRest.test(sentence) || pairFirst.test(sentence)),
  );
  const [only] = sentences;
  const trimmed = unit.inline.text.length - unit.inline.text.trimStart().length;
  const placeOf = ({ start, end }: Sentence): Place => ({
    slot: unit.slot,
    start: start === 0 ? unit.start : unit.inline.sourceStart(trimmed + start),
    end: unit.inline.sourceEnd(trimmed + end),
  });
  if (sentences.length > 1) return sentences.flatMap((each) => arranged(each.text, each.text, placeOf(each)));
  // Whom a sentence means that says how often may be told beside it.
  return only !== undefined && speaksOfOne(only.text) ? arranged(only.text, text) : arranged(text);
}

/** "Bo and Cy have theirs every Wednesday", after the sentence that speaks of one-on-ones. */
const theirs = /\p{Lu}[\p{L}’'-]+ and \p{Lu}[\p{L}’'-]+ (?:have|hold|do) theirs\b/u;

function speaksOfOne(text: string): boolean {
  return oneOnOne.test(text) || theirs.test(text);
}

/** "Dr. Ito" goes on, "every week. Every other pair …" does not. */
const nextSentence = /(?<=[\p{Ll}\d)]{2}[.;!])\s+(?=[\p{Lu}@])/u;

/** "Bo and Cy are the exception. Theirs is once a month.": what is said of the two whom the sentence before named. */
const ofTheTwo = /^(?:theirs|they|these two|those two|the two|both)\b/i;

interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const words of text.split(nextSentence)) {
    const start = text.indexOf(words, from);
    const end = start + words.length;
    from = end;
    const before = sentences.at(-1);
    const joins = before !== undefined && ofTheTwo.test(words) && cadenceOf(before.text) === undefined;
    if (joins && peopleIn(before.text).length > 1)
      sentences[sentences.length - 1] = { text: text.slice(before.start, end), start: before.start, end };
    else sentences.push({ text: words, start, end });
  }
  return sentences;
}

/** Pairs that a sentence does not name, after one that named some. */
const theRest =
  /\b(?:(?:every|each|all|any|the) (?:of the )?(?:other|remaining)s?|every(?:one|body) else|the rest|the others|all (?:the )?(?:leads|pairs))\b/i;

/** "Ana meets each of Bo, Cy and Di weekly": one pair for each whom she meets; Ana alone where she meets all of the others. */
function metByOne(sentence: string): readonly (readonly string[])[] {
  const match = hub.exec(sentence);
  const [, one, whom] = match ?? [];
  if (!match || one === undefined || whom === undefined || dayNames.test(one)) return [];
  if (theRest.test(whom) || /^(?:every (?:one|lead)|each lead)\b/i.test(whom)) return [[one]];
  const others = splitNames(whom.replace(/^(?:each|all|both|every one)(?: of)? /, ""))
    .map(({ text }) => wholeNames.exec(text)?.[0])
    .filter((found) => found !== undefined);
  return others.length > 1 ? others.map((other) => [one, other]) : [];
}

const name = "@[\\w-]+|\\p{Lu}[\\p{L}'’.-]*(?: \\p{Lu}[\\p{L}'’.-]*){0,2}";
const pair = new RegExp(
  `(?:^|[^\\p{L}@])(${name})(?:(?:\\s*(?:,|,? and|with|meets?(?: with)?)\\s+|\\s*(?:&|\\+|/|–|↔|<->|<>)\\s*)(?:the )?(${name}))(?:\\s*,?\\s*(?:and|&|\\+)\\s+(${name}))?`,
  "u",
);
const hub = new RegExp(
  `^(?:[^.:]{0,40}: ?)?(${name}) (?:also )?(?:meets?|sees?|talks? (?:to|with)|speaks? (?:to|with)|sits? down with|(?:has|holds) [^.]{0,40}?\\bwith) (?:with )?((?:each|all|both|every|everyone|everybody|the (?:others?|rest))\\b[^.;:]{0,160}|(?:${name}),[^.;:]{0,160}|(?:${name}) and [^.;:]{0,160})`,
  "u",
);
const wholeNames = new RegExp(`^(?:${name})`, "u");
/** "Ana and Bo every Monday, Bo and Cy every Friday": where the next pair begins. */
const nextPair = new RegExp(`(?:[,;]|,? and)\\s+(?=(?:${name})\\s*(?: and |&|\\+|/| with )\\s*(?:${name})[\\s:])`, "u");
/** "Bo and Cy once a month", after a sentence about all pairs. */
const pairFirst = new RegExp(`^(?:Only |For )?(?:${name}) (?:and|&|with) (?:${name})(?![\\p{L}])`, "u");
/** "… every week, except for Bo and Cy, who meet once a month". */
const exceptFor = new RegExp(
  `[,;(–—-]?\\s(?:except(?: for| that)?|but(?: for)?|apart from|other than|with the exception of|save)\\s(?:for )?(?=(?:${name}) (?:and|&|with) (?:${name}))`,
  "u",
);
const dayNames =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$|^(?:one|weekly|every|the|we|each|our)\b/i;

/** The two or three names that a line pairs; none where it speaks of the leads in general. */
function peopleIn(text: string): readonly string[] {
  const plain = text.replace(wholeName, " ").replace(/^\s*(?:between|of|for|:|–|-)\s*/i, "");
  const head = /^([^:–—|]{3,80}?)\s*[:–—|]/.exec(plain)?.[1];
  for (const part of head === undefined ? [plain] : [head, plain]) {
    const listed = splitNames(part).map((found) => found.text.replace(/^(?:between|the) /i, ""));
    if (
      part === head &&
      listed.length >= 2 &&
      listed.length <= 4 &&
      listed.every((one) => /^[@\p{L}]/u.test(one) && one.split(" ").length <= 3)
    ) {
      return listed;
    }
    const match = pair.exec(part);
    const names = match ? [match[1], match[2], match[3]].filter((one) => one !== undefined) : [];
    const people = names.filter((one) => !dayNames.test(one));
    if (people.length >= 2) return people;
  }
  return [];
}
