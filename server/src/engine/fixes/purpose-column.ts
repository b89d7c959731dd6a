import type { PlanDocument } from "../index/document.js";
import type { PlanItem } from "../model/facts.js";
import type { RowUnit, TableInfo } from "../reading/units.js";
import { phrase } from "../text/phrase.js";
import type { Fix, FixEdit } from "./fix.js";

/** *Add a column “For”…* to the table that splits headcount, with a gap for what the posts of its first row are for. */
export function* addPurposeColumn(rows: readonly PlanItem[], document: PlanDocument): Iterable<Fix> {
  const first = rows.find((row) => row.unit?.kind === "row")?.unit;
  if (first?.kind !== "row") return;
  const edits = columnEdits(first, first.table, document);
  if (edits) yield { title: phrase`Add a column “For”…`, edits, safe: false, snippet: true };
}

/** A further cell at the end of each line. Undefined for a table whose lines do not end in a bar. */
function columnEdits(first: RowUnit, table: TableInfo, document: PlanDocument): readonly FixEdit[] | undefined {
  const { slot } = table;
  const edits: FixEdit[] = [];
  let line = 0;
  for (let start = table.start; start < table.end; line += 1) {
    const end = lineEnd(slot.text, start, table.end);
    const bar = slot.text.slice(start, end).trimEnd().length + start;
    if (slot.text[bar - 1] !== "|") return undefined;
    const place = { slot, start: bar, end: bar };
    edits.push({ document, place, newText: cellOf(line, first.index) });
    start = end + (slot.text.startsWith("\r\n", end) ? 2 : 1);
  }
  return edits;
}

function cellOf(line: number, firstRow: number): string {
  if (line === 0) return " For |";
  if (line === 1) return " --- |";
  return line === firstRow + 2 ? ` \${1:shared priority} |` : " |";
}

function lineEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return at;
}
