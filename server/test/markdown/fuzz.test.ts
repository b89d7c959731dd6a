import fc from "fast-check";
import { expect, test } from "vitest";
import { MarkdownDocument } from "../../src/engine/markdown/document.js";
import type { Limits } from "../../src/engine/markdown/limits.js";
import type { Slot } from "../../src/engine/markdown/slot.js";
import { type HostileEdit, hostileEdit, hostileText, offsetsOf } from "./hostile-text.js";
import { placesOf, referenceSlots, slotsOf } from "./reference.js";

/** `LOCKSTEP_FUZZ_RUNS=100000 LOCKSTEP_FUZZ_SEED=1 npx vitest run server/test/markdown/fuzz.test.ts` for more, or again. */
const runs = Number(process.env.LOCKSTEP_FUZZ_RUNS ?? 600);
const seed = Number(process.env.LOCKSTEP_FUZZ_SEED ?? Date.now() % 2 ** 31);
console.info(`Markdown fuzz: seed ${seed}, ${runs} runs`);
const settings = { seed, numRuns: runs, endOnFailure: runs > 10_000 };
const TIMEOUT = 60_000 + runs * 100;

/** Limits that small hostile documents go beyond. */
const TIGHT: Limits = { documentLength: 150, blockLength: 60, depth: 2, lines: 4, brackets: 4, emphasis: 3 };

/** How much of the document is parsed before each edit: what is lazy must not show. */
const looks = ["none", "each", "together"] as const;
const steps = fc.array(fc.record({ edit: hostileEdit, look: fc.constantFrom(...looks) }), { maxLength: 5 });

test(
  "a document is what remark makes of its text",
  () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(slotsOf(MarkdownDocument.open(text))).toEqual(referenceSlots(text));
      }),
      settings,
    );
  },
  TIMEOUT,
);

test(
  "after edits a document is what remark makes of its text",
  () => {
    fc.assert(
      fc.property(hostileText, steps, (text, edits) => {
        const document = MarkdownDocument.open(text);
        let expected = text;
        for (const { edit, look } of edits) {
          lookAt(document, look);
          expected = applied(document, expected, edit);
        }
        expect(slotsOf(document)).toEqual(referenceSlots(expected));
        expect(placesOf(document)).toEqual(placesOf(MarkdownDocument.open(expected)));
      }),
      settings,
    );
  },
  TIMEOUT,
);

test(
  "after edits beyond limits a document is as if opened now",
  () => {
    fc.assert(
      fc.property(hostileText, steps, (text, edits) => {
        const document = MarkdownDocument.open(text, TIGHT);
        let expected = text;
        for (const { edit, look } of edits) {
          lookAt(document, look);
          expected = applied(document, expected, edit);
        }
        const fresh = MarkdownDocument.open(expected, TIGHT);
        expect(document.refusal).toEqual(fresh.refusal);
        expect(slotsOf(document)).toEqual(slotsOf(fresh));
        expect(placesOf(document)).toEqual(placesOf(fresh));
      }),
      settings,
    );
  },
  TIMEOUT,
);

test(
  "nodes made together are those made one by one",
  () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const together = MarkdownDocument.open(text);
        together.prepare(together.slots);
        expect(slotsOf(together)).toEqual(slotsOf(MarkdownDocument.open(text)));
      }),
      settings,
    );
  },
  TIMEOUT,
);

/** Applies an edit, checks what `apply` says of it, and returns the new text. */
function applied(document: MarkdownDocument, text: string, edit: HostileEdit): string {
  const { start, end } = offsetsOf(edit, text);
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  // A place inside of a line end is the line's end.
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const before = [...document.slots];
  const change = document.apply([{ range, text: edit.inserted }]);
  const removed = before.splice(change.start, change.removed.length, ...change.added);
  expect(areSame(removed, change.removed)).toBe(true);
  expect(areSame(before, document.slots)).toBe(true);
  const expected = text.slice(0, from) + edit.inserted + text.slice(to);
  expect(document.text).toBe(expected);
  return expected;
}

function areSame(some: readonly Slot[], others: readonly Slot[]): boolean {
  return some.length === others.length && some.every((slot, index) => slot === others[index]);
}

function lookAt(document: MarkdownDocument, look: (typeof looks)[number]): void {
  if (look === "each") for (const slot of document.slots) slot.node;
  if (look === "together") document.prepare(document.slots);
}
