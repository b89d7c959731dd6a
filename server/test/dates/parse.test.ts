import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { datesConflict, isPast } from "../../src/engine/dates/compare.js";
import { dateOrderEvidence, inferDateOrder } from "../../src/engine/dates/numeric.js";
import { type DateOptions, findDate, findDates, parseDate } from "../../src/engine/dates/parse.js";
import { type DateValue, isoDate, parseIsoDate } from "../../src/engine/model/date.js";
import { tableRows } from "../support/tables.js";

function optionsOf(words: string): DateOptions {
  const fiscal = /fy=(\d+)/.exec(words)?.[1];
  const reference = /reference (\S{10})/.exec(words)?.[1] ?? "2026-06-10";
  const lean = /future|past/.exec(words)?.[0] as "future" | "past" | undefined;
  return {
    settings: {
      dateOrder: /dmy|mdy/.exec(words)?.[0] as "dmy" | "mdy" | undefined,
      fiscalYearStart: fiscal === undefined ? undefined : Number(fiscal),
    },
    reference: words.includes("no reference") ? undefined : parseIsoDate(reference),
    ...(lean === undefined ? {} : { lean }),
  };
}

function show(date: DateValue | undefined): string[] {
  if (!date) return ["–", "", ""];
  if (date.ambiguous) return ["ambiguous", "", ""];
  const days = date.start === date.end ? isoDate(date.start) : `${isoDate(date.start)}..${isoDate(date.end)}`;
  return [days, date.grain, date.leeway === 0 ? "" : String(date.leeway)];
}

describe("values", () => {
  const rows = tableRows(readFileSync(new URL("./values.md", import.meta.url), "utf8"));
  test.each(rows)("%s (%s)", (text = "", words = "", ...expected) => {
    const options = optionsOf(words);
    const inside = /^…(.*)…$/.exec(text)?.[1];
    expect(show(inside === undefined ? parseDate(text, options) : findDate(inside, options))).toEqual(expected);
  });
});

const plain = optionsOf("");
const date = (text: string, words = ""): DateValue => parseDate(text, optionsOf(words)) as DateValue;

test("dates of a sentence stand where they are written, modifying words included", () => {
  const text = "Moved from 2026-05-01 to the end of Q3 2026.";
  const spans = findDates(text, plain);
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(["2026-05-01", "end of Q3 2026"]);
});

test("the time zone of the machine has no part in it", () => {
  const zone = process.env.TZ;
  try {
    for (const other of ["Pacific/Auckland", "America/Los_Angeles", "Pacific/Kiritimati"]) {
      process.env.TZ = other;
      expect(show(date("tomorrow"))).toEqual(["2026-06-11", "day", ""]);
      expect(show(date("Friday, June 12"))).toEqual(["2026-06-12", "day", ""]);
      expect(show(date("in two weeks"))).toEqual(["2026-06-24", "day", ""]);
    }
  } finally {
    process.env.TZ = zone;
  }
});

test("figures that are no date with a day and a month do not depend on their order", () => {
  for (const text of ["2026-06-01", "Q3/Q4", "31/12/2026", "1.2.2026", "version 1-2", "06/2026"]) {
    expect(dateOrderEvidence(text).either, text).toBe(false);
  }
});

test("the order of day and month is taken from dates that can be read in one way only", () => {
  expect(inferDateOrder(["seen 3/4/2026 and 25/12/2025"].map(dateOrderEvidence))).toBe("dmy");
  expect(inferDateOrder(["12/25/2025", "1/2/2026"].map(dateOrderEvidence))).toBe("mdy");
  expect(inferDateOrder(["3/4/2026"].map(dateOrderEvidence))).toBeUndefined();
  expect(inferDateOrder(["25/12/2025", "12/25/2025"].map(dateOrderEvidence))).toBeUndefined();
  expect(inferDateOrder(["2026-12-25", "https://example.com/25/12/2025/x"].map(dateOrderEvidence))).toBeUndefined();
});

test.each([
  ["2026-06-09", true],
  ["2026-06-10", false],
  ["June 2026", false],
  ["Q1 2026", true],
  ["mid-May 2026", true],
  ["around June 5, 2026", false],
  ["03/04/2026", false],
])("whether %s is past on 2026-06-10", (text, past) => {
  expect(isPast(date(text), parseIsoDate("2026-06-10") as number)).toBe(past);
});

test.each([
  ["Q3 2026", "2026-08-14", false],
  ["Q3 2026", "September 2026", false],
  ["Q3 2026", "H2 2026", false],
  ["end of Q3 2026", "2026-09-30", false],
  ["mid-August", "2026-08-20", false],
  ["week of June 29", "June 2026", false],
  ["03/04/2026", "2026-09-30", false],
  ["Q3 2026", "Q4 2026", true],
  ["Q3 2026", "2026-10-01", true],
  ["June 2026", "July 2026", true],
  ["2026-06-15", "2026-06-16", true],
  ["mid-August", "2026-08-30", true],
])("%s and %s: conflict %s", (a, b, conflict) => {
  expect(datesConflict(date(a), date(b))).toBe(conflict);
  expect(datesConflict(date(b), date(a))).toBe(conflict);
});

test("long and hostile texts cost no more than their length", () => {
  const hostile = ["1 ".repeat(1900), "in ".repeat(1300), "Q1-".repeat(1300), "June ".repeat(780), "9/".repeat(1900)];
  const before = performance.now();
  for (const text of hostile) findDates(text, plain);
  expect(performance.now() - before).toBeLessThan(2_000);
});
