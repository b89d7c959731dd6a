import { behindLineEnd, isSpaceOrTab, lineEndAt, skipSpaces } from "../../markdown/lines.js";
import type { Content, Line } from "./content.js";

/** A paragraph's lines, from where its first character stands to the end of the last line. */
export interface ParagraphLines {
  readonly content: Content;
  readonly start: number;
  readonly end: number;
}

/** The lines of a text between two offsets up to the first blank one, as those of one paragraph. Undefined where there is none. */
export function paragraphContent(text: string, from: number, to: number): ParagraphLines | undefined {
  const collected = new LineCollector(text);
  for (let at = from; at < to; ) {
    const lineEnd = Math.min(lineEndAt(text, at), to);
    const start = skipSpaces(text, at);
    if (start >= lineEnd) break;
    collected.add(start, lineEnd);
    at = behindLineEnd(text, lineEnd);
  }
  return collected.finish();
}

/** Joins the lines of a paragraph. */
export class LineCollector {
  #text = "";
  #end = 0;
  readonly #lines: Line[] = [];

  constructor(private readonly source: string) {}

  /** A line from its first visible character to its line end. */
  add(start: number, lineEnd: number): void {
    if (this.#lines.length > 0) this.#text += "\n";
    this.#lines.push({ at: this.#text.length, source: start });
    this.#text += this.source.slice(start, lineEnd);
    this.#end = lineEnd;
  }

  finish(): ParagraphLines | undefined {
    const first = this.#lines[0];
    if (!first) return undefined;
    let length = this.#text.length;
    while (isSpaceOrTab(this.#text.charCodeAt(length - 1))) length -= 1;
    return {
      content: { text: this.#text.slice(0, length), lines: this.#lines },
      start: first.source,
      end: this.#end,
    };
  }
}
