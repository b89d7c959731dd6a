import { modelOutput } from "../../engine/service/model-output.js";
import { textReader } from "../../node/evaluate.js";
import { Evaluator } from "../../node/evaluator.js";
import { open, type ReadingOptions, sayNotes } from "../open.js";
import { oneOf, todayOf } from "../options.js";
import { print } from "../output.js";
import { progressOn } from "../progress.js";
import { prettyModel } from "../report/pretty-model.js";

export interface ModelOptions extends ReadingOptions {
  readonly format: string;
  readonly explain: boolean;
}

/** `lockstep model`: what is understood, before any rule. */
export async function runModel(paths: readonly string[], options: ModelOptions): Promise<number> {
  const format = oneOf("--format", options.format, ["pretty", "json"]);
  const evaluator = new Evaluator({ today: todayOf(options.today), allPlanning: options.all });
  const sources = await open(paths);
  const shown = progressOn(process.stderr);
  await evaluator.update(sources, textReader(sources.root), shown.progress);
  shown.end();
  sayNotes(sources);
  const output = modelOutput(evaluator.service.workspace, {
    root: sources.root,
    explain: options.explain,
    pathOf: (path) => evaluator.origin?.outside(path) ?? path,
  });
  print(format === "json" ? `${JSON.stringify(output, undefined, 2)}\n` : prettyModel(output));
  return 0;
}
