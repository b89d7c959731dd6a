import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { late } from "../../src/engine/text/late.js";
import { commandLine, environment, folderWith, lockstep, type Run, run, write } from "../cli/support/command-line.js";
import { minutes, today, twoPlans } from "../cli/support/documents.js";
import { note, seed, times } from "./support/soak.js";

/** So many documents that what is kept of them takes more than one write. */
const files = {
  ...twoPlans,
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`notes/${at}.md`, minutes.replace("weekly", `every ${at} days`)]),
  ),
  ".lockstep.yaml": "baseline: accepted.json\n",
};
const minute = 60_000;

let random = seed;
function next(below: number): number {
  random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0;
  return (random >>> 8) % below;
}

function check(cwd: string, cache: string): Promise<Run> {
  return lockstep(["check", "--format", "json", "--cache-location", cache, ...today], { cwd });
}

/** The only truth: what is found without a cache. */
function truth(cwd: string): Promise<Run> {
  return lockstep(["check", "--format", "json", "--no-cache", ...today], { cwd });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

test(
  "whatever becomes of what was kept, the findings are those of a run without it",
  async () => {
    const cwd = folderWith(files);
    const cache = folderWith();
    const expected = await truth(cwd);
    expect(expected.status).toBe(1);
    for (let round = 0; round < times(4, 300); round += 1) {
      expect(await check(cwd, cache)).toEqual(expected);
      for (const path of filesBelow(cache)) {
        const bytes = readFileSync(path);
        const at = next(bytes.length);
        const damage = [
          () => bytes.subarray(0, at),
          () => Buffer.concat([bytes, bytes.subarray(at)]),
          () => Buffer.alloc(bytes.length),
          () => {
            bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8));
            return bytes;
          },
        ][round % 4];
        writeFileSync(path, damage?.() ?? "");
      }
      expect(await check(cwd, cache), `round ${round}, seed ${seed}`).toEqual(expected);
    }
  },
  60 * minute,
);

test(
  "processes that write at once, over documents that differ, never find what is not there",
  async () => {
    const cache = folderWith();
    const cwd = folderWith(files);
    const other = folderWith({ ...files, "notes/0.md": "# Minutes\n" });
    const [expected, expectedOther] = [await truth(cwd), await truth(other)];
    // The second finds what the first kept.
    for (let round = 0; round < times(2, 20); round += 1) {
      const runs = await Promise.all([cwd, other, cwd, other].map((folder) => check(folder, cache)));
      expect(runs).toEqual([expected, expectedOther, expected, expectedOther]);
    }
  },
  60 * minute,
);

/** Runs the command line where no file may grow beyond `blocks` of 512 bytes, as on a disk that is full. */
function onFullDisk(args: readonly string[], cwd: string, blocks: number): Promise<Run> {
  const line = `ulimit -f ${blocks}; exec "$0" "$@"`;
  return run("bash", ["-c", line, process.execPath, commandLine, ...args], { cwd });
}

test("where the disk is full a check says the same, and keeps nothing damaged", async () => {
  const cwd = folderWith(files);
  const cache = folderWith();
  const expected = await truth(cwd);
  // The output goes through a pipe, which has no limit.
  const full = await onFullDisk(["check", "--format", "json", "--cache-location", cache, ...today], cwd, 1);
  expect(full).toEqual(expected);
  expect(await check(cwd, cache)).toEqual(expected);
});

test("where the disk is full a baseline or report is refused, and the one before stays", async () => {
  const before = '{ "version": 1, "findings": {} }\n';
  const cwd = folderWith({ ...files, "accepted.json": before, "report.json": "before" });
  const baseline = await onFullDisk(["check", "--write-baseline", ...today], cwd, 1);
  expect(baseline.status).toBe(2);
  expect(baseline.stderr).toMatch(/accepted\.json cannot be written/);
  expect(baseline.stderr).not.toContain("    at ");
  expect(readFileSync(join(cwd, "accepted.json"), "utf8")).toBe(before);
  const report = await onFullDisk(["check", "--no-cache", "--output", "json=report.json", ...today], cwd, 1);
  expect(report.status).toBe(2);
  expect(readFileSync(join(cwd, "report.json"), "utf8")).toBe("before");
  expect(readdirSync(cwd).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

/** Starts the command line and kills it after so many milliseconds, if it has not ended. */
function killed(args: readonly string[], cwd: string, after: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [commandLine, ...args], { cwd, env: { ...environment }, stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), after);
    child.on("exit", (_, signal) => {
      clearTimeout(timer);
      resolve(signal !== null);
    });
  });
}

