import { type HtmlKind, htmlKindAt } from "./html-block.js";
import { behindLineEnd, columnAfter, isSpaceOrTab, skipSpaces } from "./lines.js";

const HASH = 0x23;
const CLOSING_PARENTHESIS = 0x29;
const ASTERISK = 0x2a;
const PLUS = 0x2b;
const DASH = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const UNDERSCORE = 0x5f;
const BACKTICK = 0x60;
const TILDE = 0x7e;
const FOOTNOTE_LABEL = /\[\^(?:\\[[\]\\]|\\(?![[\]\\])|[^\t\n\r [\]\\])+\]:/y;
const LONGEST_FOOTNOTE_LABEL = 999;
const MOST_DIGITS = 9;
const WIDEST_ITEM_SPACE = 4;

/** Indentation from which a line is code where nothing else claims it, in columns. */
export const CODE_INDENT = 4;

/** A list item's marker: the bullet, or the character behind the number; and the column from which lines belong to the item. */
export interface ListMarker {
  readonly kind: number;
  readonly number: string;
  /** Offset behind the marker. */
  readonly behind: number;
  readonly contentColumn: number;
  readonly empty: boolean;
}

/** Reads one line at a time and tells what its first characters begin, as CommonMark has it outside of containers. */
export class LineReader {
  readonly text: string;
  /** Offset of the first \\r behind the last line read; lines end there too. */
  #carriageReturn: number;
  /** Offset of the line. */
  start = 0;
  /** Offset of its first character that is neither space nor tab. */
  at = 0;
  /** Column of that character. */
  indent = 0;
  /** Offset of its line end. */
  end = 0;
  /** Offset of the next line. */
  next = 0;

  constructor(text: string) {
    this.text = text;
    this.#carriageReturn = indexOrEnd(text, "\r", 0);
  }

