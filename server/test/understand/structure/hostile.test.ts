import { expect, test } from "vitest";
import { understand } from "./fixture.js";

const size = 10_000;
const fill = (unit: string): string => unit.repeat(Math.ceil(size / unit.length));

/** Texts that make a careless expression slow, or a careless reader fail. */
const texts: readonly (readonly [string, string])[] = [
  ["spaces", " "],
  ["opening brackets", "("],
  ["brackets in pairs", "(a) "],
  ["domain words", "eng "],
  ["blame without end", "eng refused "],
  ["handles", "@a, "],
  ["labels", "Owner: a, "],
  ["commas", ", "],
  ["dashes", " - "],
  ["numbers", "12 "],
  ["dates", "Q3 2027, "],
  ["anchors", "{#"],
  ["stars", "~~a~~ "],
  ["the word constructor", "constructor: "],
];

test.each(texts)("%s in headings, bullets, cells and paragraphs", (_name, unit) => {
  const long = fill(unit);
  const parts = [
    `# ${long}`,
    `## P1 ${long}x`,
    `- a ${long}x\n- b`,
    `| Item | Priority | Owner |\n| --- | --- | --- |\n| a ${unit.replaceAll("|", "")} | P1 | b |`,
    `**a** ${long}:`,
    long,
  ];
  for (const path of ["roadmap.md", "charter.md", "okrs/a.md", "hiring.md", "1-1/a-b.md"]) {
    expect(() => understand(parts.join("\n\n"), path)).not.toThrow();
  }
});

test.each([
  "",
  "---\n",
  "---\n: [\n---\n",
  "---\n- a\n---\n",
  "---\nowner: {a: [b, {c: d}]}\n---\n",
  "\ufeff# A",
  "|a|\n|-|\n",
  "# \n",
  "- [ ]\n- \n",
])("%j is read like any other text", (text) => {
  expect(understand(text, "roadmap.md").head.planning).toBe(true);
});
