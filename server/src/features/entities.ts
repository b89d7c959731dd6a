import type { PlanDocument } from "../engine/index/document.js";
import { linkKey } from "../engine/index/references.js";
import type { Stated, WorkspaceView } from "../engine/index/view.js";
import { isWithin, offsetOf, sourceOf } from "../engine/markdown/place.js";
import type { Place, Slot } from "../engine/markdown/slot.js";
import type { DateValue } from "../engine/model/date.js";
import type { Facts, Mention, Priority, StatusClass } from "../engine/model/facts.js";
import type { Person, Roster } from "../engine/people/roster.js";
import { frontMatterOf } from "../engine/understand/head/front-matter-block.js";
import { type Fact, factAround, factsById, factsOf, isRecord, namePlaceOf, titlePlaceOf } from "./entities/facts.js";
import { factByIds } from "./entities/id-index.js";
import { idsIn, type WrittenId } from "./entities/ids.js";
import { linksIn } from "./entities/links.js";
import { peopleIn, type Spelling } from "./entities/people.js";
import { withoutStop, wordPlace } from "./entities/word-place.js";

/** What a word of a document can stand for. */
export type Entity =
  | { readonly kind: "fact"; readonly fact: Fact; readonly document: PlanDocument }
  | { readonly kind: "person"; readonly person: Person; readonly spelling: Spelling | "role" }
  | { readonly kind: "domain"; readonly domain: string }
  | { readonly kind: "rule"; readonly rule: string }
  | { readonly kind: "priority"; readonly priority: Priority; readonly fact: Fact }
  | {
      readonly kind: "status";
      readonly text: string;
      readonly reading: StatusClass | string | undefined;
      readonly fact: Fact;
    }
  | { readonly kind: "date"; readonly date: DateValue };

/** A place of a document that stands for something. */
export interface Occurrence {
  readonly place: Place;
  readonly entity: Entity;
  /** Whether the place states the thing rather than refers to it. */
  readonly states: boolean;
}

interface Known {
  readonly facts: Facts;
  readonly roster: Roster;
  readonly found: readonly Occurrence[];
}

const byDocument = new WeakMap<PlanDocument, Known>();

/** All that a planning document names, in the order of the text; none for other documents. */
export function occurrencesIn(document: PlanDocument, workspace: WorkspaceView): readonly Occurrence[] {
  if (!document.head.planning) return [];
  return inOrder([...ownOccurrences(document, workspace), ...references(document, workspace, wholeOf(document))]);
}

function inOrder(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  return [...occurrences].sort(
    (a, b) => offsetOf(a.place) - offsetOf(b.place) || lengthOf(a.place) - lengthOf(b.place),
  );
}

/** The occurrences of one kind: those of anything but facts need no look at other documents. */
export function occurrencesOfKind(
  kind: Entity["kind"],
  document: PlanDocument,
  workspace: WorkspaceView,
): readonly Occurrence[] {
  if (!document.head.planning) return [];
  const all = kind === "fact" ? occurrencesIn(document, workspace) : ownOccurrences(document, workspace);
  return inOrder(all.filter(({ entity }) => entity.kind === kind));
}

/** What a document names by itself; kept until it or the roster changes. */
function ownOccurrences(document: PlanDocument, workspace: WorkspaceView): readonly Occurrence[] {
  const { roster } = workspace;
  let known = byDocument.get(document);
  if (known?.facts !== document.facts || known.roster !== roster) {
    const found = ownIn(document, workspace, wholeOf(document));
    known = { facts: document.facts, roster, found };
    byDocument.set(document, known);
  }
  return known.found;
}

/** The part of a document that is looked at. */
interface Part {
  readonly slots: readonly Slot[];
  holds(place: Place): boolean;
}

function wholeOf({ markdown }: PlanDocument): Part {
  return { slots: markdown.slots, holds: () => true };
}

function ownIn(document: PlanDocument, workspace: WorkspaceView, part: Part): readonly Occurrence[] {
  return [
    ...[...ownFacts(document)].filter(({ place }) => part.holds(place)),
    ...people(document, workspace.roster, part),
    ...domains(document, workspace, part),
    ...values(document, part),
    ...rules(document, part),
  ];
}

