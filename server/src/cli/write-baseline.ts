import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Baseline, createBaseline } from "../engine/baseline/baseline.js";
import { formatBaseline, parseBaseline } from "../engine/baseline/file.js";
import { baselineContent } from "../engine/service/service.js";
import { count } from "../engine/text/words.js";
import { textReader } from "../node/evaluate.js";
import { Evaluator } from "../node/evaluator.js";
import { isInside } from "../node/paths.js";
import type { Sources } from "../node/sources.js";
import type { CheckPlan } from "./commands/check-options.js";
import { sayNotes } from "./open.js";
import { print, writeOutput } from "./output.js";

const defaultName = ".lockstep-baseline.json";

/**
 * Accepts every finding of the documents checked, in the baseline that their configuration names, else in `.lockstep-baseline.json`.
 * What a baseline says of other documents that are still there stays; a damaged one is written anew.
 */
export async function writeBaseline(sources: Sources, plan: CheckPlan): Promise<number> {
  const evaluator = new Evaluator(plan);
  const readText = textReader(sources.root);
  await evaluator.update(sources, readText);
  evaluator.keepReadings();
  sayNotes(sources);
  const { service, origin } = evaluator;
  if (!origin) return 0;
  const byFile = new Map<string, string[]>();
  for (const document of service.workspace.documents.values()) {
    const file = document.settings.baseline ?? origin.inside(defaultName) ?? defaultName;
    byFile.set(file, [...(byFile.get(file) ?? []), document.path]);
  }
  for (const [file, documents] of [...byFile].sort()) {
    const findings = documents.flatMap((path) => service.allFindings(path)).map(baselineContent);
    const checked = new Set(documents);
    const gone = (path: string): boolean =>
      isInside(sources.root, join(origin.folder, path)) && !existsSync(join(origin.folder, path));
    const previous = previousOf(await readText(origin.outside(file)));
    const baseline = createBaseline(findings, previous, (path) => checked.has(path) || gone(path));
    const shown = origin.outside(file);
    writeOutput(join(origin.folder, file), formatBaseline(baseline));
    print(`${shown}: ${count(findings.length, "finding")} accepted.\n`);
    if (documents.some((path) => service.document(path)?.settings.baseline === undefined))
      print(`Add this line to .lockstep.yaml, so that it counts:\nbaseline: ${shown}\n`);
  }
  return 0;
}

function previousOf(text: string | undefined): Baseline | undefined {
  const reading = text === undefined ? undefined : parseBaseline(text);
  return reading && "baseline" in reading ? reading.baseline : undefined;
}
