import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { MarkdownDocument } from "../../src/engine/markdown/document.js";
import { hostileEdit, offsetsOf } from "./hostile-text.js";
import { placesOf, referenceSlots, slotsOf } from "./reference.js";

/** Long documents that people wrote; they are not part of the project. */
const folder = process.env.LOCKSTEP_DOCUMENTS ?? resolve(import.meta.dirname, "../../../../shared/bench/docs");
/** remark takes seconds for longer ones. */
const longest = process.env.LOCKSTEP_FUZZ_RUNS === undefined ? 50_000 : Number.POSITIVE_INFINITY;
const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith(".md") && statSync(join(folder, name)).size <= longest)
  : [];

const settings = { seed: Date.now() % 2 ** 31, numRuns: 1 };

for (const file of files) {
  test(`${file}: opened and edited as remark reads it`, () => {
    console.info(`Markdown edits of ${file}: seed ${settings.seed}`);
    const original = readFileSync(join(folder, file), "utf8");
    const edits = fc.array(hostileEdit, { minLength: 20, maxLength: 40 });
    fc.assert(
      fc.property(edits, (some) => {
        const document = MarkdownDocument.open(original);
        document.prepare(document.slots);
        expect(slotsOf(document)).toEqual(referenceSlots(original));
        let text = original;
        for (const edit of some) {
          const removed = Math.min(edit.removed, 200);
          const { start, end } = offsetsOf({ ...edit, removed }, text);
          const range = { start: document.positionAt(start), end: document.positionAt(end) };
          const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
          document.apply([{ range, text: edit.inserted }]);
          text = text.slice(0, from) + edit.inserted + text.slice(to);
        }
        expect(document.text).toBe(text);
        expect(placesOf(document)).toEqual(placesOf(MarkdownDocument.open(text)));
        document.prepare(document.slots);
        expect(slotsOf(document)).toEqual(referenceSlots(text));
      }),
      settings,
    );
  });
}

if (files.length === 0) {
  test("documents that people wrote are missing here, so none but made-up ones are tested", () => {
    console.warn(`Markdown: no documents in ${folder}`);
    expect(files).toEqual([]);
  });
}
