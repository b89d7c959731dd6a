import { calendarDate, type Period, weekPeriod } from "./calendar.js";
import { endOf } from "./periods.js";

/** What the words before a date make of it. */
export interface Modified {
  /** UTF-16 offset where the modifying words begin. */
  readonly from: number;
  readonly period: Period;
  readonly leeway: number;
  /** Whether such words were there. */
  readonly modified: boolean;
  /** Whether they, or a preposition, make even a weak form (a bare month, year or quarter) a date. */
  readonly anchored: boolean;
}

const longestModifier = 40;
const endPrefix = /(?<![\w])(?:end|close)(?:[ -]of)?[ -](?:the )?$|(?<![\w])(?:year|month|quarter)[ -]end $/i;
const latePrefix = /(?<![\w])late(?:r)?(?: in)?[ -]$/i;
const earlyPrefix = /(?<![\w])early(?: in)?[ -]$/i;
const startPrefix = /(?<![\w])(?:beginning|start|top)(?: of)?[ -](?:the )?$/i;
const midPrefix = /(?<![\w])(?:mid(?:dle)?(?:[ -]of)?[ -]?(?:the )?|mid-to-)$/i;
const weekPrefix =
  /(?<![\w])(?:(?:the )?week (?:of|beginning|commencing|starting|ending)|w\/c|w\/e|w\/b|wc) (?:the )?$/i;
const aboutPrefix = /(?:[~≈] ?|(?<![\w])(?:around|about|roughly|approx\.?|approximately|circa|ca?\.) )$/i;
const beforePrefix = /(?<![\w])(?:before|ahead of|prior to) (?:the )?$/i;
const anchorPrefix =
  /(?<![\w])(?:in|by|on|until|till|during|through|since|from|for|before|after|of|to|early|late|eta:?|due:?|target:?|within|starting|ending) (?:the )?$/i;

/** Reads "end of", "early", "mid-", "week of", "around" before a date, inner word first: "by the end of Q3". */
export function modify(text: string, from: number, period: Period): Modified {
  if (from === 0) return { from, period, leeway: 0, modified: false, anchored: false };
  let start = from;
  let value = period;
  let leeway = 0;
  let exact = true;
  for (const [pattern, apply] of modifiers) {
    const before = text.slice(Math.max(0, start - longestModifier), start);
    const match = pattern.exec(before);
    if (!match || (pattern === beforePrefix && !exact) || (pattern === weekPrefix && value.grain !== "day")) continue;
    const next = apply(value);
    value = next.period;
    leeway = Math.max(leeway, next.leeway);
    start -= match[0].length;
    exact = false;
  }
  const anchored = !exact || anchorPrefix.test(text.slice(Math.max(0, start - longestModifier), start));
  return { from: start, period: value, leeway, modified: !exact, anchored };
}

interface Narrowed {
  readonly period: Period;
  readonly leeway: number;
}

const modifiers: readonly (readonly [RegExp, (period: Period) => Narrowed])[] = [
  [weekPrefix, weekOf],
  [endPrefix, (period) => ({ period: endOf(period), leeway: 0 })],
  [latePrefix, lastThird],
  [earlyPrefix, firstThird],
  [startPrefix, startOf],
  [midPrefix, middleOf],
  [aboutPrefix, (period) => ({ period, leeway: aboutDays[period.grain] })],
  [beforePrefix, dayBefore],
];

const aboutDays: Readonly<Record<Period["grain"], number>> = {
  day: 7,
  week: 7,
  month: 14,
  quarter: 30,
  half: 60,
  year: 90,
};

/** The ISO week of the day; from the day itself where it is a Sunday, with which an American week begins. */
function weekOf(period: Period): Narrowed {
  const week = weekPeriod(period.start);
  const sunday = period.start === week.end;
  return { period: sunday ? { start: period.start, end: period.start + 6, grain: "week" } : week, leeway: 0 };
}

function firstThird(period: Period): Narrowed {
  if (period.grain === "day") return { period, leeway: 0 };
  return { period: { ...period, end: period.start + Math.ceil((period.end - period.start + 1) / 3) - 1 }, leeway: 0 };
}

function lastThird(period: Period): Narrowed {
  if (period.grain === "day") return { period, leeway: 0 };
  return { period: { ...period, start: period.end - Math.ceil((period.end - period.start + 1) / 3) + 1 }, leeway: 0 };
}

function startOf(period: Period): Narrowed {
  const end = endOf(period);
  return { period: { ...period, end: period.start + (end.end - end.start) }, leeway: 0 };
}

/** "mid-August" is the 15th, give or take a week (SPEC §6); of longer periods the middle day, with as much leeway in proportion. */
function middleOf(period: Period): Narrowed {
  if (period.grain === "day") return { period, leeway: 0 };
  const length = period.end - period.start + 1;
  const { day } = calendarDate(period.start);
  const middle = period.grain === "month" && day === 1 ? period.start + 14 : period.start + Math.floor(length / 2);
  const leeway = period.grain === "month" ? 7 : Math.round(length / 8);
  return { period: { start: middle, end: middle, grain: "day" }, leeway };
}

/** "before Q3" is due on the day before it begins; "before June 15" says no more than the day. */
function dayBefore(period: Period): Narrowed {
  if (period.grain === "day" || period.grain === "week") return { period, leeway: 0 };
  return { period: { start: period.start - 1, end: period.start - 1, grain: "day" }, leeway: 0 };
}
