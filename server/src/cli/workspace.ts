import { resolve } from "node:path";
import type { LockstepService } from "../engine/service/service.js";
import { textReader } from "../node/evaluate.js";
import { Evaluator } from "../node/evaluator.js";
import { slashed } from "../node/paths.js";
import { ReadingCache } from "../node/reading-cache.js";
import { open, type ReadingOptions, sayNotes } from "./open.js";
import { cacheFolderOf, jobsOf, todayOf } from "./options.js";
import { progressOn } from "./progress.js";

/** A workspace that was read for one answer. */
export interface ReadWorkspace {
  readonly service: LockstepService;
  /** Absolute; where paths that are printed count from. */
  readonly root: string;
  /** A document of the service, by its path relative to `root`. */
  pathOf(path: string): string;
  /** The same as an absolute path with `/`. */
  absoluteOf(path: string): string;
}

/** An evaluator that reads as the options say: in how many threads, and with what earlier runs have kept. */
export function evaluatorOf(options: ReadingOptions): Evaluator {
  const folder = cacheFolderOf(options);
  return new Evaluator({
    today: todayOf(options.today),
    allPlanning: options.all,
    jobs: jobsOf(options.jobs),
    readings: folder === undefined ? undefined : new ReadingCache(folder),
  });
}

/** Reads the documents that the arguments name, says on standard error what was left out, and how far it is where that takes long. */
export async function readWorkspace(paths: readonly string[], options: ReadingOptions): Promise<ReadWorkspace> {
  const evaluator = evaluatorOf(options);
  const sources = await open(paths);
  const shown = progressOn(process.stderr);
  await evaluator.update(sources, textReader(sources.root), shown.progress);
  shown.end();
  evaluator.keepReadings();
  sayNotes(sources);
  const pathOf = (path: string): string => evaluator.origin?.outside(path) ?? path;
  return {
    service: evaluator.service,
    root: sources.root,
    pathOf,
    absoluteOf: (path) => slashed(resolve(sources.root, pathOf(path))),
  };
}
