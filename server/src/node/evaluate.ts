import { join } from "node:path";
import { cacheKey, type EvaluationCache, type EvaluationOptions } from "./cache.js";
import { decodeText } from "./decode.js";
import type { Evaluation } from "./evaluation.js";
import type { Progress, ReadText } from "./evaluator.js";
import { diskFiles, type SourceFiles } from "./files.js";
import type { ReadingOptions } from "./readings.js";
import type { Sources } from "./sources.js";

export interface EvaluateOptions extends EvaluationOptions, ReadingOptions {
  /** Where the sources come from; baselines are read there too. */
  readonly files?: SourceFiles;
  readonly cache?: EvaluationCache | undefined;
  /** What is evaluated, as far as a cache is to keep one evaluation of it. */
  readonly slot: string;
  readonly progress?: Progress;
}

/** Evaluates sources, or takes what was kept of them. The engine is loaded only if it has to work. */
export async function evaluate(sources: Sources, options: EvaluateOptions): Promise<Evaluation> {
  const { cache, slot, progress } = options;
  const readText = textReader(sources.root, options.files);
  const key = cache ? cacheKey(sources, options) : "";
  const kept = await cache?.get(slot, key, readText);
  if (kept) return kept;
  const { Evaluator } = await import("./evaluator.js");
  const evaluator = new Evaluator(options);
  await evaluator.update(sources, readText, progress);
  const evaluation = evaluator.evaluate();
  await cache?.set(slot, key, evaluation, readText);
  evaluator.keepReadings();
  return evaluation;
}

/** Reads text files by their path relative to a root. */
export function textReader(root: string, files: SourceFiles = diskFiles): ReadText {
  return async (path) => {
    try {
      return decodeText(await files.read(join(root, path)));
    } catch {
      return undefined;
    }
  };
}
