import { join, relative, resolve } from "node:path";
import { count } from "../../engine/text/words.js";
import { discover } from "../../node/discover.js";
import { type EvaluateOptions, evaluate } from "../../node/evaluate.js";
import type { Evaluation } from "../../node/evaluation.js";
import { isInside, slashed } from "../../node/paths.js";
import { readSources, type Sources, sourceText } from "../../node/sources.js";
import { changeOf } from "../change.js";
import type { Comparison } from "../compare.js";
import { notesOf, open } from "../open.js";
import { print, say, writeOutput } from "../output.js";
import { progressOn } from "../progress.js";
import { formatReport } from "../report/formats.js";
import { type Report, severities } from "../report/report.js";
import { repositoryPrefix } from "../repository-prefix.js";
import { styleFor } from "../terminal.js";
import { UseError } from "../use-error.js";
import { type CheckOptions, type CheckPlan, planOf } from "./check-options.js";

/** `lockstep check`: the exit status is 1 where something is at or above `--fail-on`. */
export async function runCheck(paths: readonly string[], options: CheckOptions): Promise<number> {
  const plan = planOf(options);
  switch (plan.mode.kind) {
    case "files":
      return checkFiles(paths, plan);
    case "change":
      return checkChange(paths, plan, plan.mode.since);
    case "stdin":
      return checkStdin(paths, plan, plan.mode);
    case "fix":
    case "fix-dry-run":
      return fix(paths, plan, plan.mode.kind === "fix-dry-run");
    case "write-baseline": {
      const { writeBaseline } = await import("../write-baseline.js");
      return writeBaseline(await open(paths), plan);
    }
    case "watch": {
      const { watchCheck } = await import("../watch.js");
      return watchCheck(paths, plan);
    }
  }
}

async function checkFiles(paths: readonly string[], plan: CheckPlan): Promise<number> {
  const sources = await open(paths);
  const evaluation = await withProgress(plan, slotOf("check", sources, paths), (options) => evaluate(sources, options));
  return deliver(evaluation, sources, plan);
}

async function checkChange(paths: readonly string[], plan: CheckPlan, since: string | undefined): Promise<number> {
  const change = await changeOf(paths, since);
  const slot = slotOf(since === undefined ? "staged" : "since", change.present, paths);
  const { evaluation, comparison } = await withProgress(plan, slot, (options) => change.compare(options));
  return deliver({ ...evaluation, findings: comparison.caused }, change.present, plan, comparison);
}

/** The text on standard input as the document of that name, among all others; what is said is said of it alone. */
async function checkStdin(
  paths: readonly string[],
  plan: CheckPlan,
  { file, fix: fixing }: { readonly file: string; readonly fix: boolean },
): Promise<number> {
  const { readStandardInput } = await import("../standard-input.js");
  const text = await readStandardInput();
  const found = await discover(paths, process.cwd());
  const absolute = resolve(file);
  if (!isInside(found.root, absolute))
    throw new UseError(`--stdin-filename ${file} lies outside ${found.root}; give the path of a document inside it`);
  const path = slashed(relative(found.root, absolute));
  const documents = [...new Set([...found.documents, path])].sort();
  const read = await readSources({ ...found, documents: documents.filter((other) => other !== path) });
  const sources = { ...read, documents: [...read.documents, sourceText(path, text)] };
  if (fixing) {
    const { fixSources } = await import("../fix.js");
    const { changes } = await fixSources(sources, { ...plan, only: path });
    print(changes.find((change) => change.path === path)?.after ?? text);
    return 0;
  }
  const evaluation = await withProgress(plan, slotOf("stdin", sources, [path]), (options) =>
    evaluate(sources, options),
  );
  const own = { ...evaluation, findings: evaluation.findings.filter((finding) => finding.path === path) };
  return deliver({ ...own, stale: [], documents: 1 }, sources, plan);
}

async function fix(paths: readonly string[], plan: CheckPlan, dryRun: boolean): Promise<number> {
  const sources = await open(paths);
  const { fixSources, writeFixes } = await import("../fix.js");
  const shown = progressOn(process.stderr);
  const result = await fixSources(sources, { ...plan, progress: shown.progress });
  shown.end();
  if (dryRun) {
    const { createTwoFilesPatch } = await import("diff");
    for (const { path, before, after } of result.changes)
      print(
        createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
          headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
        }),
      );
    return result.changes.length > 0 ? 1 : 0;
  }
  const failed = writeFixes(result);
  for (const { path, reason } of failed) say(`${path} was not mended: ${reason}`);
  const mended = result.changes.length - failed.length;
  if (!plan.quiet && mended > 0) say(`mended ${count(mended, "document")}`);
  const status = await deliver(result.evaluation, result.sources, plan);
  return failed.length > 0 ? 2 : status;
}

async function withProgress<Result>(
  { today, allPlanning, cache, readings, jobs }: CheckPlan,
  slot: string,
  work: (options: EvaluateOptions) => Promise<Result>,
): Promise<Result> {
  const shown = progressOn(process.stderr);
  try {
    return await work({ today, allPlanning, cache, readings, jobs, slot, progress: shown.progress });
  } finally {
    shown.end();
  }
}

function slotOf(what: string, { root }: Sources, paths: readonly string[]): string {
  return JSON.stringify([what, root, paths]);
}

/** Prints and writes the report, and gives the exit status. Files are written before anything is printed: a pipe may close early. */
export async function deliver(
  evaluation: Evaluation,
  sources: Sources,
  plan: CheckPlan,
  comparison?: Comparison,
): Promise<number> {
  const report = reportOf(evaluation, sources, plan, comparison);
  for (const note of report.notes) say(note);
  for (const { format, file } of plan.outputs) writeOutput(file, await formatReport(format, report));
  const style = styleFor(process.stdout, plan.colour);
  print(await formatReport(plan.format, report, { style, quiet: plan.quiet }));
  return evaluation.findings.some((finding) => report.fails(finding)) ? 1 : 0;
}

function reportOf(
  { documents, findings, silenced, stale, notes, baselineProblems }: Evaluation,
  sources: Sources,
  plan: CheckPlan,
  comparison: Comparison | undefined,
): Report {
  const rank = severities.indexOf(plan.failOn);
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  const fails: Report["fails"] = ({ severity }) =>
    severity === "warning" && plan.maxWarnings !== undefined
      ? warnings > plan.maxWarnings
      : severities.indexOf(severity) >= rank;
  const byPath = new Map([...sources.configurations, ...sources.documents].map((source) => [source.path, source]));
  return {
    root: sources.root,
    prefix: repositoryPrefix(sources.root),
    documents,
    findings: plan.quiet ? findings.filter((finding) => fails(finding)) : findings,
    silenced,
    stale,
    comparison,
    notes: [
      ...notesOf(sources),
      ...notes.map(({ path, note }) => `${path}: ${note}`),
      ...baselineProblems.map(({ path, problem }) => `${join(path)} was left out: ${problem}`),
    ],
    fails,
    textOf: (path) => byPath.get(path)?.text ?? "",
  };
}
