import { offsetOf } from "../markdown/place.js";
import type { Acronym } from "../matching/acronyms.js";
import { type TitleEntry, TitleIndex } from "../matching/title-index.js";
import type { FactBase } from "../model/facts.js";
import type { PlanDocument } from "./document.js";
import type { Stated } from "./view.js";

/** How a fact is known in other documents: by what it is called, and by the ids and link targets that name it. */
export type Identity = Pick<TitleEntry, "title" | "ids" | "numbers" | "names">;

/** Facts of one kind by what they are about, across documents; kept up fact by fact. */
export class FactIndex<Fact extends FactBase> {
  /** Documents with facts, by path. */
  readonly #documents = new Map<string, PlanDocument>();
  /** Of what a document states twice, the first place counts, however it was read. */
  readonly #titles = new TitleIndex<Fact>((a, b) => offsetOf(a.place) - offsetOf(b.place));

  constructor(private readonly identify: (fact: Fact, document: PlanDocument) => Identity | undefined) {}

  add(fact: Fact, document: PlanDocument): void {
    const identity = this.identify(fact, document);
    if (!identity) return;
    this.#documents.set(document.path, document);
    this.#titles.add({ key: fact, document: document.path, ...identity });
  }

  remove(fact: Fact): void {
    this.#titles.remove(fact);
  }

  /** Takes out a document whose facts have been removed. */
  delete(document: PlanDocument): void {
    this.#documents.delete(document.path);
    this.setAcronyms(document, []);
  }

  /** Documents of facts whose likes elsewhere may have changed since the last call. */
  takeAffected(): ReadonlySet<PlanDocument> {
    const affected = new Set<PlanDocument>();
    for (const fact of this.#titles.takeAffected()) {
      const document = this.#documents.get(this.#titles.documentOf(fact) ?? "");
      if (document) affected.add(document);
    }
    return affected;
  }

  /** What a document's text says that short forms stand for: "Single sign-on (SSO)". */
  setAcronyms(document: PlanDocument, acronyms: readonly Acronym[]): void {
    this.#titles.setAcronyms(document.path, acronyms);
  }

  /** The same thing in other documents, at most once a document; nothing where it is ambiguous. */
  same(fact: Fact): readonly Stated<Fact>[] {
    const matches = this.#titles.matchesOf(fact);
    if (matches.length === 0) return matches as readonly never[];
    return matches.flatMap(({ document: path, key: fact }) => {
      const document = this.#documents.get(path);
      return document ? [{ document, fact }] : [];
    });
  }

  /** Paths of documents that hold something that may be the same, those among them where it is ambiguous which. */
  documentsLike(fact: Fact): ReadonlySet<string> {
    return this.#titles.documentsLike(fact);
  }
}
