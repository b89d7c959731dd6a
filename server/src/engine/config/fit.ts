import type { DataEntry, DataMap, DataNode, DataProblem, DataScalar, Span } from "./data.js";
import { entryOf } from "./data.js";
import type { JsonSchema } from "./json-schema.js";
import { nearestName } from "./nearest-name.js";

/** Data that fits its schema. A map's keys may be any text, so it is a Map. */
export type FittingValue = string | number | boolean | readonly FittingValue[] | FittingMap;
export type FittingMap = ReadonlyMap<string, FittingValue>;

/** What a format asks of a text; undefined where it fits, else the end of a sentence: "is empty". */
export type Formats = Readonly<Record<NonNullable<JsonSchema["format"]>, (text: string) => string | undefined>>;

export interface Fitting {
  /** What fits, without the rest; undefined where nothing does. */
  readonly value: FittingValue | undefined;
  readonly problems: readonly DataProblem[];
  /** Place of each value that fits, by `placeKey` of its path in `value`. */
  readonly places: ReadonlyMap<string, Span>;
}

/** Names a value by the keys and indexes that lead to it. */
export function placeKey(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}

/**
 * Checks data against a schema value by value: what does not fit is reported at its place and left out, the rest stays. An empty
 * value (`null`) says nothing and is no problem, as it stands behind every key that is just being written.
 *
 * General validators answer for the whole and by pointers, run generated code (which a web worker's content policy may forbid)
 * or add more than this file's weight for each of what it does: leave out, place, word. A test holds it to one of them.
 */
export function fit(node: DataNode, schema: JsonSchema, formats: Formats): Fitting {
  const fitter = new Fitter(schema, formats);
  const value = fitter.fit(node, schema, [], []);
  return { value, problems: fitter.problems, places: fitter.places };
}

type Path = readonly (string | number)[];

const mostProblems = 100;

class Fitter {
  readonly problems: DataProblem[] = [];
  readonly places = new Map<string, Span>();
  readonly #root: JsonSchema;
  readonly #formats: Formats;

  constructor(root: JsonSchema, formats: Formats) {
    this.#root = root;
    this.#formats = formats;
  }

  /** `path` leads to the node in the source, `target` in the value, where list items that do not fit are missing. */
  fit(node: DataNode, given: JsonSchema, path: Path, target: Path): FittingValue | undefined {
    if (isNothing(node)) return undefined;
    const schema = this.#branchFor(node, this.#resolve(given));
    if (schema === undefined) {
      this.#reportType(node, given, path);
      return undefined;
    }
    const value = this.#fitValue(node, schema, path, target);
    if (value !== undefined) this.places.set(placeKey(target), node.span);
    return value;
  }

  #fitValue(node: DataNode, schema: JsonSchema, path: Path, target: Path): FittingValue | undefined {
    if (node.kind === "map") return this.#fitMap(node, schema, path, target);
    if (node.kind === "list") return this.#fitList(node.items, node.span, schema, path, target);
    if (schema.enum) return this.#fitEnum(node, schema.enum, path);
    if (typeof node.value === "string") return this.#fitText(node, node.value, schema, path);
    if (typeof node.value === "number") return this.#fitNumber(node, node.value, schema, path);
    return node.value ?? undefined;
  }

  #fitMap(node: DataMap, schema: JsonSchema, path: Path, target: Path): FittingValue | undefined {
    const value = new Map<string, FittingValue>();
    for (const entry of node.entries) {
      const inner = this.#schemaOfKey(entry, schema, path);
      if (inner === undefined) continue;
      const own = inner === schema.additionalProperties;
      // A key of the author's own says something by being there: `compliance:` is a domain that nobody leads yet.
      const fitting =
        this.fit(entry.value, inner, [...path, entry.key], [...target, entry.key]) ??
        (own && isNothing(entry.value) ? new Map() : undefined);
      if (fitting === undefined) continue;
      value.set(entry.key, fitting);
      if (own) this.places.set(placeKey([...target, entry.key]), entry.keySpan);
    }
    for (const key of schema.required ?? []) {
      if (value.has(key)) continue;
      if (!entryOf(node, key)) this.#report(node.span, `${nameOf(path, "This")} needs \`${key}\`.`);
      return undefined;
    }
    return value;
  }

  #schemaOfKey(entry: DataEntry, schema: JsonSchema, path: Path): JsonSchema | undefined {
    const properties = schema.properties ?? {};
    if (Object.hasOwn(properties, entry.key)) return properties[entry.key];
    if (schema.additionalProperties !== false) return schema.additionalProperties;
    // Looking for the name that was meant costs more than all else here.
    if (this.problems.length >= mostProblems) return undefined;
    const nearest = nearestName(entry.key, Object.keys(properties));
    const known = nearest ? `Did you mean \`${nearest}\`?` : knownKeys(Object.keys(properties), path);
    const where = path.length > 0 ? ` in \`${pathText(path)}\`` : "";
    this.#report(entry.keySpan, `There is no \`${shortened(entry.key)}\`${where}. ${known}`, nearest);
    return undefined;
  }

  #fitList(
    items: readonly DataNode[],
    span: Span,
    schema: JsonSchema,
    path: Path,
    target: Path,
  ): FittingValue | undefined {
    const values: FittingValue[] = [];
    items.forEach((item, index) => {
      const value = this.fit(item, schema.items ?? {}, [...path, index], [...target, values.length]);
      if (value !== undefined) values.push(value);
    });
    const least = schema.minItems ?? 0;
    if (values.length >= least) return values;
    if (items.length < least)
      this.#report(
        span,
        `${nameOf(path, "This list")} needs ${least === 1 ? "one entry" : `${least} entries`} at least.`,
      );
    return undefined;
  }

  #fitEnum(node: DataScalar, choices: readonly (string | boolean)[], path: Path): FittingValue | undefined {
    const found = choices.find((choice) => choice === node.value);
    if (found !== undefined) return found;
    const texts = choices.filter((choice) => typeof choice === "string");
    const nearest = typeof node.value === "string" ? nearestName(node.value, texts) : undefined;
    const hint = nearest ? ` Did you mean \`${nearest}\`?` : "";
    this.#report(
      node.span,
      `${nameOf(path, "This")} must be ${orList(texts)}, not ${valueText(node)}.${hint}`,
      nearest,
    );
    return undefined;
  }

  #fitText(node: DataScalar, text: string, schema: JsonSchema, path: Path): FittingValue | undefined {
    if (text.trim().length < (schema.minLength ?? 0)) {
      this.#report(node.span, `${nameOf(path, "This")} is empty.`);
      return undefined;
    }
    const misfit = schema.format && this.#formats[schema.format](text);
    if (misfit === undefined) return text;
    this.#report(node.span, `${nameOf(path, "This")} ${misfit}.`);
    return undefined;
  }

  #fitNumber(node: DataScalar, value: number, schema: JsonSchema, path: Path): FittingValue | undefined {
    const whole = schema.type !== "integer" || Number.isSafeInteger(value);
    const inside = value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity);
    if (whole && inside && Number.isFinite(value)) return value;
    this.#report(node.span, `${nameOf(path, "This")} must be ${expectation(schema, this.#root)}, not ${value}.`);
    return undefined;
  }

  #resolve(schema: JsonSchema): JsonSchema {
    return resolveReference(schema, this.#root);
  }

  /** The branch of the schema that speaks of values of this sort; undefined where none does. */
  #branchFor(node: DataNode, schema: JsonSchema): JsonSchema | undefined {
    if (!schema.anyOf) return accepts(schema, node) ? schema : undefined;
    return schema.anyOf.map((branch) => this.#resolve(branch)).find((branch) => accepts(branch, node));
  }

  #reportType(node: DataNode, schema: JsonSchema, path: Path): void {
    const expected = this.#resolve(schema);
    const quoted =
      typeof scalarOf(node) === "number" && expected.type === "string"
        ? JSON.stringify(String(scalarOf(node)))
        : undefined;
    const hint = quoted ? " Put it in quotes to make it text." : "";
    const message = `${nameOf(path, "This")} must be ${expectation(expected, this.#root)}, not ${valueText(node)}.${hint}`;
    this.#report(node.span, message, quoted);
  }

  #report(span: Span, message: string, replacement?: string): void {
    if (this.problems.length >= mostProblems) return;
    this.problems.push(
      replacement === undefined ? { span, message } : { span, message, replacement: { span, text: replacement } },
    );
  }
}

