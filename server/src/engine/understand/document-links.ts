import type { Slot } from "../markdown/slot.js";
import type { Decision, Disagreement, Facts, PlanItem } from "../model/facts.js";
import type { DocumentHead } from "../model/section.js";
import { refusedKind } from "./prose/decision-labels.js";
import { headlineKind } from "./prose/headlines.js";
import type { Review } from "./prose/reviews.js";

/** Joins what only the whole document tells: concerns opened here and resolved there, a record's choice and its review date. */
export function linkFacts(facts: Facts, reviews: readonly Review[], head: DocumentHead): Facts {
  const linked = withClosedConcerns(withObjectives(withLabelledRecord(withoutHeadline(facts), head)));
  return withReview(withReviewNotes(linked, reviews), reviews);
}

/** A record whose choice stands behind a label ("**Decision:** …") instead of below a heading: the one labelled decision of a document with a status. */
function withLabelledRecord(facts: Facts, { kind, status }: DocumentHead): Facts {
  const [decision] = facts.decisions;
  if (kind !== "decision" || status?.decision === undefined || facts.decisions.length !== 1) return facts;
  if (!decision || decision.record || decision.form !== "label") return facts;
  let record = labelledRecords.get(decision);
  const stands = decision.status === "decided" ? status.decision : decision.status;
  if (record?.status !== stands) {
    record = { ...decision, record: true, status: stands };
    labelledRecords.set(decision, record);
  }
  return { ...facts, decisions: [record] };
}

/** A record's summary repeats the decision that the record states under its own heading. */
function withoutHeadline(told: Facts): Facts {
  const facts = withoutRefusal(told);
  const isHeadline = (decision: Decision): boolean => decision.evidence[0]?.kind === headlineKind;
  if (!facts.decisions.some(isHeadline) || !facts.decisions.some((each) => each.record && !isHeadline(each)))
    return facts;
  return { ...facts, decisions: facts.decisions.filter((decision) => !isHeadline(decision)) };
}

/** The header of a refused proposal repeats what is said of its proposal below. */
function withoutRefusal(facts: Facts): Facts {
  const isRefusal = (decision: Decision): boolean => decision.evidence[0]?.kind === refusedKind;
  if (
    !facts.decisions.some(isRefusal) ||
    !facts.decisions.some((each) => each.status === "rejected" && !isRefusal(each))
  )
    return facts;
  return { ...facts, decisions: facts.decisions.filter((decision) => !isRefusal(decision)) };
}

/** Key results under a heading of their own belong to the objective that is the heading above, or that the heading numbers. */
function withObjectives(facts: Facts): Facts {
  const loose = facts.items.filter(isLooseResult);
  if (loose.length === 0) return facts;
  const found = facts.items.filter(
    (item) => item.kind === "objective" && item.parent === undefined && !isLooseResult(item),
  );
  const byHeading = new Map(found.map((item) => [item.place.slot, item] as const));
  const parents = new Map(
    loose.flatMap((item) => {
      const parent = objectiveAbove(item, byHeading) ?? objectiveNumbered(item, found);
      return parent ? [[item, parent] as const] : [];
    }),
  );
  if (parents.size === 0) return facts;
  return {
    ...facts,
    items: facts.items.map((item) => {
      const parent = parents.get(item);
      return parent ? resultOf(item, parent) : item;
    }),
  };
}

function isLooseResult({ kind, parent, section }: PlanItem): boolean {
  return kind === "objective" && parent === undefined && section.path.at(-1)?.role === "key-results";
}

function objectiveAbove({ section }: PlanItem, byHeading: ReadonlyMap<Slot, PlanItem>): PlanItem | undefined {
  for (let index = section.path.length - 2; index >= 0; index -= 1) {
    const heading = section.path[index];
    const objective = heading && byHeading.get(heading.place.slot);
    if (objective) return objective;
  }
  return undefined;
}

const numberedObjective = /\b(?:objective|goal|o) ?#?(\d{1,2})\b/i;

function objectiveNumbered({ section }: PlanItem, found: readonly PlanItem[]): PlanItem | undefined {
  const number = numberedObjective.exec(section.path.at(-1)?.text ?? "")?.[1];
  return number === undefined ? undefined : found[Number(number) - 1];
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

/** "D-7: revisit on 1 June", "D-7 (bags) – next review in May": nothing but when another entry is to be looked at again. */
const reviewNote =
  /^\W{0,4}[A-Z]{1,6}-?\d{1,5}\b(?:\s?\([^()]{2,60}\))?\W{0,4}(?:to be |is |will be |due (?:to be |for )?|needs? (?:to be )?|(?:next|a|another) )?(?:revisit(?:ed)?|review(?:ed)?|look(?:ed)? at (?:it )?again|look again|expir(?:es|y)|reconsider(?:ed)?|re-?assess(?:ed)?|re-?evaluat(?:ed?|ion)|check(?:ed)? again|valid|next look)\W{0,3}(?:(?:by|on|in|at|until|before|after|not later than|no later than|due) )?(?:the )?/iu;

function isReviewNote({ text, reviewBy, owners }: Decision): boolean {
  const note = reviewBy && owners.length === 0 ? reviewNote.exec(text) : null;
  if (!note || !reviewBy) return false;
  return text.slice(note[0].length).replace(reviewBy.date.text, "").replace(/\W/g, "").length <= 2;
}

/** The entry that a note dates takes over its date; a note is no decision of its own. */
function withReviewNotes(facts: Facts, told: readonly Review[]): Facts {
  const notes = facts.decisions.filter(isReviewNote);
  // A decision that names a date itself is dated by it, whatever else it names.
  const own = (review: Review): boolean =>
    facts.decisions.some(
      ({ reviewBy }) => reviewBy?.place.slot === review.place.slot && reviewBy.place.start === review.place.start,
    );
  const named = told.filter((review) => review.of !== undefined && !own(review));
  if (notes.length === 0 && named.length === 0) return facts;
  const reviews = new Map<string, Review>();
  for (const { id, reviewBy } of notes) if (id && reviewBy) reviews.set(id, reviewBy);
  for (const review of named) if (review.of !== undefined && !reviews.has(review.of)) reviews.set(review.of, review);
  return {
    ...facts,
    decisions: facts.decisions
      .filter((decision) => !notes.includes(decision))
      .map((decision) => {
        const review = decision.id === undefined ? undefined : reviews.get(decision.id);
        const free = !decision.reviewBy && !decision.record;
        return review && free ? reviewed(decision, review) : decision;
      }),
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
const labelledRecords = new WeakMap<Decision, Decision>();
const reviewedDecisions = new WeakMap<Decision, Decision>();
const objectiveResults = new WeakMap<PlanItem, PlanItem>();
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

function resultOf(item: PlanItem, parent: PlanItem): PlanItem {
  const known = objectiveResults.get(item);
  if (known?.parent === parent) return known;
  const joined = { ...item, parent };
  objectiveResults.set(item, joined);
  return joined;
}
