import type { JsonSchema } from "./json-schema.js";
import { type OptionDeclaration, type RuleDeclaration, SEVERITIES } from "./rule-declaration.js";

export const DOCUMENT_KINDS = ["charter", "roadmap", "decision", "okr", "hiring", "notes", "other"] as const;

const words: JsonSchema = { type: "array", items: { type: "string", minLength: 1 } };

const files: JsonSchema = {
  description:
    "A path pattern, or several; relative to the folder of this file. A pattern behind `!` takes away from the others.",
  examples: ["roadmaps/*-eng.md", "product/**/*.md"],
  anyOf: [
    { type: "string", format: "glob" },
    { type: "array", items: { type: "string", format: "glob" }, minItems: 1 },
  ],
};

const domain: JsonSchema = {
  type: "object",
  additionalProperties: false,
  properties: {
    aliases: { ...words, description: "Other words for the domain: a team's or SIG's name, a GitHub team." },
    leads: { ...words, description: "Who leads it: `Priya Nair <@priya>`, `@amelia` or `Zoë Brandt`." },
    members: { ...words, description: "Who else belongs to it." },
  },
};

const documents: JsonSchema = {
  type: "object",
  additionalProperties: false,
  required: ["files"],
  properties: {
    files,
    planning: {
      type: "boolean",
      description: "Whether these are planning documents; unset, Lockstep tells by itself.",
    },
    kind: { enum: DOCUMENT_KINDS, description: "What kind of planning document these are." },
    domain: { type: "string", minLength: 1, description: "The domain that these documents are of." },
  },
};

const level: JsonSchema = { anyOf: [{ type: "string", minLength: 1 }, { type: "integer" }] };

const priorities: JsonSchema = {
  type: "object",
  additionalProperties: false,
  properties: {
    scale: { type: "array", items: level, description: "The levels of priority, the most important first." },
    same: {
      type: "array",
      items: { type: "array", items: level, minItems: 2 },
      description: "Words that mean the same level, one list for each level, the most important first.",
      examples: [
        [
          ["P0", "Critical", "Must"],
          ["P1", "High", "Should"],
        ],
      ],
    },
  },
};

/**
 * The schema of a configuration file, for checking it and for editors. The rules and their options come from the registry, so what
 * is not declared there is unknown here.
 */
export function configurationSchema(rules: readonly RuleDeclaration[]): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Lockstep configuration",
    type: "object",
    additionalProperties: false,
    properties: {
      $schema: { type: "string" },
      root: {
        type: "boolean",
        default: false,
        description: "Whether configuration in the folders above is passed over.",
      },
      domains: {
        type: "object",
        description: "The areas of responsibility. Replaces product, engineering and design as a whole.",
        additionalProperties: domain,
      },
      documents: {
        type: "array",
        description:
          "Which Markdown files are planning documents, and what their path says of them. The first match wins.",
        items: documents,
      },
      priorities: { ...priorities, description: "How priorities are written, and which words mean the same." },
      fiscalYearStart: {
        type: "integer",
        minimum: 1,
        maximum: 12,
        description: "The month in which the fiscal year starts; with 2, FY27-Q1 is February to April 2026.",
      },
      dateOrder: {
        enum: ["dmy", "mdy"],
        description: "Whether 3/4/2026 is 3 April or March 4; 2026-04-03 is always understood.",
      },
      rules: { $ref: "#/$defs/rules", description: "Severity and options of each rule." },
      overrides: {
        type: "array",
        description: "Rules for some of the documents. A later entry wins over an earlier one.",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["files", "rules"],
          properties: { files, rules: { $ref: "#/$defs/rules" } },
        },
      },
      baseline: {
        type: "string",
        minLength: 1,
        format: "inner-path",
        description: "A file of accepted findings, written by `lockstep check --write-baseline`.",
        examples: [".lockstep-baseline.json"],
      },
    },
    $defs: {
      severity: {
        enum: ["off", ...SEVERITIES, false, true],
        description: "`off` and `false` turn the rule off, `true` gives its default severity.",
      },
      rules: {
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
      },
    },
  };
}

function ruleSchema(rule: RuleDeclaration): JsonSchema {
  const options = Object.entries(rule.options ?? {}).map(([name, option]) => [name, optionSchema(option)] as const);
  return {
    description: `${rule.summary}.`,
    default: rule.severity,
    anyOf: [
      { $ref: "#/$defs/severity" },
      {
        type: "object",
        additionalProperties: false,
        properties: { severity: { $ref: "#/$defs/severity" }, ...Object.fromEntries(options) },
      },
    ],
  };
}

function optionSchema(option: OptionDeclaration): JsonSchema {
  return {
    type: option.type,
    default: option.default,
    description: option.description,
    ...(option.minimum === undefined ? {} : { minimum: option.minimum }),
    ...(option.maximum === undefined ? {} : { maximum: option.maximum }),
  };
}

const nameOrNames: JsonSchema = { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] };

/** Names, or maps that hold them (`- name: Amelia Chen`). */
const people: JsonSchema = { anyOf: [{ type: "string" }, { type: "array" }, { type: "object" }] };

const wordOrNumber: JsonSchema = { anyOf: [{ type: "string" }, { type: "number" }, { type: "array" }] };

/**
 * Front matter keys that Lockstep reads, with what each can hold at most: other tools use the same keys in their own ways, so only
 * what cannot mean anything is refused. Keys are in lower case, their words joined by hyphens. All other keys are the author's.
 */
export const FRONT_MATTER_SCHEMA: JsonSchema = {
  type: "object",
  properties: {
    type: nameOrNames,
    domain: nameOrNames,
    domains: nameOrNames,
    status: wordOrNumber,
    priority: wordOrNumber,
    date: { anyOf: [{ type: "string", format: "calendar-date" }, { type: "number" }, { type: "array" }] },
    ...Object.fromEntries(
      [
        "owner",
        "owners",
        "decider",
        "deciders",
        "decision-maker",
        "decision-makers",
        "approver",
        "approvers",
        "consulted",
      ].map((key) => [key, people]),
    ),
  },
};
