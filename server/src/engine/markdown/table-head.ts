import { behindLineEnd, isSpaceOrTab, lineEndAt, skipSpaces } from "./lines.js";

const PIPE = 0x7c;
const DASH = 0x2d;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const WIDEST_PREFIX = 3;

/**
 * Whether a table of GitHub's Markdown begins at a line outside of any container: the line, whose first character that is
 * no space stands at `at`, has as many cells as the delimiter row below it. Counts as micromark-extension-gfm-table does.
 */
export function tableBeginsAt(text: string, at: number, lineEnd: number): boolean {
  const delimiterStart = behindLineEnd(text, lineEnd);
  if (!mayBeDelimiterRow(text, delimiterStart)) return false;
  const cells = delimiterCells(text, delimiterStart);
  return cells !== undefined && cells === headCells(text, at, lineEnd);
}

/** Cheap test that turns nearly all lines away. */
function mayBeDelimiterRow(text: string, lineStart: number): boolean {
  const code = text.charCodeAt(skipSpaces(text, lineStart));
  return code === PIPE || code === DASH || code === COLON;
}

/** Number of cells of a head row; undefined for a line that holds nothing but one pipe. */
function headCells(text: string, at: number, lineEnd: number): number | undefined {
  let cells = 0;
  let characters = text.charCodeAt(at) === PIPE ? 0 : 1;
  let opensCell = characters === 1;
  let index = at;
  while (index < lineEnd) {
    const code = text.charCodeAt(index);
    if (isSpaceOrTab(code)) {
      index += 1;
      continue;
    }
    characters += 1;
    if (opensCell) cells += 1;
    opensCell = code === PIPE;
    index = opensCell ? index + 1 : cellTextEnd(text, index, lineEnd);
  }
  return characters > 1 ? cells : undefined;
}

function cellTextEnd(text: string, from: number, lineEnd: number): number {
  let index = from;
  while (index < lineEnd) {
    const code = text.charCodeAt(index);
    if (code === PIPE || isSpaceOrTab(code)) return index;
    const next = text.charCodeAt(index + 1);
    index += code === BACKSLASH && (next === BACKSLASH || next === PIPE) ? 2 : 1;
  }
  return lineEnd;
}

/** Number of cells of a delimiter row; undefined where the line is none, or is a list item or an underline first. */
function delimiterCells(text: string, lineStart: number): number | undefined {
  let at = skipSpaces(text, lineStart);
  if (at - lineStart > WIDEST_PREFIX || text.slice(lineStart, at).includes("\t")) return undefined;
  const lineEnd = lineEndAt(text, at);
  if (text.charCodeAt(at) === DASH && isSpaceOrTab(text.charCodeAt(at + 1)) && skipSpaces(text, at + 1) < lineEnd) {
    return undefined;
  }
  let cells = 0;
  let marked = false;
  for (;;) {
    if (text.charCodeAt(at) === PIPE) {
      marked = true;
      at = skipSpaces(text, at + 1);
      if (at >= lineEnd) break;
    }
    const colonBefore = text.charCodeAt(at) === COLON;
    const dashes = colonBefore ? at + 1 : at;
    at = dashes;
    while (text.charCodeAt(at) === DASH) at += 1;
    if (at === dashes) return undefined;
    const colonAfter = text.charCodeAt(at) === COLON;
    if (colonAfter) at += 1;
    cells += 1;
    marked ||= colonBefore || colonAfter;
    at = skipSpaces(text, at);
    if (at >= lineEnd) break;
    if (text.charCodeAt(at) !== PIPE) return undefined;
  }
  return marked ? cells : undefined;
}
