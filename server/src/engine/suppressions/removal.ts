import type { Place, Slot } from "../markdown/slot.js";
import type { NamedPlace, SuppressionComment } from "./comments.js";
import { isBlank, lineAround } from "./lines.js";

/** An edit of the comment's own document; it lies in one slot. */
export interface SuppressionEdit {
  readonly place: Place;
  readonly newText: string;
}

/**
 * Takes a comment away: with its lines and the blank lines that are then too many where it stands alone, else with the space before
 * it. Blocks that the comment kept apart stay apart. Blank lines before the end of a document may be those of the block before.
 */
export function removalOf(
  slots: readonly Slot[],
  slotIndex: number,
  comment: SuppressionComment,
): readonly SuppressionEdit[] {
  const { slot, start, end } = comment.place;
  const first = lineAround(slot, start);
  const last = lineAround(slot, end);
  const { text } = slot;
  const lead = text.slice(first.start, start);
  if (!isBlank(lead) || text.slice(end, last.end).trim() !== "") return [inlineRemoval(comment)];
  const blankBefore = isBlankBefore(slots, slotIndex, first.start);
  const after = last.next < text.length ? lineAround(slot, last.next) : undefined;
  const blankAfter = after ? isBlank(text.slice(after.start, after.end)) : false;
  if (blankBefore && after && blankAfter) return [cut(slot, first.start, after.next)];
  if (!after && slotIndex === slots.length - 1) return endRemoval(slot, first.start, slots[slotIndex - 1]);
  if (blankBefore || blankAfter) return [cut(slot, first.start, last.next)];
  // An empty line would part a quotation in two.
  return [lead.trim() === "" ? cut(slot, first.start, last.end) : inlineRemoval(comment)];
}

/** Cuts the slot, the last one, from the start of a line on, with the blank lines before. */
function endRemoval(slot: Slot, from: number, before: Slot | undefined): readonly SuppressionEdit[] {
  const start = blankFrom(slot, from);
  const own = cut(slot, start, slot.text.length);
  if (start > 0 || before === undefined) return [own];
  const blank = blankFrom(before, before.text.length);
  return blank < before.text.length ? [cut(before, blank, before.text.length), own] : [own];
}

/** Where the blank lines that end at the start of a line begin. */
function blankFrom(slot: Slot, lineStart: number): number {
  let start = lineStart;
  while (start > 0) {
    const line = lineAround(slot, start - 1);
    if (!isBlank(slot.text.slice(line.start, line.end))) break;
    start = line.start;
  }
  return start;
}

/** Takes one rule out of a comment that names others; `removed` are all that are to go, so that the edits do not overlap. */
export function ruleRemoval(
  comment: SuppressionComment,
  rule: NamedPlace,
  removed: readonly NamedPlace[],
): SuppressionEdit {
  const { slot } = comment.place;
  const index = comment.rules.indexOf(rule);
  const next = comment.rules[index + 1];
  if (index === 0 && next && !removed.includes(next)) return cut(slot, rule.place.start, next.place.start);
  const before = comment.rules[index - 1] ?? comment.word;
  return cut(slot, before.place.end, rule.place.end);
}

function inlineRemoval(comment: SuppressionComment): SuppressionEdit {
  const { slot, start, end } = comment.place;
  const isSpace = (offset: number): boolean => slot.text[offset] === " " || slot.text[offset] === "\t";
  if (isSpace(start - 1)) return cut(slot, start - 1, end);
  return cut(slot, start, isSpace(end) ? end + 1 : end);
}

function isBlankBefore(slots: readonly Slot[], slotIndex: number, lineStart: number): boolean {
  const slot = slots[slotIndex];
  if (slot && lineStart > 0) return isBlank(lineTextBefore(slot, lineStart));
  const before = slots[slotIndex - 1];
  return before === undefined || isBlank(lineTextBefore(before, before.text.length));
}

/** The line that ends right before an offset at which a line begins. */
function lineTextBefore({ text }: Slot, lineStart: number): string {
  let end = lineStart - 1;
  if (text[end] === "\n" && text[end - 1] === "\r") end -= 1;
  const start = Math.max(text.lastIndexOf("\n", end - 1), text.lastIndexOf("\r", end - 1)) + 1;
  return text.slice(Math.min(start, end), Math.max(end, 0));
}

function cut(slot: Slot, start: number, end: number): SuppressionEdit {
  return { place: { slot, start, end }, newText: "" };
}
