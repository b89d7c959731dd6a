/** Something that may be spoken of in several documents under one name or nearly so. */
export interface TitleEntry<Key extends object = object> {
  readonly key: Key;
  readonly document: string;
  readonly title: string;
  /** Ids, tickets and resolved links that name it: entries that share one are the same whatever they are called. */
  readonly ids: readonly string[];
  readonly domain?: string | undefined;
}

/** Finds the same thing in other documents; kept up entry by entry. */
export class TitleIndex<Key extends object = object> {
  readonly #entries = new Map<Key, TitleEntry<Key>>();

  add(entry: TitleEntry<Key>): void {
    this.#entries.set(entry.key, entry);
  }

  remove(key: Key): void {
    this.#entries.delete(key);
  }

  /** Entries of other documents for the same thing, at most one a document; none of a document where two would do. */
  matchesOf(key: Key): readonly TitleEntry<Key>[] {
    const entry = this.#entries.get(key);
    if (!entry) return [];
    return [...this.#entries.values()].filter(
      (other) => other.document !== entry.document && other.title.toLowerCase() === entry.title.toLowerCase(),
    );
  }
}
