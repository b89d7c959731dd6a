import type { GlobList } from "./glob.js";
import type { OptionValue, Severity } from "./rule-declaration.js";
import type { DOCUMENT_KINDS } from "./schema.js";

export type ConfiguredKind = (typeof DOCUMENT_KINDS)[number];

/** What one file, or the editor's settings, say; undefined where they say nothing. Only what fits the schema is in here. */
export interface Configuration {
  readonly root: boolean | undefined;
  /** In the order of the file; replaces the domains of the layers below as a whole. */
  readonly domains: ReadonlyMap<string, DomainConfiguration> | undefined;
  readonly documents: readonly DocumentsEntry[];
  readonly scale: readonly string[] | undefined;
  readonly same: readonly (readonly string[])[] | undefined;
  readonly fiscalYearStart: number | undefined;
  readonly dateOrder: "dmy" | "mdy" | undefined;
  readonly rules: RulesConfiguration;
  readonly overrides: readonly OverrideEntry[];
  /** Relative to the folder of the file. */
  readonly baseline: string | undefined;
}

export interface DomainConfiguration {
  readonly aliases: readonly string[];
  readonly leads: readonly string[];
  readonly members: readonly string[];
}

export interface DocumentsEntry {
  readonly files: GlobList;
  readonly planning: boolean | undefined;
  readonly kind: ConfiguredKind | undefined;
  /** As written: a domain's name or one of its aliases. */
  readonly domain: string | undefined;
}

export interface OverrideEntry {
  readonly files: GlobList;
  readonly rules: RulesConfiguration;
}

export type RulesConfiguration = ReadonlyMap<string, RuleConfiguration>;

export interface RuleConfiguration {
  /** "default" (written `true`) takes back what a layer below said. */
  readonly severity: Severity | "off" | "default" | undefined;
  readonly options: ReadonlyMap<string, OptionValue>;
}
