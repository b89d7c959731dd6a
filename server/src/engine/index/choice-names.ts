import { titleKey } from "../matching/title-index.js";
import type { Decision } from "../model/facts.js";
import { splitSentences } from "../understand/prose/sentences.js";

/** What leads up to the alternatives, or to the one that was taken. */
const leadsUp =
  /^\W*(?:(?:whether|which|should)\s)?(?:(?:we|to)\s)?(?:(?:have|will|shall|are|should)\s)?(?:(?:decided|agreed|settled|chosen|chose|choose|going|go|goes|stay|picked|pick|took|take|use|buy|keep|get|employ|hire)\s)?(?:(?:on|with|for|to (?:use|take|buy|go with|stay with))\s)?(?:the\s)?/i;
const eitherOr = /^([^,;:?]{2,40}?),? or ([^,;:?]{2,40}?) (?:for|as|to|in|on) ([^,;:?()]{3,80})/i;
const either = /^([^,;?:]{3,80}): (?:either )?([^,;?:]{2,40}?),? or ([^,;:?.()]{2,40})/i;
const oneOf = /^([^,;:?]{2,40}?) (?:for|as|to|in|on) ([^,;:?.()]{3,80})/i;
const longestName = 3;

/**
 * Names by which a choice between two is the same as the one that was made: "Arden or Brook for the tickets" goes by both, "Arden for the tickets, for a
 * year" by one of them.
 */
export function choiceNames({ text, status }: Decision): readonly string[] {
  if (text.length > 300 || (status === "open" && !/\sor\s/i.test(text))) return [];
  const [first] = splitSentences(text);
  const words = text.slice(first?.start ?? 0, first?.end ?? text.length).replace(leadsUp, "");
  if (status === "open") {
    const [, one, other, matter] = eitherOr.exec(words) ?? [];
    const [, subject, left, right] = matter === undefined ? (either.exec(words) ?? []) : [];
    return [one, other, left, right].flatMap((name) => nameOf(name, matter ?? subject));
  }
  const [, name, matter] = status === "decided" ? (oneOf.exec(words) ?? []) : [];
  return nameOf(name, matter);
}

function nameOf(alternative: string | undefined, matter: string | undefined): readonly string[] {
  const name = titleKey(alternative ?? "");
  const about = titleKey(matter ?? "");
  return name === "" || about === "" || name.split(" ").length > longestName ? [] : [`choice ${name} of ${about}`];
}
