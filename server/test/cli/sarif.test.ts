import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFixtures } from "../support/fixture.js";
import { folderWith, git, lockstep, read, repositoryWith, write } from "./support/command-line.js";
import { minutes, today, twoPlans } from "./support/documents.js";
import { runOf, type SarifResult, sarifProblems } from "./support/sarif.js";

const repository = join(import.meta.dirname, "../../..");
const rulesFolder = join(repository, "server/src/engine/rules");

test("the schema refuses what is no SARIF", () => {
  expect(sarifProblems({ version: "2.1.0" })).not.toEqual([]);
  expect(sarifProblems({ version: "2.1.0", runs: [{ tool: {} }] })).not.toEqual([]);
});

test("the output for every fixture and sample is valid", async () => {
  const cwd = folderWith();
  const rules = readdirSync(rulesFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  let fixtures = 0;
  for (const { name } of rules) {
    for (const file of ["fixture.md", "page.md"]) {
      for (const fixture of readFixturesAt(join(rulesFolder, name, file))) {
        fixtures += 1;
        write(
          join(cwd, name, `${file}-${fixture.line}`),
          Object.fromEntries(fixture.files.map(({ path, text }) => [path, text])),
        );
      }
    }
  }
  cpSync(join(repository, "test-fixtures"), join(cwd, "test-fixtures"), { recursive: true });
  expect(fixtures).toBeGreaterThan(50);
  const { stdout } = await lockstep(["check", "--all", "--format", "sarif", ...today], { cwd });
  expect(sarifProblems(JSON.parse(stdout))).toEqual([]);
  const { tool, results } = runOf(stdout);
  expect(results.length).toBeGreaterThan(500);
  expect(new Set(results.map(({ partialFingerprints }) => partialFingerprints["lockstepFinding/v1"])).size).toBe(
    results.length,
  );
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
});

function readFixturesAt(path: string): ReturnType<typeof readFixtures> {
  try {
    return readFixtures(readFileSync(path, "utf8"));
  } catch {
    return [];
  }
}

async function resultsOf(cwd: string, ...args: string[]): Promise<readonly SarifResult[]> {
  const { stdout } = await lockstep(["check", "--format", "sarif", ...today, ...args], { cwd });
  expect(sarifProblems(JSON.parse(stdout))).toEqual([]);
  return runOf(stdout).results;
}

test("rules bring their pages, results their places, fixes and the other place", async () => {
  const cwd = repositoryWith({ "notes/caf\u00e9 1.md": minutes, ...twoPlans });
  const { stdout } = await lockstep(["check", "--format", "sarif", ...today], { cwd });
  const { tool, results } = runOf(stdout);
  const rule = tool.driver.rules.find(({ id }) => id === "plan-conflict");
  expect(rule?.help.markdown).toContain("## Why it matters");
  const decision = results.find(({ ruleId }) => ruleId === "decision-without-domain");
  expect(decision).toMatchObject({
    level: "warning",
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "notes/caf%C3%A9%201.md" },
          region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 27 },
        },
      },
    ],
  });
  const conflict = results.find(({ ruleId }) => ruleId === "plan-conflict");
  expect(conflict?.relatedLocations).toHaveLength(1);
  expect(results.flatMap(({ fixes }) => fixes ?? [])).not.toEqual([]);
});

test("paths are those of the repository, wherever in it the command runs", async () => {
  const cwd = repositoryWith({ "plans/notes/a.md": minutes });
  const [result] = await resultsOf(join(cwd, "plans"));
  expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe("plans/notes/a.md");
});

test("fingerprints stay while lines move", async () => {
  const cwd = folderWith({ "notes/a.md": minutes });
  const prints = async () => (await resultsOf(cwd)).map(({ partialFingerprints }) => partialFingerprints);
  const before = await prints();
  write(cwd, { "notes/a.md": "# Minutes\n\nNothing new.\n\n**We decided to ship\nweekly.**\n" });
  expect(before).toHaveLength(1);
  expect(await prints()).toEqual(before);
  write(cwd, { "notes/a.md": "# Minutes\n\nWe decided to ship daily.\n" });
  expect(await prints()).not.toEqual(before);
});

test("suppressed findings come with the reason that the comment gives, accepted ones with the baseline", async () => {
  const cwd = folderWith({
    ".lockstep.yaml": "baseline: accepted.json\n",
    "notes/a.md": `# Minutes\n\n<!-- lockstep-disable-next-line decision-without-domain -- everybody’s, by charter -->\nWe decided to ship weekly.\n\nWe decided to hire slowly.\n`,
  });
  await lockstep(["check", "--write-baseline", ...today], { cwd });
  expect(read(cwd, "accepted.json")).toContain("decision-without-domain");
  const results = await resultsOf(cwd);
  expect(results.map(({ suppressions }) => suppressions)).toEqual([
    [{ kind: "inSource", status: "accepted", justification: "everybody’s, by charter" }],
    [{ kind: "external", status: "accepted", justification: "Accepted by the baseline." }],
  ]);
});

test("findings of a change only", async () => {
  const cwd = repositoryWith({ "notes/a.md": minutes });
  write(cwd, { "notes/b.md": minutes.replace("weekly", "daily") });
  git(cwd, "add", "--all");
  const results = await resultsOf(cwd, "--staged");
  expect(results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri)).toEqual(["notes/b.md"]);
});
