import type { PlanDocument } from "../index/document.js";
import type { Place } from "../markdown/slot.js";
import { phrase } from "../text/phrase.js";
import { domainTitle } from "../text/words.js";
import type { Fix } from "./fix.js";
import { addToValue } from "./write-field.js";

/** *Make Product accountable too*, *Make Product an owner too*: a domain behind those that a value names. */
export function* addDomain(
  place: Place,
  document: PlanDocument,
  domain: string,
  part: "accountable" | "an owner",
): Iterable<Fix> {
  const name = domainTitle(domain);
  const title = part === "accountable" ? phrase`Make ${name} accountable too` : phrase`Make ${name} an owner too`;
  yield { title, edits: [addToValue(place, document, name)], safe: false, snippet: false };
}
