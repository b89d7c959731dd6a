import { expect, test } from "vitest";
import { MarkdownDocument } from "../../src/engine/markdown/document.js";
import type { SuppressionEdit } from "../../src/engine/suppressions/removal.js";
import { findingsIn, kept, problems, problemsIn } from "./findings.js";

/** A document with the edits of its problems applied, all at once. */
function mended(text: string): string {
  const document = MarkdownDocument.open(text);
  return edited(
    text,
    document,
    problemsIn(document).flatMap(({ edits }) => edits ?? []),
  );
}

function edited(text: string, document: MarkdownDocument, edits: readonly SuppressionEdit[]): string {
  const inOrder = edits
    .map(({ place, newText }) => ({
      start: place.slot.offset + place.start,
      end: place.slot.offset + place.end,
      newText,
    }))
    .sort((a, b) => a.start - b.start);
  let result = "";
  let at = 0;
  for (const { start, end, newText } of inOrder) {
    expect(start, "edits do not overlap").toBeGreaterThanOrEqual(at);
    result += text.slice(at, start) + newText;
    at = end;
  }
  expect(document.text).toBe(text);
  return result + text.slice(at);
}

function underlined(text: string): readonly string[] {
  return problemsIn(MarkdownDocument.open(text)).map(({ place }) => place.slot.text.slice(place.start, place.end));
}

test("a comment that suppresses nothing goes with its lines", () => {
  expect(mended("# A\n\n<!-- lockstep-disable-next-line -->\n\nText.\n")).toBe("# A\n\nText.\n");
  expect(mended("# A\n\n<!-- lockstep-disable-next-line -->\nText.\n")).toBe("# A\n\nText.\n");
  expect(mended("<!-- lockstep-disable-file -->\n\n# A\n")).toBe("# A\n");
  expect(mended("# A\n\n<!-- lockstep-disable-file -->\n")).toBe("# A\n");
  expect(mended("- a\n\n  <!-- lockstep-disable-file -->\n")).toBe("- a\n");
  expect(mended("> a\n>\n> <!-- lockstep-disable-file -->\n>\n> b\n")).toBe("> a\n>\n> b\n");
  expect(mended("# A\r\n\r\n<!-- lockstep-disable-file -->\r\n\r\nText.\r\n")).toBe("# A\r\n\r\nText.\r\n");
  expect(mended("# A\n<!-- lockstep-disable-file -->")).toBe("# A\n");
});

test("blocks that a comment kept apart stay apart without it", () => {
  expect(mended("One.\n<!-- lockstep-disable-file -->\nTwo.\n")).toBe("One.\n\nTwo.\n");
});

test("in a line only the comment goes, with the space before it", () => {
  expect(mended("Text <!-- lockstep-disable-line -->\nmore.\n")).toBe("Text\nmore.\n");
  expect(mended("| a | b <!-- lockstep-disable-line --> |\n| - | - |\n")).toBe("| a | b |\n| - | - |\n");
  expect(mended("- <!-- lockstep-disable-line --> text\n")).toBe("- text\n");
  expect(mended("<!-- lockstep-disable-file --> text\n")).toBe("text\n");
});

test("of several rules those that are not needed go", () => {
  const text = "stalled! <!-- lockstep-disable-line wording-sides, decision-stalled, decision-conflict -- why -->\n";
  expect(underlined(text)).toEqual(["wording-sides", "decision-conflict"]);
  expect(problems(text)[0]).toBe(
    "0: `wording-sides` finds nothing to suppress on that line. Remove it, so that a new problem there is not hidden.",
  );
  expect(mended(text)).toBe("stalled! <!-- lockstep-disable-line decision-stalled -- why -->\n");
  expect(mended("sides! <!-- lockstep-disable-line decision-conflict decision-stalled wording-sides -->\n")).toBe(
    "sides! <!-- lockstep-disable-line wording-sides -->\n",
  );
});

test("where none is needed the comment is reported as a whole", () => {
  const text = "Text. <!-- lockstep-disable-line wording-sides decision-stalled -->\n";
  expect(underlined(text)).toEqual(["<!-- lockstep-disable-line wording-sides decision-stalled -->"]);
  expect(mended(text)).toBe("Text.\n");
});

