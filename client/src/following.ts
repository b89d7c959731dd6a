/** How much longer than the work itself its rest is, and the longest rest in milliseconds. */
const restFactor = 4;
const longestRest = 1500;

/**
 * Does something again whenever things have changed: once at a time, and with rests in between, so that a large workspace does not spend its
 * time on lists that nobody has had time to read.
 */
export class Following {
  #busy = false;
  #again = false;

  constructor(private readonly work: () => Promise<void>) {}

  /** Something has changed. */
  touch(): void {
    this.#again = true;
    if (!this.#busy) void this.#run();
  }

  async #run(): Promise<void> {
    this.#busy = true;
    while (this.#again) {
      this.#again = false;
      const begun = Date.now();
      // What fails now is done again on the next change.
      await this.work().catch(() => undefined);
      const rest = Math.min(longestRest, restFactor * (Date.now() - begun));
      await new Promise((resolve) => setTimeout(resolve, rest));
    }
    this.#busy = false;
  }
}
