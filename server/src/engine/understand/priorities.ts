import type { Priority, PriorityScheme } from "../model/facts.js";
import { dictionary } from "../text/dictionary.js";
import type { Vocabulary } from "./context.js";
import { isPlaceholder } from "./placeholders.js";

/** A priority as a value states it; where it stands is the caller's to add. */
export type PriorityValue = Omit<Priority, "place">;

type Level = Omit<PriorityValue, "text">;

const levelsByScheme: Readonly<Partial<Record<PriorityScheme, readonly string[]>>> = {
  word: [
    "critical urgent blocker highest top crit",
    "high higher major important primary h",
    "medium med mid moderate normal secondary m",
    "low lower minor tertiary l",
    "lowest trivial",
  ],
  moscow: [
    "must|must have|must do|must haves|musts",
    "should|should have|should haves|should do|shoulds",
    "could|could have|could haves|coulds|could do|nice to have|nice to haves",
    "wont|wont have|wont haves|wont do|will not|will not have|wont have this time|wont have this half|wont have this quarter|wont have this year|wont have this release|wont have for now|would|would have",
  ],
  horizon: ["now|right now|doing now", "next|up next|do next", "later", "someday"],
  flagship: ["flagship", "committed", "stretch|aspirational"],
};

const levelByWord: ReadonlyMap<string, Level> = new Map(
  Object.entries(levelsByScheme).flatMap(([scheme, levels]) =>
    levels.flatMap((words, level) =>
      words
        .split(words.includes("|") ? "|" : " ")
        .map((word) => [word, { scheme: scheme as PriorityScheme, level }] as const),
    ),
  ),
);

const symbols = dictionary<string>({
  "🔴": "high",
  "🟠": "medium",
  "🟡": "medium",
  "🟢": "low",
  "🔥": "high",
});
const longestValue = 120;
const leadingMarks = /^(?:\p{Extended_Pictographic}|\uFE0F|[*_`"'([\s]|:\w{2,20}: )+/u;
const closingMarks = /(?<![*_`"')\].:!;,\s])[*_`"')\].:!;,\s]+$/u;
const firstPart = /^(.+?)(?:(?<!\s)\s+[–—>→-]+\s|[:,;([\])|–—]|(?:(?<!\s)\s+)?\/\s*(?=\D))/u;
const startsWithP = /^[[(]?(P[0-5])[\])]?(?=[\s:–—-]|$)/u;

/**
 * The priority that a value states: a cell, a label's value, or a heading such as "P1 — Single sign-on" or "Must have". Undefined for
 * one that states none, placeholders included. Bare "must", "now" and "high" count: that the text is a value and no prose is for the
 * caller to know. A remark after the value is left aside ("P1 (was P0)", "High, by contract"). Levels start at 0, ranks at 1.
 */
export function readPriority(text: string, vocabulary: Vocabulary): PriorityValue | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longestValue || isPlaceholder(trimmed)) return undefined;
  const symbol = symbols.get(trimmed);
  if (symbol !== undefined) return { text: trimmed, ...(levelByWord.get(symbol) as Level) };
  const bare = trimmed.replace(leadingMarks, "").replace(closingMarks, "");
  const first = firstPart.exec(bare)?.[1]?.trim();
  for (const part of first === undefined ? [bare] : [bare, first]) {
    const found = readLevel(part) ?? configuredLevel(part, vocabulary.priorityLevels);
    if (found) return { text: part, ...found };
  }
  const prefix = startsWithP.exec(trimmed)?.[1];
  return prefix === undefined ? undefined : { text: prefix, scheme: "p-level", level: Number(prefix[1]) };
}

function configuredLevel(text: string, levels: ReadonlyMap<string, number>): Level | undefined {
  const level = levels.get(text.toLowerCase());
  return level === undefined ? undefined : { scheme: "word", level };
}

