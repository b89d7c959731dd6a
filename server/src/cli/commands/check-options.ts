import type { Severity } from "../../engine/config/rule-declaration.js";
import { EvaluationCache } from "../../node/cache.js";
import { ReadingCache } from "../../node/reading-cache.js";
import type { ReadingOptions } from "../open.js";
import { cacheFolderOf, jobsOf, oneOf, todayOf, wholeNumber } from "../options.js";
import { type FormatName, formatNames } from "../report/formats.js";
import { severities } from "../report/report.js";
import { UseError } from "../use-error.js";

/** The options of `check` as the command line has them. */
export interface CheckOptions extends ReadingOptions {
  readonly format: string;
  readonly output: readonly string[];
  readonly failOn: string;
  readonly maxWarnings?: string;
  readonly quiet: boolean;
  readonly fix: boolean;
  readonly fixDryRun: boolean;
  readonly stdin: boolean;
  readonly stdinFilename?: string;
  readonly since?: string;
  readonly staged: boolean;
  readonly watch: boolean;
  readonly writeBaseline: boolean;
  readonly color?: boolean;
}

/** What a check is to do, its options read and fitting together. */
export interface CheckPlan {
  readonly today: number;
  readonly allPlanning: boolean;
  readonly format: FormatName;
  readonly outputs: readonly { readonly format: FormatName; readonly file: string }[];
  readonly failOn: Severity;
  readonly maxWarnings: number | undefined;
  readonly quiet: boolean;
  readonly mode: Mode;
  readonly cache: EvaluationCache | undefined;
  readonly readings: ReadingCache | undefined;
  readonly jobs: number;
  readonly colour: boolean | undefined;
}

export type Mode =
  | { readonly kind: "files" | "fix" | "fix-dry-run" | "watch" | "write-baseline" }
  | { readonly kind: "stdin"; readonly file: string; readonly fix: boolean }
  | { readonly kind: "change"; readonly since: string | undefined };

/** Throws a UseError where options do not fit, each alone or together. */
export function planOf(options: CheckOptions): CheckPlan {
  const folder = cacheFolderOf(options);
  return {
    today: todayOf(options.today),
    allPlanning: options.all,
    format: oneOf("--format", options.format, formatNames),
    outputs: options.output.map(outputOf),
    failOn: oneOf("--fail-on", options.failOn, severities),
    maxWarnings: options.maxWarnings === undefined ? undefined : wholeNumber("--max-warnings", options.maxWarnings),
    quiet: options.quiet,
    mode: modeOf(options),
    cache: folder === undefined ? undefined : new EvaluationCache(folder),
    readings: folder === undefined ? undefined : new ReadingCache(folder),
    jobs: jobsOf(options.jobs),
    colour: options.color,
  };
}

function outputOf(value: string): { format: FormatName; file: string } {
  const equals = value.indexOf("=");
  const file = value.slice(equals + 1);
  if (equals < 0 || file === "")
    throw new UseError(`--output takes FORMAT=FILE, as in --output sarif=lockstep.sarif, not “${value}”`);
  return { format: oneOf("--output", value.slice(0, equals), formatNames), file };
}

function modeOf(options: CheckOptions): Mode {
  const { stdin, stdinFilename, since, staged, watch, fix, fixDryRun, writeBaseline } = options;
  if (stdin !== (stdinFilename !== undefined))
    throw new UseError("--stdin and --stdin-filename FILE go together: the name says which document is read");
  const asked = [
    ...(stdin ? ["--stdin"] : []),
    ...(since === undefined ? [] : ["--since"]),
    ...(staged ? ["--staged"] : []),
    ...(watch ? ["--watch"] : []),
    ...(writeBaseline ? ["--write-baseline"] : []),
    ...(fixDryRun ? ["--fix-dry-run"] : []),
    ...(fix && !stdin ? ["--fix"] : []),
  ];
  if (asked.length > 1) throw new UseError(`${asked.join(" and ")} do not go together; give one of them`);
  if (stdinFilename !== undefined) return { kind: "stdin", file: stdinFilename, fix };
  if (since !== undefined || staged) return { kind: "change", since };
  if (watch) return { kind: "watch" };
  if (writeBaseline) return { kind: "write-baseline" };
  if (fixDryRun) return { kind: "fix-dry-run" };
  return { kind: fix ? "fix" : "files" };
}
