import { countOf, type Few, valuesOf, withoutValue, withValue } from "./few.js";

/** Values by key, in the order in which they were added: most keys have one. */
export class Postings<Key extends string | number, Value extends object> {
  readonly #map = new Map<Key, Few<Value>>();

  /** What is there now; it may change with the next value. */
  get(key: Key): readonly Value[] {
    return valuesOf(this.#map.get(key));
  }

  count(key: Key): number {
    return countOf(this.#map.get(key));
  }

  /** Adds a value, unless it is the last that was added under this key. */
  add(key: Key, value: Value): void {
    const before = this.#map.get(key);
    const after = withValue(before, value);
    if (after !== before) this.#map.set(key, after);
  }

  delete(key: Key, value: Value): void {
    const before = this.#map.get(key);
    const after = withoutValue(before, value);
    if (after === undefined) this.#map.delete(key);
    else if (after !== before) this.#map.set(key, after);
  }
}
