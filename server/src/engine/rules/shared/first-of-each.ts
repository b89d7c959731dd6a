const keys = new WeakMap<object, string>();

/**
 * Facts without those that an earlier one says in the same words, whatever their case and marks. The words of a fact are looked at once: they
 * are asked for again after each edit of another passage.
 */
export function firstOfEach<Fact extends object>(
  facts: readonly Fact[],
  wordsOf: (fact: Fact) => string,
): readonly Fact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    let key = keys.get(fact);
    if (key === undefined) {
      key = wordsOf(fact)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim();
      keys.set(fact, key);
    }
    if (key !== "" && seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
