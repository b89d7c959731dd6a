import type { Priority, PriorityScheme } from "../model/facts.js";
import type { Vocabulary } from "./context.js";
import { isPlaceholder } from "./placeholders.js";

/** What a word says of importance: the scheme that it belongs to, and its level there (0 is the most important). */
interface Level {
  readonly scheme: PriorityScheme;
  readonly level: number;
}

/** Configuration `priorities` (SPEC §4): the values of the scale, most important first, and groups of values that are equal. */
export interface PrioritySettings {
  readonly scale?: readonly string[] | undefined;
  readonly same?: readonly (readonly string[])[] | undefined;
}

/** Levels by lower-cased value, as `scale` and `same` give them. */
export function priorityLevelsOf(settings: PrioritySettings | undefined): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  settings?.scale?.forEach((value, level) => {
    levels.set(value.trim().toLowerCase(), level);
  });
  settings?.same?.forEach((group, index) => {
    const known = group.map((value) => levels.get(value.trim().toLowerCase())).find((level) => level !== undefined);
    for (const value of group) levels.set(value.trim().toLowerCase(), known ?? index);
  });
  return levels;
}

const wordLevels: Readonly<Record<string, number>> = {
  critical: 0,
  urgent: 0,
  blocker: 0,
  highest: 0,
  "very high": 0,
  high: 1,
  major: 1,
  important: 1,
  medium: 2,
  med: 2,
  mid: 2,
  moderate: 2,
  normal: 2,
  low: 3,
  minor: 3,
  lowest: 4,
  "very low": 4,
  trivial: 4,
};
const moscowLevels: Readonly<Record<string, number>> = { must: 0, should: 1, could: 2, wont: 3, would: 3 };
const horizonLevels: Readonly<Record<string, number>> = { now: 0, next: 1, later: 2, someday: 3 };
const flagshipLevels: Readonly<Record<string, number>> = { flagship: 0, core: 1, stretch: 2 };

const longestValue = 60;
const symbols: Readonly<Record<string, string>> = {
  "🔴": "high",
  "🟠": "medium",
  "🟡": "medium",
  "🟢": "low",
  "🔥": "high",
  "⬆️": "high",
  "⬇️": "low",
};

/**
 * The priority that a value states: a cell or label value, or a heading's text or its first part. `undefined` for values that say none
 * (placeholders included). Bare "must", "now" or "high" count here: that the text is a value and no prose is for the caller to know.
 * Levels start at 0 within a scheme, ranks at 1. A remark after the value is left aside ("P1 (was P0)", "High — contract").
 */
export function readPriority(text: string, vocabulary: Vocabulary): Omit<Priority, "place"> | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longestValue || isPlaceholder(trimmed)) return undefined;
  const configured = vocabulary.priorityLevels;
  for (const part of parts(trimmed)) {
    const found = readLevel(part) ?? configuredLevel(part, configured);
    if (found) return { text: part, ...found };
  }
  return undefined;
}

/** The value itself, then its first part before a separator or in brackets. */
function parts(text: string): string[] {
  const bare = text.replace(/^[*_`"'([]+|[*_`"')\].:,;!]+$/gu, "").trim();
  const first = bare.split(/\s+[–—-]\s+|[:,;(/|–—]|\s+→\s+/u, 1)[0]?.trim() ?? "";
  return first === bare || first === "" ? [bare] : [bare, first];
}

function configuredLevel(text: string, levels: ReadonlyMap<string, number>): Level | undefined {
  const level = levels.get(text.toLowerCase());
  return level === undefined ? undefined : { scheme: "word", level };
}

const pLevel = /^(?:p|prio(?:rity)?|pri|tier|level)[ -]?([0-9])$/;
const tier = /^tier[ -]?([0-9]|one|two|three|four)$/;
const numberSign = /^(?:#|no\.? ?|number |nr\.? ?)(\d{1,3}|one|two|three)(?: (?:priority|prio))?$/;
const rank = /^(?:rank )?(\d{1,3})(?:\.|st|nd|rd|th)?$/;
const numbers: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4 };

function readLevel(value: string): Level | undefined {
  const symbol = symbols[value];
  const text = (symbol ?? value.replace(/^[^\p{L}\p{N}#]+/u, ""))
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[^\p{L}\p{N}#. '-]+$/u, "")
    .trim();
  if (text === "") return undefined;
  const p = pLevel.exec(text);
  if (p && !text.startsWith("tier")) return { scheme: "p-level", level: Number(p[1]) };
  const tierNumber = tier.exec(text)?.[1];
  if (tierNumber) return { scheme: "p-level", level: numbers[tierNumber] ?? Number(tierNumber) };
  const sign = numberSign.exec(text)?.[1] ?? rank.exec(text)?.[1];
  if (sign) return { scheme: "rank", level: numbers[sign] ?? Number(sign) };
  if (/^(?:our |the )?(?:top|number one|highest|first)[ -]priority$/.test(text)) return { scheme: "rank", level: 1 };
  return readWord(text);
}

function readWord(text: string): Level | undefined {
  const word = text.replace(/(?:[ -](?:priority|prio|importance|pri))$/, "").replace(/^priority[: -]+/, "");
  const important = wordLevels[word];
  if (important !== undefined) return { scheme: "word", level: important };
  const moscow =
    moscowLevels[
      word
        .replace(/[ -](?:haves?|do|be|ship)$/, "")
        .replaceAll("'", "")
        .replace(/^(?:will not|wo not)$/, "wont")
    ];
  if (moscow !== undefined) return { scheme: "moscow", level: moscow };
  const horizon = horizonLevels[word];
  if (horizon !== undefined) return { scheme: "horizon", level: horizon };
  const flagship = flagshipLevels[word.replace(/[ -](?:goal|item|bet)s?$/, "")];
  return flagship === undefined ? undefined : { scheme: "flagship", level: flagship };
}
