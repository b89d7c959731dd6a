import { sequenceOf, type TitleAnalysis, type TitleToken } from "./title.js";
import { isSlip } from "./words.js";

/** How much a word counts for being rare, from 1 down; by its stem. */
export type Rarity = (stem: string) => number;

/** Least scores of titles that are taken for one: where one only adds to the other, and where each has words of its own. */
const extensionThreshold = 0.7;
const substitutionThreshold = 0.82;
/** The least of those: titles that score lower are never the same. */
export const leastScore = extensionThreshold;
/** Words that weigh less than this are no difference to speak of. */
const slight = 0.3;
const strong = 0.8;

/**
 * How sure it is that two titles name one thing: 0 where they do not, else the share of their weight that they have in common. Opposites
 * ("iOS", "Android"), different versions and different tickets of one tracker are never the same.
 */
export function similarity(a: TitleAnalysis, b: TitleAnalysis, rarity: Rarity): number {
  if (differ(a, b)) return 0;
  const { shared, onlyA, onlyB } = align(a, b);
  if (shared.length === 0) return 0;
  if (total(shared, rarity) < strong || !tells(shared, onlyA, onlyB)) return 0;
  const common = total(shared);
  const restA = total(onlyA);
  const restB = total(onlyB);
  const score = common / (common + restA + restB);
  const threshold = restA >= slight && restB >= slight ? substitutionThreshold : extensionThreshold;
  return score >= threshold ? score : 0;
}

/** One common word is enough where it is a short form, or where nothing but words of little weight is left besides. */
function tells(shared: readonly TitleToken[], onlyA: readonly TitleToken[], onlyB: readonly TitleToken[]): boolean {
  const telling = shared.filter((token) => token.weight >= strong);
  if (telling.length !== 1 || telling[0]?.short || shared.length > 2) return telling.length > 0;
  return [...onlyA, ...onlyB].every((token) => token.weight <= slight) || onlyA.length + onlyB.length === 1;
}

function differ(a: TitleAnalysis, b: TitleAnalysis): boolean {
  if (a.numbers.length > 0 && b.numbers.length > 0 && !a.numbers.some((one) => b.numbers.includes(one))) return true;
  if (a.tokens.some(({ contrasts }) => contrasts.some((group) => opposeIn(group, a.tokens, b.tokens)))) return true;
  return differentTickets(a.tickets, b.tickets);
}

const ticketShape = /^([a-z][a-z0-9]{1,9})-\d+$/;

/** Tickets of one tracker that are all different name different things; ids of other shapes say nothing here. */
export function differentTickets(a: readonly string[], b: readonly string[]): boolean {
  const tracker = (id: string): string | undefined => ticketShape.exec(id)?.[1];
  const ofOne = (one: string): boolean =>
    tracker(one) !== undefined && b.some((other) => tracker(other) === tracker(one));
  return a.some(ofOne) && !a.some((one) => b.includes(one));
}

/** Whether the second title holds words of a group of opposites, and none of them that the first holds. */
function opposeIn(group: number, a: readonly TitleToken[], b: readonly TitleToken[]): boolean {
  let opposed = false;
  for (const { stem, contrasts } of b) {
    if (!contrasts.includes(group)) continue;
    if (a.some((token) => token.stem === stem)) return false;
    opposed = true;
  }
  return opposed;
}

function total(tokens: readonly TitleToken[], rarity?: Rarity): number {
  let sum = 0;
  for (const token of tokens) sum += token.weight * (rarity?.(token.stem) ?? 1);
  return sum;
}

interface Alignment {
  readonly shared: TitleToken[];
  onlyA: TitleToken[];
  onlyB: TitleToken[];
}

function align(a: TitleAnalysis, b: TitleAnalysis): Alignment {
  const alignment: Alignment = { shared: [], onlyA: [], onlyB: [] };
  let left = 0;
  let right = 0;
  while (left < a.tokens.length || right < b.tokens.length) {
    const one = a.tokens[left];
    const other = b.tokens[right];
    if (one && other && one.stem === other.stem) {
      alignment.shared.push(heavier(one, other));
      left += 1;
      right += 1;
    } else if (one && (!other || one.stem < other.stem)) {
      alignment.onlyA.push(one);
      left += 1;
    } else if (other) {
      alignment.onlyB.push(other);
      right += 1;
    }
  }
  if (alignment.shared.length > 0 || alignment.onlyA.length > 2 || alignment.onlyB.length > 2) {
    joinWords(alignment, a, b);
    expandInitials(alignment, a, b);
    forgiveSlips(alignment);
  }
  return alignment;
}

function heavier(one: TitleToken, other: TitleToken): TitleToken {
  return one.weight >= other.weight ? one : other;
}

/** "data lake" and "datalake". */
function joinWords(alignment: Alignment, a: TitleAnalysis, b: TitleAnalysis): void {
  if (alignment.onlyA.length === 0 || alignment.onlyB.length === 0) return;
  for (const [apart, joined, title] of [
    [alignment.onlyA, alignment.onlyB, a],
    [alignment.onlyB, alignment.onlyA, b],
  ] as const) {
    if (apart.length === 0 || joined.length === 0) continue;
    const sequence = sequenceOf(title);
    for (const whole of [...joined]) {
      const at = sequence.findIndex((word, index) => isJoined(word, sequence[index + 1] ?? "", whole.stem));
      if (at >= 0) pair(alignment, apart, [sequence[at] ?? "", sequence[at + 1] ?? ""], joined, whole);
    }
  }
}

function isJoined(one: string, other: string, whole: string): boolean {
  return one.length + other.length === whole.length && whole.startsWith(one) && whole.endsWith(other);
}

/** "DSAR" and "data subject access request", where no document explains the one by the other. */
function expandInitials(alignment: Alignment, a: TitleAnalysis, b: TitleAnalysis): void {
  for (const [apart, joined, title] of [
    [alignment.onlyA, alignment.onlyB, a],
    [alignment.onlyB, alignment.onlyA, b],
  ] as const) {
    for (const short of joined.filter((token) => token.short && token.stem.length >= 3)) {
      const sequence = sequenceOf(title);
      const length = short.stem.length;
      for (let at = 0; at + length <= sequence.length; at += 1) {
        const run = sequence.slice(at, at + length);
        if (!run.every((word, index) => word[0] === short.stem[index])) continue;
        pair(alignment, apart, run, joined, short);
        break;
      }
    }
  }
}

function forgiveSlips(alignment: Alignment): void {
  for (const one of [...alignment.onlyA]) {
    const other = alignment.onlyB.find((token) => isSlip(one.word, token.word));
    if (other) pair(alignment, alignment.onlyA, [one.stem], alignment.onlyB, other);
  }
}

/** Moves words that mean the same from the two rests to the common part, where all of them are still there. */
function pair(
  alignment: Alignment,
  apart: TitleToken[],
  words: readonly string[],
  joined: TitleToken[],
  whole: TitleToken,
): void {
  const found = words.map((word) => apart.find((token) => token.stem === word));
  if (!joined.includes(whole) || found.some((token) => token === undefined)) return;
  for (const token of found) if (token) apart.splice(apart.indexOf(token), 1);
  joined.splice(joined.indexOf(whole), 1);
  alignment.shared.push(whole);
}
