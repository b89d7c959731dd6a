import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FactBase } from "../../src/engine/model/facts.js";
import { inlineData } from "../../src/engine/reading/inline.js";
import { allFindings } from "../../src/engine/service/check-output.js";
import { modelOutput } from "../../src/engine/service/model-output.js";
import type { LockstepService } from "../../src/engine/service/service.js";
import { repositories } from "../support/repositories.js";
import { serviceOf } from "../support/service.js";

/** Edits a run makes; LOCKSTEP_FUZZ_RUNS asks for more runs than `npm test` makes. */
const runs = Number(process.env.LOCKSTEP_FUZZ_RUNS ?? 3);
const editsInARun = 12;

/** What people type and paste, and what upsets the structure around it. */
const fragments = [
  "x",
  " ",
  "\n",
  "\n\n",
  "# ",
  "## Decisions\n\n",
  "- ",
  "  - Owner: @amelia\n",
  "- Status: resolved\n",
  "```\n",
  "---\n",
  "<!-- ",
  "-->",
  "| a | b |\n| --- | --- |\n",
  "| Single sign-on | P0 |\n",
  "We decided to ship weekly.",
  "Decision: ",
  "Disagreement: Product wants March, Engineering June.",
  "[x]: y\n",
  "[x]",
  "> ",
  "\r\n",
  "P1",
  "TBD",
  "domain: engineering\n",
  "1/2/2026",
  "31/12/2026",
  "<!-- lockstep-disable-file -->\n",
  "\u{1F680}",
  "\uFEFF",
  "Single sign-on (SSO)",
];

interface Edit {
  readonly file: number;
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  file: fc.nat(),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(400)),
  insert: fc.oneof(fc.constant(""), fc.constantFrom(...fragments)),
});

function state(service: LockstepService): unknown {
  return JSON.parse(
    JSON.stringify({ findings: allFindings(service), model: modelOutput(service.workspace, { root: "." }) }),
  );
}

function factsOf(service: LockstepService, path: string): readonly FactBase[] {
  const { decisions, disagreements, items } = service.document(path)?.facts ?? {};
  return [...(decisions ?? []), ...(disagreements ?? []), ...(items ?? [])];
}

/** The passages that facts stand in, without the blocks that hold them. */
function unitsOf(service: LockstepService, path: string): unknown[] {
  return factsOf(service, path).map(({ unit }) => {
    if (!unit) return undefined;
    const inlines = unit.kind === "row" ? unit.cells.map(({ inline }) => inline) : [unit.inline];
    return {
      kind: unit.kind,
      start: unit.start,
      end: unit.end,
      container: unit.container,
      inlines: inlines.map((inline) => ({ ...inlineData(inline) })),
      own: unit.kind === "row" ? unit.index : unit.kind === "heading" ? unit.depth : unit.item,
    };
  });
}

