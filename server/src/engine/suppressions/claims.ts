import type { MarkdownDocument } from "../markdown/document.js";
import type { NamedPlace, SuppressionComment } from "./comments.js";

/** One comment with one of its rules, or with all rules where it names none. */
export interface Claim {
  readonly comment: SuppressionComment;
  /** The slot's index in the document. */
  readonly slotIndex: number;
  readonly rule: NamedPlace | undefined;
}

/** What the comments of a document claim, in the order of its text. */
export function claimsOf(document: MarkdownDocument, comments: readonly SuppressionComment[]): readonly Claim[] {
  return comments.flatMap((comment): Claim[] => {
    const slotIndex = document.slotAt(comment.place.slot.offset);
    if (comment.rules.length === 0) return [{ comment, slotIndex, rule: undefined }];
    return comment.rules.map((rule) => ({ comment, slotIndex, rule }));
  });
}
