import { titleKey } from "../../matching/title-index.js";
import { spacedWords } from "../../text/words.js";

/** Ways of deciding of which only one can be meant: a side is named by any of its words. */
const contraries: readonly (readonly RegExp[])[] = [
  [
    /\b(?:keeps?|kept|stays?|retain(?:s|ed)?|remains?|continues?)\b/,
    /\b(?:retire[sd]?|drop(?:s|ped)?|removed?|removes|sunset|abolish(?:es|ed)?|discontinue[sd]?|switch(?:es|ed)? off|goes? away)\b/,
  ],
  [
    /\b(?:allow(?:s|ed)?|permit(?:s|ted)?)\b/,
    /\b(?:forbid(?:s|den)?|ban(?:s|ned)?|prohibit(?:s|ed)?|disallow(?:s|ed)?|may not|must not)\b/,
  ],
  [/\b(?:optional|voluntary)\b/, /\b(?:mandatory|required|compulsory)\b/],
  [/\b(?:build|builds|in-house|ourselves)\b/, /\b(?:buy|buys|bought|outsource[sd]?)\b/],
  [/\b(?:buy|buys|bought|purchase[sd]?)\b/, /\b(?:rent|rents|rented|lease[sd]?|leasing|borrow(?:s|ed)?)\b/],
  [/\b(?:enable[sd]?|on by default|opt-out)\b/, /\b(?:disable[sd]?|off by default|opt-in)\b/],
  [
    /\bhourly\b/,
    /\b(?:daily|nightly|every (?:day|night))\b/,
    /\b(?:weekly|every week|once a week)\b/,
    /\b(?:fortnightly|biweekly|bi-weekly|every (?:two|2|other|second) weeks?)\b/,
    /\b(?:monthly|every month|once a month)\b/,
  ],
  "monday tuesday wednesday thursday friday saturday sunday"
    .split(" ")
    .map((day) => new RegExp(`\\b(?:${day}s|(?:every|each|to) ${day})\\b`)),
  "red yellow green blue black white orange grey|gray purple pink brown"
    .split(" ")
    .map((colour) => new RegExp(`\\b(?:${colour})\\b`)),
];

/** Whether two passages on one matter name different sides of something that has sides; one that names two sides says neither. */
export function contrary(one: string, other: string): boolean {
  const left = choiceIn(one);
  const right = choiceIn(other);
  return contraries.some((sides) => {
    const here = sides.filter((side) => side.test(left));
    const there = sides.filter((side) => side.test(right));
    return here.length === 1 && there.length === 1 && here[0] !== there[0];
  });
}

/** "Map tiles: Merid", "Map tiles (ADR 4) – Merid": what is asked, and the short answer. */
const asked =
  /^\W{0,4}([^:;.?!–—]{3,80}?)\s?(?::|\s[–—-]|=)\s(?:we (?:take|use|chose|go with) )?([^:;.?!]{2,40}?)\W{0,2}$/u;

/** Whether two passages give one question, in the same words, short answers that have no word in common. */
export function answersDiffer(one: string, other: string): boolean {
  const [left, right] = [asked.exec(one), asked.exec(other)];
  if (!left?.[1] || !left[2] || !right?.[1] || !right[2]) return false;
  const [mine, theirs] = [left[1], right[1]].map((text) => titleKey(text.replace(/\([^()]*\)/g, " ")));
  if (mine === undefined || mine === "" || mine !== theirs) return false;
  const [here, there] = [left[2], right[2]].map((text) => spacedWords(text).trim().split(" "));
  return (
    here !== undefined &&
    there !== undefined &&
    here.length <= mostAnswerWords &&
    there.length <= mostAnswerWords &&
    !here.some((word) => there.includes(word))
  );
}

const mostAnswerWords = 4;

/** "…, not by us", "the depot rather than the shop": what a text sets itself against. */
const against = /\b(?:not|rather than|instead of|no longer) (?=\S)/giu;
/** Where what is denied ends: its clause, or five words. */
const clause = /^[^.,;:()]{2,60}/u;

/** Whether one passage says of something that it is not so which the other states: "paid by the depots, not by us", "paid by us". */
export function denies(one: string, other: string): boolean {
  return deniesIn(choiceIn(one), choiceIn(other)) || deniesIn(choiceIn(other), choiceIn(one));
}

function deniesIn(left: string, right: string): boolean {
  const denials = deniedIn(left);
  if (denials.length === 0) return false;
  const theirs = deniedIn(right);
  return denials.some(
    (denied) =>
      (denied.includes(" ") || denied.length > 3) &&
      spacedWords(right).includes(` ${denied} `) &&
      !theirs.some((other) => other.includes(denied)),
  );
}

function deniedIn(text: string): readonly string[] {
  return [...text.matchAll(against)].flatMap(({ index, 0: { length } }) => {
    const words = spacedWords(clause.exec(text.slice(index + length))?.[0] ?? "").trim();
    return words === "" || words.split(" ").length > 5 ? [] : [words];
  });
}

/** What is chosen, without the reason for it. */
function choiceIn(text: string): string {
  return (
    text
      .slice(0, 300)
      .toLowerCase()
      .split(/,? (?:because|since|as it|so that|in order to)\b/)[0] ?? ""
  ).trim();
}
