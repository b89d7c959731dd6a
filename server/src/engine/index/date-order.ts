import { type DateOrderEvidence, dateOrderEvidence, inferDateOrder } from "../dates/numeric.js";
import type { Slot } from "../markdown/slot.js";
import { SlotValues } from "../markdown/slot-values.js";
import type { PlanDocument } from "./document.js";

export type DateOrder = "dmy" | "mdy" | undefined;

const digits = /\d/;

/** What the numeric dates of a document say of day and month, slot by slot. */
export function dateOrderEvidences(): SlotValues<DateOrderEvidence> {
  return new SlotValues(evidenceIn);
}

function evidenceIn({ text }: Slot): DateOrderEvidence | undefined {
  return digits.test(text) ? dateOrderEvidence(text) : undefined;
}

/** What a document's own numeric dates say: the order, and whether any date depends on it. */
export interface OwnDates {
  readonly order: DateOrder;
  readonly matters: boolean;
}

export function dateOrderOf(evidence: readonly DateOrderEvidence[]): OwnDates {
  return { order: inferDateOrder([...evidence]), matters: evidence.some((one) => one.either) };
}

/** The order that all documents of a repository agree on, where any of them tells; kept up document by document. */
export class RepositoryDateOrder {
  readonly #orders = new Map<PlanDocument, "dmy" | "mdy">();
  #dayFirst = 0;

  get order(): DateOrder {
    if (this.#orders.size === 0) return undefined;
    if (this.#dayFirst === this.#orders.size) return "dmy";
    return this.#dayFirst === 0 ? "mdy" : undefined;
  }

  update(document: PlanDocument, order: DateOrder): void {
    const before = this.#orders.get(document);
    if (before === order) return;
    if (before === "dmy") this.#dayFirst -= 1;
    if (order === "dmy") this.#dayFirst += 1;
    if (order === undefined) this.#orders.delete(document);
    else this.#orders.set(document, order);
  }
}
