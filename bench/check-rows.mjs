// Rows about the command line over a folder of documents.
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { timed } from "./processes.mjs";

/** All documents count as planning documents; the date is fixed, so that every run says the same. */
const check = ["check", "--all", "--today", "2026-01-01", "--format", "json"];

/** rumdl ends with 2 where a file is no UTF-8, and has checked the others. */
const worst = 2;

/** Both sides over a folder, each with a cache of its own below `cache`. */
async function checkCached({ commandLine, rumdl }, folder, cache) {
  const own = [commandLine, ...check, "--cache-location", join(cache, "lockstep")];
  const lockstep = await timed(process.execPath, own, { folder });
  const peer = ["check", "--cache-dir", join(cache, "rumdl"), "."];
  return { lockstep, rumdl: rumdl && (await timed(rumdl, peer, { folder, worst })) };
}

export const checkRows = [
  {
    id: "check-cold",
    title: "cold check of the corpus, s",
    measure: async ({ sides, corpus }) => {
      const own = await timed(process.execPath, [sides.commandLine, ...check, "--no-cache"], { folder: corpus });
      const peer = sides.rumdl && (await timed(sides.rumdl, ["check", "--no-cache", "."], { folder: corpus, worst }));
      return named({ lockstep: own, rumdl: peer });
    },
    figures: [
      { ours: "lockstep wall", peer: "rumdl wall", name: "wall", ratio: 1 },
      { ours: "lockstep cpu", peer: "rumdl cpu", name: "CPU", ratio: 1 },
      { ours: "lockstep peak", peer: "rumdl peak", name: "memory, MB" },
    ],
  },
  {
    id: "check-cached",
    title: "again, unchanged, from the cache, s",
    measure: async ({ sides, corpus, base }) => {
      const cache = join(base, "cache");
      rmSync(cache, { recursive: true, force: true });
      await checkCached(sides, corpus, cache);
      return named(await checkCached(sides, corpus, cache));
    },
    figures: [
      { ours: "lockstep wall", peer: "rumdl wall", name: "wall", ratio: 0.8 },
      { ours: "lockstep cpu", peer: "rumdl cpu", name: "CPU" },
    ],
  },
  {
    id: "check-one-changed",
    title: "again, one document changed, s",
    measure: async ({ sides, corpus, base }) => {
      const copy = join(base, "changed");
      const cache = join(base, "cache-changed");
      rmSync(copy, { recursive: true, force: true });
      rmSync(cache, { recursive: true, force: true });
      mkdirSync(copy, { recursive: true });
      cpSync(corpus, copy, { recursive: true });
      const changed = join(copy, "changed-by-bench.md");
      writeFileSync(changed, "# Notes\n\nNothing yet.\n");
      await checkCached(sides, copy, cache);
      appendFileSync(changed, "\n**Decision:** We keep the old search.\n");
      return named(await checkCached(sides, copy, cache));
    },
    figures: [
      { ours: "lockstep wall", peer: "rumdl wall", name: "wall" },
      { ours: "lockstep cpu", peer: "rumdl cpu", name: "CPU" },
    ],
  },
  {
    id: "check-small",
    title: "cold check of 24 small documents, s",
    measure: async ({ sides, small }) =>
      named({
        lockstep: await timed(process.execPath, [sides.commandLine, ...check, "--no-cache"], { folder: small }),
        rumdl: sides.rumdl && (await timed(sides.rumdl, ["check", "--no-cache", "."], { folder: small, worst })),
      }),
    figures: [
      { ours: "lockstep wall", peer: "rumdl wall", name: "wall" },
      { ours: "lockstep cpu", peer: "rumdl cpu", name: "CPU" },
    ],
  },
];

function named(sides) {
  const result = {};
  for (const [side, figures] of Object.entries(sides))
    for (const [name, value] of Object.entries(figures ?? {})) result[`${side} ${name}`] = value;
  return result;
}

/** The first documents of a workspace, copied: so many that start and cold code are most of the work. */
export function smallFolder(workspace, base) {
  const folder = join(base, "small");
  if (existsSync(folder)) return folder;
  for (let index = 0; index < 24; index += 1) {
    const name = ["roadmap", "decisions", "notes", "minutes"][index % 4];
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, `${index}.md`), readFileSync(join(workspace, "team-0", name, `${index}.md`)));
  }
  return folder;
}
