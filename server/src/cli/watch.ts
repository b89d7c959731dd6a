import { watch } from "node:fs";
import { discover } from "../node/discover.js";
import { textReader } from "../node/evaluate.js";
import { Evaluator } from "../node/evaluator.js";
import { reasonOf } from "../node/files.js";
import { readSources } from "../node/sources.js";
import { deliver } from "./commands/check.js";
import type { CheckPlan } from "./commands/check-options.js";
import { open } from "./open.js";
import { print, say } from "./output.js";
import { UseError } from "./use-error.js";

/** A burst of changes (a checkout, an editor's way of saving) is one change. */
const calm = 150;

/** Checks again whenever something changes below the root, until Ctrl-C. An evaluation after the first costs what changed. */
export async function watchCheck(paths: readonly string[], plan: CheckPlan): Promise<number> {
  const first = await open(paths);
  const evaluator = new Evaluator(plan);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const check = async (): Promise<void> => {
    const sources = await readSources(await discover(paths, process.cwd()));
    await evaluator.update(sources, textReader(sources.root));
    if (process.stdout.isTTY) print("\u001b[2J\u001b[3J\u001b[H");
    await deliver(evaluator.evaluate(), sources, plan);
    if (plan.format === "pretty" && !plan.quiet) print("Watching for changes; Ctrl-C ends.\n");
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(check).catch((error: unknown) => say(reasonOf(error)));
    }, calm);
  };
  try {
    const watcher = watch(first.root, { recursive: true }, (_event, name) => {
      if (name === null || concerns(name)) soon();
    });
    watcher.on("error", (error) => say(`${first.root} is no longer watched: ${reasonOf(error)}`));
  } catch (error) {
    throw new UseError(`${first.root} cannot be watched: ${reasonOf(error)}`);
  }
  await check();
  evaluator.keepReadings();
  return new Promise<number>(() => undefined);
}

function concerns(name: string): boolean {
  return !/(?:^|[\\/])(?:node_modules|\.git)(?:[\\/]|$)/.test(name) && !name.endsWith(".tmp");
}
