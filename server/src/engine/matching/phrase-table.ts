import type { Acronym } from "./acronyms.js";
import type { Phrase } from "./word-lists.js";

/** Short forms as the documents of a workspace explain them; one that is explained in two ways stands for neither. */
export class PhraseTable {
  readonly #meanings = new Map<string, Map<string, number>>();
  readonly #byFirst = new Map<string, Phrase[]>();

  lookup(firstStem: string): readonly Phrase[] {
    return this.#byFirst.get(firstStem) ?? [];
  }

  /** Counts one explanation more (or, with -1, one less); says which short forms mean something else now, before and after. */
  count({ short, long }: Acronym, step: 1 | -1): readonly Acronym[] {
    const before = this.#meaningOf(short);
    const meanings = this.#meanings.get(short) ?? new Map<string, number>();
    const count = (meanings.get(long) ?? 0) + step;
    if (count > 0) meanings.set(long, count);
    else meanings.delete(long);
    if (meanings.size > 0) this.#meanings.set(short, meanings);
    else this.#meanings.delete(short);
    const after = this.#meaningOf(short);
    if (before === after) return [];
    if (before !== undefined) this.#drop(short, before);
    if (after !== undefined) this.#enter(short, after);
    return [before, after].filter((meaning) => meaning !== undefined).map((meaning) => ({ short, long: meaning }));
  }

  #meaningOf(short: string): string | undefined {
    const meanings = this.#meanings.get(short);
    if (meanings?.size !== 1) return undefined;
    const [only] = meanings.keys();
    return only;
  }

  #enter(short: string, long: string): void {
    const words = long.split(" ");
    const first = words[0] ?? "";
    const phrases = [...(this.#byFirst.get(first) ?? []), { words, short, acronym: true }];
    // Longest first, then by name: the order of arrival must not show.
    phrases.sort((a, b) => b.words.length - a.words.length || (a.short < b.short ? -1 : 1));
    this.#byFirst.set(first, phrases);
  }

  #drop(short: string, long: string): void {
    const first = long.split(" ", 1)[0] ?? "";
    const phrases = (this.#byFirst.get(first) ?? []).filter((phrase) => phrase.short !== short);
    if (phrases.length > 0) this.#byFirst.set(first, phrases);
    else this.#byFirst.delete(first);
  }
}
