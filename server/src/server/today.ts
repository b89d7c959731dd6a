import { dayNumber, parseIsoDate } from "../engine/model/date.js";

/** Today, read from the machine's clock, or pinned. The one place of the server that looks at the clock for a date. */
export class Today {
  readonly #pinned: number | undefined;
  #day = 0;
  #until = 0;

  /** `pinned` is `YYYY-MM-DD`; anything else leaves it to the clock. */
  constructor(pinned: unknown) {
    this.#pinned = typeof pinned === "string" ? parseIsoDate(pinned) : undefined;
    this.day();
  }

  /** Today as a day number, in the machine's time zone. Cheap enough to ask before every answer, so nothing waits for midnight. */
  day(): number {
    if (this.#pinned !== undefined) return this.#pinned;
    const now = Date.now();
    if (now < this.#until && now >= this.#until - 86_400_000 * 1.1) return this.#day;
    const date = new Date(now);
    this.#day = dayNumber(date.getFullYear(), date.getMonth() + 1, date.getDate());
    this.#until = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime();
    return this.#day;
  }
}
