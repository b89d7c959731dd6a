import type { PriorityValue } from "../understand/priorities.js";

/** How many items have each level of each scheme: whether P1 is the top of a list depends on whether anybody uses P0. */
export class LevelCounts {
  readonly #counts = new Map<string, number>();

  has(priority: PriorityValue): boolean {
    return this.#counts.has(keyOf(priority));
  }

  add(priority: PriorityValue): void {
    const key = keyOf(priority);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  remove(priority: PriorityValue): void {
    const key = keyOf(priority);
    const count = this.#counts.get(key) ?? 0;
    if (count > 1) this.#counts.set(key, count - 1);
    else this.#counts.delete(key);
  }
}

function keyOf({ scheme, level, text }: PriorityValue): string {
  return `${/^tier/i.test(text) ? "tier" : scheme} ${level}`;
}
