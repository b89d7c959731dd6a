import type { Acronym } from "../matching/acronyms.js";
import type { Decision, Disagreement } from "../model/facts.js";
import { DecisionIndex } from "./decision-index.js";
import { dayOfDecision, dayReferencesOf, isMeant } from "./decisions-by-day.js";
import type { PlanDocument } from "./document.js";
import { FactIndex } from "./fact-index.js";
import { disagreementIdentity, titleNames } from "./identity.js";
import { MinutedDecisions } from "./minuted-decisions.js";
import { statedDecision } from "./record.js";
import { ReferenceIndex, referencesOf } from "./references.js";
import type { Stated } from "./view.js";

/** Decisions and disagreements of a workspace: what is the same, what disputes what. */
export class StatedPositions {
  readonly #decisions = new DecisionIndex();
  readonly #disagreements = new FactIndex<Disagreement>((fact, document) => disagreementIdentity(fact, document));
  readonly #disputes = new ReferenceIndex<Disagreement>(referencesOf);
  /** The same by the day of a decision, and the decisions by theirs: which of that day is meant, the words tell. */
  readonly #disputedDays = new ReferenceIndex<Disagreement>((fact, document) =>
    dayReferencesOf(fact, document).map(({ name }) => name),
  );
  readonly #decidedDays = new ReferenceIndex<Decision>(dayOfDecision);
  readonly #minuted = new MinutedDecisions();

  addDecision(decision: Decision, document: PlanDocument): void {
    this.#decisions.add(decision, document);
    this.#decidedDays.add(decision, document);
    this.#minuted.add(decision, document);
  }

  removeDecision(decision: Decision): void {
    this.#decisions.remove(decision);
    this.#decidedDays.remove(decision);
    this.#minuted.remove(decision);
  }

  addDisagreement(disagreement: Disagreement, document: PlanDocument): void {
    this.#disagreements.add(disagreement, document);
    this.#disputes.add(disagreement, document);
    this.#disputedDays.add(disagreement, document);
  }

  removeDisagreement(disagreement: Disagreement): void {
    this.#disagreements.remove(disagreement);
    this.#disputes.remove(disagreement);
    this.#disputedDays.remove(disagreement);
  }

  /** Takes note of what a document is now: a record whose text states no choice, and what short forms stand for. */
  update(document: PlanDocument, acronyms: readonly Acronym[]): void {
    this.#decisions.update(document, acronyms);
  }

  delete(document: PlanDocument): void {
    this.#decisions.delete(document);
    this.#disagreements.delete(document);
  }

  /** Documents of facts whose likes elsewhere may have changed since the last call. */
  takeAffected(): readonly PlanDocument[] {
    return [this.#decisions, this.#disagreements, this.#minuted].flatMap((index) => [...index.takeAffected()]);
  }

  sameDecisions(decision: Decision): readonly Stated<Decision>[] {
    return this.#decisions.same(decision);
  }

  decisionsTakingUp(decision: Decision): readonly Stated<Decision>[] {
    return this.#minuted.takingUp(decision);
  }

  sameDisagreements(disagreement: Disagreement): readonly Stated<Disagreement>[] {
    return this.#disagreements.same(disagreement);
  }

  /** Documents that record the decision that a disagreement refers to. */
  disputedIn(disagreement: Disagreement): readonly PlanDocument[] {
    const named = this.#decisions.named(this.#disputes.of(disagreement));
    return [...named, ...this.#decidedDays.to(this.#disputedDays.of(disagreement))].map(({ document }) => document);
  }

  disputesOf(decision: Decision, document: PlanDocument): readonly Stated<Disagreement>[] {
    const days = this.#decidedDays.of(statedDecision(decision));
    const ofDay = this.#disputedDays
      .to(days)
      .filter((dispute) => isMeant(decision, days, dayReferencesOf(dispute.fact, dispute.document)));
    const named = this.#disputes.to(this.#decisions.namesOf(decision));
    return [...new Set([...named, ...ofDay])].filter((dispute) => dispute.document !== document);
  }

  decisionsAbout(disagreement: Disagreement, document: PlanDocument): readonly Stated<Decision>[] {
    return this.#decisions
      .named([...this.#disputes.of(disagreement), ...titleNames(disagreement.topic)])
      .filter((decision) => decision.document !== document && decision.fact.status === "decided");
  }
}
