/** Lines of a text as Markdown sees them: they end at \n, \r\n or \r; tabs stop at every fourth column. */

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB_SIZE = 4;

export function isSpaceOrTab(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** Column behind a space or tab that stands at `column`. */
export function columnAfter(code: number, column: number): number {
  return code === TAB ? column + TAB_SIZE - (column % TAB_SIZE) : column + 1;
}

/** Offset of the line end at or after `from`; the text's length where there is none. */
export function lineEndAt(text: string, from: number): number {
  let index = from;
  while (index < text.length && !isLineEnd(text.charCodeAt(index))) index += 1;
  return index;
}

/** Offset behind the line end at `lineEnd`, as found by `lineEndAt`. */
export function behindLineEnd(text: string, lineEnd: number): number {
  if (lineEnd >= text.length) return text.length;
  const crlf = text.charCodeAt(lineEnd) === CARRIAGE_RETURN && text.charCodeAt(lineEnd + 1) === LINE_FEED;
  return lineEnd + (crlf ? 2 : 1);
}

/** Offset of the first character at or after `from` that is neither space nor tab. */
export function skipSpaces(text: string, from: number): number {
  let index = from;
  while (isSpaceOrTab(text.charCodeAt(index))) index += 1;
  return index;
}

/** Offsets of the starts of the text's lines; the first is 0. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let end = lineEndAt(text, 0); end < text.length; ) {
    const start = behindLineEnd(text, end);
    starts.push(start);
    end = lineEndAt(text, start);
  }
  return starts;
}

/** Number of line ends in a text. */
export function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  for (let at = text.indexOf("\r"); at >= 0; at = text.indexOf("\r", at + 1)) {
    if (text.charCodeAt(at + 1) !== LINE_FEED) count += 1;
  }
  return count;
}
