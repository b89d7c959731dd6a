import fc from "fast-check";
import { expect, test } from "vitest";
import { ConfigurationSet } from "../../src/engine/config/configuration-set.js";
import { declarations } from "./declarations.js";

const path = ".lockstep.yaml";

function messagesFor(text: string, file = path): readonly string[] {
  const set = new ConfigurationSet(declarations);
  set.set(file, text);
  set.settingsFor("a/b.md");
  return (set.problems().get(file) ?? []).map(({ message }) => message);
}

test("aliases that multiply are counted by what they stand for, not followed", () => {
  const levels = Array.from({ length: 25 }, (_, level) => {
    const item = level === 0 ? "x" : `*a${level - 1}`;
    return `  a${level}: &a${level} { aliases: [p${level}], members: [${Array(9).fill(item).join(", ")}] }`;
  });
  expect(messagesFor(`domains:\n${levels.join("\n")}\n`)).toEqual([
    "There are more than 50000 values here, aliases counted, which is not read.",
  ]);
});

test("an alias inside of what it stands for is reported once and stands for nothing", () => {
  expect(messagesFor("overrides: &o\n  - *o\n  - { files: a, rules: {} }\n")).toEqual([
    "`*o` stands inside of what it stands for.",
  ]);
});

test("keys that JavaScript objects know are names like any other, and no prototype is touched", () => {
  const keys = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"];
  const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
  for (const key of keys) {
    const text = `domains: { ${key}: { leads: [x] } }\nrules: { ${key}: off, decision-stalled: { ${key}: 1 } }\n${key}: { polluted: true }\n`;
    expect(messagesFor(text), key).toHaveLength(3);
    const json = JSON.stringify(JSON.parse(`{"rules": {"${key}": "off"}, "${key}": {"polluted": true}}`));
    expect(messagesFor(json, ".lockstep.json"), key).toHaveLength(2);
    const set = new ConfigurationSet(declarations);
    set.setEditorSettings(JSON.parse(`{"domains": {"${key}": {}}, "rules": {"${key}": "off"}}`));
    expect(set.settingsFor("a.md").domains.map(({ name }) => name)).toEqual([key]);
    expect(set.settingsFor("a.md").rule(key).severity).toBe("off");
  }
  expect({}).not.toHaveProperty("polluted");
  expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(before);
});

test("a file of 10 MB is refused unread, at its first line", () => {
  expect(messagesFor(`dateOrder: dmy\n${"# filler\n".repeat(1_200_000)}`)).toEqual([
    "This file is too large: 10800015 characters, where 262144 are read.",
  ]);
});

test("a package.json of 10 MB that says nothing of Lockstep is nobody's problem", () => {
  expect(messagesFor(`{"files": [${'"x",'.repeat(2_500_000)}"x"]}`, "package.json")).toEqual([]);
});

const nested: readonly (readonly [string, string])[] = [
  ["[", "]"],
  ["{a: ", "}"],
  ["- ", ""],
  ["? ", ""],
  ["&a [", "]"],
  ['{"a":', "}"],
  ["- ? ", ""],
];

test.each(nested)("well-formed nesting of %s without end is refused, not followed", (opening, closing) => {
  const depth = Math.floor(20_000 / opening.length);
  expect(messagesFor(`rules:\n  ${opening.repeat(depth)}x${closing.repeat(depth)}\n`)).toEqual([
    "Lists and maps are nested more than 32 deep, which is not read.",
  ]);
});

const floods = {
  keys: (count: number) => Array.from({ length: count }, (_, index) => `k${index}: 1\n`).join(""),
  "repeated keys": (count: number) => "root: true\n".repeat(count),
  errors: (count: number) => "a: b: c\n".repeat(count),
  anchors: (count: number) => `root: ${"&a ".repeat(count)}true`,
  quotes: (count: number) => 'a: "\n'.repeat(count),
  colons: (count: number) => ": ".repeat(count),
  documents: (count: number) => "---\n".repeat(count),
  "unknown rules": (count: number) =>
    `rules:\n${Array.from({ length: count }, (_, index) => `  decision-stalle${index}: off\n`).join("")}`,
};

