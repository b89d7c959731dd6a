/** Sets by key, most of which hold one value: a value alone is kept without a set around it. */
export class Postings<Key extends string | number, Value extends object> {
  readonly #map = new Map<Key, Value | Set<Value>>();

  get(key: Key): Iterable<Value> {
    const found = this.#map.get(key);
    if (found === undefined) return [];
    return found instanceof Set ? found : [found];
  }

  add(key: Key, value: Value): void {
    const found = this.#map.get(key);
    if (found === undefined) this.#map.set(key, value);
    else if (found instanceof Set) found.add(value);
    else if (found !== value) this.#map.set(key, new Set([found, value]));
  }

  delete(key: Key, value: Value): void {
    const found = this.#map.get(key);
    if (found === value) this.#map.delete(key);
    else if (found instanceof Set && found.delete(value) && found.size === 0) this.#map.delete(key);
  }
}
