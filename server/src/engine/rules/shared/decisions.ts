import type { PlanDocument } from "../../index/document.js";
import { recordOf } from "../../index/record.js";
import type { WorkspaceView } from "../../index/view.js";
import { isWithin } from "../../markdown/place.js";
import type { DateValue } from "../../model/date.js";
import type { Decision, Disagreement, FactBase, Input } from "../../model/facts.js";
import type { Heading } from "../../model/section.js";
import { fieldOf } from "../../understand/context.js";
import { isMoment } from "../../understand/head/stated-date.js";
import { terseKinds } from "../../understand/prose/minutes-patterns.js";
import { recordEntryIn } from "../../understand/prose/record-entries.js";
import { firstOfEach } from "./first-of-each.js";
import { type Stalled, stalledOn } from "./limits.js";

/** Kept with the list of all decisions, which an edit that touches none leaves as it is. */
const forFindings = new WeakMap<
  readonly Decision[],
  { readonly disagreements: readonly Disagreement[]; readonly found: readonly Decision[] }
>();

/**
 * The decisions of a document that findings are about (SPEC §6): a record is one decision however many choices it states, the outcome of a
 * disagreement is not another, and what is stated twice counts at its first place.
 * Many rules ask; it is found once for the facts that an edit leaves.
 */
export function decisionsForFindings(document: PlanDocument): readonly Decision[] {
  const record = recordOf(document);
  if (record) return [record];
  const { decisions, disagreements } = document.facts;
  let known = forFindings.get(decisions);
  if (known?.disagreements !== disagreements) {
    known = { disagreements, found: findDecisions(decisions, disagreements) };
    forFindings.set(decisions, known);
  }
  return known.found;
}

function findDecisions(decisions: readonly Decision[], disagreements: readonly Disagreement[]): readonly Decision[] {
  const counted = decisions.filter(
    (decision) =>
      !decision.settles &&
      !isTerse(decision) &&
      !isUntold(decision) &&
      !isOfMinutes(decision) &&
      !disagreements.some((disagreement) => isOutcome(decision, disagreement)),
  );
  return firstOfEach(counted, ({ text }) => text);
}

/**
 * "The old set stays", "nobody objected to it": a choice told in few words, which says neither whose it is nor that a group made it. An
 * owner, a label or an input that it asks for makes it more than that.
 */
function isTerse(decision: Decision): boolean {
  return (
    terseKinds.has(decision.evidence[0]?.kind ?? "") &&
    decision.owners.length === 0 &&
    decision.fields.every((field) => field.name === "outcome") &&
    decision.inputs.length === 0
  );
}

/** "Lift was stuck. Resolved.", "Agreed what to say to the board": that something is over or agreed, and not what it is. */
const untold =
  /^\W*(?:(?:now |since |all )?(?:resolved|settled|closed|sorted|fixed|solved|done)|(?:agreed|settled|decided|worked out|talked through)(?: on)? (?:what|how|when|where|who|which|whether) (?:to|we|each|goes?|comes?|does|tells?|says?)\b[^:;–—]*)\W*$/i;

function isUntold({ text, form, owners, fields }: Decision): boolean {
  return form !== "label" && owners.length === 0 && fields.length === 0 && untold.test(text);
}

/** "Approved." below "Minutes of the last meeting": a matter of form. */
function isOfMinutes({ text, form, section }: Decision): boolean {
  const heading = section.path.at(-1)?.text ?? "";
  if (form !== "label" && ofLastMeeting.test(heading) && !/\bwe\b/i.test(text)) return true;
  return (
    text.length <= 40 &&
    /\b(?:minutes|agenda|previous notes)\b/i.test(heading) &&
    /^\W*(?:\p{L}+ly )?(?:approved|accepted|adopted|confirmed)\b/iu.test(text)
  );
}

