import type { FindingOutput } from "../engine/service/check-output.js";

/** A finding with the source of its place, which tells it apart from others when lines have moved. Paths are relative to the root. */
export interface EvaluatedFinding extends FindingOutput {
  readonly source: string;
}

export interface SilencedFinding {
  readonly finding: EvaluatedFinding;
  /** A comment in the document, or the baseline. */
  readonly by: "comment" | "baseline";
  readonly reason: string | null;
}

/** An entry of a baseline of which `count` findings are gone. */
export interface StaleBaselineEntry {
  readonly path: string;
  readonly rule: string;
  readonly count: number;
}

/** What an item says of its own importance; the difference of two revisions is made of these. */
export interface RankedItem {
  readonly path: string;
  readonly title: string;
  readonly id: string | null;
  readonly priority: string;
}

/** Everything that a check of given texts finds, as plain data: it can be kept, sent to another thread and compared. */
export interface Evaluation {
  /** How many planning documents were checked. */
  readonly documents: number;
  /** By path, each file's in the order of its text. */
  readonly findings: readonly EvaluatedFinding[];
  readonly silenced: readonly SilencedFinding[];
  readonly stale: readonly StaleBaselineEntry[];
  readonly ranked: readonly RankedItem[];
  /** What of documents was not checked, and why. */
  readonly notes: readonly { readonly path: string; readonly note: string }[];
  /** What is wrong with baseline files, in words, and the paths of those that were asked for, relative to the root. */
  readonly baselineProblems: readonly { readonly path: string; readonly problem: string }[];
  readonly baselines: readonly string[];
}
