import { expect, test } from "vitest";
import { ConfigurationSet } from "../../src/engine/config/configuration-set.js";
import { formatEffective } from "../../src/engine/config/effective.js";
import { priorityLevels } from "../../src/engine/config/settings.js";
import { declarations } from "./declarations.js";

function configured(files: Readonly<Record<string, string>>): ConfigurationSet {
  const set = new ConfigurationSet(declarations);
  for (const [path, text] of Object.entries(files)) set.set(path, text);
  return set;
}

function severities(set: ConfigurationSet, path: string): Record<string, string> {
  return Object.fromEntries([...set.settingsFor(path).rules].map(([id, { severity }]) => [id, severity]));
}

test("without configuration there are the default domains with their words, and each rule as declared", () => {
  const settings = configured({}).settingsFor("plans/roadmap.md");
  expect(settings.domains.map(({ name }) => name)).toEqual(["product", "engineering", "design"]);
  expect(settings.domains[1]?.aliases).toContain("R&D");
  expect(settings.document).toEqual({ planning: undefined, kind: undefined, domain: undefined });
  expect(settings.rule("decision-stalled")).toEqual({ severity: "warning", options: { days: 14 } });
  expect(settings.rule("no-such-rule").severity).toBe("off");
  expect(settings.baseline).toBeUndefined();
});

test("the nearest file wins key by key, in rules and in their options too", () => {
  const set = configured({
    ".lockstep.yaml":
      "dateOrder: dmy\nfiscalYearStart: 2\nrules: { decision-stalled: { severity: error, days: 21 }, wording-sides: off }",
    "product/.lockstep.yaml": "fiscalYearStart: 4\nrules: { decision-stalled: { days: 7 } }",
    "product/growth/.lockstep.yaml": "rules: { decision-stalled: off, wording-sides: true }",
  });
  expect(set.settingsFor("roadmap.md").rule("decision-stalled")).toEqual({ severity: "error", options: { days: 21 } });
  const product = set.settingsFor("product/roadmap.md");
  expect([product.dateOrder, product.fiscalYearStart]).toEqual(["dmy", 4]);
  expect(product.rule("decision-stalled")).toEqual({ severity: "error", options: { days: 7 } });
  const growth = set.settingsFor("product/growth/x/okr.md");
  expect(growth.rule("decision-stalled")).toEqual({ severity: "off", options: { days: 7 } });
  expect(growth.rule("wording-sides").severity).toBe("hint");
});

test("`root: true` ends the search, for the folders below it only", () => {
  const set = configured({
    ".lockstep.yaml": "dateOrder: dmy\nfiscalYearStart: 2",
    "product/.lockstep.yaml": "root: true\nfiscalYearStart: 4",
  });
  expect(set.settingsFor("product/a.md").dateOrder).toBeUndefined();
  expect(set.settingsFor("product/a.md").fiscalYearStart).toBe(4);
  expect(set.settingsFor("productivity/a.md").dateOrder).toBe("dmy");
  expect(set.filesFor("product/x/a.md")).toEqual(["product/.lockstep.yaml"]);
});

test("in one folder .yaml goes before .yml before .json before package.json", () => {
  const set = configured({
    "package.json": '{\n\t"name": "x",\n\t"lockstep": { "fiscalYearStart": 4 }\n}',
    ".lockstep.json": '{"fiscalYearStart": 3}',
    ".lockstep.yml": "fiscalYearStart: 2",
    ".lockstep.yaml": "dateOrder: dmy",
  });
  const month = () => set.settingsFor("a.md").fiscalYearStart;
  expect(month()).toBeUndefined();
  set.delete(".lockstep.yaml");
  expect(month()).toBe(2);
  set.delete(".lockstep.yml");
  expect(month()).toBe(3);
  set.delete(".lockstep.json");
  expect(month()).toBe(4);
  set.set("package.json", '{ "name": "lockstep" }');
  expect(month()).toBeUndefined();
});

test("problems of package.json are told at their place in it, and only those of the key", () => {
  const set = configured({
    "package.json":
      '{\n  "name": "x",\n  "name": "y",\n  "lockstep": {\n    "dateOrder": "ymd",\n    "rules": { "wording-side": "off" }\n  }\n}\n',
  });
  const problems = set.problems().get("package.json");
  expect(problems?.map(({ range, message }) => [range.start, message])).toEqual([
    [{ line: 4, character: 17 }, "`dateOrder` must be dmy or mdy, not “ymd”."],
    [{ line: 5, character: 15 }, "There is no `wording-side` in `rules`. Did you mean `wording-sides`?"],
  ]);
  expect(problems?.[1]?.replacement?.newText).toBe('"wording-sides"');
});

