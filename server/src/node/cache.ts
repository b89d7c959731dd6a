import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, unlinkSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "../build.js";
import type { Evaluation } from "./evaluation.js";
import type { ReadText } from "./evaluator.js";
import { makeFolder } from "./make-folder.js";
import type { Sources } from "./sources.js";
import { writeFileAtomically } from "./write.js";

const format = "lockstep-cache 1";
const daysKept = 30;

/** What an evaluation depends on besides the texts. */
export interface EvaluationOptions {
  readonly today: number;
  readonly allPlanning: boolean;
}

/** Where evaluations are kept unless told: the user's folder for such things, never the repository. */
export function defaultCacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "lockstep");
}

/**
 * Keeps evaluations under everything that they depend on: the contents and paths of all files, the date, the options and this very build.
 * So a hit is exact by construction. One file holds the last evaluation of one `slot` (the same arguments in the same place);
 * one that is damaged, or of another build, is as good as none. Nothing here fails: without a cache a run takes longer, that is all.
 */
export class EvaluationCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = resolve(folder);
  }

  async get(slot: string, key: string, readText: ReadText): Promise<Evaluation | undefined> {
    const entry = this.#read(slot);
    if (entry?.key !== key) return undefined;
    // Which baselines there are is known from configuration, which the key holds; what is in them is asked for here.
    for (const [path, hash] of Object.entries(entry.baselines)) {
      const text = await readText(path);
      if ((text === undefined ? null : hashOf(text)) !== hash) return undefined;
    }
    return entry.evaluation;
  }

  async set(slot: string, key: string, evaluation: Evaluation, readText: ReadText): Promise<void> {
    const baselines: Record<string, string | null> = Object.create(null);
    for (const path of evaluation.baselines) {
      const text = await readText(path);
      baselines[path] = text === undefined ? null : hashOf(text);
    }
    const body = JSON.stringify({ key, baselines, evaluation });
    try {
      makeFolder(this.#folder);
      writeFileAtomically(this.#pathOf(slot), `${format} ${hashOf(body)}\n${body}`);
      this.#removeOld();
    } catch {
      // A full disk or a read-only home is no reason to fail a check.
    }
  }

  #read(slot: string): { key: string; baselines: Record<string, string | null>; evaluation: Evaluation } | undefined {
    try {
      const text = readFileSync(this.#pathOf(slot), "utf8");
      const end = text.indexOf("\n");
      const body = text.slice(end + 1);
      return text.slice(0, end) === `${format} ${hashOf(body)}` ? JSON.parse(body) : undefined;
    } catch {
      return undefined;
    }
  }

  #pathOf(slot: string): string {
    return join(this.#folder, `${hashOf(slot).slice(0, 32)}.json`);
  }

  #removeOld(): void {
    const oldest = Date.now() - daysKept * 24 * 60 * 60 * 1000;
    for (const name of readdirSync(this.#folder)) {
      if (!/^\.?[0-9a-f]{32}\.(?:json|readings)/.test(name)) continue;
      const path = join(this.#folder, name);
      if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY) < oldest) unlinkSync(path);
    }
  }
}

/** Everything that an evaluation depends on, but the contents of baselines, as one hash. */
export function cacheKey({ root, configurations, documents }: Sources, options: EvaluationOptions): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([format, build, root, options.today, options.allPlanning]));
  for (const list of [configurations, documents]) {
    for (const { path, digest } of list) hash.update(`\n${JSON.stringify(path)} ${digest}`);
    hash.update("\n--");
  }
  return hash.digest("hex");
}

/** Lone surrogates count, so texts are hashed as UTF-16. */
function hashOf(text: string): string {
  return createHash("sha256").update(text, "utf16le").digest("hex");
}
