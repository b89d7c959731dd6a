import { foldName } from "../../people/names.js";

/** A name in parts: what people call somebody, and the last name where it is known. */
export interface NameParts {
  readonly first: string;
  readonly last: string | undefined;
}

/** "Dr. Hélène Lefèvre" without its title, in parts. */
export function partsOf(name: string): NameParts {
  const written = name.split(" ");
  const words = written.slice(-foldName(name).split(" ").length);
  const [first = name] = words;
  return { first, last: words.length > 1 ? words.at(-1) : undefined };
}

/**
 * The names of one pair in a path or title replaced by those of another: a first name by a first name, a last by a last, lower case and without accents
 * where the old one was. The text as it was, where it does not name both.
 */
export function withNames(text: string, old: readonly NameParts[], wanted: readonly NameParts[]): string {
  const found = new Set<number>();
  const renamed = text.replace(/[\p{L}\p{M}’']+/gu, (word) => {
    const index = old.findIndex(
      ({ first, last }) =>
        foldName(word) === foldName(first) || (last !== undefined && foldName(word) === foldName(last)),
    );
    const to = wanted[index];
    if (index < 0 || !to) return word;
    found.add(index);
    const isLast = foldName(word) !== foldName(old[index]?.first ?? "");
    const name = isLast ? (to.last ?? to.first) : to.first;
    return word === foldName(word) ? foldName(name) : name;
  });
  return found.size >= 2 ? renamed : text;
}