test("the second of two that say the same does nothing", () => {
  const lines = (text: string) => problems(text).map((problem) => problem.split(":")[0]);
  expect(lines("<!-- lockstep-disable-next-line -->\nstalled! <!-- lockstep-disable-line -->\n")).toEqual(["1"]);
  expect(lines("<!-- lockstep-disable -->\n\n<!-- lockstep-disable -->\n\nstalled!\n")).toEqual(["2"]);
  expect(lines("<!-- lockstep-disable-file -->\n\nstalled!\n\n<!-- lockstep-disable-file -->\n")).toEqual(["4"]);
});

test("an enable that ends nothing is unused too", () => {
  expect(problems("<!-- lockstep-enable -->\n\nstalled!\n\n<!-- lockstep-enable decision-stalled -->\n")).toEqual([
    "0: This comment ends nothing here: no `lockstep-disable` above is in force. Remove it.",
    "4: This comment ends nothing here: no `lockstep-disable` above is in force. Remove it.",
  ]);
});

test("of a rule that did not run nobody knows whether its suppression is needed", () => {
  expect(problems("Text. <!-- lockstep-disable-line rule-that-is-off -->\n")).toEqual([]);
});

test("an unknown rule is reported with the nearest name, at the name", () => {
  const text = "stalled! <!-- lockstep-disable-line decision-staled -->\n";
  expect(kept(text)).toBe("stalled@0");
  expect(underlined(text)).toEqual(["decision-staled"]);
  expect(problems(text)).toEqual(["0: No rule is called `decision-staled`. Did you mean `decision-stalled`?"]);
  expect(mended(text)).toBe("stalled! <!-- lockstep-disable-line decision-stalled -->\n");
  expect(problems("x <!-- lockstep-disable-line shadow-plan -->\n")).toEqual([
    "0: No rule is called `shadow-plan`. `lockstep rules` lists them all; a reason goes behind `--`.",
  ]);
});

test("a reason without its dashes is told apart from rules", () => {
  const text = "stalled! <!-- lockstep-disable-line decision-stalled waiting for legal -->\n";
  expect(underlined(text)).toEqual(["waiting for legal"]);
  expect(problems(text)).toEqual(["0: These words name no rules. Put `--` before a reason."]);
  expect(mended(text)).toBe("stalled! <!-- lockstep-disable-line decision-stalled -- waiting for legal -->\n");
});

test("taking a rule away never makes a comment speak of all rules", () => {
  const text = "stalled! <!-- lockstep-disable-line wording-sides shadow-plan -->\n";
  expect(problems(text)).toHaveLength(2);
  expect(mended(text)).toBe(text);
});

test("a misspelt directive is reported, as nobody would notice that it does nothing", () => {
  const text = "<!-- lockstep-disable-nextline decision-stalled -->\nstalled!\n";
  expect(underlined(text)).toEqual(["lockstep-disable-nextline"]);
  expect(problems(text)).toEqual([
    "0: `lockstep-disable-nextline` suppresses nothing, as Lockstep does not know it. Did you mean `lockstep-disable-next-line`?",
  ]);
  expect(kept(mended(text))).toBe("");
  expect(problems("<!-- lockstep-board: start -->\n")).toEqual([]);
});

test("what is said of comments can be suppressed by name, not by a comment for all rules", () => {
  const byName =
    "<!-- lockstep-disable-file unused-suppression -- shared template -->\n\nText. <!-- lockstep-disable-line -->\n";
  expect(problems(byName)).toEqual([]);
  expect(problems("stalled!\n\n<!-- lockstep-disable-file -->\n\nText. <!-- lockstep-disable-line -->\n")).toHaveLength(
    1,
  );
  const forNothing = "Text. <!-- lockstep-disable-line unknown-rule -->\n";
  expect(problems(forNothing)).toHaveLength(1);
  expect(mended(forNothing)).toBe("Text.\n");
});

test("mending leaves nothing to mend, and suppresses what was suppressed before", () => {
  const text = `# stalled! <!-- lockstep-disable-line decision-stalled wording-sides -->

<!-- lockstep-disable decision-without-domain, wording-sides, decision-conflict -- a -->
<!-- lockstep-disable-next-line decision-staled -->

- domain! stalled! <!-- lockstep-disable-line -->
  - stalled! <!-- lockstep-disable-line decision-stalled because so -->

<!-- lockstep-enable decision-stalled -->

| a <!-- lockstep-disable-line --> |
| - |
| sides! |

<!-- lockstep-enable -->
`;
  const after = mended(text);
  expect(problems(after)).toEqual([]);
  expect(findingsIn(MarkdownDocument.open(after))).toHaveLength(5);
  expect(kept(after)).toBe("");
});
