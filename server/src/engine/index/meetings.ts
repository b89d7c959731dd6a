import type { Facts } from "../model/facts.js";
import type { PlanDocument } from "./document.js";
import { missingFrom } from "./missing-from.js";
import { inPathOrder } from "./order.js";

/** Charters say how often leads meet, and inherit from one another; the notes of a pair are looked at together. */
export class Meetings {
  readonly #charters = new Set<PlanDocument>();
  readonly #oneOnOnes = new Set<PlanDocument>();
  #ordered: readonly PlanDocument[] | undefined;

  /** Takes in what a document states now; whether that concerns all charters and notes. */
  update(document: PlanDocument, before: Pick<Facts, "oneOnOnes">): boolean {
    const { charter, oneOnOnes } = document.facts;
    const concerns =
      charter !== undefined ||
      this.#charters.has(document) ||
      missingFrom(oneOnOnes, before.oneOnOnes).length > 0 ||
      missingFrom(before.oneOnOnes, oneOnOnes).length > 0;
    setMember(this.#charters, document, charter !== undefined);
    setMember(this.#oneOnOnes, document, oneOnOnes.length > 0);
    if (concerns) this.#ordered = undefined;
    return concerns;
  }

  /** Whether the document was one of them. */
  delete(document: PlanDocument): boolean {
    const charter = this.#charters.delete(document);
    this.#ordered = undefined;
    return this.#oneOnOnes.delete(document) || charter;
  }

  /** Charters, and notes of one-on-ones. */
  documents(): Iterable<PlanDocument> {
    return [...this.#charters, ...this.#oneOnOnes];
  }

  charters(): Iterable<PlanDocument> {
    return inPathOrder(this.#charters);
  }

  /** The same list as long as no note of a one-on-one comes, goes or changes. */
  oneOnOnes(): readonly PlanDocument[] {
    this.#ordered ??= inPathOrder(this.#oneOnOnes);
    return this.#ordered;
  }
}

function setMember<T>(set: Set<T>, member: T, present: boolean): void {
  if (present) set.add(member);
  else set.delete(member);
}
