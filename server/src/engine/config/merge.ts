import type { Range } from "../text/range.js";
import type { Configuration, DocumentsEntry, OverrideEntry, RulesConfiguration } from "./configuration.js";
import { DEFAULT_DOMAINS } from "./default-domains.js";
import { relativeTo } from "./paths.js";
import type { OptionValue, RuleDeclaration, Severity } from "./rule-declaration.js";
import type { DomainSettings } from "./settings.js";

/** One configuration among those that hold for a document. */
export interface Layer {
  /** Path of the file; undefined for the editor's settings. */
  readonly path: string | undefined;
  /** What its patterns and paths are relative to. */
  readonly folder: string;
  readonly configuration: Configuration;
  /** By `placeKey`; empty for the editor's settings. */
  readonly places: ReadonlyMap<string, Range>;
}

/** A value with the layer that says it, undefined for a default, and its path in that layer. */
export interface Sourced<T> {
  readonly value: T;
  readonly layer: Layer | undefined;
  readonly place: readonly (string | number)[];
}

/** Which of the layers' patterns match a document; documents with the same `key` have the same settings. */
export interface Matches {
  readonly key: string;
  readonly document: { readonly entry: DocumentsEntry; readonly layer: Layer; readonly index: number } | undefined;
  readonly overrides: ReadonlySet<OverrideEntry>;
}

export interface Resolved {
  readonly domains: Sourced<readonly DomainSettings[]>;
  readonly document: Sourced<DocumentsEntry | undefined>;
  readonly scale: Sourced<readonly string[] | undefined>;
  readonly same: Sourced<readonly (readonly string[])[] | undefined>;
  readonly fiscalYearStart: Sourced<number | undefined>;
  readonly dateOrder: Sourced<"dmy" | "mdy" | undefined>;
  readonly baseline: Sourced<string | undefined>;
  readonly rules: ReadonlyMap<string, ResolvedRule>;
}

export interface ResolvedRule {
  readonly severity: Sourced<Severity | "off">;
  readonly options: ReadonlyMap<string, Sourced<OptionValue>>;
}

/** `layers` go from the outermost to the nearest. */
export function matchesOf(layers: readonly Layer[], path: string): Matches {
  let document: Matches["document"];
  const overrides = new Set<OverrideEntry>();
  for (const layer of layers) {
    const relative = relativeTo(layer.folder, path);
    const { documents } = layer.configuration;
    const index = documents.findIndex(({ files }) => files.matches(relative));
    const entry = documents[index];
    if (entry) document = { entry, layer, index };
    for (const override of layer.configuration.overrides) if (override.files.matches(relative)) overrides.add(override);
  }
  const keys = layers.map((layer) =>
    layer.configuration.overrides.map((entry) => (overrides.has(entry) ? "1" : "0")).join(""),
  );
  const documentKey = document ? `${layers.indexOf(document.layer)}:${document.index}` : "";
  return { key: `${documentKey}|${keys.join("|")}`, document, overrides };
}

/**
 * Merges layers key by key, the nearest winning (SPEC §4). Lists and `domains` are one value each; of `documents` the nearest layer
 * that matches speaks; a layer's overrides go over its own rules and under the rules of nearer layers.
 */
export function resolveLayers(layers: readonly Layer[], matches: Matches, rules: readonly RuleDeclaration[]): Resolved {
  const nearest = <T>(key: string | readonly string[], pick: (configuration: Configuration) => T | undefined) => {
    const layer = layers.findLast(({ configuration }) => pick(configuration) !== undefined);
    const place = typeof key === "string" ? [key] : key;
    return { value: layer && pick(layer.configuration), layer, place };
  };
  const { document } = matches;
  return {
    domains: resolveDomains(nearest("domains", ({ domains }) => domains)),
    document: { value: document?.entry, layer: document?.layer, place: ["documents", document?.index ?? 0] },
    scale: nearest(["priorities", "scale"], ({ scale }) => scale),
    same: nearest(["priorities", "same"], ({ same }) => same),
    fiscalYearStart: nearest("fiscalYearStart", ({ fiscalYearStart }) => fiscalYearStart),
    dateOrder: nearest("dateOrder", ({ dateOrder }) => dateOrder),
    baseline: nearest("baseline", ({ baseline }) => baseline),
    rules: resolveRules(layers, matches, rules),
  };
}

function resolveDomains(configured: Sourced<Configuration["domains"]>): Resolved["domains"] {
  const domains =
    configured.value ??
    new Map([...DEFAULT_DOMAINS.keys()].map((name) => [name, { aliases: [], leads: [], members: [] }]));
  const owners = new Map<string, string>();
  for (const name of domains.keys()) owners.set(name.toLowerCase(), name);
  const claim = (name: string, words: readonly string[]): string[] =>
    words.filter((word) => {
      const free = !owners.has(word.toLowerCase());
      if (free) owners.set(word.toLowerCase(), name);
      return free;
    });
  // All that configuration says goes before all that is built in.
  const configuredWords = new Map([...domains].map(([name, { aliases }]) => [name, claim(name, aliases)]));
  const value = [...domains].map(([name, { leads, members }]) => {
    const builtIn = claim(name, DEFAULT_DOMAINS.get(name.toLowerCase()) ?? []);
    return { name, aliases: [...(configuredWords.get(name) ?? []), ...builtIn], leads, members };
  });
  return { ...configured, value };
}

interface RuleParts {
  severity: Sourced<Severity | "off">;
  readonly options: Map<string, Sourced<OptionValue>>;
}

function resolveRules(
  layers: readonly Layer[],
  matches: Matches,
  rules: readonly RuleDeclaration[],
): Resolved["rules"] {
  const resolved = new Map<string, RuleParts>();
  for (const rule of rules) {
    const options = Object.entries(rule.options ?? {}).map(
      ([name, option]) => [name, { value: option.default, layer: undefined, place: [] }] as const,
    );
    resolved.set(rule.id, { severity: defaultSeverity(rule), options: new Map(options) });
  }
  const declarations = new Map(rules.map((rule) => [rule.id, rule]));
  const apply = (layer: Layer, configured: RulesConfiguration, path: readonly (string | number)[]): void => {
    for (const [id, { severity, options }] of configured) {
      const parts = resolved.get(id);
      const declaration = declarations.get(id);
      if (!parts || !declaration) continue;
      const place = [...path, id];
      if (severity === "default") parts.severity = { ...defaultSeverity(declaration), layer, place };
      else if (severity !== undefined) parts.severity = { value: severity, layer, place };
      for (const [name, value] of options) parts.options.set(name, { value, layer, place: [...place, name] });
    }
  };
  for (const layer of layers) {
    apply(layer, layer.configuration.rules, ["rules"]);
    layer.configuration.overrides.forEach((override, index) => {
      if (matches.overrides.has(override)) apply(layer, override.rules, ["overrides", index, "rules"]);
    });
  }
  return resolved;
}

function defaultSeverity(rule: RuleDeclaration): Sourced<Severity | "off"> {
  return { value: rule.severity, layer: undefined, place: [] };
}
