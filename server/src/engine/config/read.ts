import type { Range } from "../text/range.js";
import type { Configuration } from "./configuration.js";
import { configurationOf } from "./configuration-values.js";
import { type DataNode, type DataProblem, entryOf, type Span } from "./data.js";
import { fit } from "./fit.js";
import { formats } from "./formats.js";
import type { JsonSchema } from "./json-schema.js";
import { meaningProblems } from "./meaning.js";
import { configurationFileName } from "./paths.js";
import { rangesIn } from "./text-positions.js";
import { CONFIGURATION_LIMITS, readYaml, type YamlLimits, type YamlReading } from "./yaml.js";

/** Something in a configuration file that does not fit, at its place in that file. */
export interface ConfigurationProblem {
  readonly range: Range;
  /** What is wrong and what would be right, for a person. */
  readonly message: string;
  /** An edit of the same file that mends it, where one can. */
  readonly replacement: { readonly range: Range; readonly newText: string } | undefined;
}

export interface ConfigurationReading {
  /** Whether the file holds configuration: a `package.json` may not. */
  readonly present: boolean;
  /** What fits; undefined where the file cannot be read as a whole. */
  readonly configuration: Configuration | undefined;
  readonly problems: readonly ConfigurationProblem[];
  /** Where a value stands in the file, by `placeKey` of its path in the configuration. */
  readonly places: ReadonlyMap<string, Range>;
}

const packageLimits: YamlLimits = { ...CONFIGURATION_LIMITS, length: 1024 * 1024, depth: 100 };

/** Reads the configuration file at `path`. Never throws, whatever the text holds. */
export function readConfiguration(path: string, text: string, schema: JsonSchema): ConfigurationReading {
  const inPackage = configurationFileName(path) === "package.json";
  if (inPackage && !/"lockstep"\s*:/.test(text)) return nothing(!isJson(text));
  const reading = readYaml(text, inPackage ? packageLimits : CONFIGURATION_LIMITS);
  if (reading.broken) return withProblems(text, [reading.broken], undefined, new Map());
  const root = inPackage ? entryOf(reading.root, "lockstep")?.value : reading.root;
  if (inPackage && root === undefined) return nothing(false);
  return readData(text, root, inPackage ? inside(reading, root) : reading.problems, schema);
}

/** Reads data that comes from an editor. Keys that mean nothing here belong to the editor; what does not fit is left out. */
export function readSettings(data: DataNode, schema: JsonSchema): Configuration {
  const known = Object.keys(schema.properties ?? {});
  const own: DataNode =
    data.kind === "map" ? { ...data, entries: data.entries.filter((entry) => known.includes(entry.key)) } : data;
  return configurationOf(fit(own, schema, formats).value);
}

function readData(
  text: string,
  root: DataNode | undefined,
  problems: readonly DataProblem[],
  schema: JsonSchema,
): ConfigurationReading {
  if (root !== undefined && root.kind !== "map" && !(root.kind === "scalar" && root.value === null)) {
    const message = "A configuration is a map of settings, such as `rules:` with the rules below it.";
    return withProblems(text, [...problems, { span: root.span, message }], undefined, new Map());
  }
  const fitting = root
    ? fit(root, schema, formats)
    : { value: undefined, problems: [], places: new Map<string, Span>() };
  const configuration = configurationOf(fitting.value);
  const found = [...problems, ...fitting.problems, ...meaningProblems(configuration, fitting.places)];
  return withProblems(text, found, configuration, fitting.places);
}

function nothing(present: boolean): ConfigurationReading {
  return { present, configuration: undefined, problems: [], places: new Map() };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function inside(reading: YamlReading, root: DataNode | undefined): readonly DataProblem[] {
  return reading.problems.filter(
    ({ span }) => root !== undefined && span.start >= root.span.start && span.end <= root.span.end,
  );
}

function withProblems(
  text: string,
  problems: readonly DataProblem[],
  configuration: Configuration | undefined,
  spans: ReadonlyMap<string, Span>,
): ConfigurationReading {
  const rangeOf = rangesIn(text);
  const inOrder = [...problems].sort((a, b) => a.span.start - b.span.start);
  return {
    present: true,
    configuration,
    problems: inOrder.map(({ span, message, replacement }) => ({
      range: rangeOf(span),
      message,
      replacement: replacement && {
        range: rangeOf(replacement.span),
        newText: quotedLike(text.slice(replacement.span.start, replacement.span.end), replacement.text),
      },
    })),
    places: new Map([...spans].map(([key, span]) => [key, rangeOf(span)])),
  };
}

function quotedLike(replaced: string, text: string): string {
  const quote = replaced[0];
  return quote === '"' || quote === "'" ? `${quote}${text}${quote}` : text;
}