/** A point of the agenda under which the minutes of an earlier meeting are gone through. */
const ofLastMeeting =
  /^\W*(?:\d+[.)]?\s*)?(?:(?:approval|review|adoption|reading) of )?(?:the )?(?:minutes|notes|record) (?:of|from) (?:the |our )?(?:last|previous|preceding|earlier)\b|^\W*(?:\d+[.)]?\s*)?(?:the )?(?:last|previous) (?:meeting['’]?s? )?(?:minutes|notes)\W*$/i;

/** Whether a decision is what a disagreement ended in: its outcome field, or a passage within it. */
function isOutcome(decision: Decision, disagreement: Disagreement): boolean {
  if (disagreement.outcome && isWithin(decision.focus, disagreement.outcome.place)) return true;
  if (isLeftBehind(decision, disagreement)) return true;
  return disagreement.status === "resolved" && standsIn(decision, disagreement);
}

/** "Ana wants blue, Bo red. To be settled on 4 June.": that what two disagree about is still to be decided is one problem with the disagreement. */
function isLeftBehind(decision: Decision, disagreement: Disagreement): boolean {
  return (
    decision.status === "open" &&
    disagreement.status === "open" &&
    decision.form === "prose" &&
    decision.unit === disagreement.unit &&
    decision.inputs.length === 0 &&
    decision.focus.start > disagreement.focus.start &&
    isWithin(decision.focus, disagreement.place)
  );
}

/** Whether a passage is part of another: in its words, below it in a list, or below it as a heading. */
export function standsIn(inner: FactBase, outer: FactBase): boolean {
  if (isWithin(inner.place, outer.place)) return true;
  if (outer.form === "heading") return inner.section.path.some((heading) => heading.place.slot === outer.place.slot);
  const item = outer.unit?.kind === "paragraph" ? outer.unit.item : undefined;
  return item !== undefined && isWithin(inner.focus, { slot: outer.place.slot, start: item.start, end: item.end });
}

/** The date of a passage: its own, else its section's, else the document's; never one whose day and month cannot be told apart. */
export function dateOf(
  fact: { readonly date?: DateValue | undefined; readonly section: Decision["section"] },
  document: PlanDocument,
): DateValue | undefined {
  const { date: section } = fact.section;
  // What the title names ("Where we are in May 2027") says less of when it was written than the document's own date.
  const titled = section !== undefined && datedByTitle(fact.section.path, document);
  if (!fact.date && titled && document.head.date) return document.head.date.ambiguous ? undefined : document.head.date;
  // The half-year that a heading names is when the work below is to be done, and not when a sentence was written.
  const date = fact.date ?? (section && isMoment(section) ? section : undefined) ?? document.head.date ?? section;
  return date?.ambiguous ? undefined : date;
}

function datedByTitle(path: readonly Heading[], { head }: PlanDocument): boolean {
  const dated = path.findLast(({ date }) => date !== undefined);
  return dated !== undefined && dated.depth === 1 && dated.place.slot === head.title?.place.slot;
}

/** Inputs asked of people or domains on the roster, or of anybody where there is none, and not received. */
export function awaitedInputs(decision: Decision, { roster }: WorkspaceView): readonly Input[] {
  return decision.inputs.filter(
    (input) =>
      input.state === "requested" && (!roster.exists || roster.resolveAll(input.from).some((one) => one.known)),
  );
}

/** Whether another document has it decided, not earlier than it was open here: a conflict where both should be current, else history. */
function isSettledElsewhere(decision: Decision, document: PlanDocument, workspace: WorkspaceView): boolean {
  const asked = dateOf(decision, document);
  return workspace.sameDecisions(decision, document).some(({ fact, document: elsewhere }) => {
    if (fact.status !== "decided") return false;
    const decided = dateOf(fact, elsewhere);
    return asked === undefined || decided === undefined || decided.end >= asked.start;
  });
}

/**
 * Whether the notes of a later day, or a log, have it decided in other words: dated notes that were open are history then (SPEC §6). That the
 * owners are the same is asked for, since words alone say less than a name.
 */
function isSettledLater(decision: Decision, document: PlanDocument, workspace: WorkspaceView): boolean {
  const asked = dateOf(decision, document);
  if (document.head.kind !== "notes" || asked === undefined) return false;
  const { domains } = workspace.ownershipOf(decision, document);
  return workspace.decisionsTakingUp(decision).some(({ fact, document: elsewhere }) => {
    const decided = dateOf(fact, elsewhere);
    if (decided === undefined || decided.start <= asked.start) return false;
    const owners = workspace.ownershipOf(fact, elsewhere).domains;
    return domains.length === 0 || owners.length === 0 || owners.some((domain) => domains.includes(domain));
  });
}

/** Whether an entry ("ADR 7 accepted") only says what became of a record that stands elsewhere: what is wrong with the decision is reported there. */
export function namesRecord(decision: Decision, document: PlanDocument, workspace: WorkspaceView): boolean {
  return (
    !decision.record &&
    recordEntryIn(decision.text) !== undefined &&
    workspace.sameDecisions(decision, document).some(({ fact }) => fact.record)
  );
}

/** How a decision is open (SPEC §6 "One problem, one finding"): past its limit, waiting for input, or simply open. */
export type DecisionOpenness = Stalled | { readonly kind: "awaiting-input" } | { readonly kind: "open" };

/** `limit` in days; "more than" it is stalled. Undefined for a decision that is not open, or is settled in another document. */
export function decisionOpenness(
  decision: Decision,
  document: PlanDocument,
  workspace: WorkspaceView,
  limit: number,
): DecisionOpenness | undefined {
  if (decision.status !== "open" || isSettledElsewhere(decision, document, workspace)) return undefined;
  if (isSettledLater(decision, document, workspace)) return undefined;
  const awaiting = awaitedInputs(decision, workspace).length > 0;
  const field = fieldOf(decision.fields, "due", "nextStep", "target");
  const due = field && workspace.findDate(field.value, document);
  const since = dateOf(decision, document);
  return stalledOn(workspace.today, { due, since, limit }) ?? { kind: awaiting ? "awaiting-input" : "open" };
}
