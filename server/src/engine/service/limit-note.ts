import type { PlanDocument } from "../index/document.js";
import type { Limits, Refusal } from "../markdown/limits.js";
import type { Slot } from "../markdown/slot.js";
import { count } from "../text/words.js";

const reasons: Readonly<Record<keyof Limits, (limit: number) => string>> = {
  documentLength: (limit) => `it is longer than ${limit} characters`,
  blockLength: (limit) => `this block is longer than ${limit} characters`,
  depth: (limit) => `lists, quotes and footnotes stand more than ${limit} deep in one another`,
  lines: (limit) => `there are more than ${limit} lines without a blank one`,
  brackets: (limit) => `there are more than ${limit} square brackets`,
  emphasis: (limit) => `there are more than ${limit} runs of *, _ or ~`,
};

/** What is to be said at the top of a planning document that is beyond the engine's limits, or holds blocks that are; undefined for all others. */
export function limitNote(document: PlanDocument): string | undefined {
  if (!document.mayBeRefused) return undefined;
  const { head, markdown } = document;
  if (markdown.refusal) return `This document is not checked: ${because(markdown.refusal)}.`;
  if (!head.planning) return undefined;
  const refused: Slot[] = [];
  for (const slot of markdown.slots) if (slot.refusal) refused.push(slot);
  const [first, ...others] = refused;
  if (!first?.refusal) return undefined;
  const more = others.length > 0 ? ` Nor are ${count(others.length, "other block")}.` : "";
  return `What begins at line ${first.line + 1} is not checked: ${because(first.refusal)}.${more}`;
}

function because({ reason, limit }: Refusal): string {
  return reasons[reason](limit);
}
