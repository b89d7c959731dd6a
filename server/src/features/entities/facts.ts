import { calledName, numbering } from "../../engine/index/called.js";
import type { PlanDocument } from "../../engine/index/document.js";
import { decisionIds } from "../../engine/index/identity.js";
import { recordOf } from "../../engine/index/record.js";
import { normaliseId } from "../../engine/index/references.js";
import type { Stated, WorkspaceView } from "../../engine/index/view.js";
import { isWithin, offsetOf, sourceOf } from "../../engine/markdown/place.js";
import type { Place } from "../../engine/markdown/slot.js";
import type { Decision, Disagreement, Facts, OpenQuestion, PlanItem } from "../../engine/model/facts.js";

/** What a passage states, of any kind. */
export type Fact = Decision | Disagreement | OpenQuestion | PlanItem;

/** Everything that a document states, in no particular order; a record that states no choice of its own is one decision. */
export function factsOf(document: PlanDocument): readonly Fact[] {
  const { decisions, disagreements, questions, items } = document.facts;
  const record = decisions.some((decision) => decision.record) ? undefined : recordOf(document);
  return [...decisions, ...(record ? [record] : []), ...disagreements, ...questions, ...items];
}

/** A decision with what the header of its record says of it. */
export function withHeader(decision: Decision, document: PlanDocument): Decision {
  const record = decision.record ? recordOf(document) : undefined;
  return record && record.place === decision.place ? record : decision;
}

/** What a fact is called, on one line. */
export function nameOf(fact: Fact, document: PlanDocument): string {
  const name = fact.kind === "decision" ? calledName(fact, document) : wordsOf(fact);
  return name.replace(/\s+/g, " ").trim();
}

/** What a fact says of itself. */
export function wordsOf(fact: Fact): string {
  switch (fact.kind) {
    case "decision":
    case "question":
      return fact.text;
    case "disagreement":
      return fact.topic;
    default:
      return fact.title;
  }
}

export function isRecord(fact: Fact): fact is Decision {
  return fact.kind === "decision" && fact.record;
}

/** "decision", "plan item" …: the word of the vocabulary for a kind of fact. */
export function kindOf(fact: Fact): string {
  switch (fact.kind) {
    case "item":
      return "plan item";
    case "question":
      return "open question";
    case "headcount":
      return "headcount row";
    default:
      return fact.kind;
  }
}

/** Where a fact's words stand, without label, marks and link; undefined where they do not stand in one piece. */
export function namePlaceOf(fact: Fact): Place | undefined {
  if (fact.kind === "item" || fact.kind === "objective" || fact.kind === "headcount") return fact.titlePlace;
  const { unit, focus } = fact;
  const text = wordsOf(fact).trim();
  if (!unit || text === "") return undefined;
  const inlines =
    unit.kind === "row"
      ? unit.cells.filter((cell) => cell.end > focus.start && cell.start < focus.end).map((cell) => cell.inline)
      : [unit.inline];
  for (const inline of inlines) {
    const at = inline.text.indexOf(text);
    if (at >= 0) {
      return { slot: unit.slot, start: inline.sourceStart(at), end: inline.sourceEnd(at + text.length) };
    }
  }
  return undefined;
}

const headingMarks = /^ {0,3}#{1,6}[ \t]+/;

/** The title of a document without the marks of its heading and a record's number; undefined where it has none. */
export function titlePlaceOf({ head }: PlanDocument): Place | undefined {
  if (!head.title) return undefined;
  const { slot, start } = head.title.place;
  const [first = ""] = sourceOf(head.title.place).split(/\r\n|\n|\r/, 1);
  const marks = headingMarks.exec(first)?.[0].length ?? 0;
  const number = numbering.exec(first.slice(marks))?.[0].length ?? 0;
  const text = first
    .slice(marks + number)
    .replace(/(?<![ \t])[ \t]+$/, "")
    .replace(/(?<![ \t])[ \t]+#*$/, "");
  return { slot, start: start + marks + number, end: start + marks + number + text.length };
}

/** The same thing in other documents, as far as that is beyond doubt. */
export function sameElsewhere(fact: Fact, document: PlanDocument, workspace: WorkspaceView): readonly Stated<Fact>[] {
  switch (fact.kind) {
    case "decision":
      return workspace.sameDecisions(fact, document);
    case "disagreement":
      return workspace.sameDisagreements(fact, document);
    case "question":
      return [];
    default:
      return workspace.sameItems(fact, document);
  }
}

const idsByFacts = new WeakMap<Facts, ReadonlyMap<string, Fact>>();

/** The facts of a document by the ids that name them (`d-11`), the headings that they are and, for a record, the document itself. */
export function factsById(document: PlanDocument): ReadonlyMap<string, Fact> {
  let byId = idsByFacts.get(document.facts);
  if (!byId) {
    const made = new Map<string, Fact>();
    for (const fact of factsOf(document)) {
      const ids = fact.kind === "decision" ? decisionIds(fact, document) : ownIds(fact);
      for (const id of ids) if (!made.has(id)) made.set(id, fact);
    }
    byId = made;
    idsByFacts.set(document.facts, byId);
  }
  return byId;
}

/** Ids by which people name a fact in writing: no addresses. */
export function writtenIds(fact: Fact, document: PlanDocument): string[] {
  const ids = ownIds(fact);
  if (isRecord(fact) && document.head.id !== undefined) ids.push(normaliseId(document.head.id));
  return ids;
}

/** The id that a fact goes by; what a disagreement names in its midst ("Tomás disputes D-11") is what it is about. */
function ownIds(fact: Fact): string[] {
  if (fact.id === undefined) return [];
  const leads = sourceOf(fact.place)
    .slice(0, fact.id.length + 10)
    .includes(fact.id);
  return fact.kind === "disagreement" && !leads ? [] : [normaliseId(fact.id)];
}

/** The innermost fact whose passage holds a place of the document. */
export function factAround(document: PlanDocument, place: Place): Fact | undefined {
  let innermost: Fact | undefined;
  for (const fact of factsOf(document)) {
    if (!isWithin(place, fact.place)) continue;
    if (!innermost || fact.place.end - fact.place.start <= innermost.place.end - innermost.place.start)
      innermost = fact;
  }
  return innermost;
}

/** Statements in the order of paths and places. */
export function inOrder<F extends Fact>(stated: readonly Stated<F>[]): Stated<F>[] {
  return [...stated].sort((a, b) =>
    a.document === b.document
      ? offsetOf(a.fact.focus) - offsetOf(b.fact.focus)
      : a.document.path < b.document.path
        ? -1
        : 1,
  );
}
