import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  Parser,
  type YAMLError,
  type YAMLWarning,
} from "yaml";
import type { DataEntry, DataNode, DataProblem, Span } from "./data.js";

export interface YamlReading {
  /** Undefined where the text holds no data, or is refused. */
  readonly root: DataNode | undefined;
  /** The first thing that makes the text no YAML, or more of it than is read; what `root` holds is then only a guess. */
  readonly broken: DataProblem | undefined;
  /** What is wrong inside of readable YAML: repeated keys, aliases that lead nowhere. The rest is in `root`. */
  readonly problems: readonly DataProblem[];
}

export interface YamlLimits {
  /** Longest text, in UTF-16 units. */
  readonly length: number;
  /** Deepest nesting of lists and maps. */
  readonly depth: number;
  /** Most values, counted as often as aliases repeat them. */
  readonly values: number;
}

export const CONFIGURATION_LIMITS: YamlLimits = { length: 256 * 1024, depth: 32, values: 50_000 };

/**
 * Reads YAML 1.2 or JSON (which is a part of it) with the place of each value. Never throws, and takes time in proportion to the
 * text: length and depth are judged before values are composed, aliases are counted by what they stand for.
 */
export function readYaml(text: string, limits: YamlLimits = CONFIGURATION_LIMITS): YamlReading {
  if (text.length > limits.length) {
    return refusal(
      `This file is too large: ${text.length} characters, where ${limits.length} are read.`,
      firstLine(text),
    );
  }
  const tokens = [...new Parser().parse(text)];
  if (isDeeperThan(tokens, limits.depth)) {
    return refusal(`Lists and maps are nested more than ${limits.depth} deep, which is not read.`, firstLine(text));
  }
  // The library's own check for repeated keys takes quadratic time.
  const documents = [...new Composer({ uniqueKeys: false }).compose(tokens, true, text.length)];
  const [document, second] = documents;
  if (document === undefined) return { root: undefined, broken: undefined, problems: [] };
  const reader = new NodeReader(limits.values);
  const root = document.contents === null ? undefined : reader.read(document.contents as ParsedNode);
  const broken = syntaxProblem(document) ?? (second && severalDocuments(second, text));
  const warnings = document.warnings.map((warning) => ({ span: spanOfError(warning), message: wordWarning(warning) }));
  return { root, broken: broken ?? reader.overflow, problems: [...warnings, ...reader.problems] };
}

function refusal(message: string, span: Span): YamlReading {
  return { root: undefined, broken: { span, message }, problems: [] };
}

function firstLine(text: string): Span {
  const end = text.slice(0, 200).search(/[\r\n]/);
  return { start: 0, end: end < 0 ? Math.min(text.length, 200) : end };
}

function syntaxProblem(document: Document): DataProblem | undefined {
  const error = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0])[0];
  return error && { span: spanOfError(error), message: `This is not valid YAML: ${error.message}.` };
}

function wordWarning({ code, message }: YAMLError | YAMLWarning): string {
  return code === "TAG_RESOLVE_FAILED"
    ? "Tags (`!…`) mean nothing here; a configuration is plain data."
    : `${message}.`;
}

function spanOfError({ pos: [start, end] }: YAMLError | YAMLWarning): Span {
  return { start, end: Math.max(start, end) };
}

function severalDocuments(second: Document, text: string): DataProblem {
  const start = Math.min(second.range?.[0] ?? text.length, text.length);
  return { span: { start, end: start }, message: "A file holds one YAML document; this begins a second one." };
}

/** Walks the concrete syntax without recursion, so that its depth costs nothing. */
function isDeeperThan(tokens: readonly CST.Token[], limit: number): boolean {
  const stack: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { token, depth } = next;
    if (depth > limit) return true;
    if (token.type === "document" && token.value) stack.push({ token: token.value, depth });
    if (!("items" in token)) continue;
    for (const item of token.items) {
      if (item.key) stack.push({ token: item.key, depth: depth + 1 });
      if (item.value) stack.push({ token: item.value, depth: depth + 1 });
    }
  }
  return false;
}

interface Anchored {
  /** Undefined while the anchored value is still being read: an alias inside it is a circle. */
  node: DataNode | undefined;
  size: number;
}

class NodeReader {
  readonly problems: DataProblem[] = [];
  overflow: DataProblem | undefined;
  readonly #anchors = new Map<string, Anchored>();
  readonly #limit: number;
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  read(node: Node): DataNode {
    const span = spanOf(node);
    if (isAlias(node)) return this.#readAlias(node.source, span);
    const anchored: Anchored | undefined = node.anchor ? { node: undefined, size: 0 } : undefined;
    if (node.anchor && anchored) this.#anchors.set(node.anchor, anchored);
    const before = this.#count;
    this.#add(1, span);
    const data = this.#readValue(node, span);
    if (anchored) {
      anchored.node = data;
      anchored.size = this.#count - before;
    }
    return data;
  }

  #add(count: number, span: Span): boolean {
    if (this.#count + count > this.#limit) {
      this.overflow ??= {
        span,
        message: `There are more than ${this.#limit} values here, aliases counted, which is not read.`,
      };
      return false;
    }
    this.#count += count;
    return true;
  }

  #readAlias(name: string, span: Span): DataNode {
    const nothing: DataNode = { kind: "scalar", span, value: null };
    const anchored = this.#anchors.get(name);
    if (anchored === undefined) {
      this.problems.push({ span, message: `Nothing above is marked \`&${name}\`.` });
      return nothing;
    }
    if (anchored.node === undefined) {
      this.problems.push({ span, message: `\`*${name}\` stands inside of what it stands for.` });
      return nothing;
    }
    return this.#add(anchored.size, span) ? anchored.node : nothing;
  }

  #readValue(node: Node, span: Span): DataNode {
    if (isMap(node)) return { kind: "map", span, entries: this.#readEntries(node.items as Pair<Node, Node | null>[]) };
    if (isSeq(node)) return { kind: "list", span, items: node.items.map((item) => this.read(item as Node)) };
    const value: unknown = isScalar(node) ? node.value : null;
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      return { kind: "scalar", span, value };
    }
    return { kind: "scalar", span, value: null };
  }

  #readEntries(pairs: readonly Pair<Node, Node | null>[]): DataEntry[] {
    const entries: DataEntry[] = [];
    const seen = new Set<string>();
    for (const { key, value } of pairs) {
      const keySpan = spanOf(key);
      const name = isScalar(key) ? (key.source ?? String(key.value ?? "")) : undefined;
      if (name === undefined) {
        this.problems.push({ span: keySpan, message: "A key is one word or phrase, not a list, a map or an alias." });
        continue;
      }
      const data: DataNode = value
        ? this.read(value)
        : { kind: "scalar", span: { start: keySpan.end, end: keySpan.end }, value: null };
      if (seen.has(name)) {
        this.problems.push({ span: keySpan, message: `\`${name}\` is set twice; the first one counts.` });
        continue;
      }
      seen.add(name);
      entries.push({ key: name, keySpan, value: data });
    }
    return entries;
  }
}

function spanOf(node: Node | null): Span {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}
