import type { DecisionStatus } from "../../model/facts.js";

/** "We originally decided to …": the choice that a later one takes the place of. */
export const wasFirst = /\bwe (?:had )?(?:originally|initially) $/;

/** A choice not to is a rejection; so is a proposal that fails. */
export function directionOf(lower: string, at: number, match: string): DecisionStatus {
  const from = lower.slice(at, at + match.length + 24);
  if (/\b(?:superseded|deprecated)\b/.test(match)) return "superseded";
  if (/\bbe it\b|\bthat the\b/.test(match) && /\b(?:declines?|rejects?)\b/.test(lower.slice(at))) return "rejected";
  if (
    /(?:^|[^a-z])(?:don't|do not|skip|let's not|disallow|forbid|abandon|won't fix|wontfix|no longer)$/.test(
      match.replace(/ \w+$/, (word) => (word === " not" ? word : "")).trim(),
    ) ||
    /\b(?:skip|let's not|don't|do not|won't fix|wontfix|disallow|forbid|abandon)\W*$/.test(match)
  )
    return "rejected";
  if (
    /\b(?:defer(?:red)?|postponed?|delay(?:ed)?|put off|tabled?|hold)\s(?:\w+\s){0,3}?(?:discussions?|decisions?|votes?|voting|approval|review)\b/.test(
      from,
    ) ||
    /\bto (?:revisit|come back to|return to|take up again|reconsider|discuss|leave (?:it|this|that) (?:for|to))\b/.test(
      from,
    )
  )
    return "open";
  if (
    /^(?:initially|originally|previously),? (?:\w+ ){1,3}$/.test(lower.slice(0, at).trimStart()) ||
    wasFirst.test(lower.slice(0, at))
  )
    return "superseded";
  if (/\blet(?:'s| us) not\b|\b(?:leave|leaving|keep|keeping) (?:it|this|that|them) (?:off|out)\b/.test(from))
    return "rejected";
  if (/\b(?:reject|declin(?:ed?|es)\b|turned down|voted down|withdrawn|vetoed|fails|failed)/.test(match))
    return "rejected";
  if (
    /^(?:\w+\s)?(?:decided|agreed|voted|opted|chose|resolved)\s(?:\w+\s)?(?:not to|to not|against|that we (?:will not|won't|should not|shouldn't))\b/.test(
      from,
    )
  )
    return "rejected";
  return "decided";
}
