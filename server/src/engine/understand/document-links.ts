import type { Disagreement, Facts } from "../model/facts.js";
import type { DocumentHead } from "../model/section.js";

/** Joins what only the whole document tells: named concerns opened here and resolved there. */
export function linkFacts(facts: Facts, _head: DocumentHead): Facts {
  const closings = facts.disagreements.filter((each) => closedName(each) !== undefined);
  if (closings.length === 0) return facts;
  const closed = new Set(closings.map(closedName));
  return {
    ...facts,
    disagreements: facts.disagreements
      .filter((each) => closedName(each) === undefined)
      .map((each) =>
        each.status === "open" && closed.has(concernName(each.topic)) ? { ...each, status: "resolved" as const } : each,
      ),
  };
}

/** The name under which a concern was raised: the words before the first mark ("battery-life, raised by …"). */
export function concernName(topic: string): string {
  return (/^[^,.;:()—–]+/.exec(topic)?.[0] ?? topic)
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
}

/** The name that a closing line ("resolved battery-life") closes; undefined for disagreements themselves. */
function closedName(disagreement: Disagreement): string | undefined {
  return disagreement.evidence[0]?.kind === "concern-closed" ? concernName(disagreement.topic) : undefined;
}