/** What stands at an offset of a document: the smallest place that holds it, else the passage around it. */
export function occurrenceAt(document: PlanDocument, offset: number, workspace: WorkspaceView): Occurrence | undefined {
  if (!document.head.planning) return undefined;
  const { slots } = document.markdown;
  const index = document.markdown.slotAt(offset);
  // What ends where the block begins stands in the one before.
  const near = slots.slice(Math.max(index - 1, 0), index + 1);
  const part: Part = { slots: near, holds: ({ slot }) => near.includes(slot) };
  let smallest: Occurrence | undefined;
  for (const occurrence of inOrder([...ownIn(document, workspace, part), ...references(document, workspace, part)])) {
    const start = offsetOf(occurrence.place);
    if (start > offset) break;
    if (offset > start + lengthOf(occurrence.place)) continue;
    if (!smallest || lengthOf(occurrence.place) < lengthOf(smallest.place)) smallest = occurrence;
  }
  if (smallest) return smallest;
  const slot = slots[index];
  if (!slot) return undefined;
  const fact = factAround(document, { slot, start: offset - slot.offset, end: offset - slot.offset });
  return fact && { place: fact.focus, entity: { kind: "fact", fact, document }, states: true };
}

function lengthOf(place: Place): number {
  return place.end - place.start;
}

function* ownFacts(document: PlanDocument): Iterable<Occurrence> {
  const title = titlePlaceOf(document);
  for (const fact of factsOf(document)) {
    const place = namePlaceOf(fact) ?? fact.focus;
    yield { place, entity: { kind: "fact", fact, document }, states: true };
    // A record goes by the title of its document.
    if (isRecord(fact) && title && !isWithin(title, place)) {
      yield { place: title, entity: { kind: "fact", fact, document }, states: true };
    }
  }
}

function* people(document: PlanDocument, roster: Roster, { slots }: Part): Iterable<Occurrence> {
  const entries = document.facts.roster;
  for (const slot of slots) {
    for (const { place, person, spelling } of peopleIn(slot, roster)) {
      const states = entries.some((entry) => isWithin(place, entry.place) && entry.lead === person.lead);
      yield { place, entity: { kind: "person", person, spelling }, states };
    }
  }
}

