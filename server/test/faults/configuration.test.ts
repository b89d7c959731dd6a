import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test, vi } from "vitest";
import { folderWith, lockstep, write } from "../cli/support/command-line.js";
import { minutes, today } from "../cli/support/documents.js";
import { becomes, indexed, stateOf } from "./support/session.js";
import { note, seed, times } from "./support/soak.js";

const configuration = `root: true
domains:
  product: { aliases: [PM], leads: ["Priya Nair <@priya>"] }
rules:
  decision-without-domain: { severity: error }
  wording-sides: off
baseline: accepted.json
`;
const files = { "notes/a.md": minutes, "notes/b.md": minutes, ".lockstep.yaml": configuration };

test("a configuration file that is half-written, over and over, leaves what held before, or less of it", async () => {
  const folder = folderWith(files);
  const session = await indexed(folder);
  const uri = pathToFileURL(join(folder, ".lockstep.yaml")).href;
  let random = seed;
  const rounds = times(60, 5_000);
  for (let round = 0; round < rounds; round += 1) {
    random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0;
    const length = (random >>> 8) % configuration.length;
    write(folder, { ".lockstep.yaml": configuration.slice(0, length) });
    session.files.changedOnDisk([uri]);
    if (round % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const severities = session.service.findings("notes/a.md").map(({ severity }) => severity);
    for (const severity of severities) expect(["error", "warning"], `cut off after ${length}`).toContain(severity);
    expect(severities).toHaveLength(1);
  }
  note("configuration", "half-written files", rounds);
  write(folder, { ".lockstep.yaml": configuration });
  session.files.changedOnDisk([uri]);
  await becomes(session, stateOf(await indexed(folder)));
  const problems = () => session.service.configurationProblems().get(".lockstep.yaml") ?? [];
  expect(problems()).toEqual([]);
  // What cannot be read as a whole says so at its place, and takes nothing of what it said before.
  const before = session.service.findings("notes/a.md").map(({ rule, severity }) => [rule, severity]);
  expect(before).toEqual([["decision-without-domain", "error"]]);
  write(folder, { ".lockstep.yaml": `${configuration}overrides: [\n` });
  session.files.changedOnDisk([uri]);
  await vi.waitFor(() => expect(problems()).toHaveLength(1), { timeout: 20_000 });
  expect(problems()[0]?.range.start.line).toBeGreaterThanOrEqual(configuration.split("\n").length - 1);
  expect(session.service.findings("notes/a.md").map(({ rule, severity }) => [rule, severity])).toEqual(before);
});

/** Each is wrong in its own way, and found in its file. */
const hostile: readonly (readonly [string, string])[] = [
  ["prototypes", "__proto__: { polluted: true }\nrules: { __proto__: off, constructor: error }\n"],
  ["a cycle", "overrides: &o\n  - *o\n"],
  ["a glob of hours", `documents:\n  - { files: "${"**/*a*".repeat(60)}", planning: 7 }\n`],
  ["an open list", "rules: [\n"],
  ["another language", "<?xml version='1.0'?><rules/>\n"],
  ["code", "rules: !!js/function 'function () { return 1 }'\n"],
  ["a path to elsewhere", "baseline: ../../../../etc/passwd\nrules: 7\n"],
];

test.concurrent.for(hostile)(
  "a file that holds %s is an error in that file, and documents are checked",
  async ([, text]) => {
    const cwd = folderWith({ ...files, ".lockstep.yaml": text });
    const { status, stdout, stderr } = await lockstep(["check", "--format", "json", "--no-cache", ...today], { cwd });
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; path: string }[] };
    expect(findings.some(({ rule, path }) => rule === "invalid-config" && path === ".lockstep.yaml")).toBe(true);
    expect(findings.filter(({ path }) => path.startsWith("notes/"))).toHaveLength(2);
    expect(stderr).not.toContain("    at ");
    expect(stderr).not.toContain("passwd");
    expect(status).toBe(1);
    expect({}).not.toHaveProperty("polluted");
  },
);
