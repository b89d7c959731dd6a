import type { PlanDocument } from "../index/document.js";
import type { Place } from "../markdown/slot.js";
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
  const title = `Make ${domainTitle(domain)} ${part} too`;
  yield { title, edits: [addToValue(place, document, domainTitle(domain))], safe: false, snippet: false };
}
