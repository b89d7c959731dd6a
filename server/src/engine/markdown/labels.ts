/**
 * Labels of link and footnote definitions, as micromark normalizes them. A key is the label behind its kind's mark, so that
 * both kinds share one table: `[` for link definitions, `^` for footnotes.
 */
export type LabelKey = string;

/** Which labels a document defines; what the parser asks while it reads references. */
export interface KnownLabels {
  has(key: LabelKey): boolean;
}

export function definitionKey(label: string): LabelKey {
  return `[${label}`;
}

export function footnoteKey(label: string): LabelKey {
  return `^${label}`;
}

const noLabels: ReadonlySet<never> = new Set<never>();

/** Counts the definitions of each label, and notes which labels came or went. Order does not matter to the tree. Most documents have none. */
export class LabelTable implements KnownLabels {
  #counts: Map<LabelKey, number> | undefined;
  #before: Map<LabelKey, boolean> | undefined;

  has(key: LabelKey): boolean {
    return this.#counts?.has(key) === true;
  }

  add(keys: readonly LabelKey[]): void {
    for (const key of keys) this.#change(key, 1);
  }

  remove(keys: readonly LabelKey[]): void {
    for (const key of keys) this.#change(key, -1);
  }

  /** The labels that are defined now and were not when this was last called, or the other way round. */
  takeToggled(): ReadonlySet<LabelKey> {
    if (this.#before === undefined) return noLabels;
    const toggled = new Set<LabelKey>();
    for (const [key, before] of this.#before) if (before !== this.has(key)) toggled.add(key);
    this.#before = undefined;
    return toggled;
  }

  #change(key: LabelKey, by: number): void {
    this.#counts ??= new Map();
    this.#before ??= new Map();
    const count = this.#counts.get(key) ?? 0;
    if (!this.#before.has(key)) this.#before.set(key, count > 0);
    if (count + by > 0) this.#counts.set(key, count + by);
    else this.#counts.delete(key);
  }
}
