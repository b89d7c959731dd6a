import { type DateOrderEvidence, dateOrderEvidence, inferDateOrder } from "../dates/numeric.js";
import type { MarkdownDocument } from "../markdown/document.js";
import type { Slot } from "../markdown/slot.js";
import type { PlanDocument } from "./document.js";

export type DateOrder = "dmy" | "mdy" | undefined;

const none: DateOrderEvidence = { dayFirst: false, monthFirst: false, either: false };
const digitsApart = /\d[-/]\d/;
const bySlot = new WeakMap<Slot, DateOrderEvidence>();

/** What a document's own numeric dates say, kept with the slots: the order, and whether any date depends on it. */
export function dateOrderOf(document: MarkdownDocument): { readonly order: DateOrder; readonly matters: boolean } {
  const evidence: DateOrderEvidence[] = [];
  for (const slot of document.slots) {
    let own = bySlot.get(slot);
    if (!own) {
      own = digitsApart.test(slot.text) ? dateOrderEvidence(slot.text) : none;
      bySlot.set(slot, own);
    }
    if (own !== none) evidence.push(own);
  }
  return { order: inferDateOrder(evidence), matters: evidence.some((one) => one.either) };
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
