import type { MarkdownDocument } from "../markdown/document.js";
import type { Place, Slot } from "../markdown/slot.js";
import type { DataMap, DataNode, DataProblem, Span } from "./data.js";
import { entryOf } from "./data.js";
import { fit } from "./fit.js";
import { formats } from "./formats.js";
import { FRONT_MATTER_SCHEMA } from "./schema.js";
import { readYaml, type YamlLimits } from "./yaml.js";

/** Something in a document's front matter that Lockstep would read and cannot. */
export interface FrontMatterProblem {
  readonly place: Place;
  readonly message: string;
}

const limits: YamlLimits = { length: 64 * 1024, depth: 64, values: 10_000 };
const bySlot = new WeakMap<Slot, readonly FrontMatterProblem[]>();

/** What does not fit in the front matter of a document; none where there is no front matter. Kept with the slot. */
export function frontMatterProblems(document: MarkdownDocument): readonly FrontMatterProblem[] {
  const slot = document.frontMatter;
  if (!slot) return [];
  let problems = bySlot.get(slot);
  if (!problems) {
    problems = findProblems(slot);
    bySlot.set(slot, problems);
  }
  return problems;
}

function findProblems(slot: Slot): readonly FrontMatterProblem[] {
  const { start, end } = bodyOf(slot);
  const body = slot.text.slice(start, end);
  const { root, broken } = readYaml(body, limits);
  const misfits = broken ? syntaxProblems(body, broken) : valueProblems(root);
  return misfits.map(({ span, message }) => ({
    place: { slot, start: start + span.start, end: start + Math.max(span.start, trimmedEnd(body, span)) },
    message,
  }));
}

/** Between the line of the opening marker and that of the closing one. */
function bodyOf(slot: Slot): Span {
  const lineEnd = /\r\n|\n|\r/.exec(slot.text);
  const start = lineEnd ? lineEnd.index + lineEnd[0].length : slot.text.length;
  const nodeEnd = (slot.node?.position?.end.offset ?? slot.base) - slot.base;
  return { start, end: Math.max(start, nodeEnd - "---".length) };
}

/** Templates put their own braces where values go; they are no YAML, and nobody's mistake. */
function syntaxProblems(body: string, broken: DataProblem): readonly DataProblem[] {
  return /\{\{|\{%|<%/.test(body) ? [] : [broken];
}

function valueProblems(root: DataNode | undefined): readonly DataProblem[] {
  if (root?.kind !== "map") return [];
  const entries = root.entries
    .filter(({ value }) => !isPlaceholder(value))
    .map((entry) => ({
      ...entry,
      key: entry.key
        .trim()
        .toLowerCase()
        .replace(/[\s_]+/g, "-"),
    }));
  const named: DataMap = { ...root, entries };
  const settings = entryOf(named, "lockstep");
  const message =
    "Front matter does not configure Lockstep. Say it of this path in `.lockstep.yaml` (`documents` or `overrides`), or write `<!-- lockstep-disable-file -->` below.";
  const own = settings ? [{ span: settings.keySpan, message }] : [];
  return [...own, ...fit(named, FRONT_MATTER_SCHEMA, formats).problems];
}

/** `{YYYY-MM-DD}` reads as a map of a key without a value: a place to fill in. */
function isPlaceholder(node: DataNode): boolean {
  if (node.kind !== "map") return false;
  return node.entries.every(({ value }) => value.kind === "scalar" && value.value === null);
}

function trimmedEnd(body: string, { start, end }: Span): number {
  return start + body.slice(start, end).trimEnd().length;
}
