// Folders in the cache that are either complete or absent, also after an interruption or with two runs at once.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder } from "./paths.mjs";

/**
 * Gives the path of the cache's folder `name`, made by `make(folder)` if it is absent.
 *
 * `make` fills a folder of its own, which gets its name in one step when it is complete: the name is the stamp.
 * Of two runs that make it at once the first to finish wins, and the other drops its copy.
 *
 * @param {string} name a name that changes with the content, so that an old copy is never taken for a new one
 * @param {(folder: string) => Promise<void>} make
 * @returns {Promise<string>}
 */
export async function cachedFolder(name, make) {
  const target = join(cacheFolder, name);
  if (existsSync(target)) return target;
  await mkdir(cacheFolder, { recursive: true });
  await removeAbandoned();
  const draft = await mkdtemp(join(cacheFolder, `draft-${process.pid}-`));
  try {
    await make(draft);
    await rename(draft, target).catch((error) => {
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return target;
}

/** Removes what runs that were ended half-way left behind. */
async function removeAbandoned() {
  for (const entry of await readdir(cacheFolder)) {
    const owner = /^draft-(\d+)-/.exec(entry)?.[1];
    if (owner && !isRunning(Number(owner))) await rm(join(cacheFolder, entry), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
