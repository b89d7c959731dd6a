import { expect, test } from "vitest";
import { frontMatterProblems } from "../../src/engine/config/front-matter.js";
import { MarkdownDocument } from "../../src/engine/markdown/document.js";

/** `«text» message` of each problem in the order of the text. */
function problemsOf(frontMatter: string, newLine = "\n"): readonly string[] {
  const document = MarkdownDocument.open(`---\n${frontMatter}---\n\n# Title\n`.replaceAll("\n", newLine));
  return frontMatterProblems(document).map(({ place, message }) => {
    return `«${place.slot.text.slice(place.start, place.end)}» ${message}`;
  });
}

test("what documents are seen to carry is fine, whoever it is meant for", () => {
  const ordinary = `# comment
title: "Use Postgres: why not"
type: adr
domain: [product, engineering]
status: accepted
date: 2026-06-15T10:00:00Z
priority: 1
owner: "@amelia"
owners:
  - name: Priya Nair
    handle: "@priya"
decision-makers: [Zoë, "@li"]
consulted:
layout: { nested: { deeper: [1, 2] } }
constructor: 3
__proto__: x
tags: *unknown
tags: again
custom: !include x.yaml
`;
  expect(problemsOf(ordinary)).toEqual([]);
});

test("placeholders of templates are nobody's mistake", () => {
  const template = `status: {proposed | rejected | accepted}
date: {YYYY-MM-DD when the decision was last updated}
type: {{ type }}
domain: {}
`;
  expect(problemsOf(template)).toEqual([]);
  expect(problemsOf("title: {{ title }} for {% now %}: x\n")).toEqual([]);
  expect(problemsOf("date: YYYY-MM-DD\n")).toEqual([]);
});

test.each(["\n", "\r\n"])("what cannot mean anything is reported at its place (line ends %j)", (newLine) => {
  const wrong = `type: 42
Domain: { name: product }
status: { was: accepted }
date: 2026-02-30
priority: true
decision_makers: 7
`;
  expect(problemsOf(wrong, newLine)).toEqual([
    "«42» `type` must be text, or a list of texts (`[one, another]`), not 42.",
    "«{ name: product }» `domain` must be text, or a list of texts (`[one, another]`), not a map.",
    "«{ was: accepted }» `status` must be text, or a number, or a list, not a map.",
    "«2026-02-30» `date` is 2026-02-30, a day that no calendar has.",
    "«true» `priority` must be text, or a number, or a list, not true.",
    "«7» `decision-makers` must be text, or a list, or a map of values, not 7.",
  ]);
});

test("settings in front matter are pointed to where they belong", () => {
  expect(problemsOf("lockstep:\n  rules: { wording-sides: off }\n")).toEqual([
    "«lockstep» Front matter does not configure Lockstep. Say it of this path in `.lockstep.yaml` (`documents` or `overrides`), or write `<!-- lockstep-disable-file -->` below.",
  ]);
});

test("front matter that is no YAML is reported once", () => {
  expect(problemsOf("title: Postgres: why not\ntype: 42\nowner: [\n")).toEqual([
    expect.stringMatching(/^«.*» This is not valid YAML: /),
  ]);
});

test("a front matter bomb is refused with a word", () => {
  expect(problemsOf(`a: ${"[".repeat(1000)}\n`)).toEqual([expect.stringContaining("nested more than 64 deep")]);
  const levels = Array.from(
    { length: 30 },
    (_, level) =>
      `a${level}: &a${level} [${Array(9)
        .fill(level ? `*a${level - 1}` : "x")
        .join(", ")}]\n`,
  );
  expect(problemsOf(levels.join(""))).toEqual([expect.stringContaining("more than 10000 values")]);
});

test("a document without front matter has no such problems, nor one that opens with a rule", () => {
  for (const text of ["", "# Title\n", "---\n\ntype: 42\n", "\n---\ntype: 42\n---\n", "---\n---\n", "---\n42\n---\n"]) {
    expect(frontMatterProblems(MarkdownDocument.open(text)), JSON.stringify(text)).toEqual([]);
  }
});

test("what was found stays with the block while the rest of the document changes", () => {
  const document = MarkdownDocument.open("---\ntype: 42\n---\n\ntext\n");
  const before = frontMatterProblems(document);
  const at = { line: 4, character: 0 };
  document.apply([{ range: { start: at, end: at }, text: "more " }]);
  expect(frontMatterProblems(document)).toBe(before);
  const value = { start: { line: 1, character: 6 }, end: { line: 1, character: 8 } };
  document.apply([{ range: value, text: "adr" }]);
  expect(frontMatterProblems(document)).toEqual([]);
});
