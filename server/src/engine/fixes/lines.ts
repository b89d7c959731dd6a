import type { PlanDocument } from "../index/document.js";

/** The line end that a document uses: that of its first line. */
export function lineEndIn(document: PlanDocument): string {
  for (const slot of document.markdown.slots) {
    const found = /\r\n|\n|\r/.exec(slot.text)?.[0];
    if (found !== undefined) return found;
  }
  return "\n";
}
