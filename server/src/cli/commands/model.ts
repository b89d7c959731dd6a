import { modelOutput } from "../../engine/service/model-output.js";
import type { ReadingOptions } from "../open.js";
import { oneOf } from "../options.js";
import { print } from "../output.js";
import { prettyModel } from "../report/pretty-model.js";
import { readWorkspace } from "../workspace.js";

export interface ModelOptions extends ReadingOptions {
  readonly format: string;
  readonly explain: boolean;
}

/** `lockstep model`: what is understood, before any rule. */
export async function runModel(paths: readonly string[], options: ModelOptions): Promise<number> {
  const format = oneOf("--format", options.format, ["pretty", "json"]);
  const { service, root, pathOf } = await readWorkspace(paths, options);
  const output = modelOutput(service.workspace, { root, explain: options.explain, pathOf });
  print(format === "json" ? `${JSON.stringify(output, undefined, 2)}\n` : prettyModel(output));
  return 0;
}
