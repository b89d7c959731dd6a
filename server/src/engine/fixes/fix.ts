import type { PlanDocument } from "../index/document.js";
import type { Place } from "../markdown/slot.js";
import type { Phrase } from "../text/phrase.js";

export interface FixEdit {
  readonly document: PlanDocument;
  /** What is replaced; empty to insert. */
  readonly place: Place;
  readonly newText: string;
}

/** An edit that a person can choose. */
export interface Fix {
  readonly title: Phrase;
  readonly edits: readonly FixEdit[];
  /** Mends without choosing for people, so that "fix all" may do it unasked. */
  readonly safe: boolean;
  /** `newText` of the edits is a snippet (`${1:words}`, `$0`): it needs a person's words before it is done. */
  readonly snippet: boolean;
  /** The one most people want. */
  readonly preferred?: boolean;
  /** Offered whether or not something is wrong; then it is a refactoring. */
  readonly refactoring?: boolean;
}

/** Escapes text for use inside a snippet. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
