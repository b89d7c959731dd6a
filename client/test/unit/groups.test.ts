import { expect, test } from "vitest";
import { english } from "../../../server/src/engine/text/phrase.js";
import type { OpenDisagreement } from "../../../server/src/protocol/messages.js";
import { groupsOf } from "../../src/disagreements/groups.js";

function disagreement(path: string, topic: string, days?: number): OpenDisagreement {
  const place = { line: 0, character: 0 };
  return {
    uri: `file:///${path}`,
    path,
    topic,
    state: "unresolved",
    parties: [],
    range: { start: place, end: place },
    ...(days !== undefined && { days }),
  };
}

const some = [
  disagreement("a.md", "Deposits", 3),
  disagreement("a.md", "Deposits", 40),
  disagreement("b.md", "Lanterns"),
  disagreement("b.md", "Rota", 8),
  disagreement("b.md", "Names", 100),
];

function labels(grouping: "document" | "age"): [string, string[]][] {
  return groupsOf(some, grouping).map(({ label, leaves }) => [
    typeof label === "string" ? label : english(label),
    leaves.map((leaf) => leaf.disagreement.topic),
  ]);
}

test("by document, in the order in which they come", () => {
  expect(labels("document")).toEqual([
    ["a.md", ["Deposits", "Deposits"]],
    ["b.md", ["Lanterns", "Rota", "Names"]],
  ]);
});

test("by age, the oldest first, what has no date last, and no group without anything in it", () => {
  expect(labels("age")).toEqual([
    ["For more than a month", ["Names", "Deposits"]],
    ["For more than a week", ["Rota"]],
    ["This week", ["Deposits"]],
    ["Without a date", ["Lanterns"]],
  ]);
});

test("every row has an id of its own, which stays the same when others come and go", () => {
  const ids = (list: readonly OpenDisagreement[]) =>
    groupsOf(list, "document").flatMap(({ leaves }) => leaves.map(({ id }) => id));
  expect(new Set(ids(some)).size).toBe(some.length);
  expect(ids(some.slice(2))).toEqual(ids(some).slice(2));
});
