import { expect, test } from "vitest";
import type { Entry } from "../../src/records/entry.js";
import { filtered, type Grouping, groupsOf, noFilter, type Order } from "../../src/records/groups.js";

function entry(path: string, text: string, more: Partial<Entry> = {}): Entry {
  const start = { line: 0, character: 0 };
  const usual = { state: "unresolved", people: [], domains: [], days: undefined, details: [], facts: [] };
  return { uri: `file:///${path}`, path, text, range: { start, end: start }, ...usual, ...more };
}

const some = [
  entry("a.md", "Deposits", { days: 40, people: ["Priya", "Amelia"], domains: ["product", "engineering"] }),
  entry("a.md", "Deposits", { days: 3, people: ["amelia"], state: "stalled" }),
  entry("b.md", "Lanterns", { domains: ["design"] }),
  entry("b.md", "Rota", { days: 8 }),
  entry("b.md", "Names", { days: 100, people: ["Priya"] }),
];

function shown(grouping: Grouping, order: Order = "place"): [string, string[]][] {
  return groupsOf(some, grouping, order).map(({ heading, leaves }) => {
    const name = heading.by === "document" ? heading.path : heading.by === "age" ? heading.age : heading.name;
    return [name ?? "–", leaves.map((leaf) => leaf.entry.text)];
  });
}

test("by document, in the order in which they come", () => {
  expect(shown("document")).toEqual([
    ["a.md", ["Deposits", "Deposits"]],
    ["b.md", ["Lanterns", "Rota", "Names"]],
  ]);
});

test("by age, the oldest first, what has no date last, and no group without anything in it", () => {
  expect(shown("age", "age")).toEqual([
    ["month", ["Names", "Deposits"]],
    ["week", ["Rota"]],
    ["fresh", ["Deposits"]],
    ["–", ["Lanterns"]],
  ]);
});

test("by person and by domain an entry stands below each of its own, and what has none comes last", () => {
  expect(shown("person")).toEqual([
    ["Amelia", ["Deposits", "Deposits"]],
    ["Priya", ["Deposits", "Names"]],
    ["–", ["Lanterns", "Rota"]],
  ]);
  expect(shown("domain").map(([name]) => name)).toEqual(["design", "engineering", "product", "–"]);
});

test("in a group by age or name", () => {
  expect(shown("document", "age")[1]).toEqual(["b.md", ["Names", "Rota", "Lanterns"]]);
  expect(shown("document", "text")[1]).toEqual(["b.md", ["Lanterns", "Names", "Rota"]]);
});

test("a filter wants one value of each kind that it names", () => {
  const texts = (filter: object) => filtered(some, { ...noFilter, ...filter }).map(({ text, days }) => [text, days]);
  expect(texts({ states: ["stalled"] })).toEqual([["Deposits", 3]]);
  expect(texts({ people: ["Priya", "Nobody"] })).toEqual([
    ["Deposits", 40],
    ["Names", 100],
  ]);
  expect(texts({ people: ["Priya"], domains: ["product"] })).toEqual([["Deposits", 40]]);
  expect(texts({})).toHaveLength(some.length);
});

test("every row has an id of its own, which stays the same when others come and go", () => {
  const ids = (list: readonly Entry[]) =>
    groupsOf(list, "person", "place").flatMap(({ leaves }) => leaves.map(({ id }) => id));
  expect(new Set(ids(some)).size).toBe(ids(some).length);
  expect(ids(some.slice(2)).every((id) => ids(some).includes(id))).toBe(true);
});
