/** Members of `list` that `other` does not hold; lists of equal members in order are told apart without a set. */
export function missingFrom<T>(list: readonly T[], other: readonly T[]): readonly T[] {
  if (list.length === other.length && list.every((item, index) => item === other[index])) return [];
  const present = new Set(other);
  return list.filter((item) => !present.has(item));
}