test("configured domains replace the default ones, and those of the same name keep their built-in words", () => {
  const set = configured({
    ".lockstep.yaml":
      "domains:\n  Engineering: { aliases: [Platform], leads: ['@amelia'] }\n  ux: { aliases: [R&D] }\n  compliance:\n",
  });
  const [engineering, ux, compliance] = set.settingsFor("a.md").domains;
  expect(engineering?.aliases).toEqual(expect.arrayContaining(["Platform", "Eng", "VPE"]));
  expect(engineering?.aliases, "a word that configuration gives away").not.toContain("R&D");
  expect(ux).toEqual({ name: "ux", aliases: ["R&D"], leads: [], members: [] });
  expect(compliance).toEqual({ name: "compliance", aliases: [], leads: [], members: [] });
});

test("of `documents` the first match of the nearest file that matches speaks", () => {
  const set = configured({
    ".lockstep.yaml":
      "documents:\n  - { files: 'archive/**', planning: false }\n  - { files: '**/*-eng.md', kind: roadmap, domain: Eng }\n  - { files: '**', domain: design }\n",
    "teams/.lockstep.yaml": "documents: [{ files: 'growth/*.md', domain: PM, planning: true }]",
  });
  expect(set.settingsFor("archive/a-eng.md").document).toEqual({ planning: false, kind: undefined, domain: undefined });
  expect(set.settingsFor("q3-eng.md").document).toEqual({
    planning: undefined,
    kind: "roadmap",
    domain: "engineering",
  });
  expect(set.settingsFor("teams/growth/a-eng.md").document).toEqual({
    planning: true,
    kind: undefined,
    domain: "product",
  });
  expect(set.settingsFor("teams/other/a-eng.md").document.kind).toBe("roadmap");
  expect(set.problems().size).toBe(0);
});

test("overrides are relative to their file, go over its rules in order, and under a nearer file's rules", () => {
  const set = configured({
    "a/.lockstep.yaml":
      "rules: { wording-sides: error }\noverrides:\n  - { files: 'notes/**', rules: { wording-sides: off, decision-stalled: { days: 3 } } }\n  - { files: ['**/board.md', '!**/old/**'], rules: { wording-sides: warning } }\n",
    "a/notes/team/.lockstep.yaml": "rules: { wording-sides: information }",
  });
  expect(severities(set, "notes/x.md")["wording-sides"]).toBe("hint");
  expect(severities(set, "a/x.md")["wording-sides"]).toBe("error");
  expect(severities(set, "a/notes/x.md")["wording-sides"]).toBe("off");
  expect(severities(set, "a/notes/board.md")["wording-sides"]).toBe("warning");
  expect(severities(set, "a/notes/old/board.md")["wording-sides"]).toBe("off");
  expect(severities(set, "a/notes/team/board.md")["wording-sides"]).toBe("information");
  expect(set.settingsFor("a/notes/team/board.md").rule("decision-stalled").options).toEqual({ days: 3 });
});

test("the baseline is found from the folder of the file that names it", () => {
  const set = configured({ "a/.lockstep.yaml": "baseline: ./ci/baseline.json" });
  expect(set.settingsFor("a/b/c.md").baseline).toBe("a/ci/baseline.json");
});

test("absolute paths work like relative ones", () => {
  const set = configured({
    "/home/x/.lockstep.yaml": "documents: [{ files: 'repo/plans/*.md', planning: true }]",
    "/home/x/repo/.lockstep.yaml": "dateOrder: mdy",
  });
  const settings = set.settingsFor("/home/x/repo/plans/q3.md");
  expect([settings.document.planning, settings.dateOrder]).toEqual([true, "mdy"]);
});

test("the editor's settings hold where no file speaks, and what does not fit in them does nothing", () => {
  const set = configured({ "a/.lockstep.yaml": "root: true\ndateOrder: mdy" });
  set.setEditorSettings({
    dateOrder: "dmy",
    fiscalYearStart: 4,
    trace: { server: "off" },
    rules: { "wording-sides": "off", "decision-stalled": { days: "many" }, nonsense: 1 },
    domains: null,
    overrides: [{ files: "b/**", rules: { "decision-without-domain": "error" } }],
  });
  expect([set.settingsFor("a/x.md").dateOrder, set.settingsFor("a/x.md").fiscalYearStart]).toEqual(["mdy", 4]);
  expect(set.settingsFor("b/x.md").dateOrder).toBe("dmy");
  expect(set.settingsFor("b/x.md").domains).toHaveLength(3);
  expect(severities(set, "b/x.md")).toEqual({
    "decision-stalled": "warning",
    "decision-without-domain": "error",
    "priority-inflation": "information",
    "wording-sides": "off",
  });
  set.setEditorSettings(undefined);
  expect(set.settingsFor("b/x.md").dateOrder).toBeUndefined();
});

