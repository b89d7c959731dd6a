import type { PlanDocument } from "../index/document.js";
import type { WorkspaceView } from "../index/view.js";
import type { Decision } from "../model/facts.js";
import { phrase } from "../text/phrase.js";
import { domainTitle, listOf } from "../text/words.js";
import type { Fix } from "./fix.js";
import { writeOwners } from "./owners.js";

/**
 * *Mark as joint decision*: the domains that the passage names, or else Product and Engineering, become its owners. Nobody's backing is
 * claimed. Offered on every decision that two domains do not own already.
 */
export function* markAsJoint(decision: Decision, document: PlanDocument, workspace: WorkspaceView): Iterable<Fix> {
  const owned = workspace.ownershipOf(decision, document);
  if (decision.joint || owned.domains.length > 1) return;
  const { domains: known, domainByWord } = workspace.vocabularyOf(document);
  const named = owned.ownedBy === "passage" ? [...owned.domains] : [];
  for (const word of decision.affects) {
    const domain = domainByWord.get(word.text.toLowerCase());
    if (domain && !named.includes(domain)) named.push(domain);
  }
  const domains = named.length > 1 ? named : [...named, ...defaults(known).filter((domain) => !named.includes(domain))];
  if (domains.length < 2) return;
  const inWords = jointPhrase(decision, document, domains);
  const missing = domains.filter((domain) => !owned.domains.includes(domain) || owned.ownedBy !== "passage");
  const names = { all: domains.map(domainTitle), added: missing.map(domainTitle) };
  yield {
    title: phrase`Mark as joint decision`,
    edits: [inWords ?? writeOwners(decision, document, names)],
    safe: false,
    snippet: false,
    preferred: true,
    refactoring: true,
  };
}

/** Product and Engineering, or the first two domains of a configuration that knows them by other names. */
function defaults(known: readonly string[]): readonly string[] {
  return known.includes("product") && known.includes("engineering") ? ["product", "engineering"] : known.slice(0, 2);
}

const before = /\b(an?)[ \t]+$/i;
const after = /^[ \t]+decision\b/i;

/** "an engineering decision" → "a joint decision of Engineering and Product", where the passage says it so. */
function jointPhrase(
  decision: Decision,
  document: PlanDocument,
  domains: readonly string[],
): Fix["edits"][number] | undefined {
  for (const word of decision.domainWords) {
    const { slot, start, end } = word.place;
    const lead = before.exec(slot.text.slice(Math.max(0, start - 8), start));
    const tail = after.exec(slot.text.slice(end, end + 16));
    if (!lead || !tail) continue;
    const article = lead[1]?.startsWith("A") ? "A" : "a";
    return {
      document,
      place: { slot, start: start - lead[0].length, end: end + tail[0].length },
      newText: `${article} joint decision of ${listOf(domains.map(domainTitle))}`,
    };
  }
  return undefined;
}
