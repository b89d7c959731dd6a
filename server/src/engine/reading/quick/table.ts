import { behindLineEnd, lineEndAt, skipSpaces } from "../../markdown/lines.js";
import type { Slot } from "../../markdown/slot.js";
import type { Cell, TableInfo, Unit } from "../units.js";
import { lineContent } from "./content.js";
import { quickInline } from "./inline.js";

const BAR = 0x7c;
const SPACE = 32;
/** What may move a bar, or hide one. */
const unknown = /[\\\t]/;

interface Row {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly Cell[];
}

/** The rows of a table. */
export function quickTable(slot: Slot): readonly Unit[] | undefined {
  const { text } = slot;
  if (unknown.test(text)) return undefined;
  const rows: Row[] = [];
  let line = 0;
  for (let at = 0; at < text.length; line += 1) {
    const lineEnd = lineEndAt(text, at);
    const start = skipSpaces(text, at);
    if (start === lineEnd) break;
    if (line !== 1) {
      const row = readRow(slot, start, lineEnd);
      if (!row) return undefined;
      rows.push(row);
    }
    at = behindLineEnd(text, lineEnd);
  }
  const [head, ...body] = rows;
  if (!head) return undefined;
  const end = body.at(-1)?.end ?? delimitersEnd(text);
  const table: TableInfo = { slot, start: head.start, end, header: head.cells, rowCount: body.length };
  return body.map((row, index) => ({
    kind: "row",
    slot,
    start: row.start,
    end: row.end,
    container: undefined,
    table,
    index,
    cells: row.cells,
  }));
}

function delimitersEnd(text: string): number {
  return lineEndAt(text, behindLineEnd(text, lineEndAt(text, 0)));
}

function readRow(slot: Slot, start: number, lineEnd: number): Row | undefined {
  const { text } = slot;
  let end = lineEnd;
  while (text.charCodeAt(end - 1) === SPACE) end -= 1;
  // One bar alone is a cell too, behind it.
  if (end - start < 2 && text.charCodeAt(start) === BAR) return undefined;
  const cells: Cell[] = [];
  for (let at = text.charCodeAt(start) === BAR ? start + 1 : start; at < end; ) {
    const bar = text.indexOf("|", at);
    const to = bar < 0 || bar > end ? end : bar;
    const cell = readCell(slot, at, to);
    if (!cell) return undefined;
    cells.push(cell);
    at = to + 1;
  }
  return { start, end: lineEnd, cells };
}

function readCell(slot: Slot, from: number, to: number): Cell | undefined {
  const { text } = slot;
  let start = from;
  let end = to;
  while (start < end && text.charCodeAt(start) === SPACE) start += 1;
  while (end > start && text.charCodeAt(end - 1) === SPACE) end -= 1;
  if (start === end) {
    // Where text would go, and a place from which nothing is visible.
    const at = text.charCodeAt(from) === SPACE ? Math.min(from + 1, to) : from;
    const inline = quickInline({ text: "", lines: [{ at: 0, source: 0 }] }, slot);
    return inline && { inline, start: at, end: at };
  }
  const inline = quickInline(lineContent(text, start, end), slot);
  return inline && { inline, start, end };
}