describe.each(repositories())("$name", ({ files, today }) => {
  const documents = files.filter(({ path }) => path.endsWith(".md"));
  const configuration = files.filter(({ path }) => !path.endsWith(".md"));

  test("after any edits everything is as in a fresh service", () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: editsInARun, maxLength: editsInARun }), (edits) => {
        const service = serviceOf([...configuration, ...documents], today);
        const texts = new Map(documents.map(({ path, text }) => [path, text]));
        for (const { file, at, remove, insert } of edits) {
          const path = documents[file % documents.length]?.path ?? "";
          const markdown = service.document(path)?.markdown;
          if (!markdown) throw new Error(`${path} is lost`);
          const start = Math.floor(at * markdown.length);
          const range = { start: markdown.positionAt(start), end: markdown.positionAt(start + remove) };
          const from = markdown.offsetAt(range.start);
          const text = texts.get(path) ?? "";
          texts.set(path, text.slice(0, from) + insert + text.slice(markdown.offsetAt(range.end)));
          service.changeDocument(path, [{ range, text: insert }]);
          allFindings(service);
          expect(service.document(path)?.text).toBe(texts.get(path));
          if (file % 3 === 0) service.rest(path);
        }
        const fresh = serviceOf([...configuration, ...[...texts].map(([path, text]) => ({ path, text }))], today);
        expect(state(service)).toEqual(state(fresh));
      }),
      { numRuns: runs },
    );
  }, 600_000);

  test("the order in which documents come does not matter", () => {
    const forward = serviceOf([...configuration, ...documents], today);
    const backward = serviceOf([...configuration, ...[...documents].reverse()], today);
    expect(state(backward)).toEqual(state(forward));
  });

  test("documents that rest say what they said, and their trees are gone", () => {
    const service = serviceOf([...configuration, ...documents], today);
    const before = state(service);
    const { path } = documents[0] as { path: string };
    const slot = service.document(path)?.markdown.slots.find((one) => one.type === "heading");
    const tree = slot?.node;
    for (const document of documents) service.rest(document.path);
    expect(state(service)).toEqual(before);
    expect(slot?.node).toEqual(tree);
    expect(slot?.node).not.toBe(tree);
  });

  test("documents that rest as soon as they are read say what others say, also when somebody looks at them", () => {
    const others = serviceOf([...configuration, ...documents], today);
    const service = serviceOf([...configuration, ...documents], today);
    for (const { path } of documents) service.rest(path);
    const blocks = documents.map(({ path }) => factsOf(service, path).map(({ place }) => place.slot));
    const units = documents.map(({ path }) => unitsOf(service, path));
    expect(units).toEqual(documents.map(({ path }) => unitsOf(others, path)));
    expect(state(service)).toEqual(state(others));
    for (const { path } of documents) service.wake(path);
    expect(state(service)).toEqual(state(others));
    for (const [index, { path }] of documents.entries()) {
      expect(service.document(path)?.text).toBe(others.document(path)?.text);
      const { slots } = service.document(path)?.markdown ?? { slots: [] };
      expect(slots.map(({ text, offset, line }) => ({ text, offset, line }))).toEqual(
        others.document(path)?.markdown.slots.map(({ text, offset, line }) => ({ text, offset, line })),
      );
      for (const block of blocks[index] ?? []) expect(slots).toContain(block);
    }
  });

  test("a document that goes and comes back leaves no trace", () => {
    const service = serviceOf([...configuration, ...documents], today);
    const before = state(service);
    for (const { path, text } of documents) {
      service.deleteDocument(path);
      allFindings(service);
      service.setDocument(path, text);
    }
    expect(state(service)).toEqual(before);
  });
});

test.each([
  "1/2/2026",
  "-1/2/2026",
  "x.1/2/2026",
  "1/2/2026---",
  "1/**2**/2026",
  "1/2&#47;2026",
  "[1](a.md)/2/2026",
  "1-2-2026-3",
])("%s is read anew when another document tells which of day and month comes first", (date) => {
  const record = { path: "decisions/1.md", text: `${date}\n` };
  const silent = { path: "roadmap.md", text: "# Roadmap\n" };
  const telling = { path: "roadmap.md", text: "# Roadmap\n\n- SSO, 31/12/2026\n" };
  const service = serviceOf([record, silent], "2026-06-15");
  for (const roadmap of [telling, silent]) {
    service.setDocument(roadmap.path, roadmap.text);
    expect(state(service)).toEqual(state(serviceOf([roadmap, record], "2026-06-15")));
  }
});

test("the options of a record are read anew for the log that names its decision", () => {
  const record = (option: string): string => `---
status: accepted
decision-makers: Engineering
---

# Library for maps

## Considered options

* ${option}
* Plain SVG

## Decision outcome

Chosen option: "Plain SVG", because it is small.
`;
  const log = `# Decision log

| Id | Decision | Owner | Status |
| --- | --- | --- | --- |
| 1 | Seat maps are drawn with Leaflet ([record](0001-maps.md)) | Engineering | Accepted |
`;
  const files = (option: string) => [
    { path: "decisions/log.md", text: log },
    { path: "decisions/0001-maps.md", text: record(option) },
  ];
  const service = serviceOf(files("Mapbox"), "2026-06-15");
  const conflicts = (): readonly string[] =>
    allFindings(service).flatMap(({ rule, path }) => (rule === "decision-conflict" ? [path] : []));
  expect(conflicts()).toEqual([]);
  for (const option of ["Leaflet", "Mapbox"]) {
    const line = record(option).split("\n").indexOf(`* ${option}`);
    const before = service.document("decisions/0001-maps.md")?.text.split("\n")[line]?.length ?? 0;
    const range = { start: { line, character: 2 }, end: { line, character: before } };
    service.changeDocument("decisions/0001-maps.md", [{ range, text: option }]);
    expect(conflicts()).toEqual(option === "Leaflet" ? ["decisions/0001-maps.md", "decisions/log.md"] : []);
    expect(state(service)).toEqual(state(serviceOf(files(option), "2026-06-15")));
  }
});
