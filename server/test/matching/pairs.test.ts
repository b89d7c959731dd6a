import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { TitleIndex } from "../../src/engine/matching/title-index.js";
import { tableRows } from "../support/tables.js";

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

const pairs: readonly Pair[] = tableRows(readFileSync(new URL("./pairs.md", import.meta.url), "utf8")).map(
  ([a = "", b = "", same]) => ({ a, b, same: same === "yes" }),
);

const page = readFileSync(new URL("../../src/engine/rules/priority-mismatch/page.md", import.meta.url), "utf8");

type Key = { readonly title: string };

/** A workspace of two documents that hold all the titles given, and how to put one pair of them into two documents of its own. */
function workspaceOf(titles: readonly Pair[]): (pair: Pair) => boolean {
  const index = new TitleIndex<Key>();
  const add = (title: string, document: string): Key => {
    const key = { title };
    index.add({ key, document, title, ids: [] });
    return key;
  };
  const keys = new Map(titles.map((pair) => [pair, [add(pair.a, "c.md"), add(pair.b, "d.md")]] as const));
  return (pair) => {
    for (const key of keys.get(pair) ?? []) index.remove(key);
    const one = add(pair.a, "a.md");
    const other = add(pair.b, "b.md");
    const matched = index.matchesOf(one).some((entry) => entry.key === other);
    index.remove(one);
    index.remove(other);
    if (keys.has(pair)) keys.set(pair, [add(pair.a, "c.md"), add(pair.b, "d.md")]);
    return matched;
  };
}

test.each([
  ["in documents of their own", []],
  ["among all the others", pairs],
])("pairs of titles, %s", (where, workspace) => {
  const missed: string[] = [];
  const wrong: string[] = [];
  let found = 0;
  const matches = workspaceOf(workspace);
  for (const pair of pairs) {
    const matched = matches(pair);
    if (matched && pair.same) found += 1;
    else if (matched) wrong.push(`${pair.a} / ${pair.b}`);
    else if (pair.same) missed.push(`${pair.a} / ${pair.b}`);
  }
  const same = pairs.filter((pair) => pair.same).length;
  const precision = found / (found + wrong.length);
  console.info(
    `${pairs.length} pairs: precision ${precision.toFixed(3)}, recall ${(found / same).toFixed(3)}; missed: ${missed.join("; ")}; wrong: ${wrong.join("; ")}`,
  );
  expect(page).toContain(`| ${pairs.length}, ${where} | ${precision.toFixed(3)} | ${(found / same).toFixed(3)} |`);
  expect(precision).toBeGreaterThanOrEqual(0.99);
  expect(found / same).toBeGreaterThanOrEqual(0.97);
});
