import type { MarkdownDocument } from "../markdown/document.js";
import type { Slot } from "../markdown/slot.js";
import type { CharterFacts } from "../model/facts.js";
import type { DocumentHead } from "../model/section.js";
import type { ReadUnit } from "./context.js";
import type { SectionFacts } from "./reader.js";

/** What a charter agrees on; undefined for documents that are none. */
export function readCharter(
  _document: MarkdownDocument,
  _head: DocumentHead,
  _facts: SectionFacts,
  _unitsOf: (slot: Slot) => readonly ReadUnit[],
): CharterFacts | undefined {
  return undefined;
}
