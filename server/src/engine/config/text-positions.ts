import type { Position, Range } from "../text/range.js";
import type { Span } from "./data.js";

/** Turns offsets of a text into places; `\n`, `\r\n` and `\r` end lines, as in LSP. */
export function rangesIn(text: string): (span: Span) => Range {
  const lineStarts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) lineStarts.push(match.index + match[0].length);
  const positionAt = (offset: number): Position => {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - lineStarts[low]! };
  };
  return ({ start, end }) => {
    // A value that runs to the end of its line is shown without the line's end.
    let last = Math.min(end, text.length);
    while (last > start && /\s/.test(text[last - 1]!)) last -= 1;
    const first = Math.min(start, text.length);
    return { start: positionAt(first), end: positionAt(Math.max(first, last)) };
  };
}
