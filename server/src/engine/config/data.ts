/** Data as a file writes it, with the place of each value. Keys are never looked up as properties, so none of them is special. */
export type DataNode = DataMap | DataList | DataScalar;

/** UTF-16 offsets into the text that was read. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface DataMap {
  readonly kind: "map";
  readonly span: Span;
  readonly entries: readonly DataEntry[];
}

export interface DataEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: DataNode;
}

export interface DataList {
  readonly kind: "list";
  readonly span: Span;
  readonly items: readonly DataNode[];
}

/** `null` is also what an empty value reads as (`rules:` with nothing behind it). */
export interface DataScalar {
  readonly kind: "scalar";
  readonly span: Span;
  readonly value: string | number | boolean | null;
}

/** Something that does not fit, in words for a person; `replacement` mends it, where one edit can. */
export interface DataProblem {
  readonly span: Span;
  readonly message: string;
  readonly replacement?: { readonly span: Span; readonly text: string } | undefined;
}

const nowhere: Span = { start: 0, end: 0 };
const maximumDepth = 32;

/** Data that an editor hands over: it has no places. What is no plain data, or nested beyond measure, reads as null. */
export function dataOf(value: unknown, depth = 0): DataNode {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return { kind: "scalar", span: nowhere, value };
  }
  if (typeof value !== "object" || value === null || depth > maximumDepth) {
    return { kind: "scalar", span: nowhere, value: null };
  }
  if (Array.isArray(value)) {
    return { kind: "list", span: nowhere, items: value.map((item: unknown) => dataOf(item, depth + 1)) };
  }
  const entries = Object.entries(value).map(([key, inner]) => ({
    key,
    keySpan: nowhere,
    value: dataOf(inner, depth + 1),
  }));
  return { kind: "map", span: nowhere, entries };
}

/** The value of a key; undefined where `node` is no map or lacks it. */
export function entryOf(node: DataNode | undefined, key: string): DataEntry | undefined {
  return node?.kind === "map" ? node.entries.find((entry) => entry.key === key) : undefined;
}
