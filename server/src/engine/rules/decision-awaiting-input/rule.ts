import { recordInput } from "../../fixes/inputs.js";
import { isWithin } from "../../markdown/place.js";
import type { Place } from "../../markdown/slot.js";
import type { Decision, Input } from "../../model/facts.js";
import { domainTitle, listOf, quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { awaitedInputs, decisionOpenness, decisionsForFindings } from "../shared/decisions.js";
import { stalledAfter } from "../shared/limits.js";

interface Data {
  readonly decision: Decision;
  readonly awaited: readonly Input[];
  readonly domains: readonly string[];
}

export const rule = defineRule<Data>({
  id: "decision-awaiting-input",
  family: "decisions",
  severity: "warning",
  summary: "A decision that asks for a person's or a domain's input and records none received",

  *detect({ document, workspace }) {
    const limit = stalledAfter("decision-stalled", document);
    for (const decision of decisionsForFindings(document)) {
      if (decisionOpenness(decision, document, workspace, limit)?.kind !== "awaiting-input") continue;
      const awaited = awaitedInputs(decision, workspace);
      yield {
        place: placeOf(decision, awaited),
        data: { decision, awaited, domains: workspace.ownershipOf(decision, document).domains },
      };
    }
  },

  word({ decision, awaited, domains }) {
    const owner = domains.length > 0 ? ` of ${listOf(domains.map(domainTitle))}` : "";
    const from = listOf([...new Set(awaited.map((input) => input.from))]);
    return `The decision${owner} ${quoted(decision.text)} waits for the input of ${from}, and none is recorded. Until it is, the work behind it stands still or goes ahead unheard. Record the input with its date, or decide without it and say so.`;
  },

  *mend({ data }, { document, workspace }) {
    yield* recordInput(data.decision, data.awaited, document, workspace);
  },
});

/** A record is longer than a passage: where it asks in another place than it states its choice, that is the place. */
function placeOf({ record, place, focus }: Decision, [first]: readonly Input[]): Place {
  return record && first !== undefined && !isWithin(first.place, place) ? first.place : focus;
}
