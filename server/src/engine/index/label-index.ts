import type { FactBase } from "../model/facts.js";
import type { PlanDocument } from "./document.js";
import { inReadingOrder } from "./order.js";
import type { Stated } from "./view.js";

/**
 * Facts under exact labels, across documents: for headcount rows, whose names ("Engineering", "Total") are too common for titles to tell
 * them apart, and for whatever is looked up by its name or id. Kept up fact by fact.
 */
export class LabelIndex<Fact extends FactBase> {
  readonly #byLabel = new Map<string, Map<Fact, PlanDocument>>();
  readonly #labels = new Map<Fact, readonly string[]>();

  constructor(private readonly labelsOf: (fact: Fact, document: PlanDocument) => readonly string[]) {}

  add(fact: Fact, document: PlanDocument): void {
    const labels = this.labelsOf(fact, document);
    this.#labels.set(fact, labels);
    for (const label of labels) {
      let facts = this.#byLabel.get(label);
      if (!facts) {
        facts = new Map();
        this.#byLabel.set(label, facts);
      }
      facts.set(fact, document);
    }
  }

  remove(fact: Fact): void {
    for (const label of this.#labels.get(fact) ?? []) {
      const facts = this.#byLabel.get(label);
      facts?.delete(fact);
      if (facts?.size === 0) this.#byLabel.delete(label);
    }
    this.#labels.delete(fact);
  }

  /** Everything under a label, in reading order. */
  under(label: string): readonly Stated<Fact>[] {
    return inReadingOrder([...(this.#byLabel.get(label) ?? [])].map(([fact, document]) => ({ document, fact })));
  }

  /** Documents with facts under the labels of this one, its own among them. */
  sharing(fact: Fact): readonly PlanDocument[] {
    return (this.#labels.get(fact) ?? []).flatMap((label) => [...(this.#byLabel.get(label)?.values() ?? [])]);
  }

  /** What other documents hold under the same labels; nothing of a document that holds it twice, or where this one does. */
  same(fact: Fact): readonly Stated<Fact>[] {
    const labels = this.#labels.get(fact) ?? [];
    const found = new Map<PlanDocument, Fact | undefined>();
    for (const label of labels) {
      const facts = this.#byLabel.get(label);
      if (!facts) continue;
      const own = facts.get(fact);
      for (const [other, document] of facts) {
        if (other === fact) continue;
        if (document === own) return [];
        found.set(document, found.has(document) ? undefined : other);
      }
    }
    return inReadingOrder([...found].flatMap(([document, other]) => (other ? [{ document, fact: other }] : [])));
  }
}
