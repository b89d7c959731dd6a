import { findDates } from "../dates/parse.js";
import type { Decision, DecisionStatus, Facts, Field, Input, Written } from "../model/facts.js";
import { ownerRoles } from "../model/owner-roles.js";
import type { DocumentHead } from "../model/section.js";
import { buildVocabulary } from "../people/vocabulary.js";
import { headFieldsOf } from "../understand/head/head-fields.js";
import { findDomainWords } from "../understand/headings/domain-words.js";
import { reviewInText } from "../understand/prose/decision-fact.js";
import { natureOfTitle } from "../understand/prose/decision-nature.js";
import { inputsOfFields } from "../understand/prose/inputs.js";
import { mentionsOf } from "../understand/prose/names.js";
import type { PlanDocument } from "./document.js";
import { inputsBelowHeading } from "./record-inputs.js";

type Understood = Pick<PlanDocument, "head" | "facts">;

const records = new WeakMap<Facts, Decision | null>();
const stated = new WeakMap<Decision, Decision>();
const unstatedOnes = new WeakMap<DocumentHead, Decision>();

/**
 * A record (ADR, RFC, MADR) as the one decision that it is for findings (SPEC §6): its first choice, or the record itself where none is
 * stated, with what its header says. Undefined where the document is no record.
 */
export function recordOf(document: PlanDocument): Decision | undefined {
  let record = records.get(document.facts);
  if (record === undefined) {
    record = readRecord(document) ?? null;
    records.set(document.facts, record);
  }
  return record ?? undefined;
}

/** Has `recordOf` give what it gave before of the same document; null where that was nothing. */
export function restoreRecord(document: Understood, record: Decision | null): void {
  records.set(document.facts, record);
  const decision = choiceOf(document.facts) ?? unstatedRecord(document);
  if (record && decision) stated.set(record, decision);
}

/** The decision as the document states it, of one that `recordOf` has joined with a header. */
export function statedDecision(decision: Decision): Decision {
  return stated.get(decision) ?? decision;
}

function readRecord(document: PlanDocument): Decision | undefined {
  const choice = choiceOf(document.facts);
  const decision = choice ?? unstatedRecord(document);
  if (!decision) return undefined;
  const head = headFieldsOf(document.markdown);
  const fields = [...decision.fields, ...head];
  const joined: Decision = {
    ...decision,
    fields,
    statusField: decision.statusField ?? head.find((field) => field.name === "status") ?? statusField(document),
    owners: [...decision.owners, ...document.head.owners.filter((owner) => isOwner(owner))],
    backing: [...decision.backing, ...head.filter((field) => field.name === "backing").flatMap(mentionsOf)],
    inputs: withoutHeard([
      ...decision.inputs,
      ...inputsOfFields(head, decision.status === "decided"),
      ...inputsBelowHeading(document),
      ...inputsInProse(document, decision),
    ]),
    nature: decision.nature ?? natureOfTitle(document.head.title?.text ?? ""),
    affects: decision.affects.length > 0 ? decision.affects : affectedBy(document, head),
    reviewBy: decision.reviewBy ?? reviewOf(document, head),
  };
  stated.set(joined, decision);
  return joined;
}

/** "We will get Ana's input before we go on", in another place of a record that is open. */
function inputsInProse({ facts }: PlanDocument, decision: Decision): readonly Input[] {
  if (decision.status !== "open") return [];
  return facts.decisions
    .filter((other) => other !== decision && other.status === "open" && other.form === "prose")
    .flatMap(({ inputs }) => inputs);
}

/** One entry for whoever was heard, wherever else the record still asks for it. */
function withoutHeard(inputs: readonly Input[]): readonly Input[] {
  const heard = new Set(inputs.filter(({ state }) => state === "received").map(({ from }) => from.toLowerCase()));
  return inputs.filter(({ from, state }) => state === "received" || !heard.has(from.toLowerCase()));
}

function choiceOf(facts: Facts): Decision | undefined {
  return facts.decisions.find((decision) => decision.record);
}

/**
 * A proposal or record whose text states no choice of its own: the document is what is decided on. The same object as long as the head
 * stays as it is.
 */
export function unstatedRecord({ head, facts }: Understood): Decision | undefined {
  const { status, title } = head;
  if (head.kind !== "decision" || status?.decision === undefined || title === undefined) return undefined;
  if (facts.decisions.some(({ form, record }) => record || form !== "prose")) return undefined;
  const known = unstatedOnes.get(head);
  if (known) return known;
  const decision = decisionOfHead(head, title, status, status.decision);
  unstatedOnes.set(head, decision);
  return decision;
}

function decisionOfHead(
  head: DocumentHead,
  title: Written,
  { text, place }: NonNullable<DocumentHead["status"]>,
  status: DecisionStatus,
): Decision {
  return {
    kind: "decision",
    text: title.text,
    status,
    statusField: undefined,
    place,
    focus: place,
    form: place.slot.type === "yaml" ? "front-matter" : "label",
    unit: undefined,
    fields: [],
    section: { path: [], date: undefined },
    evidence: [{ kind: "record-status", text }],
    id: head.id,
    links: [],
    owners: [],
    contextOwners: [],
    ownedByContext: false,
    domainWords: [],
    contextDomainWords: [],
    deciders: [],
    affects: [],
    nature: undefined,
    inputs: [],
    backing: [],
    joint: false,
    date: undefined,
    reviewBy: undefined,
    record: true,
    supersedes: [],
    settles: false,
  };
}

/** Domains that an impact field of the header names. */
function affectedBy(document: PlanDocument, head: readonly Field[]): Decision["affects"] {
  const impact = head.filter((field) => field.name === "impact" && field.value !== "");
  if (impact.length === 0) return [];
  const vocabulary = buildVocabulary(document.settings.domains);
  return impact.flatMap(({ value, place }) => findDomainWords(value, vocabulary).map(({ text }) => ({ text, place })));
}

function isOwner({ role }: Decision["owners"][number]): boolean {
  return role !== "prose" && ownerRoles.has(role);
}

/** A status that stands as a sentence under its heading is a field as well. */
function statusField({ head }: PlanDocument): Field | undefined {
  if (!head.status) return undefined;
  const { text, place } = head.status;
  return { name: "status", key: "Status", value: text, place, keyPlace: place, form: "label" };
}

/** The date by which header or text say that the record is to be looked at again. */
function reviewOf(document: PlanDocument, head: readonly Field[]): Decision["reviewBy"] {
  const { dateOrder, fiscalYearStart } = document.settings;
  const options = {
    settings: { dateOrder, fiscalYearStart },
    reference: document.head.date?.start,
    lean: "future" as const,
  };
  const field = head.find((candidate) => candidate.name === "reviewBy" && candidate.value !== "");
  const date = field && findDates(field.value, options)[0]?.value;
  if (field && date) return { date, place: field.place };
  for (const slot of document.markdown.slots) {
    if (slot.type === undefined || slot.type === "yaml") continue;
    // A date has a digit, and nothing that is written without one shows any.
    if (!/\d/.test(slot.text)) continue;
    for (const unit of document.unitsOf(slot)) {
      if (unit.kind === "row") continue;
      const review = reviewInText(options, unit, unit.inline.text);
      if (review) return review;
    }
  }
  return undefined;
}
