/** Paths of documents whose findings may have changed; all of them at once costs nothing until somebody asks. */
export class Concerned {
  #paths = new Set<string>();
  #all = false;

  add(path: string): void {
    this.#paths.add(path);
  }

  addAll(): void {
    this.#all = true;
  }

  /** Empties the set and returns what it held; `known` are the documents there are now. */
  take(known: Iterable<string>): ReadonlySet<string> {
    const paths = this.#paths;
    if (this.#all) for (const path of known) paths.add(path);
    this.#paths = new Set();
    this.#all = false;
    return paths;
  }
}
