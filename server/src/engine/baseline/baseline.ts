import { type BaselineFinding, contentHash } from "./content.js";

/** Findings that are accepted for now: by path, by rule, the hash of the content and how often it is there. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>;

/** An entry of a baseline of which `count` findings are no longer there. */
export interface StaleEntry {
  readonly path: string;
  readonly rule: string;
  readonly hash: string;
  readonly count: number;
}

export interface BaselineResult<Finding> {
  /** What the baseline does not hold, in the given order. */
  readonly remaining: readonly Finding[];
  readonly accepted: readonly Finding[];
  readonly stale: readonly StaleEntry[];
}

export const EMPTY_BASELINE: Baseline = new Map();

/**
 * Parts findings into accepted ones and others. Where there are more of the same than were accepted, the first ones are accepted.
 * Entries of a document count as stale only where it `wasChecked`: of another nobody knows.
 */
export function applyBaseline<Finding>(
  findings: readonly Finding[],
  baseline: Baseline,
  contentOf: (finding: Finding) => BaselineFinding,
  wasChecked: (path: string) => boolean = () => true,
): BaselineResult<Finding> {
  if (baseline.size === 0) return { remaining: findings, accepted: [], stale: [] };
  const left = copyOf(baseline);
  const remaining: Finding[] = [];
  const accepted: Finding[] = [];
  for (const finding of findings) {
    const content = contentOf(finding);
    const hashes = left.get(content.path)?.get(content.rule);
    const hash = hashes && contentHash(content);
    const count = hash === undefined ? 0 : (hashes?.get(hash) ?? 0);
    if (hash === undefined || count === 0) {
      remaining.push(finding);
    } else {
      hashes?.set(hash, count - 1);
      accepted.push(finding);
    }
  }
  return { remaining, accepted, stale: staleEntries(left, wasChecked) };
}

/** A baseline that accepts all these findings, and what `previous` says of documents that were not checked. */
export function createBaseline(
  findings: readonly BaselineFinding[],
  previous: Baseline = EMPTY_BASELINE,
  wasChecked: (path: string) => boolean = () => true,
): Baseline {
  const kept = [...previous].filter(([path]) => !wasChecked(path));
  const baseline = copyOf(new Map(kept));
  for (const finding of findings) {
    const hashes = entry(entry(baseline, finding.path), finding.rule);
    const hash = contentHash(finding);
    hashes.set(hash, (hashes.get(hash) ?? 0) + 1);
  }
  return baseline;
}

type MutableBaseline = Map<string, Map<string, Map<string, number>>>;

function copyOf(baseline: Baseline): MutableBaseline {
  return new Map(
    [...baseline].map(([path, rules]) => [path, new Map([...rules].map(([rule, hashes]) => [rule, new Map(hashes)]))]),
  );
}

function entry<Inner>(map: Map<string, Map<string, Inner>>, key: string): Map<string, Inner> {
  const inner = map.get(key) ?? new Map<string, Inner>();
  map.set(key, inner);
  return inner;
}

function staleEntries(left: Baseline, wasChecked: (path: string) => boolean): StaleEntry[] {
  const stale: StaleEntry[] = [];
  for (const [path, rules] of left) {
    if (!wasChecked(path)) continue;
    for (const [rule, hashes] of rules) {
      for (const [hash, count] of hashes) if (count > 0) stale.push({ path, rule, hash, count });
    }
  }
  return stale;
}
