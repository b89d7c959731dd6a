import { sameItems } from "../text/same.js";

/** Members of `list` that `other` does not hold; lists of equal members in order are told apart without a set. */
export function missingFrom<T>(list: readonly T[], other: readonly T[]): readonly T[] {
  if (sameItems(list, other)) return [];
  const present = new Set(other);
  return list.filter((item) => !present.has(item));
}
