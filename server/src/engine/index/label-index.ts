import { type FewWords, fewWords, wordsIn } from "../matching/few.js";
import { Postings } from "../matching/postings.js";
import type { FactBase } from "../model/facts.js";
import type { PlanDocument } from "./document.js";
import { inReadingOrder } from "./order.js";
import type { Stated } from "./view.js";

interface Entry<Fact> extends Stated<Fact> {
  readonly labels: FewWords;
}

/**
 * Facts under exact labels, across documents: for headcount rows, whose names ("Engineering", "Total") are too common for titles to tell
 * them apart, and for whatever is looked up by its name or id. Kept up fact by fact.
 */
export class LabelIndex<Fact extends FactBase> {
  readonly #byLabel = new Postings<string, Entry<Fact>>();
  readonly #entries = new Map<Fact, Entry<Fact>>();

  constructor(private readonly labelsOf: (fact: Fact, document: PlanDocument) => readonly string[]) {}

  add(fact: Fact, document: PlanDocument): void {
    const labels = this.labelsOf(fact, document);
    if (labels.length === 0) return;
    const entry = { document, fact, labels: fewWords(labels) };
    this.#entries.set(fact, entry);
    for (const label of labels) this.#byLabel.add(label, entry);
  }

  remove(fact: Fact): void {
    const entry = this.#entries.get(fact);
    if (!entry) return;
    for (const label of wordsIn(entry.labels)) this.#byLabel.delete(label, entry);
    this.#entries.delete(fact);
  }

  /** Everything under a label, in reading order. */
  under(label: string): readonly Stated<Fact>[] {
    return inReadingOrder([...this.#byLabel.get(label)]);
  }

  /** Documents with facts under the labels of this one, its own among them. */
  sharing(fact: Fact): readonly PlanDocument[] {
    const labels = wordsIn(this.#entries.get(fact)?.labels ?? []);
    return labels.flatMap((label) => [...this.#byLabel.get(label)].map(({ document }) => document));
  }

  /** Everything else under the labels of this one, in reading order; what the same document holds among it. */
  others(fact: Fact): readonly Stated<Fact>[] {
    const labels = wordsIn(this.#entries.get(fact)?.labels ?? []);
    const found = new Set(labels.flatMap((label) => [...this.#byLabel.get(label)]));
    return inReadingOrder([...found].filter((other) => other.fact !== fact));
  }
}
