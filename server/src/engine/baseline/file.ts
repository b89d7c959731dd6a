import type { Baseline } from "./baseline.js";

const version = 1;
const longest = 64 * 1024 * 1024;
const again = "Write it anew with `lockstep check --write-baseline`.";

export type BaselineReading = { readonly baseline: Baseline } | { readonly problem: string };

/**
 * The text of a baseline file: JSON in which everything is sorted and each content has its own line, so that the same findings give the
 * same bytes, and two branches that accept different findings merge.
 */
export function formatBaseline(baseline: Baseline): string {
  const documents = sorted(baseline)
    .filter(([, rules]) => [...rules.values()].some((hashes) => hashes.size > 0))
    .map(([path, rules]) => `    ${JSON.stringify(path)}: {\n${formatRules(rules)}\n    }`);
  const findings = documents.length > 0 ? `{\n${documents.join(",\n")}\n  }` : "{}";
  return `{\n  "version": ${version},\n  "findings": ${findings}\n}\n`;
}

function formatRules(rules: ReadonlyMap<string, ReadonlyMap<string, number>>): string {
  return sorted(rules)
    .filter(([, hashes]) => hashes.size > 0)
    .map(([rule, hashes]) => {
      const lines = sorted(hashes).map(([hash, count]) => `        ${JSON.stringify(hash)}: ${count}`);
      return `      ${JSON.stringify(rule)}: {\n${lines.join(",\n")}\n      }`;
    })
    .join(",\n");
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Reads a baseline file. One that is damaged or of another version is refused as a whole, with the reason and what to do. */
export function parseBaseline(text: string): BaselineReading {
  if (text.length > longest) return { problem: `The baseline is too large to be one. ${again}` };
  if (/^(?:<{7}|={7}|>{7})/m.test(text)) {
    return { problem: `The baseline holds the marks of an unresolved merge. Resolve them, or: ${again}` };
  }
  const data = parsed(text);
  if (data === undefined) return { problem: `The baseline is no JSON; it may have been cut off. ${again}` };
  const fields = fieldsOf(data);
  if (!fields?.has("version")) return { problem: `This is no baseline: it names no version. ${again}` };
  if (fields.get("version") !== version) {
    const found = JSON.stringify(fields.get("version"))?.slice(0, 20);
    return { problem: `The baseline is of version ${found}; this Lockstep reads version ${version}. ${again}` };
  }
  const documents = fieldsOf(fields.get("findings"));
  if (!documents) return { problem: `The baseline has no map \`findings\`. ${again}` };
  return readDocuments(documents);
}

function readDocuments(documents: ReadonlyMap<string, unknown>): BaselineReading {
  const baseline = new Map<string, Map<string, Map<string, number>>>();
  for (const [path, rules] of documents) {
    const read = new Map<string, Map<string, number>>();
    for (const [rule, hashes] of fieldsOf(rules) ?? [["", undefined]]) {
      const counts = readCounts(fieldsOf(hashes));
      if (!counts)
        return { problem: `The baseline's entry for ${JSON.stringify(path.slice(0, 200))} is damaged. ${again}` };
      read.set(rule, counts);
    }
    baseline.set(path, read);
  }
  return { baseline };
}

function readCounts(hashes: ReadonlyMap<string, unknown> | undefined): Map<string, number> | undefined {
  if (!hashes) return undefined;
  const counts = new Map<string, number>();
  for (const [hash, count] of hashes) {
    if (!/^[0-9a-f]{14}$/.test(hash) || typeof count !== "number" || !Number.isSafeInteger(count) || count < 1)
      return undefined;
    counts.set(hash, count);
  }
  return counts;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** As a Map, so that no key is special. */
function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}
