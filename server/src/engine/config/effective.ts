import type { Range } from "../text/range.js";
import { placeKey } from "./fit.js";
import type { Resolved, Sourced } from "./merge.js";

/** The settings of one document, value by value, each with its source. */
export interface Effective {
  readonly path: string;
  readonly values: readonly EffectiveValue[];
}

export interface EffectiveValue {
  /** Keys that lead to the value, as in a configuration file. */
  readonly key: readonly string[];
  /** Undefined where nothing is set and nothing is assumed. */
  readonly value: EffectiveData | undefined;
  readonly source: EffectiveSource;
}

export type EffectiveData = string | number | boolean | readonly EffectiveData[];

export type EffectiveSource =
  | { readonly kind: "default" }
  | { readonly kind: "editor" }
  /** `range` is that of the value in the file, or of the nearest thing around it that has a place. */
  | { readonly kind: "file"; readonly path: string; readonly range: Range | undefined };

export function effectiveOf(path: string, resolved: Resolved): Effective {
  const values: EffectiveValue[] = [];
  const add = (key: readonly string[], sourced: Sourced<unknown>, value: EffectiveData | undefined): void => {
    values.push({ key, value, source: sourceOf(sourced) });
  };
  for (const { name, aliases, leads, members } of resolved.domains.value) {
    const source = { ...resolved.domains, place: ["domains", name] };
    add(["domains", name, "aliases"], source, aliases);
    add(["domains", name, "leads"], source, leads);
    add(["domains", name, "members"], source, members);
  }
  const { document } = resolved;
  add(["document", "planning"], document, document.value?.planning);
  add(["document", "kind"], document, document.value?.kind);
  add(["document", "domain"], document, document.value?.domain);
  add(["priorities", "scale"], resolved.scale, resolved.scale.value);
  add(["priorities", "same"], resolved.same, resolved.same.value);
  add(["fiscalYearStart"], resolved.fiscalYearStart, resolved.fiscalYearStart.value);
  add(["dateOrder"], resolved.dateOrder, resolved.dateOrder.value);
  for (const [id, { severity, options }] of resolved.rules) {
    add(["rules", id, "severity"], severity, severity.value);
    for (const [name, option] of options) add(["rules", id, name], option, option.value);
  }
  add(["baseline"], resolved.baseline, resolved.baseline.value);
  return { path, values };
}

function sourceOf({ layer, place }: Sourced<unknown>): EffectiveSource {
  if (layer === undefined) return { kind: "default" };
  if (layer.path === undefined) return { kind: "editor" };
  let range: Range | undefined;
  for (let length = place.length; length > 0 && range === undefined; length -= 1) {
    range = layer.places.get(placeKey(place.slice(0, length)));
  }
  return { kind: "file", path: layer.path, range };
}

/** Writes settings as YAML, the source of each value behind it: `days: 21  # .lockstep.yaml:14`. Lines count from 1. */
export function formatEffective({ path, values }: Effective): string {
  const lines = [`# Settings in force for ${oneLine(path)}`];
  let open: readonly string[] = [];
  for (const { key, value, source } of values) {
    const parents = key.slice(0, -1);
    parents.forEach((parent, depth) => {
      if (open.slice(0, depth + 1).join("\0") === parents.slice(0, depth + 1).join("\0")) return;
      lines.push(`${"  ".repeat(depth)}${keyText(parent)}:`);
      open = parents.slice(0, depth + 1);
    });
    open = parents;
    const name = keyText(key[key.length - 1] ?? "");
    lines.push(`${"  ".repeat(parents.length)}${name}: ${valueText(value)}  # ${sourceText(source)}`);
  }
  return `${lines.join("\n")}\n`;
}

function sourceText(source: EffectiveSource): string {
  if (source.kind === "default") return "default";
  if (source.kind === "editor") return "editor settings";
  return oneLine(source.range ? `${source.path}:${source.range.start.line + 1}` : source.path);
}

function valueText(value: EffectiveData | undefined): string {
  if (value === undefined) return "null";
  if (Array.isArray(value)) return `[${value.map(valueText).join(", ")}]`;
  return typeof value === "string" && isPlain(value) ? value : JSON.stringify(value);
}

function keyText(key: string): string {
  return isPlain(key) ? key : JSON.stringify(key);
}

/** Words that YAML reads as themselves without quotes, in a list too. */
function isPlain(text: string): boolean {
  return /^[A-Za-z][\w ./-]*[\w./-]$|^[A-Za-z]$/.test(text) && !/^(?:true|false|null)$/i.test(text);
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\u0085\u2028\u2029]/g, " ");
}
