import { readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, lockstep, type Run, write } from "./support/command-line.js";
import { findingsIn, minutes, today, twoPlans } from "./support/documents.js";

const files = {
  "notes/a.md": minutes,
  "notes/b.md": "# Minutes\n\nWe decided to hire slowly.\n",
  ...twoPlans,
  "sub/notes/c.md": minutes,
  "decisions/0001-weekly-trains.md":
    "---\nstatus: accepted\ndomain: engineering\nreview-by: 2026-12-01\n---\n# Weekly trains\n\n## Decision\n\nWe ship once a week.\n",
  ".lockstep.yaml": "rules: { plan-conflict: error }\nbaseline: accepted.json\n",
};

function check(cwd: string, cache: string, ...args: string[]): Promise<Run> {
  return lockstep(["check", "--format", "json", "--cache-location", cache, ...today, ...args], { cwd });
}

/** Each changes one thing of a repository that has been checked before. */
const changes: readonly [what: string, change: (cwd: string) => void, args?: readonly string[]][] = [
  ["nothing", () => undefined],
  ["a document’s text", (cwd) => write(cwd, { "notes/a.md": "# Minutes\n" })],
  [
    "a document’s text, of the same length and time",
    (cwd) => rewriteUnnoticed(cwd, "notes/a.md", minutes.replace("weekly", "yearly")),
  ],
  ["a new document", (cwd) => write(cwd, { "notes/d.md": minutes })],
  ["a document that is gone", (cwd) => rmSync(join(cwd, "notes/a.md"))],
  [
    "two documents that change their texts",
    (cwd) => write(cwd, { "notes/a.md": files["notes/b.md"], "notes/b.md": minutes }),
  ],
  ["configuration", (cwd) => write(cwd, { ".lockstep.yaml": "rules: { plan-conflict: off }\n" })],
  ["configuration that is gone", (cwd) => rmSync(join(cwd, ".lockstep.yaml"))],
  [
    "configuration of a folder",
    (cwd) => write(cwd, { "sub/.lockstep.yaml": "rules: { decision-without-domain: off }\n" }),
  ],
  [
    "configuration in package.json",
    (cwd) => write(cwd, { "sub/package.json": '{ "lockstep": { "rules": { "decision-without-domain": "hint" } } }' }),
  ],
  ["broken configuration", (cwd) => write(cwd, { ".lockstep.yaml": "rules: [\n" })],
  ["ignored documents", (cwd) => write(cwd, { ".gitignore": "notes/\n" })],
  ["a baseline", (cwd) => write(cwd, { "accepted.json": baselineOf(cwd) })],
  ["a damaged baseline", (cwd) => write(cwd, { "accepted.json": "{" })],
  ["a byte order mark", (cwd) => write(cwd, { "notes/a.md": `\ufeff${minutes}` })],
  ["the date", () => undefined, ["--today", "2027-06-15"]],
  ["--all", (cwd) => write(cwd, { "README.md": minutes }), ["--all"]],
  ["fewer arguments", () => undefined, ["sub"]],
];

function rewriteUnnoticed(cwd: string, path: string, text: string): void {
  const then = new Date("2026-01-01");
  writeFileSync(join(cwd, path), text);
  utimesSync(join(cwd, path), then, then);
}

function baselineOf(cwd: string): string {
  return JSON.stringify({ version: 1, findings: {}, note: cwd });
}

test.concurrent.for(changes)(
  "after a change of one thing a kept result is that of a cold run: %s",
  async ([, change, args = []]) => {
    const cwd = folderWith(files);
    const cache = folderWith();
    utimesSync(join(cwd, "notes/a.md"), new Date("2026-01-01"), new Date("2026-01-01"));
    const first = await check(cwd, cache, ...args);
    expect((await check(cwd, cache, ...args)).stdout).toBe(first.stdout);
    // What was kept of the run before, of another date or other arguments, answers neither this run nor the one after it.
    const without = await check(cwd, cache);
    if (args.length > 0) expect(without).toEqual(await check(cwd, folderWith(), "--no-cache"));
    change(cwd);
    const [warm, cold] = await Promise.all([
      check(cwd, cache, ...args),
      check(cwd, folderWith(), "--no-cache", ...args),
    ]);
    expect(warm).toEqual(cold);
  },
);

test.concurrent("configuration above the folder that is checked", async () => {
  const cwd = folderWith(files);
  const cache = folderWith();
  const sub = join(cwd, "sub");
  expect(findingsIn((await check(sub, cache)).stdout)).toEqual(["notes/c.md:3 decision-without-domain"]);
  write(cwd, { ".lockstep.yaml": "rules: { decision-without-domain: off }\n" });
  expect(findingsIn((await check(sub, cache)).stdout)).toEqual([]);
});

test.concurrent("a baseline that changes after the run that was kept", async () => {
  const cwd = folderWith(files);
  const cache = folderWith();
  expect((await check(cwd, cache)).status).toBe(1);
  await lockstep(["check", "--write-baseline", ...today], { cwd });
  expect(findingsIn((await check(cwd, cache)).stdout)).toEqual([]);
  rmSync(join(cwd, "accepted.json"));
  expect((await check(cwd, cache)).status).toBe(1);
});

/** The file of the kept result, beside that of readings. */
function nameIn(cache: string): string {
  return readdirSync(cache).find((name) => name.endsWith(".json")) ?? "";
}

const damages: readonly [string, (path: string) => void][] = [
  ["empty", (path) => truncateSync(path, 0)],
  ["cut off", (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2))],
  [
    "changed in one finding",
    (path) => writeFileSync(path, readFileSync(path, "utf8").replace("ship weekly", "ship yearly")),
  ],
  [
    "of another version",
    (path) => writeFileSync(path, readFileSync(path, "utf8").replace("lockstep-cache 1", "lockstep-cache 0")),
  ],
  ["no text", (path) => writeFileSync(path, Buffer.from([0xff, 0x00, 0xfe]))],
];

test.concurrent.for(damages)("a kept result that is %s is made anew", async ([, damage]) => {
  const cwd = folderWith(files);
  const cache = folderWith();
  const first = await check(cwd, cache);
  const name = nameIn(cache);
  const kept = readFileSync(join(cache, name));
  damage(join(cache, name));
  expect(await check(cwd, cache)).toEqual(first);
  expect(readFileSync(join(cache, name)).equals(kept)).toBe(true);
});

test.concurrent("a kept result is used: one that has been forged, checksum and all, shows", async () => {
  const { createHash } = await import("node:crypto");
  const cwd = folderWith(files);
  const cache = folderWith();
  await check(cwd, cache);
  const name = nameIn(cache);
  const body = readFileSync(join(cache, name), "utf8")
    .split("\n")
    .slice(1)
    .join("\n")
    .replace("ship weekly", "SHIP WEEKLY");
  const hash = createHash("sha256").update(body, "utf16le").digest("hex");
  writeFileSync(join(cache, name), `lockstep-cache 1 ${hash}\n${body}`);
  expect((await check(cwd, cache)).stdout).toContain("SHIP WEEKLY");
  expect((await check(cwd, cache, "--no-cache")).stdout).not.toContain("SHIP WEEKLY");
});

test.concurrent("many at once, and a folder that cannot be written, are no trouble", async () => {
  const cwd = folderWith(files);
  const cache = folderWith();
  const runs = await Promise.all(Array.from({ length: 4 }, () => check(cwd, cache)));
  expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
  expect(readdirSync(cache).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  for (const folder of ["/proc/nowhere", join(cwd, ".lockstep.yaml/cache")])
    expect(await check(cwd, folder)).toEqual(runs[0]);
});
