import { expect } from "vitest";
import type { Fix } from "../../src/engine/fixes/fix.js";
import { refactoringsAt } from "../../src/engine/fixes/refactorings.js";
import { offsetOf, rangeOf } from "../../src/engine/markdown/place.js";
import type { Finding } from "../../src/engine/rules/check.js";
import { configurationFindings } from "../../src/engine/service/check-output.js";
import type { LockstepService } from "../../src/engine/service/service.js";
import { sortedPaths } from "../../src/engine/service/sorted.js";
import { english } from "../../src/engine/text/phrase.js";
import type { Range } from "../../src/engine/text/range.js";
import type { Expectation, ExpectedFix, Fixture } from "./fixture.js";
import { serviceOf } from "./service.js";

/** Checks that a fixture's findings are just those expected, then that its fixes do what they say. */
export function runFixture(fixture: Fixture): void {
  const service = serviceOf(fixture.files, fixture.today, fixture.all);
  for (const file of fixture.files) {
    const lines = file.text.split("\n");
    const found = [
      ...relevant(service.findings(file.path), fixture).map((finding) =>
        describe(finding.rule, finding.message, rangeOf(finding.place), lines),
      ),
      ...configurationFindings(service)
        .filter(({ path, rule }) => path === file.path && isRelevant(rule, fixture))
        .map(({ rule, message, range }) => describe(rule, message, range, lines)),
    ];
    const wanted = file.expected.map((one) => ({ ...one }));
    const missing = wanted.filter((one) => !found.some((other) => fits(other, one)));
    const surplus = found.filter((one) => !wanted.some((other) => fits(one, other)));
    expect({ path: file.path, missing, surplus }).toEqual({ path: file.path, missing: [], surplus: [] });
    expect(found.length, `${file.path}: findings at one place`).toBe(wanted.length);
  }
  for (const fix of fixture.fixes) runFix(fixture, fix);
}

function relevant(findings: readonly Finding[], fixture: Fixture): Finding[] {
  return findings.filter((finding) => isRelevant(finding.rule, fixture));
}

function isRelevant(rule: string, fixture: Fixture): boolean {
  return fixture.only === undefined || fixture.only.includes(rule);
}

function describe(rule: string, message: string, { start, end }: Range, lines: readonly string[]): Expectation {
  const lineEnd = (lines[start.line] ?? "").length;
  return {
    line: start.line,
    character: start.character,
    length: Math.max(1, (end.line === start.line ? end.character : lineEnd) - start.character),
    rule,
    message,
  };
}

function fits(found: Expectation, wanted: Expectation): boolean {
  return (
    found.line === wanted.line &&
    found.character === wanted.character &&
    found.length === wanted.length &&
    found.rule === wanted.rule &&
    found.message.includes(wanted.message)
  );
}

function runFix(fixture: Fixture, expected: ExpectedFix): void {
  const service = serviceOf(fixture.files, fixture.today, fixture.all);
  const all = sortedPaths(service.workspace.documents.keys()).flatMap((path) =>
    relevant(service.findings(path), fixture),
  );
  const offered = all.flatMap((finding) => finding.fixes().map((fix) => ({ finding, fix })));
  const chosen = offered.find(({ fix }) => english(fix.title) === expected.title);
  expect(
    chosen,
    `a fix “${expected.title}” among: ${[...new Set(offered.map(({ fix }) => english(fix.title)))].join("; ")}`,
  ).toBeDefined();
  if (!chosen) return;
  const texts = applyFix(fixture.files, chosen.fix, expected.fill);
  for (const file of expected.files)
    expect(texts.get(file.path), `${file.path} after “${expected.title}”`).toBe(file.text);
  const place = rangeOf(chosen.finding.place);
  const after = serviceOf(
    [...texts].map(([path, text]) => ({ path, text })),
    fixture.today,
    fixture.all,
  );
  const before = count(all, chosen.finding.rule);
  const left = sortedPaths(after.workspace.documents.keys()).flatMap((path) => relevant(after.findings(path), fixture));
  expect(
    count(left, chosen.finding.rule),
    `findings of ${chosen.finding.rule} (at ${place.start.line + 1}) after “${expected.title}”`,
  ).toBeLessThan(before);
  const fresh = left
    .filter((finding) => count(all, finding.rule) < count(left, finding.rule))
    .map((finding) => `${finding.rule}: ${finding.message}`);
  expect(fresh, `new findings after “${expected.title}”`).toEqual([]);
  if (chosen.fix.refactoring) expectNotOfferedAgain(chosen, after);
}

/** What is offered without a finding must be gone where it has been done. */
function expectNotOfferedAgain(
  { finding, fix }: { readonly finding: Finding; readonly fix: Fix },
  after: LockstepService,
): void {
  const document = after.document(finding.document.path);
  if (!document) return;
  const title = english(fix.title);
  const again = [...refactoringsAt(document, offsetOf(finding.place), after.workspace)].map((one) =>
    english(one.title),
  );
  expect(again, `refactorings after “${title}”`).not.toContain(title);
}

function count(findings: readonly Finding[], rule: string): number {
  return findings.filter((finding) => finding.rule === rule).length;
}

/** The texts of all files after a fix; gaps of a snippet are filled with `fill`, or keep their hint. */
export function applyFix(
  files: readonly { readonly path: string; readonly text: string }[],
  fix: Fix,
  fill = "",
): Map<string, string> {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const edits = [...fix.edits].sort((a, b) => offsetOf(b.place) - offsetOf(a.place));
  for (const edit of edits) {
    const text = texts.get(edit.document.path) ?? "";
    const start = offsetOf(edit.place);
    const end = start + edit.place.end - edit.place.start;
    const newText = fix.snippet ? fillSnippet(edit.newText, fill) : edit.newText;
    texts.set(edit.document.path, text.slice(0, start) + newText + text.slice(end));
  }
  return texts;
}

function fillSnippet(snippet: string, fill: string): string {
  return snippet
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, (_, hint: string) => (fill === "" ? hint : fill))
    .replace(/\$\d+/g, "")
    .replace(/\\([\\$}])/g, "$1");
}