test.each(Object.entries(floods))("a file full of %s is done with, with a bounded number of problems", (_, make) => {
  expect(messagesFor(make(2_000)).length).toBeLessThanOrEqual(2_000);
});

test("patterns that make expressions backtrack for hours are matched in their stride", () => {
  const set = new ConfigurationSet(declarations);
  const patterns = ["*a".repeat(200), "**/*a*a*a*a*a*a*a*a*b/".repeat(12), "?*".repeat(200), `${"**/".repeat(150)}x`];
  const entries = patterns.map((pattern) => `  - { files: ${JSON.stringify(pattern)}, planning: true }\n`);
  set.set(path, `documents:\n${entries.join("")}`);
  expect(set.problems().size).toBe(0);
  const long = `${"a".repeat(200)}/`.repeat(20);
  expect(set.settingsFor(`${long}${"a".repeat(250)}!`).document.planning).toBeUndefined();
  expect(set.settingsFor(`${long}x`).document.planning).toBe(true);
  expect(set.settingsFor("b").document.planning).toBeUndefined();
});

const complete = `root: true
domains:
  product: { aliases: [PM], leads: ["Priya Nair <@priya>"] }
documents:
  - { files: "product/**/*.md", domain: product }
rules:
  decision-stalled: { severity: warning, days: 21 }
overrides:
  - files: "notes/**"
    rules: { wording-sides: off }
`;

test("a file cut off anywhere keeps what it said before, or says less of it, and never anything else", () => {
  let broken = 0;
  for (let length = 0; length <= complete.length; length += 1) {
    const set = new ConfigurationSet(declarations);
    set.set(path, complete);
    set.set(path, complete.slice(0, length));
    const days = set.settingsFor("a.md").rule("decision-stalled").options.days;
    expect([21, 14], `cut off after ${length}`).toContain(days);
    const unreadable = set
      .problems()
      .get(path)
      ?.some(({ message }) => message.startsWith("This is not valid YAML"));
    if (unreadable) expect(days, `no YAML after ${length}`).toBe(21);
    broken += unreadable ? 1 : 0;
  }
  expect(broken).toBeGreaterThan(20);
});

test("no text at all makes reading throw, and problems lie inside of the text", () => {
  const fragments = fc.constantFrom(
    ...complete.split(/(?<=[\s:{}[\]])/),
    "&a ",
    "*a",
    "<<: ",
    "!!x ",
    "\t",
    "\r\n",
    "|\n",
    ">-\n",
    "---\n",
    "\ud800",
    "\u2028",
    "%YAML 3\n",
    "#",
  );
  const texts = fc.array(fc.oneof(fragments, fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 60 });
  fc.assert(
    fc.property(texts, fc.constantFrom(".lockstep.yaml", ".lockstep.json", "package.json"), (parts, file) => {
      const text = parts.join("");
      const set = new ConfigurationSet(declarations);
      set.set(file, text);
      expect(set.settingsFor("a/b.md").rules.size).toBe(declarations.length);
      const lines = text.split(/\r\n|\n|\r/);
      for (const { range } of set.problems().get(file) ?? []) {
        expect(range.end.line).toBeLessThan(lines.length);
        expect(range.end.character).toBeLessThanOrEqual(lines[range.end.line]?.length ?? 0);
        const backwards =
          range.start.line > range.end.line ||
          (range.start.line === range.end.line && range.start.character > range.end.character);
        expect(backwards).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});

test("editor settings of any shape do no harm", () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withDate: true, withMap: true, withBigInt: true }), (value) => {
      const set = new ConfigurationSet(declarations);
      set.setEditorSettings({ rules: value, domains: value, documents: [value], overrides: value, baseline: value });
      expect(set.settingsFor("a.md").rules.size).toBe(declarations.length);
    }),
    { numRuns: 150 },
  );
});
