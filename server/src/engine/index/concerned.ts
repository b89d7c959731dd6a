/** Paths of documents whose findings may have changed; all of them at once costs nothing until somebody asks. */
export class Concerned {
  #paths = new Set<string>();
  #all = false;
  #revision = 0;

  /** Another number whenever more than the text of a document has changed. */
  get revision(): number {
    return this.#revision;
  }

  /** Of what is understood of a document something changed. */
  addChanged(path: string): void {
    this.#revision += 1;
    this.#paths.add(path);
  }

  add(path: string): void {
    this.#paths.add(path);
  }

  addAll(): void {
    this.#revision += 1;
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
