import type { ConfiguredKind } from "./configuration.js";
import type { OptionValue, Severity } from "./rule-declaration.js";

/**
 * What is in force for one document. Equal settings are the same object, and so are their equal parts (`domains`, `document`,
 * `priorities`, `rules`), so that whoever derives something from a part may compare by identity.
 */
export interface Settings {
  /** In the order of configuration. */
  readonly domains: readonly DomainSettings[];
  readonly document: DocumentSettings;
  readonly priorities: PrioritySettings;
  /** Month from 1; undefined where nobody said. */
  readonly fiscalYearStart: number | undefined;
  readonly dateOrder: "dmy" | "mdy" | undefined;
  /** Every declared rule. */
  readonly rules: ReadonlyMap<string, RuleSettings>;
  /** Path of the baseline, from the same origin as the document's path. */
  readonly baseline: string | undefined;
  /** Settings of a rule; of one that is not declared, "off". */
  rule(id: string): RuleSettings;
}

export interface DomainSettings {
  readonly name: string;
  /** Configured and built-in words. Each belongs to one domain, and none is a domain's name. */
  readonly aliases: readonly string[];
  /** As written: "Priya Nair <@priya>", "@amelia", "Zoë Brandt". */
  readonly leads: readonly string[];
  readonly members: readonly string[];
}

/** What `documents` says of this path; undefined leaves it to the document itself. */
export interface DocumentSettings {
  readonly planning: boolean | undefined;
  readonly kind: ConfiguredKind | undefined;
  /** The domain's name, whichever of its words was written. */
  readonly domain: string | undefined;
}

export interface PrioritySettings {
  /** Levels, the most important first; empty where nobody said. */
  readonly scale: readonly string[];
  /** Words that mean the same level, one list for each. */
  readonly same: readonly (readonly string[])[];
}

export interface RuleSettings {
  readonly severity: Severity | "off";
  /** Every declared option. */
  readonly options: Readonly<Record<string, OptionValue>>;
}

/**
 * Level of each configured word, lower-cased: its place in the scale, counted from 0. Words of one list of `same` share the level of
 * the one that the scale names; without a scale the list's own place counts.
 */
export function priorityLevels(priorities: PrioritySettings): ReadonlyMap<string, number> {
  const levels = new Map(priorities.scale.map((word, index) => [word.toLowerCase(), index] as const));
  const fromScale = levels.size > 0;
  priorities.same.forEach((words, index) => {
    const named = words.map((word) => levels.get(word.toLowerCase())).find((level) => level !== undefined);
    const level = fromScale ? named : index;
    if (level === undefined) return;
    for (const word of words) if (!levels.has(word.toLowerCase())) levels.set(word.toLowerCase(), level);
  });
  return levels;
}
