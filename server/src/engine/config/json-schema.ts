/**
 * The part of JSON Schema (2020-12) that Lockstep's schemas use. They are published for editors as they are, and checked by
 * `fit.ts`, which knows exactly these keywords.
 */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly type?: "object" | "array" | "string" | "integer" | "number" | "boolean";
  readonly enum?: readonly (string | boolean)[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  /** For keys that `properties` does not name: `false` refuses them, a schema holds for their values; else they are passed over. */
  readonly additionalProperties?: false | JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** `glob` and `inner-path` are Lockstep's own; editors pass over formats that they do not know. */
  readonly format?: "glob" | "inner-path" | "calendar-date";
}
