import { isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import type { MarkdownDocument } from "../../markdown/document.js";
import type { Place, Slot } from "../../markdown/slot.js";
import type { Field, Written } from "../../model/facts.js";
import { fieldNameOf } from "../field-names.js";
import { isPlaceholder } from "../placeholders.js";

/** One key of a front matter block, or of a map inside it. */
export interface FrontMatterEntry {
  readonly key: string;
  /** The key in lower case, words joined by hyphens. */
  readonly name: string;
  readonly keyPlace: Place;
  /** The scalars of the value: one, or those of a list; those of maps in a list are in `maps`. Placeholders are left out. */
  readonly values: readonly Written[];
  /** Whether a value stands there at all, be it a placeholder. */
  readonly written: boolean;
  /** The value where it is a map or a list of maps. */
  readonly maps: readonly (readonly FrontMatterEntry[])[];
}

/** A document's YAML front matter. */
export interface FrontMatter {
  readonly slot: Slot;
  readonly entries: readonly FrontMatterEntry[];
}

const bySlot = new WeakMap<Slot, FrontMatter>();

/** The front matter of a document; undefined where there is none. What of it is no YAML is left out. */
export function frontMatterOf(document: MarkdownDocument): FrontMatter | undefined {
  const slot = document.frontMatter;
  const node = slot?.node;
  if (!slot || node?.type !== "yaml") return undefined;
  let block = bySlot.get(slot);
  if (!block) {
    block = { slot, entries: readEntries(slot, node.value) };
    bySlot.set(slot, block);
  }
  return block;
}

/** The entry of any of these names ("decision-makers"). */
export function entryOf(block: FrontMatter | undefined, ...names: readonly string[]): FrontMatterEntry | undefined {
  return block?.entries.find((entry) => names.includes(entry.name) && entry.written);
}

function readEntries(slot: Slot, value: string): readonly FrontMatterEntry[] {
  const start = slot.text.indexOf("\n") + 1;
  const yaml = parseDocument(value, { strict: false, uniqueKeys: false, logLevel: "silent" });
  return entriesOf({ slot, start, value }, yaml.contents, 0);
}

interface Source {
  readonly slot: Slot;
  readonly start: number;
  readonly value: string;
}

const deepest = 4;

function entriesOf(source: Source, node: Node | null, depth: number): FrontMatterEntry[] {
  if (!isMap(node) || depth > deepest) return [];
  const entries: FrontMatterEntry[] = [];
  for (const pair of node.items) {
    if (!isScalar(pair.key)) continue;
    const key = writtenOf(source, pair.key);
    if (!key) continue;
    const value = pair.value as Node | null;
    const scalars = scalarsOf(source, value);
    entries.push({
      key: key.text,
      name: key.text
        .trim()
        .toLowerCase()
        .replace(/[\s_]+/g, "-"),
      keyPlace: key.place,
      values: scalars.filter((scalar) => !isPlaceholder(scalar.text)),
      written: scalars.length > 0 || isMap(value) || isSeq(value),
      maps: mapsOf(source, value, depth),
    });
  }
  return entries;
}

function mapsOf(source: Source, value: Node | null, depth: number): readonly (readonly FrontMatterEntry[])[] {
  if (isMap(value)) return [entriesOf(source, value, depth + 1)];
  if (!isSeq(value)) return [];
  return value.items.filter((item) => isMap(item)).map((item) => entriesOf(source, item, depth + 1));
}

function scalarsOf(source: Source, value: Node | null): Written[] {
  if (isScalar(value)) return listOf(writtenOf(source, value));
  if (!isSeq(value)) return [];
  return value.items.flatMap((item) => (isScalar(item) ? listOf(writtenOf(source, item)) : []));
}

function listOf(written: Written | undefined): Written[] {
  return written ? [written] : [];
}

function writtenOf(source: Source, node: Node): Written | undefined {
  if (!isScalar(node) || !node.range || node.value === null || node.value === undefined) return undefined;
  const [from, to] = node.range;
  const raw = source.value.slice(from, to);
  const quote = /^["']/.test(raw) ? 1 : 0;
  const text = typeof node.value === "string" ? node.value : raw.trim();
  const place = { slot: source.slot, start: source.start + from + quote, end: source.start + to - quote };
  return { text: text.trim(), place };
}

/** What stands behind a key without a value, to the end of its line: nothing, `[]`, a placeholder. */
function valuePlace({ slot, end }: Place): Place {
  const line = /^["']?:[ \t]*([^\r\n]*)/.exec(slot.text.slice(end, end + 200));
  const written = line?.[1]?.trimEnd() ?? "";
  const start = end + (line?.[0].length ?? 0) - (line?.[1]?.length ?? 0);
  return { slot, start, end: start + written.length };
}

/** Front matter keys as fields; those whose names are no fields are left out. */
export function frontMatterFields(block: FrontMatter): Field[] {
  return block.entries.flatMap((entry) => {
    const name = fieldNameOf(entry.key);
    if (!name) return [];
    const values = entry.values.length > 0 ? entry.values : [{ text: "", place: valuePlace(entry.keyPlace) }];
    return values.map((value) => ({
      name,
      key: entry.key,
      value: value.text,
      place: value.place,
      keyPlace: entry.keyPlace,
      form: "front-matter" as const,
    }));
  });
}
