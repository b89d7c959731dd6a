import type { Figure, PlanItem } from "../../model/facts.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { type Span, splitSentences } from "../prose/sentences.js";
import { noAttributes, placeIn, type TextSource } from "./attributes.js";
import { buildItem } from "./build.js";
import { type Amount, figuresOf, findAmount } from "./figures.js";
import { referenceOf, type Setting } from "./setting.js";

const numbered = "(?:KR|[Kk]ey [Rr]esult)\\s?#?\\d{1,2}(?:\\.\\d{1,2})*";
const anywhere = new RegExp(numbered, "u");
const first = new RegExp(`^\\W{0,4}(${numbered})(?![\\p{L}\\d])`, "u");

/** The number that a text gives a key result at its start, one word for all spellings: "1.2" of "KR 1.2: …", "Key result 1.2". */
export function resultNumber(text: string): string | undefined {
  return /[\d.]*\d$/.exec(first.exec(text)?.[1] ?? "")?.[0];
}

/** "KR 1.2": a name that is the number alone. */
export function isNumberAlone(name: string): boolean {
  return first.exec(name)?.[0].length === name.trimEnd().length;
}

/** What came of a result, or stands so far, rather than what is aimed at. */
const reached =
  /\b(?:fell|rose|went|grew|dropped|climbed|moved|was|were|has|have|had|so far|stood|reached|achieved|to date)\b/i;

/** "target 12", "the target is 40 %", in so many words. */
const saysTarget = /\btarget(?:s|ed)?(?: is| remains| stays| of| at|:)?(?: still)? [~≥≤<>]?[$€£]?\d/i;

/**
 * "KR 1.2: calls fall from 31 to 12", "KR 1.2: target 12 calls, 31 today": a key result stated anew by what it is counted from and what it is to
 * come to, or by its target, wherever it stands.
 */
export function restatesResult({ unit }: ReadUnit): boolean {
  if (unit.kind !== "paragraph") return false;
  const { text } = unit.inline;
  const aim = saysTarget.test(text);
  if (resultNumber(text) === undefined || !(aim || /\bfrom\b|→|->/.test(text))) return false;
  const figures = figuresOf(text, () => ({ slot: unit.slot, start: 0, end: 0 }));
  const [end] = figures.slice(-1);
  return (figures.length === 2 || aim) && end !== undefined && !reached.test(text.slice(0, text.indexOf(end.text)));
}

const still = "(?: (?:still|now|also|therefore|again))?";
/** "The target for KR 1.1 remains …", "KR 2 is to reach …", up to what it is to come to. */
const aims = [
  new RegExp(
    `\\b(?:targets?|goals?|aims?) (?:for|of|in|behind|under) (?:the |our )?(${numbered})(?: \\([^()]{1,60}\\))?${still} (?:is|remains|stays|stands)${still}\\b`,
    "u",
  ),
  new RegExp(
    `\\b(${numbered})(?: \\([^()]{1,60}\\))?${still} (?:is to|shall|must|aims? (?:at|for|to)|targets|has a target of)\\b`,
    "u",
  ),
];
/** Who weighs, asks or remembers a target states none. */
const unstated =
  /\b(?:if|whether|unless|suppos\p{L}+|propos\p{L}+|suggest\p{L}*|asked|asks|wonder\p{L}*|would|could|perhaps|maybe|until|instead of)\b/iu;
const notNow = /^\s?(?:not\b|no longer|unclear|unknown|under review|open\b|to be (?:set|agreed|decided))/i;
const longestAim = 160;

/** The key result whose target a sentence gives by its number: "The target for KR 1.1 remains a salary in 15 % of them". */
export function resultInProse({ unit }: ReadUnit, setting: Setting, reading: SectionReading): PlanItem | undefined {
  const { kind } = reading.head;
  if (setting.shown || kind === "decision" || kind === "okr" || unit.kind !== "paragraph") return undefined;
  const text = unit.inline.prose;
  if (!anywhere.test(text)) return undefined;
  for (const { start, end } of splitSentences(text)) {
    const sentence = text.slice(start, end).replace(/\n/g, " ");
    const match = aims.map((aim) => aim.exec(sentence)).find((found) => found !== null);
    if (!match?.[1] || sentence.endsWith("?") || unstated.test(sentence.slice(0, match.index))) continue;
    const from = match.index + match[0].length;
    const rest = sentence.slice(from, from + longestAim);
    const amount = notNow.test(rest) ? undefined : aimIn(rest);
    if (!amount) continue;
    const named = start + match.index + match[0].indexOf(match[1]);
    const aim = { ...amount, start: start + from + amount.start };
    return resultOf(unit, { start, end }, { text: match[1], start: named }, aim, setting, reading);
  }
  return undefined;
}

const months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const ofDate = new RegExp(`^(?:st|nd|rd|th)?(?: of)? (?:${months})|^[-/.]\\d`, "i");

/** The first amount of words that is no part of a date, that of "from … to …" last. */
function aimIn(words: string): Amount | undefined {
  const told = figuresOf(words, () => ({ slot: undefined as never, start: 0, end: 0 })).find(
    ({ kind }) => kind === "target",
  );
  let at = told ? Math.max(0, words.indexOf(told.text)) : 0;
  for (let amount = findAmount(words, at); amount; amount = findAmount(words, at)) {
    const year = amount.unit === "" && amount.value > 1900 && amount.value < 2100;
    if (!year && !ofDate.test(words.slice(amount.end))) return amount;
    at = amount.end;
  }
  return undefined;
}

function resultOf(
  unit: ParagraphUnit,
  sentence: Span,
  name: { readonly text: string; readonly start: number },
  amount: Amount,
  setting: Setting,
  reading: SectionReading,
): PlanItem {
  const source: TextSource = { unit, inline: unit.inline, context: reading.context, reference: referenceOf(reading) };
  const figure: Figure = {
    measure: "",
    kind: "target",
    value: amount.value,
    unit: amount.unit,
    text: amount.text,
    place: placeIn(source, amount.start, amount.start + amount.text.length),
  };
  return buildItem(
    {
      kind: "objective",
      title: name.text,
      titlePlace: placeIn(source, name.start, name.start + name.text.length),
      place: placeIn(source, sentence.start, sentence.end),
      form: "prose",
      unit,
      attributes: noAttributes(),
      fields: [],
      text: "",
      links: [],
      list: `results:${reading.section.path.map((heading) => heading.text).join("/")}`,
      ranked: false,
      struck: false,
      total: false,
      figures: [figure],
      parent: undefined,
      evidence: [{ kind: "result-by-number", text: unit.inline.text.slice(0, 60) }],
    },
    { ...setting, priority: undefined, status: undefined, target: undefined, owners: [], domainWords: [] },
    reading,
  );
}
