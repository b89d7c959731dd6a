import type { Acronym } from "../matching/acronyms.js";
import type { PlanItem } from "../model/facts.js";
import type { Vocabulary } from "../understand/context.js";
import type { PriorityValue } from "../understand/priorities.js";
import type { PlanDocument } from "./document.js";
import { FactIndex } from "./fact-index.js";
import { itemIdentity } from "./identity.js";
import { comparedTitle, dependencyNames, headcountLabel, itemNames, plainName } from "./item-names.js";
import { LabelIndex } from "./label-index.js";
import { LevelCounts } from "./level-counts.js";
import type { Stated } from "./view.js";

/** Plan items, objectives and headcount rows of a workspace: what is the same, what is called so, what depends on what. */
export class PlannedWork {
  /** Items and objectives together: what one document calls an initiative may be a goal of another. */
  readonly #items = new FactIndex<PlanItem>((fact, document) => {
    const identity = itemIdentity(fact, document);
    return identity && { ...identity, title: comparedTitle(fact) };
  });
  readonly #headcount: LabelIndex<PlanItem>;
  readonly #names = new LabelIndex<PlanItem>((fact) => itemNames(fact));
  readonly #dependencies = new LabelIndex<PlanItem>((fact) => dependencyNames(fact));
  readonly #levels = new LevelCounts();

  constructor(vocabularyOf: (document: PlanDocument) => Vocabulary) {
    this.#headcount = new LabelIndex((fact, document) => [headcountLabel(fact, vocabularyOf(document))]);
  }

  add(item: PlanItem, document: PlanDocument): void {
    this.#indexOf(item).add(item, document);
    this.#names.add(item, document);
    this.#dependencies.add(item, document);
    if (item.priority) this.#levels.add(item.priority);
  }

  remove(item: PlanItem): void {
    this.#indexOf(item).remove(item);
    this.#names.remove(item);
    this.#dependencies.remove(item);
    if (item.priority) this.#levels.remove(item.priority);
  }

  /** Documents that count the headcount of a row as well; of other items, `takeAffected` tells. */
  sharingHeadcount(item: PlanItem): readonly PlanDocument[] {
    return item.kind === "headcount" ? this.#headcount.sharing(item) : [];
  }

  /** Documents of items whose likes elsewhere may have changed since the last call. */
  takeAffected(): ReadonlySet<PlanDocument> {
    return this.#items.takeAffected();
  }

  /** Takes out a document whose items have been removed. */
  delete(document: PlanDocument): void {
    this.#items.delete(document);
  }

  setAcronyms(document: PlanDocument, acronyms: readonly Acronym[]): void {
    this.#items.setAcronyms(document, acronyms);
  }

  same(item: PlanItem): readonly Stated<PlanItem>[] {
    return this.#items.same(item);
  }

  /** Headcount rows of the same label in any document, this one's among them. */
  rowsLike(item: PlanItem): readonly Stated<PlanItem>[] {
    return this.#headcount.others(item);
  }

  documentsLike(item: PlanItem): ReadonlySet<string> {
    return this.#items.documentsLike(item);
  }

  named(name: string): readonly Stated<PlanItem>[] {
    return this.#names.under(plainName(name));
  }

  uses(priority: PriorityValue): boolean {
    return this.#levels.has(priority);
  }

  /** Items that depend on this one by a name of it. */
  dependents(item: PlanItem): readonly Stated<PlanItem>[] {
    return itemNames(item).flatMap((name) => this.#dependencies.under(name));
  }

  #indexOf(item: PlanItem): Pick<FactIndex<PlanItem>, "add" | "remove"> {
    return item.kind === "headcount" ? this.#headcount : this.#items;
  }
}
