import { expect, test } from "vitest";
import { MarkdownDocument } from "../../src/engine/markdown/document.js";
import { suppressionOf } from "../../src/engine/suppressions/insertion.js";
import { findingsIn, kept, problems } from "./findings.js";

/** The document with its first finding suppressed. */
function suppressed(text: string): string {
  const document = MarkdownDocument.open(text);
  const finding = findingsIn(document)[0];
  if (!finding) throw new Error("nothing to suppress");
  const { place, newText } = suppressionOf(finding.place, finding.rule, "known");
  const start = place.slot.offset + place.start;
  return text.slice(0, start) + newText + text.slice(place.slot.offset + place.end);
}

const line = "<!-- lockstep-disable-line decision-stalled -- known -->";
const nextLine = "<!-- lockstep-disable-next-line decision-stalled -- known -->";
const file = "<!-- lockstep-disable-file decision-stalled -- known -->";

test.each([
  ["a paragraph", "One\n\nIt stalled! there\nand there.\n", `One\n\n${nextLine}\nIt stalled! there\nand there.\n`],
  ["a later line of a paragraph", "One\nstalled!  \ntwo\n", `One\nstalled! ${line}  \ntwo\n`],
  ["a line with a hard break", "One\nstalled!\\\ntwo\n", `One\nstalled! ${line}\\\ntwo\n`],
  ["a heading", "text\n## stalled! ##\n", `text\n${nextLine}\n## stalled! ##\n`],
  ["a heading of two lines", "stalled!\n===\n", `${nextLine}\nstalled!\n===\n`],
  ["a list item", "- one\n  - stalled!\n- two\n", `- one\n  - stalled! ${line}\n- two\n`],
  ["a table row", "| a | b |\n|---|---|\n| stalled! | x |\n", `| a | b |\n|---|---|\n| stalled! | x ${line} |\n`],
  ["a narrow table row", "|a|b|\n|-|-|\n|stalled!|x|\n", `|a|b|\n|-|-|\n|stalled!|x ${line} |\n`],
  ["an empty last cell", "| a | b |\n|---|---|\n| stalled! |  |\n", `| a | b |\n|---|---|\n| stalled! | ${line}  |\n`],
  ["a row without bars at its ends", "a | b\n--|--\nstalled! | x\n", `a | b\n--|--\nstalled! | x ${line}\n`],
  ["a table in a quotation", "> | a |\n> | - |\n> | stalled! |\n", `> | a |\n> | - |\n> | stalled! ${line} |\n`],
  ["a quotation", "> one\n> stalled!\n", `> one\n> stalled! ${line}\n`],
  ["front matter", "---\na: stalled!\n---\n\n# A\n", `---\na: stalled!\n---\n\n${file}\n\n# A\n`],
  ["Windows line ends", "One\r\n\r\nstalled!\r\n", `One\r\n\r\n${nextLine}\r\nstalled!\r\n`],
])("in %s", (_, text, expected) => {
  const after = suppressed(text);
  expect(after).toBe(expected);
  expect(kept(after)).toBe("");
  expect(problems(after)).toEqual([]);
});
