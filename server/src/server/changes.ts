import type { Disposable } from "vscode-languageserver";
import { RAL } from "vscode-languageserver";

/** Quiet time in milliseconds after which what follows from changes is told to whoever did not ask. */
const quiet = 60;

/** The longest that somebody who keeps typing makes others wait, in milliseconds. */
const patience = 400;

/**
 * Tells of changes, in their own time: whoever asks is answered at once, this is for what nobody asked for. Nothing runs while nothing
 * changes.
 */
export class Changes {
  readonly #listeners = new Set<() => void>();
  #timer: Disposable | undefined;
  #latest = 0;

  constructor(private readonly failed: (error: unknown) => void) {}

  /** Calls `listener` once things have come to rest after changes. */
  onSettled(listener: () => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** Something changed. */
  touch(): void {
    const now = Date.now();
    if (this.#timer) this.#timer.dispose();
    else this.#latest = now + patience;
    this.#timer = RAL().timer.setTimeout(() => this.#settle(), Math.max(0, Math.min(quiet, this.#latest - now)));
  }

  end(): void {
    this.#timer?.dispose();
    this.#timer = undefined;
    this.#listeners.clear();
  }

  #settle(): void {
    this.#timer = undefined;
    for (const listener of [...this.#listeners]) {
      try {
        listener();
      } catch (error) {
        this.failed(error);
      }
    }
  }
}