  /** Goes to the line at `start`. */
  read(start: number): void {
    let at = start;
    let column = 0;
    for (let code = this.text.charCodeAt(at); isSpaceOrTab(code); code = this.text.charCodeAt(at)) {
      column = columnAfter(code, column);
      at += 1;
    }
    const goesBack = start < this.start;
    this.start = start;
    this.at = at;
    this.indent = column;
    if (this.#carriageReturn < at || goesBack) this.#carriageReturn = indexOrEnd(this.text, "\r", at);
    this.end = Math.min(indexOrEnd(this.text, "\n", at), this.#carriageReturn);
    this.next = behindLineEnd(this.text, this.end);
  }

  get blank(): boolean {
    return this.at === this.end;
  }

  get first(): number {
    return this.text.charCodeAt(this.at);
  }

  isAtxHeading(): boolean {
    if (this.first !== HASH) return false;
    const behind = this.#runEnd(HASH);
    return behind - this.at <= 6 && this.#isSpaceOrEnd(behind);
  }

  isThematicBreak(): boolean {
    const marker = this.first;
    if (marker !== ASTERISK && marker !== DASH && marker !== UNDERSCORE) return false;
    let count = 0;
    for (let index = this.at; index < this.end; index += 1) {
      const code = this.text.charCodeAt(index);
      if (code === marker) count += 1;
      else if (!isSpaceOrTab(code)) return false;
    }
    return count >= 3;
  }

  /** Whether the line turns the paragraph above it into a heading. */
  isSetextUnderline(): boolean {
    const marker = this.first;
    return (marker === EQUALS || marker === DASH) && skipSpaces(this.text, this.#runEnd(marker)) >= this.end;
  }

  /** Number of characters of the code fence that opens here; 0 where none does. */
  fenceLength(): number {
    const marker = this.first;
    if (marker !== BACKTICK && marker !== TILDE) return 0;
    const behind = this.#runEnd(marker);
    if (behind - this.at < 3) return 0;
    const barred = marker === BACKTICK && this.text.slice(behind, this.end).includes("`");
    return barred ? 0 : behind - this.at;
  }

  /** Whether the line closes a fence of `length` characters `marker`. */
  closesFence(marker: number, length: number): boolean {
    if (this.first !== marker || this.indent >= CODE_INDENT) return false;
    const behind = this.#runEnd(marker);
    return behind - this.at >= length && skipSpaces(this.text, behind) >= this.end;
  }

  isBlockQuote(): boolean {
    return this.first === GREATER;
  }

  htmlKind(): HtmlKind | undefined {
    return this.first === LESS ? htmlKindAt(this.text, this.at) : undefined;
  }

  isFootnote(): boolean {
    return footnoteLabelLength(this.text, this.at) > 0;
  }

  /** Whether a container begins here: a block quote, a list or a footnote's definition. */
  beginsContainer(): boolean {
    if (this.indent >= CODE_INDENT) return false;
    return this.isBlockQuote() || this.isFootnote() || (!this.isThematicBreak() && this.listMarker() !== undefined);
  }

  /** The list item's marker that stands here; a thematic break is to be ruled out before. */
  listMarker(): ListMarker | undefined {
    return this.#markerAt(this.at, this.indent);
  }

  /** Whether another container, or what looks like one, begins behind the block quote's or list item's marker here. */
  nestsContainer(): boolean {
    const marker = this.listMarker();
    const inner = skipSpaces(this.text, marker === undefined ? this.at + 1 : marker.behind);
    if (this.text.charCodeAt(inner) === GREATER || this.text.startsWith("[^", inner)) return true;
    return listMarkerLength(this.text, inner, this.end) > 0;
  }

  /** Whether the line, being no blank one, ends a paragraph above it (a setext underline and a table's head apart). */
  interruptsParagraph(): boolean {
    if (this.indent >= CODE_INDENT) return false;
    if (this.isAtxHeading() || this.fenceLength() > 0 || this.isBlockQuote() || this.isThematicBreak()) return true;
    const html = this.htmlKind();
    if (html !== undefined) return html !== 7;
    const marker = this.listMarker();
    return marker !== undefined && !marker.empty && (marker.number === "" || marker.number === "1");
  }

  /** Whether the line, being no blank one, begins a block of its own where no paragraph is open (definitions apart). */
  beginsBlock(): boolean {
    if (this.indent >= CODE_INDENT) return true;
    if (this.isAtxHeading() || this.fenceLength() > 0 || this.isBlockQuote() || this.isThematicBreak()) return true;
    return this.htmlKind() !== undefined || this.listMarker() !== undefined;
  }

  #markerAt(at: number, column: number): ListMarker | undefined {
    const length = listMarkerLength(this.text, at, this.end);
    if (length === 0) return undefined;
    const behind = at + length;
    const number = this.text.slice(at, behind - 1);
    return { kind: this.text.charCodeAt(behind - 1), number, behind, ...this.#content(behind, column + length) };
  }

  #content(from: number, columnFrom: number): { contentColumn: number; empty: boolean } {
    let column = columnFrom;
    let at = from;
    for (let code = this.text.charCodeAt(at); isSpaceOrTab(code); code = this.text.charCodeAt(at)) {
      column = columnAfter(code, column);
      at += 1;
    }
    const empty = at >= this.end;
    const codeFirst = column - columnFrom > WIDEST_ITEM_SPACE;
    return { contentColumn: empty || codeFirst ? columnFrom + 1 : column, empty };
  }

  #runEnd(code: number): number {
    let index = this.at;
    while (this.text.charCodeAt(index) === code) index += 1;
    return index;
  }

  #isSpaceOrEnd(index: number): boolean {
    return index >= this.end || isSpaceOrTab(this.text.charCodeAt(index));
  }
}

/** Length of the list item's marker at `at`, in a line that ends at `end`; 0 where there is none. */
export function listMarkerLength(text: string, at: number, end: number): number {
  let digits = 0;
  while (digits <= MOST_DIGITS && isDigit(text.charCodeAt(at + digits))) digits += 1;
  const code = text.charCodeAt(at + digits);
  const fits = digits > 0 ? code === DOT || code === CLOSING_PARENTHESIS : isBullet(code);
  const behind = at + digits + 1;
  if (!fits || digits > MOST_DIGITS || behind > end) return 0;
  return behind === end || isSpaceOrTab(text.charCodeAt(behind)) ? digits + 1 : 0;
}

/** Length of the label, up to its colon, that begins a footnote's definition at `at`; 0 where there is none. */
export function footnoteLabelLength(text: string, at: number): number {
  if (!text.startsWith("[^", at)) return 0;
  FOOTNOTE_LABEL.lastIndex = at;
  const length = FOOTNOTE_LABEL.exec(text)?.[0].length ?? 0;
  return length <= LONGEST_FOOTNOTE_LABEL + "[^]:".length ? length : 0;
}

function isBullet(code: number): boolean {
  return code === ASTERISK || code === PLUS || code === DASH;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function indexOrEnd(text: string, character: string, from: number): number {
  const index = text.indexOf(character, from);
  return index < 0 ? text.length : index;
}
