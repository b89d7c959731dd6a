import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, lockstep, read, write } from "./support/command-line.js";
import { findingsIn, minutes, today } from "./support/documents.js";

const configuration = "baseline: accepted.json\n";

test.concurrent("--write-baseline accepts what is there; new findings are reported", async () => {
  const cwd = folderWith({ ".lockstep.yaml": configuration, "notes/a.md": minutes });
  const written = await lockstep(["check", "--write-baseline", ...today], { cwd });
  expect(written).toEqual({ status: 0, stdout: "accepted.json: 1 finding accepted.\n", stderr: "" });
  const accepted = await lockstep(["check", ...today], { cwd });
  expect(accepted).toMatchObject({
    status: 0,
    stdout: "No findings in 1 planning document.\n1 finding accepted by the baseline.\n",
  });
  write(cwd, { "notes/a.md": `# Minutes\n\nMoved.\n\nWe decided to ship weekly.\n\nWe decided to hire slowly.\n` });
  const { stdout } = await lockstep(["check", "--format", "json", ...today], { cwd });
  expect(findingsIn(stdout)).toEqual(["notes/a.md:7 decision-without-domain"]);
});

test.concurrent("entries whose findings are gone are reported, and taken out", async () => {
  const cwd = folderWith({
    ".lockstep.yaml": configuration,
    "notes/a.md": minutes,
    "notes/b.md": minutes,
    "notes/c.md": minutes,
  });
  await lockstep(["check", "--write-baseline", ...today], { cwd });
  write(cwd, { "notes/a.md": "# Minutes\n" });
  rmSync(join(cwd, "notes/c.md"));
  const { stdout } = await lockstep(["check", ...today], { cwd });
  expect(stdout).toContain(
    "The baseline holds 1 finding that is gone: `lockstep check --write-baseline` takes it out.",
  );
  await lockstep(["check", "--write-baseline", "notes/a.md", ...today], { cwd });
  expect(Object.keys(JSON.parse(read(cwd, "accepted.json")).findings)).toEqual(["notes/b.md"]);
});

test.concurrent("without one configured it is written beside, and how it counts is said", async () => {
  const cwd = folderWith({ "notes/a.md": minutes });
  const { stdout } = await lockstep(["check", "--write-baseline", ...today], { cwd });
  expect(stdout).toBe(
    ".lockstep-baseline.json: 1 finding accepted.\nAdd this line to .lockstep.yaml, so that it counts:\nbaseline: .lockstep-baseline.json\n",
  );
  write(cwd, { ".lockstep.yaml": "baseline: .lockstep-baseline.json\n" });
  expect((await lockstep(["check", ...today], { cwd })).status).toBe(0);
});

test.concurrent("a damaged baseline accepts nothing, is said, and is written anew", async () => {
  const cwd = folderWith({
    ".lockstep.yaml": configuration,
    "notes/a.md": minutes,
    "accepted.json": '{ "version": 1, "fin',
  });
  const { status, stderr } = await lockstep(["check", ...today], { cwd });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^lockstep: accepted\.json was left out: The baseline is no JSON/);
  await lockstep(["check", "--write-baseline", ...today], { cwd });
  expect((await lockstep(["check", ...today], { cwd })).status).toBe(0);
});

test.concurrent("a baseline is the same, and counts the same, from a folder inside", async () => {
  const cwd = folderWith({ ".lockstep.yaml": configuration, "plans/notes/a.md": minutes });
  await lockstep(["check", "--write-baseline", ...today], { cwd });
  const whole = read(cwd, "accepted.json");
  const inner = join(cwd, "plans");
  expect((await lockstep(["check", ...today], { cwd: inner })).status).toBe(0);
  const { stdout } = await lockstep(["check", "--write-baseline", ...today], { cwd: inner });
  expect(stdout).toBe("../accepted.json: 1 finding accepted.\n");
  expect(read(cwd, "accepted.json")).toBe(whole);
});
