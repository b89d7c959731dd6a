/**
 * No value, one, or a list: of most keys of an index there is one value, and a list around it would take more than all else that is kept of
 * it. Values are no arrays. What is there keeps its order; lists of a few are made anew, without the room that a list has that grew.
 */
export type Few<Value extends object> = Value | Value[] | undefined;

/** Lists longer than this grow where they are. */
const mostCopied = 16;

/** With a value more; one that was added last is not added again. */
export function withValue<Value extends object>(few: Few<Value>, value: Value): Few<Value> {
  if (few === undefined || few === value) return value;
  if (!Array.isArray(few)) return [few, value];
  if (few.at(-1) === value) return few;
  if (few.length < mostCopied) return few.concat([value]);
  few.push(value);
  return few;
}

/** Without a value, whether or not it was there. */
export function withoutValue<Value extends object>(few: Few<Value>, value: Value): Few<Value> {
  if (few === value) return undefined;
  if (!Array.isArray(few)) return few;
  // What goes has most often just come.
  const at = few.lastIndexOf(value);
  if (at >= 0) few.splice(at, 1);
  return few.length > 1 ? few : few[0];
}

export function valuesOf<Value extends object>(few: Few<Value>): readonly Value[] {
  if (few === undefined) return [];
  return Array.isArray(few) ? few : [few];
}

export function countOf<Value extends object>(few: Few<Value>): number {
  if (few === undefined) return 0;
  return Array.isArray(few) ? few.length : 1;
}

/** Words of which there is mostly one: that is kept without a list. */
export type FewWords = string | readonly string[];

/** The list as it is kept, without the room that one has that was put together. */
export function fewWords(words: readonly string[]): FewWords {
  const [only] = words;
  return words.length === 1 && only !== undefined ? only : words.slice();
}

export function wordsIn(few: FewWords): readonly string[] {
  return typeof few === "string" ? [few] : few;
}
