import type {
  Configuration,
  ConfiguredKind,
  DocumentsEntry,
  DomainConfiguration,
  OverrideEntry,
  RuleConfiguration,
  RulesConfiguration,
} from "./configuration.js";
import type { FittingMap, FittingValue } from "./fit.js";
import { compileGlobs } from "./glob.js";
import { type OptionValue, SEVERITIES, type Severity } from "./rule-declaration.js";
import { DOCUMENT_KINDS } from "./schema.js";

/** Gives a value that fits the schema its type. */
export function configurationOf(value: FittingValue | undefined): Configuration {
  const map = mapOf(value);
  const domains = map.get("domains");
  const priorities = mapOf(map.get("priorities"));
  const dateOrder = map.get("dateOrder");
  return {
    root: booleanOf(map.get("root")),
    domains: domains === undefined ? undefined : domainsOf(mapOf(domains)),
    documents: listOf(map.get("documents")).map(documentsEntryOf),
    scale: priorities.has("scale") ? textsOf(priorities.get("scale")) : undefined,
    same: priorities.has("same") ? listOf(priorities.get("same")).map(textsOf) : undefined,
    fiscalYearStart: numberOf(map.get("fiscalYearStart")),
    dateOrder: dateOrder === "dmy" || dateOrder === "mdy" ? dateOrder : undefined,
    rules: rulesOf(map.get("rules")),
    overrides: listOf(map.get("overrides")).map(overrideOf),
    baseline: textOf(map.get("baseline")),
  };
}

function domainsOf(map: FittingMap): ReadonlyMap<string, DomainConfiguration> {
  const named = [...map].filter(([name]) => name.trim() !== "");
  return new Map(named.map(([name, inner]) => [name, domainOf(inner)]));
}

function domainOf(value: FittingValue): DomainConfiguration {
  const map = mapOf(value);
  return {
    aliases: textsOf(map.get("aliases")),
    leads: textsOf(map.get("leads")),
    members: textsOf(map.get("members")),
  };
}

function documentsEntryOf(value: FittingValue): DocumentsEntry {
  const map = mapOf(value);
  const kind = map.get("kind");
  return {
    files: compileGlobs(textsOf(map.get("files"))),
    planning: booleanOf(map.get("planning")),
    kind: DOCUMENT_KINDS.find((candidate): candidate is ConfiguredKind => candidate === kind),
    domain: textOf(map.get("domain")),
  };
}

function overrideOf(value: FittingValue): OverrideEntry {
  const map = mapOf(value);
  return { files: compileGlobs(textsOf(map.get("files"))), rules: rulesOf(map.get("rules")) };
}

function rulesOf(value: FittingValue | undefined): RulesConfiguration {
  return new Map([...mapOf(value)].map(([id, inner]) => [id, ruleOf(inner)]));
}

function ruleOf(value: FittingValue): RuleConfiguration {
  if (!(value instanceof Map)) return { severity: severityOf(value), options: new Map() };
  const options = new Map<string, OptionValue>();
  for (const [name, option] of mapOf(value)) {
    const scalar = typeof option === "string" || typeof option === "number" || typeof option === "boolean";
    if (name !== "severity" && scalar) options.set(name, option);
  }
  return { severity: severityOf(value.get("severity")), options };
}

function severityOf(value: FittingValue | undefined): Severity | "off" | "default" | undefined {
  if (value === false || value === "off") return "off";
  if (value === true) return "default";
  return SEVERITIES.find((severity) => severity === value);
}

const emptyMap: FittingMap = new Map();

function mapOf(value: FittingValue | undefined): FittingMap {
  return value instanceof Map ? value : emptyMap;
}

function listOf(value: FittingValue | undefined): readonly FittingValue[] {
  return Array.isArray(value) ? value : [];
}

/** A text stands for a list of one. */
function textsOf(value: FittingValue | undefined): readonly string[] {
  const list = typeof value === "string" ? [value] : listOf(value);
  return list.map(textOf).filter((text) => text !== undefined);
}

function textOf(value: FittingValue | undefined): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function numberOf(value: FittingValue | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function booleanOf(value: FittingValue | undefined): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}
