import type { DecisionStatus } from "../../model/facts.js";

const classes: readonly [DecisionStatus, RegExp][] = [
  [
    "superseded",
    /\b(?:supersee?ded|superceded|replaced by|obsoleted|deprecated|obsolete|retired|reverted|amended by)\b|remplac/i,
  ],
  [
    "rejected",
    /\b(?:rejected|declined|withdrawn|abandoned|dropped|closed without|not (?:accepted|recommended|chosen|selected|adopted)|denied|cancell?ed|turned down|won['’]?t do|refused|retracted|expired)\b|❌|🚫|\brejet/i,
  ],
  [
    "open",
    /\b(?:proposed|proposal|draft|open|pending|under review|in review|review|provisional|in discussion|discussion|under discussion|deferred|on hold|returned for revision|rfc|wip|work in progress|exploring|to be decided|undecided|stalled|postponed|not (?:yet )?(?:decided|approved|accepted|ratified)|awaiting|waiting|requested|first discussion|stage [0-2])\b|🤔|⌛|⏳|🚧|\bpropos[ée]/i,
  ],
  [
    "decided",
    /\b(?:accepted|approved|adopted|implemented|implementable|decided|agreed|final|active|ratified|done|merged|resolved|released|recommended|ready for release|complete|completed|stable|in effect|enacted|in force|passed|closed|shipped|signed off|in progress|implementing|stage [34]|standards? track)\b|✅|✔|👍|\baccept[ée]/i,
  ],
];

/** What a record's status says of its decision: "Accepted", "superseded by ADR-7", "✅ Implemented"; undefined for other words. */
export function decisionStatusOf(status: string): DecisionStatus | undefined {
  const text = status.slice(0, 120);
  let first: { status: DecisionStatus; index: number } | undefined;
  for (const [name, pattern] of classes) {
    const match = pattern.exec(text);
    if (match && (!first || match.index < first.index || name === "superseded")) {
      if (first?.status === "superseded") continue;
      first = { status: name, index: match.index };
    }
  }
  return first?.status;
}
