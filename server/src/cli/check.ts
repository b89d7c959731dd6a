import type { Severity } from "../engine/rules/rule.js";
import { allFindings, checkOutput } from "../engine/service/check-output.js";
import { open, type ReadingOptions } from "./open.js";
import { oneOf } from "./options.js";
import { prettyCheck } from "./pretty.js";

const severities: readonly Severity[] = ["hint", "information", "warning", "error"];

export interface CheckOptions extends ReadingOptions {
  readonly format: string;
  readonly failOn: string;
}

/** `lockstep check`: the exit status is 1 where something is at or above `--fail-on`. */
export async function runCheck(paths: readonly string[], options: CheckOptions): Promise<number> {
  const format = oneOf("--format", options.format, ["pretty", "json"]);
  const failOn = severities.indexOf(oneOf("--fail-on", options.failOn, severities));
  const { service, root } = await open(paths, options);
  const findings = allFindings(service);
  const checked = [...service.workspace.documents.values()].filter((document) => document.head.planning).length;
  const output = checkOutput(findings, root, checked);
  if (format === "json") process.stdout.write(`${JSON.stringify(output, undefined, 2)}\n`);
  else process.stdout.write(prettyCheck(output, (path) => service.document(path)?.text ?? ""));
  return findings.some((finding) => severities.indexOf(finding.severity) >= failOn) ? 1 : 0;
}