test("equal settings are the same object, across documents, folders and changes that do not concern them", () => {
  const set = configured({ ".lockstep.yaml": "overrides: [{ files: 'notes/**', rules: { wording-sides: off } }]" });
  const before = set.settingsFor("plans/a.md");
  const notes = set.settingsFor("notes/a.md");
  expect(set.settingsFor("other/b.md")).toBe(before);
  expect(notes).not.toBe(before);
  expect(notes.domains).toBe(before.domains);
  set.set("product/.lockstep.yaml", "dateOrder: dmy");
  expect(set.settingsFor("plans/a.md")).toBe(before);
  expect(set.settingsFor("product/a.md")).not.toBe(before);
  expect(set.settingsFor("product/a.md").rules).toBe(before.rules);
  set.set("product/.lockstep.yaml", "# nothing");
  expect(set.settingsFor("product/a.md")).toBe(before);
});

test("a broken file keeps its last readable version in force, until it is mended or deleted", () => {
  const set = configured({ ".lockstep.yaml": "dateOrder: dmy" });
  set.set(".lockstep.yaml", "dateOrder: mdy\nrules: [");
  expect(set.settingsFor("a.md").dateOrder).toBe("dmy");
  expect(set.problems().get(".lockstep.yaml")).toHaveLength(1);
  set.set(".lockstep.yaml", "dateOrder: mdy\nrules: []");
  expect(set.settingsFor("a.md").dateOrder, "one value that does not fit leaves the rest in force").toBe("mdy");
  set.set(".lockstep.yaml", "da");
  expect(set.settingsFor("a.md").dateOrder).toBe("mdy");
  set.delete(".lockstep.yaml");
  expect(set.settingsFor("a.md").dateOrder).toBeUndefined();
  expect(set.problems().size).toBe(0);
});

test("a file that lies behind another one of its folder has no problems", () => {
  const set = configured({ ".lockstep.yml": "nonsense: 1", ".lockstep.yaml": "dateOrder: dmy" });
  expect([...set.problems().keys()]).toEqual([]);
});

test("a file's domain may be defined in a file above", () => {
  const set = configured({
    ".lockstep.yaml": "domains: { finance: { aliases: [FinOps] } }",
    "a/.lockstep.yaml": "documents: [{ files: '**', domain: finops }]",
  });
  expect(set.problems().size).toBe(0);
  expect(set.settingsFor("a/b.md").document.domain).toBe("finance");
  set.delete(".lockstep.yaml");
  expect(set.problems().get("a/.lockstep.yaml")?.[0]?.message).toBe(
    "No domain is called “finops”. The domains are product, engineering, design.",
  );
});

test("a configuration file concerns its folder, any other file none", () => {
  const set = configured({});
  expect(set.concerns("a/b/.lockstep.yml")).toBe("a/b");
  expect(set.concerns("package.json")).toBe("");
  expect(set.concerns("a/lockstep.yaml")).toBeUndefined();
  set.set("a/lockstep.yaml", "dateOrder: dmy");
  expect(set.settingsFor("a/x.md").dateOrder).toBeUndefined();
});

test("priority levels come from the scale, and from the lists of same words", () => {
  const set = configured({
    ".lockstep.yaml": "priorities: { scale: [P0, P1, P2], same: [[p0, Critical, Must], [P2, Could], [Later, Never]] }",
    "a/.lockstep.yaml": "priorities: { scale: [] }",
  });
  expect(Object.fromEntries(priorityLevels(set.settingsFor("x.md").priorities))).toEqual({
    p0: 0,
    p1: 1,
    p2: 2,
    critical: 0,
    must: 0,
    could: 2,
  });
  expect(priorityLevels(set.settingsFor("a/x.md").priorities).get("never")).toBe(2);
});

test("effective settings name the source of each value, and read as YAML", () => {
  const set = configured({
    ".lockstep.yaml": "domains:\n  product: { leads: ['Zoë: \"Z\" # 1'] }\nrules:\n  decision-stalled:\n    days: 21\n",
    "notes/.lockstep.yaml":
      "documents:\n  - { files: '*.md', kind: notes }\noverrides:\n  - files: '**'\n    rules: { wording-sides: off }\n",
  });
  set.setEditorSettings({ dateOrder: "dmy" });
  const effective = set.effective("notes/a.md");
  const lines = formatEffective(effective).split("\n");
  expect(lines[0]).toBe("# Settings in force for notes/a.md");
  expect(lines.slice(lines.indexOf("document:")).join("\n")).toBe(`document:
  planning: null  # notes/.lockstep.yaml:2
  kind: notes  # notes/.lockstep.yaml:2
  domain: null  # notes/.lockstep.yaml:2
priorities:
  scale: null  # default
  same: null  # default
fiscalYearStart: null  # default
dateOrder: dmy  # editor settings
rules:
  decision-stalled:
    severity: warning  # default
    days: 21  # .lockstep.yaml:5
  decision-without-domain:
    severity: warning  # default
  priority-inflation:
    severity: information  # default
    share: 0.5  # default
    words: top  # default
    strict: false  # default
  wording-sides:
    severity: off  # notes/.lockstep.yaml:5
baseline: null  # default
`);
  expect(lines).toContain('    leads: ["Zoë: \\"Z\\" # 1"]  # .lockstep.yaml:2');
});
