import type { Nodes } from "mdast";
import type { Position, Range, SelectionRange } from "vscode-languageserver-types";
import type { PlanDocument } from "../engine/index/document.js";
import type { WorkspaceView } from "../engine/index/view.js";
import { offsetOf } from "../engine/markdown/place.js";
import type { Slot } from "../engine/markdown/slot.js";
import { readUnits } from "../engine/reading/units.js";
import { factsOf } from "./entities/facts.js";
import { occurrencesIn } from "./entities.js";

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What to select when a selection grows: a word, a name or value, its cell or sentence, its passage, list and section, the document. */
export function selectionRangesOf(
  document: PlanDocument,
  positions: readonly Position[],
  workspace: WorkspaceView,
): SelectionRange[] {
  const { markdown } = document;
  const places = [
    ...occurrencesIn(document, workspace).map(({ place }) => place),
    ...(document.head.planning ? factsOf(document).flatMap(({ place, focus }) => [place, focus]) : []),
  ].map((place): Span => ({ start: offsetOf(place), end: offsetOf(place) + place.end - place.start }));
  return positions.map((position) => {
    const offset = markdown.offsetAt(position);
    const slot = markdown.slots[markdown.slotAt(offset)];
    const spans = [
      { start: 0, end: markdown.length },
      ...sectionsAround(document, offset),
      ...(slot ? blocksAround(slot, offset) : []),
      ...places,
      wordAround(document.text, offset),
    ].filter(({ start, end }) => start <= offset && offset <= end);
    return nested(
      spans,
      (at): Range => ({ start: markdown.positionAt(at.start), end: markdown.positionAt(at.end) }),
      offset,
    );
  });
}

/** From the widest to the narrowest, leaving out what crosses another. */
function nested(spans: readonly Span[], rangeOf: (span: Span) => Range, offset: number): SelectionRange {
  const sorted = [...spans].sort((a, b) => b.end - b.start - (a.end - a.start));
  let outer = sorted[0] ?? { start: offset, end: offset };
  let selection: SelectionRange = { range: rangeOf(outer) };
  for (const span of sorted.slice(1)) {
    const inside = span.start >= outer.start && span.end <= outer.end;
    if (!inside || span.end - span.start === outer.end - outer.start || span.end === span.start) continue;
    selection = { range: rangeOf(span), parent: selection };
    outer = span;
  }
  return selection;
}

function sectionsAround({ markdown }: PlanDocument, offset: number): Span[] {
  const spans: Span[] = [];
  const { slots } = markdown;
  let depth = Number.POSITIVE_INFINITY;
  for (let index = markdown.slotAt(offset); index >= 0 && depth > 1; index -= 1) {
    const own = depthOf(slots[index]);
    if (own === undefined || own >= depth) continue;
    depth = own;
    let next = index + 1;
    while (next < slots.length && (depthOf(slots[next]) ?? Number.POSITIVE_INFINITY) > own) next += 1;
    const last = slots[next - 1]!;
    spans.push({ start: slots[index]!.offset, end: last.offset + last.text.trimEnd().length });
  }
  return spans;
}

function depthOf(slot: Slot | undefined): number | undefined {
  if (slot?.type !== "heading") return undefined;
  const [heading] = readUnits(slot);
  return heading?.kind === "heading" ? heading.depth : undefined;
}

/** The Markdown around an offset, from its block to the innermost link or bold text. */
function blocksAround(slot: Slot, offset: number): Span[] {
  const spans: Span[] = [];
  let node: Nodes | undefined = slot.node;
  while (node !== undefined) {
    spans.push(spanOf(node, slot));
    const children: readonly Nodes[] = "children" in node ? node.children : [];
    node = children.find((child) => {
      const { start, end } = spanOf(child, slot);
      return start <= offset && offset <= end;
    });
  }
  return spans;
}

function spanOf(node: Nodes, slot: Slot): Span {
  const shift = slot.offset - slot.base;
  return {
    start: (node.position?.start.offset ?? slot.base) + shift,
    end: (node.position?.end.offset ?? slot.base) + shift,
  };
}

function wordAround(text: string, offset: number): Span {
  const before =
    /(?<![\p{L}\p{M}\p{N}_@'’-])[\p{L}\p{M}\p{N}_@'’-]*$/u.exec(text.slice(Math.max(0, offset - 100), offset))?.[0]
      .length ?? 0;
  const after = /^[\p{L}\p{M}\p{N}_@'’-]*/u.exec(text.slice(offset, offset + 100))?.[0].length ?? 0;
  return { start: offset - before, end: offset + after };
}