const numbered = /^(?:p|prio|priority|pri|tier)[ -]?([0-9]|one|two|three|four)$/;
const ranked = /^(?:#|no\.? ?|number |nr\.? ?|rank )?(\d{1,3}|one|two|three)(?:st|nd|rd|th)?(?: (?:priority|prio))?$/;
const numbers = dictionary<number>({ one: 1, two: 2, three: 3, four: 4 });

function readLevel(value: string): Level | undefined {
  const text = value.toLowerCase().replace(/['’]/g, "");
  if (text.length === 1 && /[hml]/.test(text) && value === text) return undefined;
  const level = numbered.exec(text)?.[1];
  if (level) return { scheme: "p-level", level: numbers.get(level) ?? Number(level) };
  const rank = /^[a-z]/.test(text) && !/^(?:no|number|nr|rank)\b/.test(text) ? undefined : ranked.exec(text)?.[1];
  if (rank) return { scheme: "rank", level: numbers.get(rank) ?? Number(rank) };
  const word = text
    .replace(/^(?:our |the |p-|priority[: -]+)/, "")
    .replace(/[ -](?:priority|priorities|prio|importance|pri|goals?|items?|bets?)$/, "")
    .replaceAll("-", " ");
  return levelByWord.get(word);
}

const pair =
  /(?<![\p{L}\p{N}])(P[0-5]|Tier \d|critical|highest|high|medium|low|must|should|could|now|next|later)(?: have)?\b["'*_]*\s*(?:=|:|≙|→|->|–|—|-|\||\(|means|is|are|equals|corresponds to)+\s*["'*_]*([\p{L}\p{N}'’ -]{1,40})/giu;

/**
 * The scale that a legend states: "P0 = must, P1 = should, P2 = could" gives groups of equal values, most important first. Undefined for
 * a text with fewer than two pairs, or whose pairs mix schemes or change the order. For a table, its cells joined with " = ", rows with "; ".
 */
export function readLegend(text: string): readonly (readonly string[])[] | undefined {
  const found: { readonly left: PriorityValue; readonly right: PriorityValue }[] = [];
  for (const match of text.slice(0, 2_000).matchAll(pair)) {
    const left = readValue(match[1] ?? "");
    const right = leadingValue(match[2] ?? "");
    if (left && right && left.scheme !== right.scheme) found.push({ left, right });
  }
  const [first] = found;
  if (!first || found.length < 2) return readListLegend(text.slice(0, 2_000));
  const uniform = found.every(
    ({ left, right }, index) =>
      left.scheme === first.left.scheme &&
      right.scheme === first.right.scheme &&
      (index === 0 ||
        (left.level > (found[index - 1]?.left.level ?? 0) && right.level > (found[index - 1]?.right.level ?? 0))),
  );
  return uniform ? found.map(({ left, right }) => [left.text, right.text]) : undefined;
}

const value =
  "(?:P[0-5]|Tier \\d|critical|urgent|highest|high|medium|low|lowest|must|should|could|won['’]?t)(?: haves?)?";
const values = `["'*_]*${value}["'*_]*(?:(?:,? (?:and|or) |, ?| ?/ ?)["'*_]*${value}["'*_]*){1,5}`;
const range = "P[0-5]\\s?(?:to|through|[–—-]|…|\\.{2,3})\\s?P[0-5]";
const same =
  "(?:=|:|≙|→|->|(?:(?:is|are|mean|means|equal|equals|correspond|corresponds|map|maps|read|stand)\\b(?: (?:the )?(?:same|equal|equivalent))?(?: (?:as|to|for|onto|our))?(?: (?:our|the))?))";
const lists = new RegExp(
  `(?<![\\p{L}\\p{N}])(${range}|${values})\\s*${same}\\s*(${range}|${values})(?![\\p{L}\\p{N}])`,
  "iu",
);

/** "P0 to P3 are the same as Must, Should, Could, Won't": two scales side by side, of as many values. */
function readListLegend(text: string): readonly (readonly string[])[] | undefined {
  const match = lists.exec(text);
  const left = valuesOf(match?.[1] ?? "");
  const right = valuesOf(match?.[2] ?? "");
  if (left.length < 2 || left.length !== right.length || left[0]?.scheme === right[0]?.scheme) return undefined;
  if (!rises(left) || !rises(right)) return undefined;
  return left.map((one, index) => [one.text, right[index]?.text ?? ""]);
}

function valuesOf(text: string): readonly PriorityValue[] {
  const ends = /^P([0-5])\s?(?:to|through|[–—-]|…|\.{2,3})\s?P([0-5])$/i.exec(text);
  const names = ends
    ? Array.from(
        { length: Math.max(Number(ends[2]) - Number(ends[1]) + 1, 0) },
        (_, index) => `P${Number(ends[1]) + index}`,
      )
    : text.split(/,? (?:and|or) |, ?| ?\/ ?/i).map((name) => name.replace(/["*_]/g, "").trim());
  const read = names.map(readValue);
  return read.every((one) => one !== undefined) ? read : [];
}

/** Whether values are of one scheme, the most important first. */
function rises(all: readonly PriorityValue[]): boolean {
  return all.every((one, index) => {
    const before = all[index - 1];
    return before === undefined || (before.scheme === one.scheme && before.level < one.level);
  });
}

function readValue(text: string): PriorityValue | undefined {
  const level = readLevel(text);
  return level && { text, ...level };
}

/** The value that a meaning begins with: "must ship this quarter" is a must. */
function leadingValue(text: string): PriorityValue | undefined {
  const words = text.trim().split(" ");
  for (let length = Math.min(3, words.length); length > 0; length -= 1) {
    const value = readValue(words.slice(0, length).join(" "));
    if (value && value.scheme !== "rank") return value;
  }
  return undefined;
}
