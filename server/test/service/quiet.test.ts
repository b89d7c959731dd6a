import { expect, test } from "vitest";
import type { LockstepService } from "../../src/engine/service/service.js";
import { serviceOf } from "../support/service.js";

const path = "roadmap/notes.md";
const text = `# Notes of the leads

## About search

Some prose that states nothing.

**Decision:** The search index moves to the queue, step 1.

## About mail

**Decision:** The mail gateway stays as it is, step 2.
`;

function opened(): LockstepService {
  return serviceOf([{ path, text }], "2026-06-01");
}

function type(service: LockstepService, line: number, inserted: string): void {
  const at = { line, character: 0 };
  service.changeDocument(path, [{ range: { start: at, end: at }, text: inserted }]);
}

function linesOf(service: LockstepService): readonly number[] {
  return service.findings(path).map(({ document, place }) => document.markdown.rangeOf(place).start.line);
}

test("an edit that states nothing leaves facts and findings the same objects, and their places move", () => {
  const service = opened();
  const before = service.findings(path);
  const { facts } = service.document(path)!;
  expect(linesOf(service)).toEqual([6, 10]);
  type(service, 4, "New words stand here.\n\n");
  const after = service.findings(path);
  expect(after.map((finding) => before.indexOf(finding))).toEqual([0, 1]);
  expect(service.document(path)!.facts.decisions).toBe(facts.decisions);
  expect(linesOf(service)).toEqual([8, 12]);
});

test("an edit of one fact leaves the others of its document the same objects", () => {
  const service = opened();
  const [first, second] = service.document(path)!.facts.decisions;
  type(service, 6, "Now: ");
  const after = service.document(path)!.facts.decisions;
  expect(after.includes(first!)).toBe(false);
  expect(after.includes(second!)).toBe(true);
});

test("a comment that is typed silences what was found before", () => {
  const service = opened();
  expect(linesOf(service)).toEqual([6, 10]);
  type(service, 6, "<!-- lockstep-disable-next-line decision-without-domain -->\n");
  expect(linesOf(service)).toEqual([11]);
});
