import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Fix, FixEdit } from "../../src/engine/fixes/fix.js";
import { suppressHere } from "../../src/engine/fixes/suppress.js";
import { offsetOf } from "../../src/engine/markdown/place.js";
import type { Finding } from "../../src/engine/rules/check.js";
import { rules } from "../../src/engine/rules/registry.js";
import type { LockstepService } from "../../src/engine/service/service.js";
import { english } from "../../src/engine/text/phrase.js";
import { fixAllOf } from "../../src/features/code-actions.js";
import { withoutPlaceholders } from "../../src/features/edits.js";
import { readFixtures } from "../support/fixture.js";
import { repositories, type TextFile } from "../support/repositories.js";
import { serviceOf } from "../support/service.js";
import { note, processorTime, soaking } from "./support/soak.js";

const repository = join(import.meta.dirname, "../../..");
const labelled = join(repository, "../shared/eval/docs");
const today = "2026-06-15";
const day = 24 * 60 * 60 * 1000;

interface Sources {
  readonly name: string;
  readonly today: string;
  readonly all: boolean;
  readonly files: readonly TextFile[];
}

const count = { fixes: 0, documents: 0 };

/**
 * What may be found after a fix that was not found before: the rule of the finding, what is found then, and why that is right. Each is the choice of a
 * person who reads the title, and true of the text that results; what "fix all" does may have none.
 */
const consequences: readonly (readonly [mended: string, found: string, because: string])[] = [
  ["charter-domain-without-lead", "charter-one-on-one", "a lead who is named has other leads to meet"],
  ["charter-one-on-one", "one-on-one-lapsed", "notes that were in time for two weeks are late for one"],
  ["decision-conflict", "decision-stalled", "taken for open in both places, it has been open since its date"],
  ["decision-reopened", "decision-stalled", "reopened, it has been open since its date"],
  ["decision-reopened", "disagreement-without-next-step", "what it settled is open again"],
  ["disagreement-unresolved", "decision-stalled", "reopened, it has been open since its date"],
  ["decision-without-domain", "decision-without-backing", "only what somebody owns can lack others behind it"],
  ["decision-without-domain", "decision-stalled", "of two of the same words one is told apart, and each is late"],
  ["decision-with-open-questions", "decision-stalled", "reopened, it has been open since its date"],
  ["decision-with-open-questions", "disagreement-without-next-step", "what it settled is open again"],
  ["decision-with-open-questions", "disagreement-stalled", "what it settled is open again, since its date"],
  ["priority-inversion", "priority-mismatch", "another plan has it where it was"],
  ["plan-conflict", "plan-overdue", "no longer done, its date has passed"],
  ["plan-conflict", "plan-conflict", "a third plan says something else"],
  ["plan-overdue", "plan-conflict", "another plan does not say that it is done"],
  ["priority-mismatch", "priority-mismatch", "a third plan says something else"],
  ["shadow-plan", "plan-overdue", "in the other plan it is as late"],
  ["shadow-plan", "plan-conflict", "a third plan says something else"],
  ["shadow-plan", "plan-without-why", "why it is in the other plan is for a person to write"],
  ["shadow-plan", "priority-inflation", "one more item at the top of the other plan"],
  ["unknown-rule", "unused-suppression", "the rule that was meant finds nothing there"],
];
const expectedNews = new Set(consequences.map(([mended, found]) => `${mended} ${found}`));
const met = new Set<string>();

/** The fixtures and page examples of all rules. */
function fixtures(): Sources[] {
  const folder = join(repository, "server/src/engine/rules");
  const all = rules.flatMap(({ id }) =>
    ["fixture.md", "page.md"].flatMap((name) =>
      readFixtures(readFileSync(join(folder, id, name), "utf8")).map((fixture) => ({
        ...{ name: `${id}/${name}:${fixture.line}`, today: fixture.today, all: fixture.all },
        files: fixture.files,
      })),
    ),
  );
  return all.filter((_, index) => index % (soaking ? 1 : 16) === 0);
}

/** Forms in which documents of real repositories had a fix that mended nothing, or wrote where nobody looks. */
const once = {
  "a cell says that nothing has come": {
    path: "decisions.md",
    text: "# Decision log\n\n| Decision | Domain | Decided by | Status | Input |\n| --- | --- | --- | --- | --- |\n| Whether the gate locks at ten | Product | Priya Nair | Open | Engineering: not yet |\n| Whether the lamp stays on | Product | Priya Nair | Open | Engineering – pending |\n",
  },
  "a quarter in prose": {
    path: "roadmap.md",
    text: "# Product roadmap\n\n## Q1 2026\n\nWe make the harbour map easier to read for skippers.\n",
  },
  "a link ends the passage": {
    path: "notes/leads.md",
    text: "# Leads\n\n## Decisions\n\n- Use [Postgres](https://example.org/postgres)\n",
  },
};

