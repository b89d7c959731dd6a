/**
 * Values by word, for words that come from documents: unlike a plain object it holds no "constructor" and no "__proto__" that nobody put in.
 */
export function dictionary<Value>(entries: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(entries));
}
