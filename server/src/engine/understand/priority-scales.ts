import type { PrioritySettings } from "../config/settings.js";
import type { PriorityScheme } from "../model/facts.js";
import type { Vocabulary } from "./context.js";
import { type PriorityValue, readPriority } from "./priorities.js";

/** Which values of different schemes are equal, as configuration and the legends of documents say. */
export class PriorityScales {
  /** Value key to the number of its group of equals. */
  readonly #groups = new Map<string, number>();
  /** Group and scheme to the level that the group has there. */
  readonly #levels = new Map<string, number>();
  /** Group and scheme to the word that configuration or legend has for it. */
  readonly #words = new Map<string, string>();

  /** @param legends groups of equal values, as `readLegend` gives them; configuration goes before them */
  static build(
    settings: PrioritySettings,
    legends: readonly (readonly (readonly string[])[])[],
    vocabulary: Vocabulary,
  ): PriorityScales {
    const scales = new PriorityScales();
    for (const groups of [settings.same, ...legends]) {
      for (const group of groups) scales.#join(group, vocabulary);
    }
    return scales;
  }

  #join(values: readonly string[], vocabulary: Vocabulary): void {
    const read = values.map((text) => readPriority(text, vocabulary)).filter((value) => value !== undefined);
    const known = read.map((value) => this.#groups.get(keyOf(value))).find((group) => group !== undefined);
    const group = known ?? this.#groups.size;
    for (const value of read) {
      const key = keyOf(value);
      if (this.#groups.has(key)) continue;
      this.#groups.set(key, group);
      const inScheme = `${group} ${familyOf(value)}`;
      if (this.#levels.has(inScheme)) continue;
      this.#levels.set(inScheme, value.level);
      this.#words.set(inScheme, value.text);
    }
  }

  /**
   * Below 0 where `a` is the more important, above 0 where `b` is, 0 where they are equal; undefined where nobody says how to compare
   * them: different schemes without a common scale, and ranks, which only order the list that they stand in (SPEC §6).
   */
  compare(a: PriorityValue, b: PriorityValue): number | undefined {
    const family = familyOf(a);
    if (family === undefined || familyOf(b) === undefined) return undefined;
    if (family === familyOf(b)) return a.level - b.level;
    const translated = this.#levelIn(a, familyOf(b));
    if (translated !== undefined) return translated - b.level;
    const back = this.#levelIn(b, family);
    return back === undefined ? undefined : a.level - back;
  }

  /** The word for `value` in the scheme of `like`; undefined where nobody says how the schemes compare. */
  translate(value: PriorityValue, like: PriorityValue): string | undefined {
    if (familyOf(value) !== undefined && familyOf(value) === familyOf(like)) return value.text;
    const group = this.#groups.get(keyOf(value));
    return group === undefined ? undefined : this.#words.get(`${group} ${familyOf(like)}`);
  }

  #levelIn(value: PriorityValue, family: string | undefined): number | undefined {
    const group = this.#groups.get(keyOf(value));
    return group === undefined ? undefined : this.#levels.get(`${group} ${family}`);
  }
}

/** What compares by itself: a scheme, tiers apart from P-levels; undefined for ranks. */
function familyOf(value: PriorityValue): PriorityScheme | "tier" | undefined {
  if (value.scheme === "rank" || value.scheme === "ordinal") return undefined;
  return /^tier/i.test(value.text) ? "tier" : value.scheme;
}

function keyOf(value: PriorityValue): string {
  return `${familyOf(value) ?? value.scheme}:${value.level}`;
}
