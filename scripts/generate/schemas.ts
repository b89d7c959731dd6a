import type { JsonSchema } from "../../server/src/engine/config/json-schema.js";
import { configurationSchema } from "../../server/src/engine/config/schema.js";
import { rules } from "../../server/src/engine/rules/registry.js";
import { tools } from "../../server/src/engine/tools/tools.js";

const folder = "schemas";

/** Schemas for the editors of configuration files, by path relative to the root. */
export function schemas(): [path: string, text: string][] {
  return [
    [`${folder}/lockstep.schema.json`, json(configurationSchema(rules))],
    [
      `${folder}/package.schema.json`,
      json({
        $schema: "https://json-schema.org/draft/2020-12/schema",
        title: "Lockstep configuration in package.json",
        type: "object",
        properties: { lockstep: { $ref: "./lockstep.schema.json" } },
      } satisfies JsonSchema),
    ],
  ];
}

/** The manifest with the settings and schemas that follow from the registry; everything else in it stays as it is. */
export function manifestWith(manifest: string): string {
  const parsed = JSON.parse(manifest) as {
    contributes: {
      configuration: { properties: Record<string, object> };
      jsonValidation?: unknown;
      languageModelTools?: unknown;
      yamlValidation?: unknown;
    };
  };
  const { contributes } = parsed;
  const { properties } = contributes.configuration;
  properties["lockstep.rules"] = { ...properties["lockstep.rules"], ...keyed(rulesSetting(), ruleWords) };
  contributes.jsonValidation = [
    { fileMatch: ".lockstep.json", url: `./${folder}/lockstep.schema.json` },
    { fileMatch: "package.json", url: `./${folder}/package.schema.json` },
  ];
  // Read by the YAML extension, where it is installed.
  contributes.yamlValidation = [
    { fileMatch: [".lockstep.yaml", ".lockstep.yml"], url: `./${folder}/lockstep.schema.json` },
  ];
  contributes.languageModelTools = tools.map(({ name, reference, description, input }) => ({
    name,
    displayName: `%${toolWords}.${name}%`,
    userDescription: `%${toolWords}.${name}.summary%`,
    modelDescription: description,
    toolReferenceName: reference,
    canBeReferencedInPrompt: true,
    icon: "$(checklist)",
    tags: ["lockstep", "planning"],
    inputSchema: input,
  }));
  return json(parsed);
}

/** What people read in the manifest, by key: the words of rules and tools from their registries, everything else as it stands in `words`. */
export function manifestWordsWith(words: string): string {
  const written = Object.entries(JSON.parse(words) as Record<string, string>);
  const kept = written.filter(([key]) => !key.startsWith(`${ruleWords}.`) && !key.startsWith(`${toolWords}.`));
  const ofTools = tools.flatMap(({ name, title, summary }) => [
    [`${toolWords}.${name}`, title],
    [`${toolWords}.${name}.summary`, summary],
  ]);
  return json({ ...Object.fromEntries([...kept, ...ofTools]), ...wordsIn(rulesSetting(), ruleWords) });
}

const ruleWords = "rule";
const toolWords = "tool";

/** A schema with keys of the words in place of its descriptions: `%rule.decision-stalled.days%`. */
function keyed(schema: JsonSchema, key: string): JsonSchema {
  const { description, anyOf, properties, ...rest } = schema;
  return {
    ...(description !== undefined && { description: `%${key}%` }),
    ...rest,
    ...(anyOf && { anyOf: anyOf.map((one) => keyed(one, key)) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [name, keyed(one, `${key}.${name}`)]),
      ),
    }),
  };
}

/** The descriptions of a schema by the keys that `keyed` gives them. */
function wordsIn({ description, anyOf = [], properties = {} }: JsonSchema, key: string): Record<string, string> {
  return Object.assign(
    description === undefined ? {} : { [key]: description },
    ...anyOf.map((one) => wordsIn(one, key)),
    ...Object.entries(properties).map(([name, one]) => wordsIn(one, `${key}.${name}`)),
  ) as Record<string, string>;
}

/** The schema of the setting: that of the configuration file, its references written out, as settings know none. */
function rulesSetting(): JsonSchema {
  const { $defs = {} } = configurationSchema(rules);
  const { properties = {} } = $defs.rules ?? {};
  const { description: _, ...severity } = $defs.severity ?? {};
  return {
    properties: Object.fromEntries(
      Object.entries(properties).map(([id, schema]) => [id, resolved(schema, { severity })]),
    ),
    additionalProperties: false,
  };
}

function resolved(schema: JsonSchema, definitions: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const { $ref, anyOf, properties, ...rest } = schema;
  const referred = $ref === undefined ? {} : (definitions[$ref.replace("#/$defs/", "")] ?? {});
  return {
    ...referred,
    ...rest,
    ...(anyOf && { anyOf: anyOf.map((one) => resolved(one, definitions)) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [name, resolved(one, definitions)]),
      ),
    }),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
