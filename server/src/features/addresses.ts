import type { Phrase } from "../engine/text/phrase.js";

/** How the client names things, and the language it is spoken to in. Paths are the service's, URIs the client's. */
export interface Addresses {
  uriOf(path: string): string;
  /** Version of an open document; null for one that is not open. */
  versionOf(path: string): number | null;
  /** Address of a rule's page; undefined where no pages are at hand. */
  rulePageOf(rule: string): string | undefined;
  /** Words for people, in the client's language. */
  say(words: Phrase): string;
}
