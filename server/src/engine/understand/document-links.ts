import type { Decision, Disagreement, Facts } from "../model/facts.js";
import { headlineKind } from "./prose/decision-sections.js";
import type { Review } from "./prose/reviews.js";

/** Joins what only the whole document tells: concerns opened here and resolved there, a record's choice and its review date. */
export function linkFacts(facts: Facts, reviews: readonly Review[]): Facts {
  return withReview(withClosedConcerns(withoutHeadline(facts)), reviews);
}

/** A record's summary repeats the decision that the record states under its own heading. */
function withoutHeadline(facts: Facts): Facts {
  const isHeadline = (decision: Decision): boolean => decision.evidence[0]?.kind === headlineKind;
  if (!facts.decisions.some(isHeadline) || !facts.decisions.some((each) => each.record && !isHeadline(each)))
    return facts;
  return { ...facts, decisions: facts.decisions.filter((decision) => !isHeadline(decision)) };
}

/** The one choice of a record that names no review date itself takes the first that the record names elsewhere. */
function withReview(facts: Facts, reviews: readonly Review[]): Facts {
  const [review] = reviews;
  const records = facts.decisions.filter((decision) => decision.record);
  if (review === undefined || records.length !== 1 || facts.decisions.some((decision) => decision.reviewBy))
    return facts;
  return {
    ...facts,
    decisions: facts.decisions.map((decision) => (decision.record ? reviewed(decision, review) : decision)),
  };
}

function withClosedConcerns(facts: Facts): Facts {
  const closings = facts.disagreements.filter((each) => closedName(each) !== undefined);
  if (closings.length === 0) return facts;
  const closed = new Map(closings.map((each) => [closedName(each), each] as const));
  return {
    ...facts,
    disagreements: facts.disagreements
      .filter((each) => closedName(each) === undefined)
      .map((each) => {
        const closing = each.status === "open" ? closed.get(concernName(each.topic)) : undefined;
        return closing ? resolved(each, closing) : each;
      }),
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

/** Facts joined with what stands elsewhere: the same object again for the same fact, so that nothing seems to have changed. */
const reviewedDecisions = new WeakMap<Decision, Decision>();
const resolvedDisagreements = new WeakMap<Disagreement, Disagreement>();

function reviewed(decision: Decision, review: Review): Decision {
  const known = reviewedDecisions.get(decision);
  if (known?.reviewBy === review) return known;
  const joined = { ...decision, reviewBy: review };
  reviewedDecisions.set(decision, joined);
  return joined;
}

function resolved(disagreement: Disagreement, closing: Disagreement): Disagreement {
  const known = resolvedDisagreements.get(disagreement);
  if (known && known.outcome?.place === closing.focus) return known;
  const outcome = disagreement.outcome ?? { text: closing.topic, place: closing.focus };
  const joined = { ...disagreement, status: "resolved" as const, outcome };
  resolvedDisagreements.set(disagreement, joined);
  return joined;
}