test(
  "killed at any moment, baseline and documents are the old or the new, and the next run is right",
  async () => {
    const before = '{ "version": 1, "findings": {} }\n';
    const cwd = folderWith({ ...files, "accepted.json": before });
    const cache = folderWith();
    const found = await truth(cwd);
    const start = Date.now();
    await lockstep(["check", "--write-baseline", ...today], { cwd });
    const usual = Date.now() - start;
    const accepted = readFileSync(join(cwd, "accepted.json"), "utf8");
    expect(accepted).not.toBe(before);
    let kills = 0;
    for (let round = 0; round < times(4, 300); round += 1) {
      write(cwd, { "accepted.json": before });
      if (await killed(["check", "--write-baseline", ...today], cwd, Math.floor(usual / 3) + next(usual / 1.5)))
        kills += 1;
      expect([before, accepted]).toContain(readFileSync(join(cwd, "accepted.json"), "utf8"));
      write(cwd, { "accepted.json": before });
      // What is kept makes this one quicker.
      if (await killed(["check", "--cache-location", cache, ...today], cwd, Math.floor(usual / 5) + next(usual / 2)))
        kills += 1;
      expect(await check(cwd, cache), `round ${round}, seed ${seed}`).toEqual(found);
    }
    note("disk", "processes killed", kills);
    expect(existsSync(join(cwd, "accepted.json"))).toBe(true);
  },
  60 * minute,
);

/** Loaded before the program: half of what it first writes to a file reaches the disk, then it is killed. */
const halfWritten = `
const fs = require("node:fs");
const write = fs.writeSync;
fs.writeSync = (file, bytes, ...rest) => {
  if (file <= 2) return write(file, bytes, ...rest);
  write(file, bytes, 0, Math.floor(bytes.length / 2));
  process.kill(process.pid, "SIGKILL");
  for (;;);
};
require("node:module").syncBuiltinESMExports();
`;

test("killed in the middle of writing, baseline and what is kept are the old, and the next run is right", async () => {
  const before = '{ "version": 1, "findings": {} }\n';
  const cwd = folderWith({ ...files, "accepted.json": before });
  const cache = folderWith();
  const preload = join(folderWith({ "half.cjs": halfWritten }), "half.cjs");
  const found = await truth(cwd);
  const half = (...args: string[]): Promise<Run> =>
    run(process.execPath, ["--require", preload, commandLine, "check", ...args, ...today], { cwd });
  expect((await half("--write-baseline", "--no-cache")).status).toBe("SIGKILL");
  expect(readFileSync(join(cwd, "accepted.json"), "utf8")).toBe(before);
  expect((await half("--cache-location", cache)).status).toBe("SIGKILL");
  expect(filesBelow(cache).filter((path) => !path.endsWith(".tmp"))).toEqual([]);
  expect(await check(cwd, cache)).toEqual(found);
  const kept = filesBelow(cache)
    .filter((path) => !path.endsWith(".tmp"))
    .map((path) => readFileSync(path));
  write(cwd, { "notes/0.md": "# Minutes\n" });
  expect((await half("--cache-location", cache)).status).toBe("SIGKILL");
  const now = filesBelow(cache).filter((path) => !path.endsWith(".tmp"));
  expect(now.map((path) => readFileSync(path))).toEqual(kept);
  expect(await check(cwd, cache)).toEqual(await truth(cwd));
});

/** A baseline that accepts what is found; and what is found without one. */
const accepting = late(async () => {
  const cwd = folderWith({ ...files, "accepted.json": "" });
  await lockstep(["check", "--write-baseline", ...today], { cwd });
  expect(JSON.parse((await truth(cwd)).stdout)).toMatchObject({ findings: [] });
  const plain = await truth(folderWith(files));
  return { accepted: readFileSync(join(cwd, "accepted.json"), "utf8"), plain: JSON.parse(plain.stdout) };
});

const hostileBaselines: readonly (readonly [string, (accepted: string) => string | Uint8Array])[] = [
  ["cut off", (accepted) => accepted.slice(0, accepted.length / 2)],
  ["of another version", (accepted) => accepted.replace('"version": 1', '"version": 99')],
  ["a list", (accepted) => `[${accepted}]`],
  ["no JSON", () => "accepted: all"],
  ["binary", () => Buffer.from([0, 255, 254, 1])],
  ["empty", () => ""],
  ["damaged in one entry", (accepted) => accepted.replace(/"[0-9a-f]{14}": 1/, '"0123456789abcd": -1')],
  ["nested without end", () => "[".repeat(200_000)],
  [
    "of prototypes",
    () =>
      '{ "version": 1, "findings": { "__proto__": { "polluted": [1] }, "constructor": 7 }, "__proto__": { "polluted": true } }',
  ],
];

test.concurrent.for(hostileBaselines)(
  "a baseline that is %s accepts nothing, and is said to be left out or is of no effect",
  async ([, make]) => {
    const { accepted, plain } = await accepting();
    const cwd = folderWith({ ...files, "accepted.json": make(accepted) });
    const { status, stdout, stderr } = await truth(cwd);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ ...plain, root: JSON.parse(stdout).root });
    expect(stderr).not.toContain("    at ");
  },
);
