import { correctName } from "../../fixes/names.js";
import type { Mention } from "../../model/facts.js";
import { ownerRoles } from "../../model/owner-roles.js";
import { quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { decisionsForFindings } from "../shared/decisions.js";
import { disagreementsForFindings } from "../shared/disagreements.js";

interface Data {
  readonly mention: Mention;
  readonly of: string;
}

export const rule = defineRule<Data>({
  id: "decision-unknown-owner",
  family: "decisions",
  severity: "information",
  summary: "An owner who is on no roster, where there is a roster",

  *detect({ document, workspace }) {
    if (!workspace.roster.exists) return;
    const seen = new Set<string>();
    const decisions = decisionsForFindings(document).filter(
      (decision) => decision.status === "open" || decision.status === "decided",
    );
    const owned = [
      ...decisions.flatMap((decision) =>
        decision.owners.map((mention) => ({ mention, of: `the decision ${quoted(decision.text)}` })),
      ),
      ...disagreementsForFindings(document).flatMap((one) =>
        one.owner ? [{ mention: one.owner, of: `the disagreement about ${quoted(one.topic)}` }] : [],
      ),
      ...(decisions.some((decision) => decision.record)
        ? document.head.owners.map((mention) => ({ mention, of: "this record" }))
        : []),
    ];
    for (const { mention, of } of owned) {
      if (mention.unsure || mention.role === "prose" || !ownerRoles.has(mention.role) || !/\p{L}/u.test(mention.text))
        continue;
      if (workspace.roster.resolveAll(mention.text).every((one) => one.known)) continue;
      const key = `${mention.place.slot.offset}:${mention.place.start}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield { place: mention.place, data: { mention, of } };
    }
  },

  word({ mention, of }) {
    return `${mention.text} owns ${of} and is on no roster. Nobody can tell whose word this is, or whom to ask when they have left. Correct the name, or add them to the charter’s roles or to the configuration.`;
  },

  *mend({ data }, { document, workspace }) {
    yield* correctName(data.mention, document, workspace);
  },
});
