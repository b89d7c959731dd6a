import type { Slot } from "../markdown/slot.js";
import { commentsOf, type NamedPlace, type SuppressionComment } from "./comments.js";

/** One comment with one of its rules, or with all rules where it names none. */
export interface Claim {
  readonly comment: SuppressionComment;
  /** The slot's index in the document. */
  readonly slotIndex: number;
  readonly rule: NamedPlace | undefined;
}

/** The claims of a document in the order of its text. */
export function claimsOf(slots: readonly Slot[]): readonly Claim[] {
  const claims: Claim[] = [];
  slots.forEach((slot, slotIndex) => {
    for (const comment of commentsOf(slot)) {
      if (comment.rules.length === 0) claims.push({ comment, slotIndex, rule: undefined });
      for (const rule of comment.rules) claims.push({ comment, slotIndex, rule });
    }
  });
  return claims;
}
