import type { Connection } from "vscode-languageserver";
import type { IndexProgress } from "./workspace-files.js";

/** Milliseconds of reading before anybody is told of it. */
const unnoticed = 300;

/** Milliseconds between reports. */
const between = 200;

type Shown = Awaited<ReturnType<Connection["window"]["createWorkDoneProgress"]>>;

/** Shows how far the first reading of the workspace has come, where it takes long enough for people to wonder. */
export class IndexingProgress implements IndexProgress {
  readonly #started = Date.now();
  #latest = 0;
  #shown: Promise<Shown | undefined> | undefined;

  constructor(private readonly connection: Connection) {}

  report(read: number, found: number): void {
    const now = Date.now();
    if (now - this.#started < unnoticed || now - this.#latest < between) return;
    this.#latest = now;
    const message = `${read} of ${found} documents`;
    const percentage = Math.floor((100 * read) / found);
    if (this.#shown) void this.#shown.then((shown) => shown?.report(percentage, message));
    else {
      // A client that says no to it goes without.
      this.#shown = this.connection.window.createWorkDoneProgress().catch(() => undefined);
      void this.#shown.then((shown) => shown?.begin("Lockstep reads the workspace", percentage, message, false));
    }
  }

  done(): void {
    void this.#shown?.then((shown) => shown?.done());
  }
}
