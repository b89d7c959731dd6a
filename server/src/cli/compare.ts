import { diffArrays } from "diff";
import { contentHash } from "../engine/baseline/content.js";
import type { EvaluatedFinding, Evaluation, RankedItem } from "../node/evaluation.js";
import type { SourceText } from "../node/sources.js";

/** What a change did to a repository, as far as Lockstep sees it. */
export interface Comparison {
  /** Which change, as the subject of a sentence: "the change since main". */
  readonly description: string;
  /** Findings of the present that the past did not have, and those on lines that the change touched. */
  readonly caused: readonly EvaluatedFinding[];
  /** Findings of the past that are gone from documents that are still there. */
  readonly mended: readonly EvaluatedFinding[];
  readonly priorities: readonly PriorityChange[];
}

export interface PriorityChange {
  readonly path: string;
  readonly title: string;
  /** Undefined for an item that is new, or gone. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** One state of a repository. */
export interface State {
  readonly evaluation: Evaluation;
  readonly documents: readonly SourceText[];
}

/** Compares two states. `renames` leads from old paths to new ones; paths are relative to one root. */
export function compareStates(
  past: State,
  present: State,
  renames: ReadonlyMap<string, string>,
  description: string,
): Comparison {
  const renamed = (path: string): string => renames.get(path) ?? path;
  const renamedIn = (message: string): string => {
    let text = message;
    for (const [from, to] of renames) text = text.replaceAll(from, to);
    return text;
  };
  const before = new Map<string, EvaluatedFinding[]>();
  for (const finding of past.evaluation.findings) {
    const key = keyOf({ ...finding, path: renamed(finding.path), message: renamedIn(finding.message) });
    before.set(key, [...(before.get(key) ?? []), finding]);
  }
  const touched = touchedLines(past.documents, present.documents, renamed);
  const caused = present.evaluation.findings.filter((finding) => {
    const known = before.get(keyOf(finding))?.shift() !== undefined;
    return !known || touches(finding, touched.get(finding.path));
  });
  const there = new Set([
    ...present.documents.map(({ path }) => path),
    ...present.evaluation.findings.map(({ path }) => path),
  ]);
  const mended = [...before.values()].flat().filter(({ path }) => there.has(renamed(path)));
  return {
    description,
    caused,
    mended: inOrder(mended),
    priorities: priorityChanges(past.evaluation.ranked, present.evaluation.ranked, renamed),
  };
}

/** The words of a finding: whatever moved, it is the same one. */
function keyOf({ path, rule, source, message }: EvaluatedFinding): string {
  return `${path}\0${rule}\0${contentHash({ text: source, message })}`;
}

type Lines = "all" | ReadonlySet<number>;

function touches({ range }: EvaluatedFinding, lines: Lines | undefined): boolean {
  if (lines === undefined) return false;
  if (lines === "all") return true;
  for (let line = range.start.line; line <= range.end.line; line += 1) if (lines.has(line)) return true;
  return false;
}

/** By document, the lines of the present that the past did not have; "all" of a new document. */
function touchedLines(
  past: readonly SourceText[],
  present: readonly SourceText[],
  renamed: (path: string) => string,
): ReadonlyMap<string, Lines> {
  const texts = new Map(past.map(({ path, text }) => [renamed(path), text]));
  const touched = new Map<string, Lines>();
  for (const { path, text } of present) {
    const before = texts.get(path);
    if (before === undefined) touched.set(path, "all");
    else if (before !== text) touched.set(path, changedLines(linesOf(before), linesOf(text)));
  }
  return touched;
}

/** A comparison that would take longer counts everything between the equal beginnings and ends as changed. */
const longestComparison = 2000;

function changedLines(before: readonly string[], after: readonly string[]): ReadonlySet<number> {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1;
  const parts = diffArrays(before.slice(start, before.length - end), after.slice(start, after.length - end), {
    timeout: longestComparison,
  });
  const lines = new Set<number>();
  if (!parts) {
    for (let line = start; line < after.length - end; line += 1) lines.add(line);
    return lines;
  }
  let line = start;
  for (const { added, removed, value } of parts) {
    if (removed) continue;
    if (added) for (let index = 0; index < value.length; index += 1) lines.add(line + index);
    line += value.length;
  }
  return lines;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

function priorityChanges(
  past: readonly RankedItem[],
  present: readonly RankedItem[],
  renamed: (path: string) => string,
): PriorityChange[] {
  const name = (item: RankedItem, path: string): string => `${path}\0${item.id ?? item.title.toLowerCase()}`;
  const before = new Map(past.map((item) => [name(item, renamed(item.path)), item]));
  const after = new Map(present.map((item) => [name(item, item.path), item]));
  const changes: PriorityChange[] = [];
  for (const [key, { path, title, priority }] of after) {
    const old = before.get(key)?.priority;
    if (old !== priority) changes.push({ path, title, before: old, after: priority });
  }
  for (const [key, { path, title, priority }] of before)
    if (!after.has(key)) changes.push({ path: renamed(path), title, before: priority, after: undefined });
  return changes.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function inOrder(findings: readonly EvaluatedFinding[]): EvaluatedFinding[] {
  return [...findings].sort((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : a.range.start.line - b.range.start.line,
  );
}
