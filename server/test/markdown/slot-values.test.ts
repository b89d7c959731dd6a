import { expect, test } from "vitest";
import { MarkdownDocument } from "../../src/engine/markdown/document.js";
import { SlotValues } from "../../src/engine/markdown/slot-values.js";

const paragraphs = 2_000;
const text = Array.from({ length: paragraphs }, (_, index) => `Paragraph ${index}\n`).join("\n");

/** Numbers of the slots that hold one, with how many were read for it and the sum of what came and went. */
function counting() {
  const counted = { reads: 0, sum: 0 };
  const numberOf = (source: string): number | undefined => {
    const digits = /\d+/.exec(source)?.[0];
    return digits === undefined ? undefined : Number(digits);
  };
  const add = (values: readonly number[], sign: 1 | -1): void => {
    for (const value of values) counted.sum += sign * value;
  };
  const values = new SlotValues(
    (slot) => {
      counted.reads += 1;
      return numberOf(slot.text);
    },
    (added, removed) => {
      add(added, 1);
      add(removed, -1);
    },
  );
  const all = (document: MarkdownDocument): number[] => document.slots.flatMap((slot) => numberOf(slot.text) ?? []);
  return { counted, values, all };
}

test("after any edit the values are those of all slots, and few slots were read for it", () => {
  const document = MarkdownDocument.open(text);
  const { counted, values, all } = counting();
  expect(values.of(document)).toEqual(all(document));
  for (let step = 0; step < 60; step += 1) {
    const line = (step * 677) % document.lineCount;
    const inserted = ["x", "\n\nAnother 7\n\n", "# Heading 3\n", ""][step % 4] as string;
    const end = { line: line + (step % 3), character: 0 };
    document.apply([{ range: { start: { line, character: 0 }, end }, text: inserted }]);
    counted.reads = 0;
    const found = values.of(document);
    expect(found).toEqual(all(document));
    expect(counted.sum).toBe(found.reduce((sum, value) => sum + value, 0));
    expect(counted.reads).toBeLessThan(20);
  }
});

test("the list stays the same object while no value comes or goes", () => {
  const document = MarkdownDocument.open("One 1\n\nNone\n\nTwo 2\n");
  const { values } = counting();
  const before = values.of(document);
  document.apply([{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: "x" }]);
  expect(values.of(document)).toBe(before);
});
