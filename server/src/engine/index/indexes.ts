import type { Disagreement, PlanItem } from "../model/facts.js";
import type { Vocabulary } from "../understand/context.js";
import type { PriorityValue } from "../understand/priorities.js";
import { Concerned } from "./concerned.js";
import type { PlanDocument } from "./document.js";
import { domainsOfHead } from "./domains.js";
import type { IndexedFacts } from "./indexed-facts.js";
import { itemNames } from "./item-names.js";
import { Legends } from "./legends.js";
import { Meetings } from "./meetings.js";
import { Mentions, pathPhrase } from "./mentions.js";
import { missingFrom } from "./missing-from.js";
import { PlanIndex } from "./plan-index.js";
import { PlannedWork } from "./planned-work.js";
import { StatedPositions } from "./stated-positions.js";

/** All that a workspace looks up of what its documents state, and whom a change of it concerns: those that speak of the same things. */
export class WorkspaceIndexes {
  readonly positions = new StatedPositions();
  readonly work: PlannedWork;
  readonly meetings = new Meetings();
  readonly mentions = new Mentions();
  readonly plans = new PlanIndex();
  readonly legends = new Legends();
  readonly #vocabularyOf: (document: PlanDocument) => Vocabulary;
  readonly #concerned = new Concerned();
  #usedP0 = false;

  constructor(vocabularyOf: (document: PlanDocument) => Vocabulary) {
    this.#vocabularyOf = vocabularyOf;
    this.work = new PlannedWork(vocabularyOf);
  }

  /** Takes out the facts that `after` no longer holds. */
  leave(document: PlanDocument, before: IndexedFacts, after: IndexedFacts): void {
    for (const decision of missingFrom(before.decisions, after.decisions)) this.positions.removeDecision(decision);
    for (const disagreement of missingFrom(before.disagreements, after.disagreements)) {
      this.#concernDisputed(disagreement);
      this.positions.removeDisagreement(disagreement);
    }
    const items = missingFrom(before.items, after.items);
    for (const item of items) this.#concernNaming(item);
    for (const item of items) this.work.remove(item);
    this.#concerned.addChanged(document.path);
  }

  /** Takes in what a document states now; `before` is what of it is there already. */
  enter(document: PlanDocument, before: IndexedFacts): void {
    const after: IndexedFacts = document.facts;
    for (const one of missingFrom(after.decisions, before.decisions)) this.positions.addDecision(one, document);
    for (const disagreement of missingFrom(after.disagreements, before.disagreements)) {
      this.positions.addDisagreement(disagreement, document);
      this.#concernDisputed(disagreement);
    }
    const acronyms = document.head.planning ? document.acronyms.flat() : [];
    this.positions.update(document, acronyms);
    this.work.setAcronyms(document, acronyms);
    const items = missingFrom(after.items, before.items);
    for (const item of items) this.work.add(item, document);
    for (const item of items) this.#concernNaming(item);
    this.mentions.update(document);
    this.#concernAll(this.mentions.by(pathPhrase(document.path)));
    this.#concernAll(this.plans.update(document, domainsOfHead(document.head, this.#vocabularyOf(document))));
    if (this.legends.update(document)) this.concernEverybody();
    if (this.meetings.update(document, before)) this.#concernAll(this.meetings.documents());
    this.#concerned.addChanged(document.path);
  }

  /** Takes out a document whose facts have left. */
  delete(document: PlanDocument): void {
    this.positions.delete(document);
    this.work.delete(document);
    this.#concernAll(this.plans.delete(document));
    this.mentions.delete(document);
    this.#concernAll(this.mentions.by(pathPhrase(document.path)));
    if (this.legends.delete(document.path)) this.concernEverybody();
    if (this.meetings.delete(document)) this.#concernAll(this.meetings.documents());
  }

  /** Another number whenever more than the text of a document has changed. */
  get revision(): number {
    return this.#concerned.revision;
  }

  /** Notes that the text of a document changed. */
  concern({ path }: PlanDocument): void {
    this.#concerned.add(path);
  }

  /** Whoever records the decisions of a document as well: what a record lists beside its choice is in no fact. */
  concernSharers(document: PlanDocument): void {
    for (const decision of document.facts.decisions) {
      if (!decision.record) continue;
      for (const other of this.positions.sameDecisions(decision)) this.#concerned.add(other.document.path);
    }
  }

  concernEverybody(): void {
    this.#concerned.addAll();
  }

  /** Paths that were concerned since the last call; `known` are those of all documents there are now. */
  takeConcerned(known: Iterable<string>): ReadonlySet<string> {
    const usesP0 = this.work.uses(p0);
    if (usesP0 !== this.#usedP0) this.concernEverybody();
    this.#usedP0 = usesP0;
    for (const index of [this.positions, this.work]) this.#concernAll(index.takeAffected());
    return this.#concerned.take(known);
  }

  /** Whoever depends on an item by its name, ties headcount to it, or counts the same headcount. */
  #concernNaming(item: PlanItem): void {
    this.#concernAll(this.work.sharingHeadcount(item));
    for (const { document } of this.work.dependents(item)) this.#concerned.add(document.path);
    for (const name of itemNames(item)) this.#concernAll(this.mentions.by(name));
  }

  /** Whoever records the decision that a disagreement refers to. */
  #concernDisputed(disagreement: Disagreement): void {
    this.#concernAll(this.positions.disputedIn(disagreement));
  }

  #concernAll(documents: Iterable<PlanDocument>): void {
    for (const { path } of documents) this.#concerned.add(path);
  }
}

/** Whether anybody uses it decides whether P1 is a top priority, for all who use that. */
const p0: PriorityValue = { text: "P0", scheme: "p-level", level: 0 };
