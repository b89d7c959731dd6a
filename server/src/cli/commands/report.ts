import { resolve } from "node:path";
import { relativeLink } from "../../engine/index/links.js";
import { reportOf } from "../../engine/views/report/report.js";
import { slashed } from "../../node/paths.js";
import type { ReadingOptions } from "../open.js";
import { print, writeOutput } from "../output.js";
import { readWorkspace } from "../workspace.js";

export interface ReportOptions extends ReadingOptions {
  readonly output?: string;
}

/** `lockstep report`: the alignment report, printed or written to a file; links count from there. */
export async function runReport(paths: readonly string[], options: ReportOptions): Promise<number> {
  const { service, absoluteOf } = await readWorkspace(paths, options);
  const file = slashed(resolve(options.output ?? "report.md"));
  const text = reportOf(service, {
    linkTo: ({ path }, fragment) => relativeLink(file, absoluteOf(path), fragment),
  });
  if (options.output === undefined) print(text);
  else writeOutput(options.output, text);
  return 0;
}