/** Documents of real repositories, where they are at hand. */
function realDocuments(): Sources[] {
  if (!existsSync(labelled)) {
    console.info(`There is no ${labelled}: no fix was tried on the documents of real repositories.`);
    return [];
  }
  const paths = readdirSync(labelled, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .sort();
  const every = soaking ? 1 : 60;
  return paths
    .filter((_, index) => index % every === 0)
    .map((path) => ({
      ...{ name: path, today, all: true },
      files: [{ path: path.replaceAll("\\", "/"), text: readFileSync(join(labelled, path), "utf8") }],
    }));
}

describe("every fix mends what it says and nothing else", () => {
  test(
    "in the fixtures and pages of the rules",
    () => {
      expect(fixtures().flatMap(attack)).toEqual([]);
      expect(count.fixes).toBeGreaterThan(soaking ? 800 : 50);
    },
    day,
  );

  test(
    "in the repositories of the tests",
    () => {
      const chosen = soaking ? repositories() : repositories().slice(0, 1);
      const all = chosen.map(({ name, files, today: date }) => ({ name, files, today: date, all: false }));
      expect(all.flatMap(attack)).toEqual([]);
    },
    day,
  );

  test("in what once went wrong in documents of real repositories", () => {
    for (const [name, file] of Object.entries(once)) {
      const before = count.fixes;
      expect(attack({ name, today, all: false, files: [file] })).toEqual([]);
      expect(count.fixes, name).toBeGreaterThan(before);
    }
    const file = once["a link ends the passage"];
    const service = serviceOf([file], today);
    const [assigned] = findingsOf(service).flatMap((finding) => [...finding.fixes()]);
    apply(service, assigned?.edits ?? [], false);
    expect(service.document(file.path)?.text).toMatch(/\(https:\/\/example\.org\/postgres\) \([^()]+\)$/m);
  });

  test(
    "in documents of real repositories",
    () => {
      const start = processorTime();
      const problems = realDocuments().flatMap(attack);
      note("fixes", "documents", count.documents);
      note("fixes", "fixes applied", count.fixes);
      note("fixes", "kinds of consequences that a person chooses", met.size);
      note("fixes", "seconds for real documents", (processorTime() - start) / 1000, 1200);
      expect(problems).toEqual([]);
    },
    day,
  );
});

/** Applies every fix of every finding, each to the documents as they are, and judges what comes of it. */
function attack(sources: Sources): string[] {
  const service = serviceOf(sources.files, sources.today, sources.all);
  const problems: string[] = [];
  const tried = new Set<string>();
  const found = findingsOf(service);
  count.documents += sources.files.length;
  for (const index of found.keys()) {
    // A finding of a large repository costs as much to try as a fixture.
    if (!soaking && found.length > 20 && index % 8 !== 0) continue;
    for (let which = 0; ; which += 1) {
      // Found anew each time: blocks that an edit took away and its undoing brought back are others.
      const finding = findingsOf(service)[index];
      const fix = finding && [...finding.fixes(), suppressHere(finding.rule, finding.place, finding.document)][which];
      if (!fix) break;
      const key = `${keyOf(finding)} ${english(fix.title)} ${fix.edits.map(describeEdit).join()}`;
      if (tried.has(key)) continue;
      tried.add(key);
      count.fixes += 1;
      const line = finding.document.markdown.positionAt(offsetOf(finding.place)).line + 1;
      for (const each of judge(service, found, finding, fix))
        problems.push(`${sources.name} ${finding.document.path}:${line} “${english(fix.title)}”: ${each}`);
    }
  }
  return [...problems, ...judgeFixAll(service, sources).map((problem) => `${sources.name}: fix all: ${problem}`)];
}

/** What is wrong with a fix. The documents are as before afterwards. */
function judge(service: LockstepService, before: readonly Finding[], finding: Finding, fix: Fix): string[] {
  const keys = before.map(keyOf);
  const [rule, key, refused, title] = [finding.rule, keyOf(finding), refusals(service), english(fix.title)];
  const safe = fix.safe && !fix.snippet;
  const undo = apply(service, fix.edits, fix.snippet);
  if (typeof undo === "string") return [undo];
  const problems: string[] = [];
  const after = findingsOf(service);
  const [from, to] = placesAfter(finding, fix);
  const left = after.filter((one) => keyOf(one) === key && offsetOf(one.place) >= from && offsetOf(one.place) <= to);
  if (refusals(service) > refused) problems.push("a block can no longer be parsed");
  // A fix with gaps is complete only with a person's words.
  if (!fix.snippet) {
    if (left.length > 0) problems.push(`its finding of ${rule} is still there`);
    if (
      left.some((one) => one.fixes().some((again) => english(again.title) === title && again.edits.length > 0 && safe))
    )
      problems.push("it is offered again");
    for (const one of surplus(after, before)) {
      met.add(`${rule} ${one.rule}`);
      if (safe || !expectedNews.has(`${rule} ${one.rule}`)) problems.push(`of ${rule}, new finding: ${keyOf(one)}`);
    }
  }
  undo();
  if (findingsOf(service).map(keyOf).join("\n") !== keys.join("\n"))
    problems.push("taken back, the findings are others");
  return problems;
}

/** Where the place of a finding begins after a fix: at or behind what was written at it. Another of the same words elsewhere is none of it. */
function placesAfter({ document, place }: Finding, { edits }: Fix): readonly [number, number] {
  const at = offsetOf(place);
  let [least, most] = [at, at];
  for (const edit of edits) {
    const start = offsetOf(edit.place);
    const removed = edit.place.end - edit.place.start;
    if (edit.document !== document || start > at) continue;
    if (start + removed <= at) most += edit.newText.length - removed;
    if (start + removed < at) least += edit.newText.length - removed;
  }
  return [Math.min(least, most), Math.max(least, most)];
}

/** Every safe fix at once, until there is none: edits never overlap, and no finding is new. */
function judgeFixAll(service: LockstepService, sources: Sources): string[] {
  const before = findingsOf(service);
  for (let round = 0; round < 10; round += 1) {
    const fix = fixAllOf(findingsOf(service));
    if (!fix) {
      const news = surplus(findingsOf(service), before);
      return news.map((one) => `new finding: ${keyOf(one)}`);
    }
    const undo = apply(service, fix.edits, false);
    if (typeof undo === "string") return [undo];
  }
  return [`${sources.files.length} documents are not settled after ten rounds`];
}

/** Applies edits as a client does, by their ranges; gives what takes them back, or what is wrong with them. */
function apply(service: LockstepService, edits: readonly FixEdit[], snippet: boolean): string | (() => void) {
  const byPath = new Map<string, { start: number; end: number; newText: string }[]>();
  for (const { document, place, newText } of edits) {
    const start = offsetOf(place);
    const list = byPath.get(document.path) ?? [];
    list.push({
      start,
      end: start + place.end - place.start,
      newText: snippet ? withoutPlaceholders(newText) : newText,
    });
    byPath.set(document.path, list);
  }
  const undos: (() => void)[] = [];
  for (const [path, list] of byPath) {
    const document = service.document(path);
    if (!document) return `${path} is no document`;
    const { markdown, text } = document;
    list.sort((a, b) => b.start - a.start);
    let expected = text;
    for (const [index, { start, end, newText }] of list.entries()) {
      const above = list[index + 1];
      if (above && above.end > start) return "edits overlap";
      if (start > end || end > text.length) return "an edit lies outside of the text";
      const range = { start: markdown.positionAt(start), end: markdown.positionAt(end) };
      if (markdown.offsetAt(range.start) !== start || markdown.offsetAt(range.end) !== end)
        return "an edit's range cuts a line end in two";
      expected = expected.slice(0, start) + newText + expected.slice(end);
    }
    const changes = list.map(({ start, end, newText }) => ({
      range: { start: markdown.positionAt(start), end: markdown.positionAt(end) },
      text: newText,
    }));
    service.changeDocument(path, changes);
    if (service.document(path)?.text !== expected) return "something outside of the edits has changed";
    undos.push(() => service.changeDocument(path, [{ text }]));
  }
  return () => {
    for (const undo of undos) undo();
  };
}

function findingsOf(service: LockstepService): Finding[] {
  return [...service.workspace.documents.keys()].sort().flatMap((path) => service.findings(path));
}

function keyOf({ rule, document, message }: Finding): string {
  return `${rule} ${document.path} ${message}`;
}

function describeEdit({ document, place, newText }: FixEdit): string {
  return `${document.path} ${offsetOf(place)} ${place.end - place.start} ${newText}`;
}

/** Findings of rules that find more than before. */
function surplus(after: readonly Finding[], before: readonly Finding[]): Finding[] {
  const countOf = (list: readonly Finding[], rule: string): number => list.filter((one) => one.rule === rule).length;
  const known = new Set(before.map(keyOf));
  return after.filter((one) => !known.has(keyOf(one)) && countOf(after, one.rule) > countOf(before, one.rule));
}

function refusals(service: LockstepService): number {
  let refused = 0;
  for (const { markdown } of service.workspace.documents.values())
    for (const slot of markdown.slots) if (slot.refusal) refused += 1;
  return refused;
}