function resolveReference(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const name = schema.$ref?.replace("#/$defs/", "");
  return (name !== undefined && root.$defs?.[name]) || schema;
}

function isNothing(node: DataNode): boolean {
  return node.kind === "scalar" && node.value === null;
}

function scalarOf(node: DataNode): DataScalar["value"] | undefined {
  return node.kind === "scalar" ? node.value : undefined;
}

/** Whether the schema speaks of values of this sort at all; which of them fit is told later, in better words. */
function accepts(schema: JsonSchema, node: DataNode): boolean {
  if (schema.enum) return schema.enum.some((choice) => typeof choice === typeof scalarOf(node));
  switch (schema.type) {
    case undefined:
      return true;
    case "object":
      return node.kind === "map";
    case "array":
      return node.kind === "list";
    case "integer":
      return typeof scalarOf(node) === "number";
    default:
      return typeof scalarOf(node) === schema.type;
  }
}

/** What a schema asks for, as the end of "must be …". */
function expectation(schema: JsonSchema, root: JsonSchema): string {
  if (schema.anyOf)
    return schema.anyOf.map((branch) => expectation(resolveReference(branch, root), root)).join(", or ");
  if (schema.enum) return orList(schema.enum.filter((choice) => typeof choice === "string"));
  const { minimum, maximum } = schema;
  switch (schema.type) {
    case "integer":
    case "number": {
      const number = schema.type === "integer" ? "a whole number" : "a number";
      if (minimum !== undefined && maximum !== undefined) return `${number} from ${minimum} to ${maximum}`;
      if (minimum !== undefined) return `${number} of at least ${minimum}`;
      return maximum === undefined ? number : `${number} of at most ${maximum}`;
    }
    case "string":
      return schema.format === "glob" ? "a path pattern" : "text";
    case "boolean":
      return "true or false";
    case "array":
      return schema.items?.type === "string" ? "a list of texts (`[one, another]`)" : "a list";
    default:
      return `a map of ${orList(Object.keys(schema.properties ?? {}).slice(0, 4)) || "values"}`;
  }
}

function valueText(node: DataNode): string {
  if (node.kind !== "scalar") return `a ${node.kind}`;
  return typeof node.value === "string" ? `“${shortened(node.value)}”` : String(node.value);
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function nameOf(path: Path, otherwise: string): string {
  return path.length > 0 ? `\`${pathText(path)}\`` : otherwise;
}

function pathText(path: Path): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : `${text === "" ? "" : `${text}.`}${shortened(part)}`,
    "",
  );
}

function knownKeys(keys: readonly string[], path: Path): string {
  const shown = keys.filter((key) => !key.startsWith("$"));
  if (path[path.length - 1] === "rules") return "`lockstep rules` lists the rules.";
  return shown.length > 0 ? `Known here: ${shown.map((key) => `\`${key}\``).join(", ")}.` : "Nothing can be set here.";
}

function orList(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} or ${texts[texts.length - 1]}`;
}
