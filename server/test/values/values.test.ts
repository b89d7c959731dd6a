import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { buildVocabulary } from "../../src/engine/people/vocabulary.js";
import { type PriorityValue, readLegend, readPriority } from "../../src/engine/understand/priorities.js";
import { PriorityScales } from "../../src/engine/understand/priority-scales.js";
import { readStatus } from "../../src/engine/understand/statuses.js";
import { domainSettings } from "../support/domains.js";
import { tableRows } from "../support/tables.js";

const fixture = readFileSync(new URL("./values.md", import.meta.url), "utf8");
const vocabulary = buildVocabulary(domainSettings());

/** Rows of the table whose header begins with the word. */
function table(first: string): string[][] {
  return tableRows(fixture.slice(fixture.indexOf(`| ${first} |`)).split("\n\n", 1)[0] ?? "");
}

describe("priorities", () => {
  test.each(table("priority"))("%s", (text = "", scheme, level, words) => {
    const found = readPriority(text, vocabulary);
    expect(found ? [found.scheme, String(found.level), found.text] : ["–", "", ""]).toEqual([scheme, level, words]);
  });
});

describe("statuses", () => {
  test.each(table("status"))("%s", (text = "", workClass, decision) => {
    const found = readStatus(text);
    expect(found ? [found.class ?? "?", found.decision ?? "?"] : ["–", ""]).toEqual([workClass, decision]);
  });
});

describe("legends", () => {
  test.each(table("legend"))("%s", (text = "", groups) => {
    expect(
      readLegend(text)
        ?.map((group) => group.join(" "))
        .join(" · ") ?? "–",
    ).toBe(groups);
  });
});

describe("which of two priorities comes first", () => {
  const same = [
    ["P0", "Critical", "Must"],
    ["P1", "High", "Should"],
    ["P2", "Medium", "Could"],
    ["P3", "Low"],
  ];
  const configured = PriorityScales.build({ scale: [], same }, [], vocabulary);
  const plain = PriorityScales.build({ scale: [], same: [] }, [], vocabulary);
  const sign = (order: number | undefined): string =>
    order === undefined ? "–" : order < 0 ? "<" : order > 0 ? ">" : "=";
  test.each(table("a"))("%s and %s", (a = "", b = "", withSame = "", without = "") => {
    const [one, other] = [readPriority(a, vocabulary), readPriority(b, vocabulary)] as [PriorityValue, PriorityValue];
    expect([sign(configured.compare(one, other)), sign(plain.compare(one, other))]).toEqual([withSame, without]);
    const swapped = { "<": ">", ">": "<" }[withSame] ?? withSame;
    expect(sign(configured.compare(other, one))).toBe(swapped);
  });
});

test("a legend of a document makes its schemes comparable; configuration goes before it", () => {
  const legend = readLegend("P0 = must, P1 = should") ?? [];
  const [p1, must] = [readPriority("P1", vocabulary), readPriority("Must", vocabulary)] as [
    PriorityValue,
    PriorityValue,
  ];
  expect(PriorityScales.build({ scale: [], same: [] }, [legend], vocabulary).compare(p1, must)).toBe(1);
  const configured = PriorityScales.build({ scale: [], same: [["P1", "Must"]] }, [legend], vocabulary);
  expect(configured.compare(p1, must)).toBe(0);
});

test("words of a configured scale are levels", () => {
  const own = buildVocabulary(domainSettings(), { scale: ["Rock", "Pebble", "Sand"], same: [] });
  expect(readPriority("Pebble", own)).toEqual({ text: "Pebble", scheme: "word", level: 1 });
  expect(readPriority("Pebble", vocabulary)).toBeUndefined();
});

test("marks of Markdown count where the text has no words", () => {
  expect(readStatus("", { checked: true })?.class).toBe("done");
  expect(readStatus("In progress", { checked: false })?.class).toBe("active");
  expect(readStatus("In progress", { struck: true })?.class).toBe("dropped");
  expect(readStatus("")).toBeUndefined();
});

test("long and hostile values cost no more than their length", () => {
  const hostile = [
    "P0 = ".repeat(2_000),
    " ".repeat(10_000),
    "(".repeat(10_000),
    "not ".repeat(3_000),
    "| ".repeat(5_000),
  ];
  const before = performance.now();
  for (const text of hostile) {
    readPriority(text, vocabulary);
    readStatus(text);
    readLegend(text);
  }
  expect(performance.now() - before).toBeLessThan(2_000);
});
