import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { Span } from "./data.js";

/** An edit of a configuration file's text, in UTF-16 offsets. */
export interface TurnOffEdit extends Span {
  readonly newText: string;
}

/** The same with the file that it belongs to, which may have to be made first. */
export interface ConfigurationEdit extends TurnOffEdit {
  readonly path: string;
  readonly creates: boolean;
}

/** The text of a new configuration file that turns a rule off. */
export function turnedOff(rule: string): string {
  return `rules:\n  ${rule}: off\n`;
}

/**
 * The edit that turns a rule off in a configuration file, and leaves all else of it as it is written. JSON is read as the YAML that it is.
 * Undefined where the file cannot be read, or holds something else in the rules' place.
 *
 * @param key the key that holds the configuration in a `package.json`; undefined where the whole file does
 */
export function turnOff(text: string, rule: string, key?: string): TurnOffEdit | undefined {
  const document = parseDocument(text, { strict: false, logLevel: "silent" });
  if (document.errors.length > 0) return undefined;
  const json = /^\s*\{/.test(text);
  if (document.contents === null) return append(text, rule);
  const root = key === undefined ? document.contents : valueUnder(document.contents, key);
  if (!isMap(root)) return undefined;
  const rules = pairOf(root, "rules");
  if (!rules) return root.flow ? enter(text, root, member("rules", rule, json)) : append(text, rule);
  if (isMap(rules.value)) return inRules(text, rules.value, rule, json);
  const at = endOfKey(rules);
  if (json || at === undefined || (isScalar(rules.value) && rules.value.value !== null)) return undefined;
  const colon = text.indexOf(":", at) + 1;
  return { start: colon, end: colon, newText: `${lineEnd(text)}  ${rule}: off` };
}

function inRules(text: string, rules: YAMLMap, rule: string, json: boolean): TurnOffEdit | undefined {
  const present = pairOf(rules, rule);
  if (present) return replace(text, present, json);
  if (rules.flow) return enter(text, rules, json ? `"${rule}": "off"` : `${rule}: off`);
  const start = rules.range?.[0];
  if (start === undefined) return undefined;
  const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return { start, end: start, newText: `${rule}: off${lineEnd(text)}${indent}` };
}

/** What stands behind the rule's name, to the end of its value. */
function replace(text: string, pair: Pair, json: boolean): TurnOffEdit | undefined {
  const at = endOfKey(pair);
  if (at === undefined) return undefined;
  const start = text.indexOf(":", at) + 1;
  const value = pair.value as { readonly range?: readonly [number, number, number] | null } | null;
  const end = Math.max(start, value?.range?.[1] ?? start);
  return { start, end: start + text.slice(start, end).trimEnd().length, newText: json ? ` "off"` : " off" };
}

/** As the first member of `{ … }`, with the space that the others have. */
function enter(text: string, map: YAMLMap, entry: string): TurnOffEdit | undefined {
  const open = map.range?.[0];
  if (open === undefined) return undefined;
  const start = open + 1;
  const space = /^\s*/.exec(text.slice(start))?.[0] ?? "";
  if (map.items.length === 0) return { start, end: start + space.length, newText: ` ${entry} ` };
  return { start, end: start, newText: `${space}${entry},${space === "" ? " " : ""}` };
}

function append(text: string, rule: string): TurnOffEdit {
  const end = lineEnd(text);
  const before = text === "" || /[\r\n]$/.test(text) ? "" : end;
  return { start: text.length, end: text.length, newText: before + turnedOff(rule).replaceAll("\n", end) };
}

function member(name: string, rule: string, json: boolean): string {
  return json ? `"${name}": { "${rule}": "off" }` : `${name}: { ${rule}: off }`;
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function valueUnder(node: unknown, key: string): unknown {
  return isMap(node) ? pairOf(node, key)?.value : undefined;
}

function endOfKey({ key }: Pair): number | undefined {
  return isScalar(key) ? key.range?.[1] : undefined;
}

function lineEnd(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
