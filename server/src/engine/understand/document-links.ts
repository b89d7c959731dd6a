import type { Facts } from "../model/facts.js";
import type { DocumentHead } from "../model/section.js";

/** Joins what only the whole document tells: named concerns opened here and resolved there, a record's status and its choice. */
export function linkFacts(facts: Facts, _head: DocumentHead): Facts {
  return facts;
}
