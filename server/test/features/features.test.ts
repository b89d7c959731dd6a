import { expect, test } from "vitest";
import { DiagnosticSeverity } from "vscode-languageserver-types";
import type { Fix } from "../../src/engine/fixes/fix.js";
import { parseIsoDate } from "../../src/engine/model/date.js";
import type { Finding } from "../../src/engine/rules/check.js";
import { LockstepService } from "../../src/engine/service/service.js";
import { english, phrase } from "../../src/engine/text/phrase.js";
import type { Addresses } from "../../src/features/addresses.js";
import { fixAllOf } from "../../src/features/code-actions.js";
import { diagnosticsOf } from "../../src/features/diagnostics.js";
import { withoutPlaceholders, workspaceEditOf } from "../../src/features/edits.js";
import { fingerprintOf } from "../../src/features/fingerprint.js";

const path = "notes/monday.md";
const addresses: Addresses = {
  uriOf: (of) => `test:/${of}`,
  versionOf: (of) => (of === path ? 3 : null),
  rulePageOf: (rule) => `pages:${rule}`,
  say: english,
};

function serviceWith(text: string): LockstepService {
  const service = new LockstepService({ today: parseIsoDate("2026-06-15")! });
  service.setDocument(path, text);
  return service;
}

const notes = "# Notes\n\nDecision: we use Postgres.\n";

test("a diagnostic says no more than its client can show", () => {
  const findings = serviceWith(notes).findings(path);
  const [full] = diagnosticsOf(findings, addresses, { codeDescription: true, relatedInformation: true });
  expect(full).toMatchObject({
    severity: DiagnosticSeverity.Warning,
    code: "decision-without-domain",
    codeDescription: { href: "pages:decision-without-domain" },
  });
  const [bare] = diagnosticsOf(findings, addresses, { codeDescription: false, relatedInformation: false });
  expect(bare).not.toHaveProperty("codeDescription");
  expect(bare).not.toHaveProperty("relatedInformation");
});

test("equal findings have equal fingerprints, moved or reworded ones do not", () => {
  const service = serviceWith(notes);
  const before = fingerprintOf(service.findings(path));
  expect(fingerprintOf(serviceWith(notes).findings(path))).toBe(before);
  expect(fingerprintOf(serviceWith(`${notes}\nMore.\n`).findings(path))).toBe(before);
  expect(fingerprintOf(serviceWith(`\n${notes}`).findings(path))).not.toBe(before);
  expect(fingerprintOf(serviceWith(notes.replace("Postgres", "Potsgres")).findings(path))).not.toBe(before);
  expect(fingerprintOf([])).not.toBe(before);
});

test.each([
  ["plain words", "plain words"],
  [`\${1:who} and $0`, "who and "],
  [`\${1:a \${2:nested} word}\${3}$4.`, "a nested word."],
  ["costs \\$5 \\} \\\\", "costs $5 } \\"],
  ["a $ alone, {braces}", "a $ alone, {braces}"],
])("the snippet %j reads %j before anybody types", (snippet, text) => {
  expect(withoutPlaceholders(snippet)).toBe(text);
});

function fixOf(
  service: LockstepService,
  edits: [from: number, to: number, newText: string][],
  rest: Partial<Fix>,
): Fix {
  const document = service.document(path)!;
  const slot = document.markdown.slots[0]!;
  return {
    title: phrase`A fix`,
    edits: edits.map(([start, end, newText]) => ({ document, place: { slot, start, end }, newText })),
    safe: true,
    snippet: false,
    ...rest,
  };
}

test("an edit carries the version that it was made for, and snippets, where the client can apply them", () => {
  const service = serviceWith(notes);
  const fix = fixOf(service, [[2, 7, `\${1:Notes}`]], { snippet: true });
  const range = { start: { line: 0, character: 2 }, end: { line: 0, character: 7 } };
  expect(workspaceEditOf(fix, addresses, { documentChanges: true, snippetEdits: true })).toEqual({
    documentChanges: [
      {
        textDocument: { uri: `test:/${path}`, version: 3 },
        edits: [{ range, snippet: { kind: "snippet", value: `\${1:Notes}` } }],
      },
    ],
  });
  expect(workspaceEditOf(fix, addresses, { documentChanges: false, snippetEdits: false })).toEqual({
    changes: { [`test:/${path}`]: [{ range, newText: "Notes" }] },
  });
});

test("all safe fixes at once leave out what needs a person, and whatever would touch another's edit", () => {
  const service = serviceWith(notes);
  const finding = (fix: Fix): Finding => ({ ...service.findings(path)[0]!, fixes: () => [fix] });
  const all = fixAllOf([
    finding(fixOf(service, [[0, 1, "##"]], {})),
    finding(fixOf(service, [[1, 3, "x"]], {})),
    finding(fixOf(service, [[4, 5, "y"]], { snippet: true })),
    finding(fixOf(service, [[5, 6, "z"]], { safe: false })),
    finding(fixOf(service, [[6, 6, "!"]], {})),
  ]);
  expect(all?.edits.map(({ newText }) => newText)).toEqual(["##", "!"]);
  expect(fixAllOf([])).toBeUndefined();
});
