import { discover } from "../node/discover.js";
import { type Loaded, load } from "../node/load.js";
import { todayOf } from "./options.js";
import { UseError } from "./use-error.js";

/** Options of every command that reads documents. */
export interface ReadingOptions {
  readonly today?: string;
  readonly all: boolean;
}

/** Finds and reads the documents that the arguments name; what cannot be read is said on standard error. */
export async function open(
  paths: readonly string[],
  options: ReadingOptions,
): Promise<Loaded & { readonly root: string }> {
  const today = todayOf(options.today);
  const found = await discover(paths, process.cwd());
  if (found.missing.length > 0) throw new UseError(`nothing is found at ${found.missing.join(", ")}`);
  const loaded = await load(found, { today, allPlanning: options.all });
  for (const { path, reason } of loaded.unreadable) process.stderr.write(`lockstep: ${path} was left out: ${reason}\n`);
  return { ...loaded, root: found.root };
}
