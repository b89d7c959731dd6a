import { expect, test } from "vitest";
import { MarkdownDocument } from "../../src/engine/markdown/document.js";

test("an edit replaces the touched block and leaves the others as they are", () => {
  const document = MarkdownDocument.open("# A\n\ntext\n\n- b\n");
  const [heading, , list] = document.slots;
  const change = document.apply([
    { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } }, text: "longer\ntext" },
  ]);
  expect(document.text).toBe("# A\n\nlonger\ntext\n\n- b\n");
  expect(change.start).toBe(1);
  expect(change.removed.map((slot) => slot.text)).toEqual(["text\n\n"]);
  expect(change.added.map((slot) => slot.text)).toEqual(["longer\ntext\n\n"]);
  expect(document.slots[0]).toBe(heading);
  expect(document.slots[2]).toBe(list);
  expect(list?.line).toBe(5);
});
