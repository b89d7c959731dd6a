import { type Limits, type Refusal, refusalBeyond } from "./limits.js";
import { footnoteLabelLength, listMarkerLength } from "./line-reader.js";
import { behindLineEnd, columnAfter, countLineEnds, isSpaceOrTab, lineEndAt } from "./lines.js";
import type { Piece } from "./split.js";

const GREATER = 0x3e;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const ASTERISK = 0x2a;
const UNDERSCORE = 0x5f;
const TILDE = 0x7e;

/** Blocks of one line, which the parser takes as they are. */
const PLAIN: ReadonlySet<Piece["type"]> = new Set(["blank", "definition", "thematicBreak"]);
/** Blocks of lines without text to read. */
const LITERAL: ReadonlySet<Piece["type"]> = new Set(["code", "html", "yaml"]);

/** A container's mark in a line: behind a quote's one more is needed in the next line, behind others a column is to be reached. */
type Mark = "quote" | number;

/** Judges a block by a linear look at its text, before a parser sees it. Counts too much rather than too little. */
export function judgeBlock(text: string, type: Piece["type"], limits: Limits): Refusal | undefined {
  if (PLAIN.has(type)) return undefined;
  // No count can be beyond its limit in so short a text.
  if (text.length <= Math.min(limits.blockLength, limits.depth, limits.lines, limits.brackets, limits.emphasis))
    return undefined;
  const tooLong = refusalBeyond("blockLength", text.length, limits);
  if (tooLong !== undefined) return tooLong;
  return LITERAL.has(type)
    ? refusalBeyond("lines", countLineEnds(text), limits)
    : new Judge(text, type, limits).judge();
}

class Judge {
  readonly #text: string;
  readonly #limits: Limits;
  readonly #contained: boolean;
  readonly #lineByLine: boolean;
  readonly #marks: Mark[] = [];
  #lines = 0;
  #brackets = 0;
  #emphasis = 0;

  constructor(text: string, type: Piece["type"], limits: Limits) {
    this.#text = text;
    this.#limits = limits;
    this.#contained = type === "list" || type === "blockquote" || type === "region";
    this.#lineByLine = type === "table";
  }

  judge(): Refusal | undefined {
    for (let at = 0; at < this.#text.length; ) {
      const end = lineEndAt(this.#text, at);
      const refusal = this.#judgeLine(at, end);
      if (refusal !== undefined) return refusal;
      at = behindLineEnd(this.#text, end);
    }
    return undefined;
  }

  #judgeLine(start: number, end: number): Refusal | undefined {
    const content = this.#contained ? this.#readMarks(start, end) : start;
    if (this.#lineByLine || this.#isBlank(content, end)) this.#beginRun();
    this.#lines += 1;
    this.#count(content, end);
    return (
      refusalBeyond("depth", this.#marks.length, this.#limits) ??
      refusalBeyond("lines", this.#lines, this.#limits) ??
      refusalBeyond("brackets", this.#brackets, this.#limits) ??
      refusalBeyond("emphasis", this.#emphasis, this.#limits)
    );
  }

  /** Follows the containers' marks of a line, and says where its content begins. Stops when there are too many. */
  #readMarks(start: number, end: number): number {
    let at = start;
    let column = 0;
    let known = 0;
    let added = false;
    for (;;) {
      for (let code = this.#text.charCodeAt(at); isSpaceOrTab(code); code = this.#text.charCodeAt(at)) {
        column = columnAfter(code, column);
        at += 1;
      }
      while (known < this.#marks.length && isReached(this.#marks[known]!, column)) known += 1;
      const quote = this.#text.charCodeAt(at) === GREATER;
      const length = quote ? 1 : listMarkerLength(this.#text, at, end) || footnoteLabelLength(this.#text, at);
      if (length === 0 || this.#marks.length > this.#limits.depth) break;
      at += length;
      column += length;
      if (quote && this.#marks[known] === "quote") {
        known += 1;
        continue;
      }
      this.#marks.length = known;
      this.#marks.push(quote ? "quote" : column + 1);
      known += 1;
      added ||= !quote;
    }
    if (added) this.#beginRun();
    return at;
  }

  #beginRun(): void {
    this.#lines = 0;
    this.#brackets = 0;
    this.#emphasis = 0;
  }

  #count(start: number, end: number): void {
    let previous = 0;
    for (let index = start; index < end; index += 1) {
      const code = this.#text.charCodeAt(index);
      if (code === OPENING_BRACKET || code === CLOSING_BRACKET) this.#brackets += 1;
      else if (code !== previous && (code === ASTERISK || code === UNDERSCORE || code === TILDE)) this.#emphasis += 1;
      previous = code;
    }
  }

  #isBlank(start: number, end: number): boolean {
    for (let index = start; index < end; index += 1) if (!isSpaceOrTab(this.#text.charCodeAt(index))) return false;
    return true;
  }
}

function isReached(mark: Mark, column: number): boolean {
  return mark !== "quote" && column >= mark;
}
