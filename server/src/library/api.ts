import { rules as registry } from "../engine/rules/registry.js";
import { allFindings, checkOutput, findingOutput } from "../engine/service/check-output.js";
import type { CheckOutput, FindingOutput, ModelOutput } from "../engine/service/formats.js";
import { modelOutput } from "../engine/service/model-output.js";
import { LockstepService } from "../engine/service/service.js";
import { discover } from "../node/discover.js";
import { textReader } from "../node/evaluate.js";
import { Evaluator } from "../node/evaluator.js";
import { readSources } from "../node/sources.js";
import { type ReadingOptions, serviceOptions } from "./options.js";

export type {
  CheckOutput,
  DecisionOutput,
  DisagreementOutput,
  FindingOutput,
  FixOutput,
  ItemOutput,
  ModelOutput,
  QuestionOutput,
} from "../engine/service/formats.js";
export { version } from "../version.js";
export type { ReadingOptions } from "./options.js";

export interface FileOptions extends ReadingOptions {
  /** The folder that paths are relative to; the process's working directory unless given. */
  readonly cwd?: string;
}

/** A rule as `rules` lists it. */
export interface RuleInformation {
  readonly id: string;
  readonly family: string;
  /** Unless configured. */
  readonly severity: "hint" | "information" | "warning" | "error";
  /** What it reports, in one clause. */
  readonly summary: string;
}

/** Documents in memory: set texts, ask for findings and the model. Paths are relative to one root, with `/`. */
export interface Service {
  /** Adds a document, or replaces its text. */
  setDocument(path: string, text: string): void;
  deleteDocument(path: string): void;
  /** Sets, or with undefined removes, a configuration file (`.lockstep.yaml` …). */
  setConfiguration(path: string, text: string | undefined): void;
  /** Sets, or with undefined removes, a baseline that configuration names. What is wrong with it comes back in words. */
  setBaseline(path: string, text: string | undefined): string | undefined;
  /** Findings of one document, in the order of its text; only what changed since the last call is worked out anew. */
  findings(path: string): FindingOutput[];
  /** Everything that `lockstep check` reports. */
  check(): CheckOutput;
  /** Everything that is understood, before any rule. */
  model(): ModelOutput;
}

/** All rules. */
export const rules: readonly RuleInformation[] = registry.map(({ id, family, severity, summary }) => ({
  ...{ id, family, severity, summary },
}));

/** Makes a service that holds no documents yet. Throws a RangeError for a date that is none. */
export function createService(options: ReadingOptions = {}): Service {
  const service = new LockstepService(serviceOptions(options));
  return {
    setDocument: (path, text) => service.setDocument(path, text),
    deleteDocument: (path) => service.deleteDocument(path),
    setConfiguration: (path, text) => service.setConfiguration(path, text),
    setBaseline: (path, text) => service.setBaseline(path, text),
    findings: (path) => service.findings(path).map(findingOutput),
    check: () => checkOutput(allFindings(service), "", planningDocuments(service)),
    model: () => modelOutput(service.workspace, { root: "" }),
  };
}

/** Checks files, folders and globs as `lockstep check --format json` does. Throws an Error where an argument names nothing. */
export async function check(paths: readonly string[], options: FileOptions = {}): Promise<CheckOutput> {
  const { evaluator, root } = await read(paths, options);
  const { findings, documents } = evaluator.evaluate();
  const published = findings.map(({ source: _source, ...finding }) => finding);
  return checkOutput(published, root, documents);
}

/** Reads files, folders and globs as `lockstep model --format json` does. Throws an Error where an argument names nothing. */
export async function model(paths: readonly string[], options: FileOptions = {}): Promise<ModelOutput> {
  const { evaluator, root } = await read(paths, options);
  return modelOutput(evaluator.service.workspace, {
    root,
    pathOf: (path) => evaluator.origin?.outside(path) ?? path,
  });
}

async function read(paths: readonly string[], options: FileOptions): Promise<{ evaluator: Evaluator; root: string }> {
  const found = await discover(paths, options.cwd ?? process.cwd());
  if (found.missing.length > 0) throw new Error(`Nothing is found at ${found.missing.join(", ")}.`);
  const evaluator = new Evaluator(serviceOptions(options));
  await evaluator.update(await readSources(found), textReader(found.root));
  return { evaluator, root: found.root };
}

function planningDocuments(service: LockstepService): number {
  return [...service.workspace.documents.values()].filter(({ head }) => head.planning).length;
}
