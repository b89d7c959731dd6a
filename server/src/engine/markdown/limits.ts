/**
 * What the engine takes on. Beyond a limit it says so, at the place, and goes on with the rest. The numbers lie far above
 * what people write (`docs/performance.md` has the figures), and low enough that a block costs about as much for each of
 * its characters as a common one.
 */
export interface Limits {
  /** Longest document that is split into blocks at all, in UTF-16 units. */
  readonly documentLength: number;
  /** Longest block that is parsed, since an edit inside parses all of it. */
  readonly blockLength: number;
  /** Most lists, quotes and footnotes inside one another. The parser's time for a line grows faster than their number. */
  readonly depth: number;
  /** Most lines of a paragraph, and of code, HTML and front matter. */
  readonly lines: number;
  /** Most square brackets in a paragraph; the parser looks for the partner of each among those before it. */
  readonly brackets: number;
  /** Most runs of `*`, `_` or `~` in a paragraph, likewise. They nest too, so that this bounds how deep a tree can be. */
  readonly emphasis: number;
}

export const DEFAULT_LIMITS: Limits = {
  documentLength: 4 * 1024 * 1024,
  blockLength: 128 * 1024,
  depth: 100,
  lines: 5000,
  brackets: 2000,
  emphasis: 2000,
};

/** Why a document or a block was not parsed: beyond the limit that `reason` names; `measured` is at least this much. */
export interface Refusal {
  readonly reason: keyof Limits;
  readonly measured: number;
  readonly limit: number;
}

export function refusalBeyond(reason: keyof Limits, measured: number, limits: Limits): Refusal | undefined {
  return measured > limits[reason] ? { reason, measured, limit: limits[reason] } : undefined;
}
