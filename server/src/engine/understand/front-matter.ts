import type { MarkdownDocument } from "../markdown/document.js";
import type { DocumentHead } from "../model/section.js";
import type { ReadingContext } from "./context.js";
import type { SectionFacts } from "./reader.js";

/** What front matter states by itself (a decision, a roster). */
export function readFrontMatterFacts(
  _document: MarkdownDocument,
  _head: DocumentHead,
  _context: ReadingContext,
): SectionFacts {
  return { decisions: [], disagreements: [], questions: [], items: [], roster: [], oneOnOnes: [], wordings: [] };
}
