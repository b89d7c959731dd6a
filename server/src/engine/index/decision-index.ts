import type { Acronym } from "../matching/acronyms.js";
import type { Decision } from "../model/facts.js";
import type { PlanDocument } from "./document.js";
import { FactIndex } from "./fact-index.js";
import { decisionIdentity, decisionNames } from "./identity.js";
import { statedDecision, unstatedRecord } from "./record.js";
import { ReferenceIndex } from "./references.js";
import type { Stated } from "./view.js";

/** Decisions of a workspace: which are the same, and which go by an id or a title. Records that state no choice are among them. */
export class DecisionIndex {
  readonly #facts = new FactIndex<Decision>((fact, document) => decisionIdentity(fact, document));
  readonly #ids = new ReferenceIndex<Decision>(decisionNames);
  readonly #unstated = new Map<PlanDocument, Decision>();

  add(decision: Decision, document: PlanDocument): void {
    this.#facts.add(decision, document);
    this.#ids.add(decision, document);
  }

  remove(decision: Decision): void {
    this.#facts.remove(decision);
    this.#ids.remove(decision);
  }

  /** Takes note of what a document is now: a record whose text states no choice, and what short forms stand for. */
  update(document: PlanDocument, acronyms: readonly Acronym[]): void {
    this.#facts.setAcronyms(document, acronyms);
    this.#setRecord(document, document.head.planning ? unstatedRecord(document) : undefined);
  }

  delete(document: PlanDocument): void {
    this.#setRecord(document, undefined);
    this.#facts.delete(document);
  }

  #setRecord(document: PlanDocument, record: Decision | undefined): void {
    const before = this.#unstated.get(document);
    if (before === record) return;
    if (before) this.remove(before);
    this.#unstated.delete(document);
    if (!record) return;
    this.#unstated.set(document, record);
    this.add(record, document);
  }

  /** Documents of decisions whose likes elsewhere may have changed since the last call. */
  takeAffected(): ReadonlySet<PlanDocument> {
    return this.#facts.takeAffected();
  }

  /** The same decision in other documents; nothing where it is ambiguous. */
  same(decision: Decision): readonly Stated<Decision>[] {
    return this.#facts.same(statedDecision(decision));
  }

  /** Ids and names that a decision goes by. */
  namesOf(decision: Decision): readonly string[] {
    return this.#ids.of(statedDecision(decision));
  }

  /** Decisions that go by one of the ids or names. */
  named(names: readonly string[]): readonly Stated<Decision>[] {
    return this.#ids.to(names);
  }
}
