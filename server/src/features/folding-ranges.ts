import type { Nodes } from "mdast";
import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import type { PlanDocument } from "../engine/index/document.js";
import type { Slot } from "../engine/markdown/slot.js";

/** Sections, front matter, list items with what belongs to them, and comments; none for what is no planning document. */
export function foldingRangesOf(document: PlanDocument): FoldingRange[] {
  if (!document.head.planning) return [];
  return [...sections(document), ...document.markdown.slots.flatMap((slot) => [...blocks(slot, document)])]
    .filter(({ startLine, endLine }) => endLine > startLine)
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** From each heading to the last line with text before the next one of its depth or above. */
function sections(document: PlanDocument): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const open: { readonly depth: number; readonly line: number }[] = [];
  let lastLine = 0;
  const close = (depth: number): void => {
    while (open.length > 0 && open.at(-1)!.depth >= depth)
      ranges.push({ startLine: open.pop()!.line, endLine: lastLine });
  };
  for (const slot of document.markdown.slots) {
    if (slot.type === "heading") {
      const [heading] = document.unitsOf(slot);
      const depth = heading?.kind === "heading" ? heading.depth : 1;
      close(depth);
      open.push({ depth, line: slot.line });
    }
    if (slot.text.trim() !== "") lastLine = lastLineOf(slot, document);
  }
  close(0);
  return ranges;
}

/** The line on which the last word of a block stands. */
function lastLineOf(slot: Slot, document: PlanDocument): number {
  return document.markdown.positionAt(slot.offset + slot.text.trimEnd().length).line;
}

function* blocks(slot: Slot, document: PlanDocument): Iterable<FoldingRange> {
  const range = { startLine: slot.line, endLine: lastLineOf(slot, document) };
  if (slot.type === "yaml") yield { ...range, kind: FoldingRangeKind.Region };
  if (slot.type === "html" && slot.text.trimStart().startsWith("<!--"))
    yield { ...range, kind: FoldingRangeKind.Comment };
  if (slot.type !== "list" || !slot.node) return;
  const stack: Nodes[] = [slot.node];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "listItem" && node.position) {
      const start = slot.offset + (node.position.start.offset ?? slot.base) - slot.base;
      const end = slot.offset + (node.position.end.offset ?? slot.base) - slot.base;
      yield { startLine: document.markdown.positionAt(start).line, endLine: document.markdown.positionAt(end).line };
    }
    if ("children" in node) stack.push(...node.children);
  }
}
