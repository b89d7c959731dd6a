import { describe, expect, test } from "vitest";
import { turnOff } from "../../src/engine/config/turn-off.js";
import { LockstepService } from "../../src/engine/service/service.js";

const rule = "wording-sides";

function after(text: string, key?: string): string | undefined {
  const edit = turnOff(text, rule, key);
  return edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
}

describe("YAML", () => {
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    ["an empty file", "", "rules:\n  wording-sides: off\n"],
    ["only a comment", "# ours", "# ours\nrules:\n  wording-sides: off\n"],
    ["no rules yet", "root: true\n", "root: true\nrules:\n  wording-sides: off\n"],
    ["rules without members", "rules:\nroot: true\n", "rules:\n  wording-sides: off\nroot: true\n"],
    [
      "other rules, and a comment",
      "rules:\n    # quiet\n    decision-stalled: off # for now\n",
      "rules:\n    # quiet\n    wording-sides: off\n    decision-stalled: off # for now\n",
    ],
    ["its severity", "rules:\n  wording-sides: error # loud\n", "rules:\n  wording-sides: off # loud\n"],
    [
      "its options on lines of their own",
      "rules:\n  wording-sides:\n    severity: error\nroot: true\n",
      "rules:\n  wording-sides: off\nroot: true\n",
    ],
    ["a flow map", "rules: { decision-stalled: off }\n", "rules: { wording-sides: off, decision-stalled: off }\n"],
    ["an empty flow map", "rules: {}\n", "rules: { wording-sides: off }\n"],
    ["Windows line ends", "root: true\r\n", "root: true\r\nrules:\r\n  wording-sides: off\r\n"],
  ];
  test.each(cases)("%s", (_, before, wanted) => expect(after(before)).toBe(wanted));

  test("what is broken, or no map, is left alone", () => {
    expect(after("rules: [\n")).toBeUndefined();
    expect(after("- a\n")).toBeUndefined();
    expect(after("rules: all\n")).toBeUndefined();
  });
});

describe("JSON", () => {
  test("other rules", () => {
    expect(after('{\n  "rules": {\n    "decision-stalled": "off"\n  }\n}\n')).toBe(
      '{\n  "rules": {\n    "wording-sides": "off",\n    "decision-stalled": "off"\n  }\n}\n',
    );
  });
  test("no rules", () => {
    expect(after('{\n  "root": true\n}\n')).toBe('{\n  "rules": { "wording-sides": "off" },\n  "root": true\n}\n');
    expect(after("{}")).toBe('{ "rules": { "wording-sides": "off" } }');
  });
  test("its options", () => {
    expect(after('{ "rules": { "wording-sides": { "severity": "error" } } }')).toBe(
      '{ "rules": { "wording-sides": "off" } }',
    );
  });
  test("the key of a package.json", () => {
    expect(after('{ "name": "boats", "lockstep": { "root": true } }', "lockstep")).toBe(
      '{ "name": "boats", "lockstep": { "rules": { "wording-sides": "off" }, "root": true } }',
    );
  });
});

describe("of a service", () => {
  const text = "# Retro\n\nEngineering refused to help.\n";

  function offered(files: readonly (readonly [string, string])[], path: string) {
    const service = new LockstepService({ today: 20_000 });
    for (const [file, content] of files) service.setConfiguration(file, content);
    service.setDocument(path, text);
    expect(service.findings(path).map((finding) => finding.rule)).toEqual([rule]);
    const edit = service.workspace.turnRuleOff(rule, path);
    if (edit) {
      const before = service.workspace.configurationTexts().get(edit.path) ?? "";
      service.setConfiguration(edit.path, before.slice(0, edit.start) + edit.newText + before.slice(edit.end));
    }
    return { edit, left: service.findings(path) };
  }

  test("without any file one is made at the root", () => {
    const { edit, left } = offered([], "product/retro.md");
    expect(edit).toEqual({
      path: ".lockstep.yaml",
      creates: true,
      start: 0,
      end: 0,
      newText: "rules:\n  wording-sides: off\n",
    });
    expect(left).toEqual([]);
  });

  test("the outermost file in force, so that it holds for the workspace", () => {
    const files = [
      [".lockstep.yml", "fiscalYearStart: 2\n"],
      ["product/.lockstep.yaml", "dateOrder: dmy\n"],
    ] as const;
    const { edit, left } = offered(files, "product/retro.md");
    expect(edit?.path).toBe(".lockstep.yml");
    expect(left).toEqual([]);
  });

  test("a nearer file where that sets the rule", () => {
    const files = [
      [".lockstep.yaml", "rules: { wording-sides: off }\n"],
      ["product/.lockstep.yaml", "rules: { wording-sides: error }\n"],
    ] as const;
    const { edit, left } = offered(files, "product/retro.md");
    expect(edit?.path).toBe("product/.lockstep.yaml");
    expect(left).toEqual([]);
  });

  test("package.json", () => {
    const { edit, left } = offered([["package.json", '{ "lockstep": {} }']], "retro/retro.md");
    expect(edit?.path).toBe("package.json");
    expect(left).toEqual([]);
  });
});
