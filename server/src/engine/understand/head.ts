import type { MarkdownDocument } from "../markdown/document.js";
import type { Slot } from "../markdown/slot.js";
import type { DocumentHead } from "../model/section.js";
import type { ReadingContext, ReadUnit } from "./context.js";

/**
 * What the document says of itself. `previous` is the head of the last reading: it is returned where nothing in it changed, so that
 * the sections' facts stay good.
 */
export function readHead(
  document: MarkdownDocument,
  context: ReadingContext,
  previous: DocumentHead | undefined,
  _unitsOf: (slot: Slot) => readonly ReadUnit[],
): DocumentHead {
  const slot = document.slots[0];
  if (previous) return previous;
  return {
    kind: context.configured.kind ?? "other",
    because: "default",
    planning: context.configured.planning ?? false,
    title: undefined,
    domainWords: [],
    owners: [],
    body: undefined,
    date: undefined,
    status: undefined,
    id: undefined,
    period: undefined,
    place: { slot: slot as Slot, start: 0, end: 0 },
  };
}
