import type { Piece } from "./split.js";

/** What the engine takes on. Beyond a limit it says so, at the place, and goes on with the rest. */
export interface Limits {
  /** Longest document that is split into blocks at all, in UTF-16 units. */
  readonly documentLength: number;
}

export const DEFAULT_LIMITS: Limits = { documentLength: 4 * 1024 * 1024 };

/** Why a document or a block was not parsed: `measured` went beyond `limit`, in the unit of the limit of that name. */
export interface Refusal {
  readonly reason: "size";
  readonly measured: number;
  readonly limit: number;
}

/** Judges a block by a linear look at its text, before a parser sees it. */
export function judgeBlock(_text: string, _type: Piece["type"], _limits: Limits): Refusal | undefined {
  return undefined;
}
