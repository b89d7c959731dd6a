import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { MarkdownDocument } from "../../src/engine/markdown/document.js";
import type { Inline } from "../../src/engine/reading/inline.js";
import { quickUnits } from "../../src/engine/reading/quick/units.js";
import { type Cell, type Container, readTree, readUnits, type Unit } from "../../src/engine/reading/units.js";

const project = resolve(import.meta.dirname, "../../..");
const folders = ["docs", "server/src/engine/rules", "test-fixtures", "../shared/eval/docs"].map((name) =>
  join(project, name),
);
/** remark takes a second for each 40,000 characters. */
const longest = process.env.LOCKSTEP_FUZZ_RUNS === undefined ? 6_000 : Number.POSITIVE_INFINITY;

function documentsIn(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md") && !name.includes("node_modules"))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).size <= longest);
}

test("the parser that others are held to is the build that is shipped", () => {
  expect(import.meta.resolve("micromark")).toMatch(/\/micromark\/index\.js$/);
});

test.each(folders)("what is read without the parser is what the parser gives: %s", (folder) => {
  for (const path of documentsIn(folder)) expectSame(readFileSync(path, "utf8"));
});

/** Pieces of lines that have a meaning to Markdown somewhere, and some that have none. */
const pieces = fc.constantFrom(
  ..."a|b c|word|é|😀|—|1|2|3.|1)| | |  |\n|\n\n|\n  |\n    |- |* |+ |1. |2. |> |# |## |\\|`|``|*|**|***|_|__|~|~~|[|]|](|)|![|[x] |- [ ] |- [x] |(a)|<br>|<b>|</b>|<!-- c -->|<https://a.b>|https://a.bc/d|http://a.b.|www.a.b|me@a.b|&amp;|&|&#35;|\\*|\\\\|  \n|\\\n|---|===|:-:|\t|\r\n|$|\"|'|.|,|!|?".split(
    "|",
  ),
  "|",
  "| a | b |\n| --- | --- |\n",
  "| c | |\n",
  "```\n",
  "[a]: /b\n",
  "[a]",
  "[b][a]",
  "[a][]",
  "[^a]",
  "- \n",
  "\n*\n",
  "\n\t- ",
  "\n  ```\n",
  "a | b\n- | -\n",
);

const settings = { seed: Date.now() % 2 ** 31, numRuns: Number(process.env.LOCKSTEP_FUZZ_RUNS ?? 1500) };

test("so it is of anything that is put together from marks", () => {
  console.info(`Reading without the parser: seed ${settings.seed}`);
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 2, maxLength: 14 }), (some) => expectSame(some.join(""))),
    settings,
  );
});

test("a second marker in the line that ends a paragraph is the parser's to judge", () => {
  for (const text of ["- a\n\t- + ", "- a\n  - 2. b\n", "- a\n  - 1. b\n", "- a\n- + \n", "- a\n  - - b\n"])
    expectSame(text);
});

test("HTML of one line in an item ends where the parser ends it", () => {
  for (const text of [
    "* a\n\t- <!-- c -->aa",
    "- a\n  <!-- c -->\n- b\n",
    "- <!-- c -->\n  b\n",
    "- a\n  <!-- c\n  -->\n",
  ])
    expectSame(text);
});

test("tabs that mark nothing are text", () => {
  for (const text of ["- a\tb\n", "- #\ta\n", "- a\t\n  b\n", "- [\t] a\n", "- *\t*\t*\n", "a \t \nb\n", "# \ta\tb\n"])
    expectSame(text);
});

test("plain blocks need no parser", () => {
  const texts = [
    "## A heading of *some* weight\n",
    "Text with **strong words**, `code`,\na [link](../a.md) and https://example.org/a.\n",
    "- [x] done: **all** of it\n- not done\n  - [see](a.md)\n\n  More of it.\n",
    "| a | b |\n| - | - |\n| *c* |  |\n",
    "a | b\n- | -\n*c* | d\n",
    "A [plan] of [some [kind](a.md)][plan].\n",
    "- one\ttab\n  <!-- a remark -->\n- <u>two</u> words\n",
    "- one\n- \n-\ttwo\n\n\t- three\n\n  ```js\n  code\n  ```\n  more\n",
  ];
  for (const text of texts) {
    const [slot] = MarkdownDocument.open(text).slots;
    expect(quickUnits(slot!)?.length, text).toBeGreaterThan(0);
  }
});

test("a definition that comes makes a link of what was read by itself", () => {
  const document = MarkdownDocument.open("- see [the plan] there\n\nEnd.\n");
  expect(marksIn(document)).toEqual([]);
  document.apply([
    { range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } }, text: "\n[the plan]: a.md\n" },
  ]);
  expect(marksIn(document)).toEqual(["link"]);
});

function marksIn(document: MarkdownDocument): string[] {
  const units = document.slots.flatMap((slot) => readUnits(slot));
  return units.flatMap((unit) => (unit.kind === "row" ? [] : unit.inline.marks.map(({ kind }) => kind)));
}

function expectSame(text: string): void {
  for (const slot of MarkdownDocument.open(text).slots) {
    const quick = quickUnits(slot);
    if (quick) expect(quick.map(plainUnit), JSON.stringify(slot.text)).toEqual(readTree(slot).map(plainUnit));
  }
}

function plainUnit(unit: Unit): unknown {
  const { kind, start, end } = unit;
  const container = plainContainer(unit.container);
  if (unit.kind === "heading")
    return { kind, start, end, container, depth: unit.depth, inline: plainInline(unit.inline) };
  if (unit.kind === "paragraph")
    return { kind, start, end, container, item: plainContainer(unit.item), inline: plainInline(unit.inline) };
  const { table, index, cells } = unit;
  const header = table.header.map(plainCell);
  return {
    kind,
    start,
    end,
    container,
    index,
    cells: cells.map(plainCell),
    table: { ...table, slot: undefined, header },
  };
}

function plainContainer(container: Container | undefined): unknown {
  return container && { ...container, parent: plainContainer(container.parent) };
}

function plainCell({ inline, start, end }: Cell): unknown {
  return { inline: plainInline(inline), start, end };
}

function plainInline(inline: Inline): unknown {
  const places = Array.from({ length: inline.text.length + 1 }, (_, at) => [
    inline.sourceStart(at),
    inline.sourceEnd(at),
  ]);
  return { text: inline.text, prose: inline.prose, marks: inline.marks, places };
}