function* domains(document: PlanDocument, workspace: WorkspaceView, part: Part): Iterable<Occurrence> {
  const seen = new Set<string>();
  const { roster } = workspace;
  const { domainByWord } = workspace.vocabularyOf(document);
  const once = (place: Place): boolean => {
    if (!part.holds(place)) return false;
    const key = `${offsetOf(place)}:${lengthOf(place)}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  const word = (text: string, around: Place, states = false): Occurrence[] => {
    if (!part.holds(around)) return [];
    const place = wordPlace(text, around);
    const domain = domainByWord.get(text.trim().toLowerCase()) ?? roster.domainOfWord(text);
    return domain !== undefined && once(place) ? [{ place, entity: { kind: "domain", domain }, states }] : [];
  };
  for (const entry of document.facts.roster) {
    if (entry.domain) yield* word(entry.domain.text, entry.domain.place, true);
  }
  for (const entry of frontMatterOf(document.markdown)?.entries ?? []) {
    if (/^(?:domains?|owning-domain)$/.test(entry.name))
      for (const { text, place } of entry.values) yield* word(text, place);
  }
  for (const { text, source } of document.head.domainWords) {
    const title = source === "title" ? titlePlaceOf(document) : undefined;
    const at = title ? sourceOf(title).toLowerCase().indexOf(text.toLowerCase()) : -1;
    if (title && at >= 0)
      yield* word(text, { slot: title.slot, start: title.start + at, end: title.start + at + text.length });
  }
  for (const fact of factsOf(document)) {
    for (const heading of fact.section.path)
      for (const { text, place } of heading.domainWords) yield* word(text, place);
    for (const { text, place } of wordsOfDomains(fact)) yield* word(text, place);
    for (const field of fact.fields) {
      if (field.name === "domain" || field.name === "team") yield* word(field.value, field.place);
    }
    for (const mention of mentionsOf(fact)) {
      if (!part.holds(mention.place)) continue;
      const place = wordPlace(mention.text, mention.place);
      const resolved = roster.resolve(mention.text);
      if (resolved.person === undefined && resolved.domain !== undefined) yield* word(mention.text, place);
      else if (
        resolved.person &&
        !/@|\p{L} \p{L}/u.test(mention.text) &&
        once(place) &&
        isRole(mention, resolved.person)
      ) {
        yield { place, entity: { kind: "person", person: resolved.person, spelling: "role" }, states: false };
      }
    }
  }
}

/** Whether a mention is somebody's role ("VPE") and no part of the name, which is found in the text anyway. */
function isRole(mention: Mention, person: Person): boolean {
  return !(person.name ?? "").toLowerCase().split(" ").includes(mention.text.trim().toLowerCase());
}

function wordsOfDomains(fact: Fact): readonly { readonly text: string; readonly place: Place }[] {
  switch (fact.kind) {
    case "decision":
      return [...fact.domainWords, ...fact.contextDomainWords, ...fact.affects];
    case "disagreement":
    case "question":
      return [];
    default:
      return fact.domainWords;
  }
}

/** Whoever a fact names in its fields and sentences. */
export function mentionsOf(fact: Fact): readonly Mention[] {
  switch (fact.kind) {
    case "decision":
      return [
        ...fact.owners,
        ...fact.deciders,
        ...fact.backing,
        ...fact.contextOwners,
        ...fact.inputs.map(({ from, place }): Mention => ({ text: from, place, role: "input" })),
      ];
    case "disagreement":
      return [...fact.parties, ...(fact.owner ? [fact.owner] : [])];
    case "question":
      return [];
    default:
      return fact.owners;
  }
}

function* values(document: PlanDocument, part: Part): Iterable<Occurrence> {
  const seen = new Set<string>();
  const once = (place: Place): boolean => {
    if (!part.holds(place)) return false;
    const key = `${offsetOf(place)}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  for (const fact of factsOf(document)) {
    if (fact.kind === "decision" || fact.kind === "disagreement") {
      const field = fact.statusField;
      if (field && field.value !== "" && once(field.place)) {
        const text = withoutStop(field.value);
        const place = wordPlace(text, field.place);
        yield { place, entity: { kind: "status", text, reading: fact.status, fact }, states: false };
      }
      const date = fact.kind === "decision" ? fact.reviewBy : fact.due;
      if (date?.date && once(date.place)) yield dateOccurrence(date.date, date.place);
    } else if (fact.kind !== "question") {
      const { priority, status, target } = fact;
      if (priority?.place && once(priority.place)) {
        yield { place: priority.place, entity: { kind: "priority", priority, fact }, states: false };
      }
      if (status && once(status.place)) {
        const text = withoutStop(status.text);
        const place = wordPlace(text, status.place);
        yield { place, entity: { kind: "status", text, reading: status.class, fact }, states: false };
      }
      if (target?.date && once(target.place)) {
        yield dateOccurrence(target.date, target.place);
      }
    }
  }
}

/** A date where it stands in the words around it. */
function dateOccurrence(date: DateValue, around: Place): Occurrence {
  const at = sourceOf(around).indexOf(date.text);
  const start = around.start + at;
  const place = at < 0 ? around : { slot: around.slot, start, end: start + date.text.length };
  return { place, entity: { kind: "date", date }, states: false };
}

function* rules(document: PlanDocument, part: Part): Iterable<Occurrence> {
  for (const comment of document.suppressionComments) {
    if (!part.holds(comment.place)) continue;
    for (const { name, place } of comment.rules) yield { place, entity: { kind: "rule", rule: name }, states: false };
  }
}

/** Ids, links and dependencies that lead to what some document states. */
function* references(document: PlanDocument, workspace: WorkspaceView, part: Part): Iterable<Occurrence> {
  const wanted: WrittenId[] = [];
  for (const slot of part.slots) {
    wanted.push(...idsIn(slot));
    for (const { url, place } of linksIn(slot)) {
      const fact = factOfLink(url, document, workspace);
      if (fact) yield { place, entity: { kind: "fact", ...fact }, states: false };
    }
  }
  const found = factByIds(new Set(wanted.map(({ key }) => key)), document, workspace);
  for (const { place, key } of wanted) {
    const stated = found.get(key);
    if (!stated) continue;
    const states = stated.document === document && isWithin(place, stated.fact.place);
    yield { place, entity: { kind: "fact", ...stated }, states };
  }
  for (const { place, text } of document.facts.items.flatMap((item) => item.dependsOn)) {
    if (!part.holds(place)) continue;
    const [named] = workspace.itemsNamed(text);
    if (named) yield { place, entity: { kind: "fact", ...named }, states: false };
  }
}

/** The record or heading that a link leads to, where that states something. */
export function factOfLink(url: string, document: PlanDocument, workspace: WorkspaceView): Stated<Fact> | undefined {
  const target = workspace.resolveLink(url, document)?.document;
  const key = target && linkKey(url, document);
  const fact = key === undefined ? undefined : factsById(target!).get(key);
  return target && fact && { fact, document: target };
}
