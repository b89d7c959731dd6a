import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../../src/engine/rules/registry.js";
import { readFixtures } from "../support/fixture.js";
import { runFixture } from "../support/run-fixture.js";

const folder = join(import.meta.dirname, "../../src/engine/rules");

/** Headings that every rule's page has, in this order (fixes and options only where there are any). */
const headings = ["What it reports", "Why it matters", "Example", "Better"];

for (const rule of rules) {
  describe(rule.id, () => {
    for (const name of ["fixture.md", "page.md"]) {
      const path = join(folder, rule.id, name);
      const source = existsSync(path) ? readFileSync(path, "utf8") : "";
      const fixtures = readFixtures(source);
      for (const fixture of fixtures) {
        test(`${name}:${fixture.line} ${fixture.name}`, () => runFixture(fixture));
      }
      test(`${name} holds examples`, () => {
        expect(fixtures.length).toBeGreaterThanOrEqual(2);
        expect(
          fixtures.some((one) => one.files.some((file) => file.expected.some((wanted) => wanted.rule === rule.id))),
        ).toBe(true);
        expect(
          fixtures.some((one) => one.files.every((file) => file.expected.every((wanted) => wanted.rule !== rule.id))),
        ).toBe(true);
      });
    }
    test("its page has the fixed headings", () => {
      const page = readFileSync(join(folder, rule.id, "page.md"), "utf8");
      const found = [...withoutBlocks(page).matchAll(/^## (.*)$/gm)].map((match) => match[1]);
      expect(found.slice(0, headings.length)).toEqual(headings);
      for (const more of found.slice(headings.length)) expect(["Fixes", "Options"]).toContain(more);
      expect(page.startsWith(`# ${rule.id}\n`)).toBe(true);
    });
  });
}

test("every folder of a rule is in the registry", () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "rule.ts")),
  );
  expect(rules.map((rule) => rule.id)).toEqual(folders.map((entry) => entry.name).sort());
});

/** The prose of a page: its examples have headings of their own. */
function withoutBlocks(page: string): string {
  return page.replace(/^(`{3,})[\s\S]*?^\1$/gm, "");
}
