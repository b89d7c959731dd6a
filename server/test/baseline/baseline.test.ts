import fc from "fast-check";
import { expect, test } from "vitest";
import { applyBaseline, createBaseline, EMPTY_BASELINE } from "../../src/engine/baseline/baseline.js";
import type { BaselineFinding } from "../../src/engine/baseline/content.js";
import { formatBaseline, parseBaseline } from "../../src/engine/baseline/file.js";

function finding(path: string, text: string, message = "It is open.", rule = "decision-stalled"): BaselineFinding {
  return { rule, path, text, message };
}

function remaining(accepted: readonly BaselineFinding[], now: readonly BaselineFinding[]): readonly BaselineFinding[] {
  return applyBaseline(now, createBaseline(accepted), (content) => content).remaining;
}

const open = finding("a.md", "**Decision:** use Postgres");

test("what was accepted is accepted again, however its paragraph is wrapped or emphasised", () => {
  expect(remaining([open], [open])).toEqual([]);
  expect(remaining([open], [finding("a.md", "> __decision:__ use\n> Postgres")])).toEqual([]);
});

test("another document, rule, passage or problem is new", () => {
  const others = [
    finding("b.md", open.text),
    finding("a.md", open.text, open.message, "decision-awaiting-input"),
    finding("a.md", "**Decision:** use MySQL"),
    finding("a.md", open.text, "It has no owner."),
  ];
  expect(remaining([open], others)).toEqual(others);
});

test("a message that counts days is the same tomorrow, one about another agreement is not", () => {
  const stalled = (days: string) => finding("a.md", "x", `Open for ${days}, limit 14 days.`);
  expect(remaining([stalled("1 day")], [stalled("23 days")])).toEqual([]);
  const missing = (agreement: string) => finding("charter.md", "# Charter", `The charter does not say ${agreement}.`);
  expect(remaining([missing("its values")], [missing("what it sacrifices")])).toHaveLength(1);
});

test("of identical findings as many are accepted as were, the first ones", () => {
  const same = [1, 2, 3].map((index) => ({ ...finding("a.md", "Owner: TBD"), index }));
  const baseline = createBaseline([open, ...same.slice(1)]);
  const result = applyBaseline(same, baseline, (content) => content);
  expect(result.accepted.map(({ index }) => index)).toEqual([1, 2]);
  expect(result.remaining.map(({ index }) => index)).toEqual([3]);
});

test("entries of findings that are gone are stale, in documents that were checked", () => {
  const baseline = createBaseline([open, open, finding("b.md", "x")]);
  const stale = (checked: readonly string[], now: readonly BaselineFinding[]) =>
    applyBaseline(
      now,
      baseline,
      (content) => content,
      (path) => checked.includes(path),
    ).stale;
  expect(stale(["a.md", "b.md"], [open, open, finding("b.md", "x")])).toEqual([]);
  expect(stale(["a.md"], [open])).toEqual([
    { path: "a.md", rule: "decision-stalled", hash: expect.stringMatching(/^[0-9a-f]{14}$/), count: 1 },
  ]);
  expect(stale(["b.md"], [])).toHaveLength(1);
});

test("a new baseline of some documents keeps what the former says of the others", () => {
  const former = createBaseline([open, finding("b.md", "x")]);
  const baseline = createBaseline([finding("a.md", "new")], former, (path) => path === "a.md");
  const left = applyBaseline([open, finding("a.md", "new"), finding("b.md", "x")], baseline, (content) => content);
  expect(left.remaining).toEqual([open]);
});

test("the file is sorted, one line for each content, and the same for the same findings in any order", () => {
  const findings = [finding("b.md", "x"), open, finding("a.md", "y", "m", "charter-one-on-one"), open];
  const text = formatBaseline(createBaseline(findings));
  expect(text).toBe(formatBaseline(createBaseline([...findings].reverse())));
  expect(text.replace(/[0-9a-f]{14}/g, "hash")).toBe(`{
  "version": 1,
  "findings": {
    "a.md": {
      "charter-one-on-one": {
        "hash": 1
      },
      "decision-stalled": {
        "hash": 2
      }
    },
    "b.md": {
      "decision-stalled": {
        "hash": 1
      }
    }
  }
}
`);
  expect(formatBaseline(EMPTY_BASELINE)).toBe('{\n  "version": 1,\n  "findings": {}\n}\n');
});

test("any findings survive the way into the file and back", () => {
  const text = fc.string({ unit: "binary", maxLength: 12 });
  const path = fc.oneof(text, fc.constantFrom("__proto__", "constructor", "a.md"));
  const findings = fc.array(fc.record({ rule: path, path, text, message: text }), { maxLength: 20 });
  fc.assert(
    fc.property(findings, (all) => {
      const reading = parseBaseline(formatBaseline(createBaseline(all)));
      if ("problem" in reading) throw new Error(reading.problem);
      const result = applyBaseline(all, reading.baseline, (content) => content);
      expect(result.remaining).toEqual([]);
      expect(result.stale).toEqual([]);
    }),
  );
});

const whole = formatBaseline(createBaseline([open, finding("b.md", "x")]));

test.each([
  ["an empty file", "", "no JSON"],
  ["a file that was cut off", whole.slice(0, 90), "no JSON"],
  ["another version", whole.replace('"version": 1', '"version": 2'), "is of version 2; this Lockstep reads version 1"],
  ["a version that is none", whole.replace('"version": 1', '"version": {"a": 1}'), 'is of version {"a":1}'],
  ["another file", '{"name": "x"}', "names no version"],
  ["a list", "[1]", "names no version"],
  ["null", "null", "names no version"],
  ["no findings", '{"version": 1}', "has no map `findings`"],
  ["findings that are a list", '{"version": 1, "findings": []}', "has no map `findings`"],
  ["a damaged document", '{"version": 1, "findings": {"a.md": 3}}', 'entry for "a.md" is damaged'],
  ["a damaged rule", '{"version": 1, "findings": {"a.md": {"x": []}}}', 'entry for "a.md" is damaged'],
  ["a damaged hash", '{"version": 1, "findings": {"a.md": {"x": {"abc": 1}}}}', 'entry for "a.md" is damaged'],
  ["a damaged count", whole.replace(": 1\n      }", ": -1\n      }"), "is damaged"],
  ["an unresolved merge", `<<<<<<< ours\n${whole}=======\n${whole}>>>>>>> theirs\n`, "unresolved merge"],
])("%s is refused with what to do", (_, text, reason) => {
  const reading = parseBaseline(text);
  expect(reading).toEqual({ problem: expect.stringContaining(reason) });
  expect(reading).toEqual({ problem: expect.stringContaining("lockstep check --write-baseline") });
});

test("no text makes reading throw, or touches a prototype", () => {
  const pieces = fc.constantFrom(...whole.split(/(?<=[{}:",])/), "__proto__", "\u0000", "1e999", "[", "\\ud800");
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      expect(parseBaseline(parts.join(""))).toBeDefined();
    }),
  );
  const prototypes = () => [Object.prototype, Object, Map.prototype].map((each) => Reflect.ownKeys(each));
  const before = prototypes();
  const text =
    '{"version": 1, "findings": {"__proto__": {"constructor": {"00000000000000": 1}, "x": {"00000000000000": 1}}}}';
  expect(parseBaseline(text)).toHaveProperty("baseline");
  expect(parseBaseline('{"version": 1, "__proto__": {"findings": {}}}')).toHaveProperty("problem");
  expect(prototypes()).toEqual(before);
});
