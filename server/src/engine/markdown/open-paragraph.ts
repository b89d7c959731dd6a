import { CODE_INDENT, type LineReader, listMarkerLength } from "./line-reader.js";
import { isSpaceOrTab, skipSpaces } from "./lines.js";

const HASH = 0x23;
const ASTERISK = 0x2a;
const DASH = 0x2d;
const COLON = 0x3a;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const OPENING_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const UNDERSCORE = 0x5f;
const BACKTICK = 0x60;
const PIPE = 0x7c;
const TILDE = 0x7e;

/**
 * Follows the lines of a container to know whether the innermost block that is open is a paragraph, so that a line without
 * the container's marks goes on with it. Holds it for open only where that is certain.
 */
export class OpenParagraph {
  #open = false;
  /** Whether something may have begun in the item that swallows lines: a fence, HTML, a footnote. */
  #murky = false;

  get isOpen(): boolean {
    return this.#open;
  }

  /** A line begins an item or quote, whose content stands from `at` on. */
  begin(line: LineReader, at: number): void {
    this.#murky = false;
    this.#open = false;
    this.#read(line, at, true);
  }

  /** A line goes on with the container; its content stands at `at`, at most `indent` columns into the container. */
  goOn(line: LineReader, at: number, indent: number, afterBlank: boolean): void {
    if (!this.#open && (!afterBlank || indent >= CODE_INDENT)) this.#note(line, innermost(line, at, false).at);
    else this.#read(line, at, false);
  }

  blank(): void {
    this.#open = false;
  }

  #read(line: LineReader, at: number, behindMark: boolean): void {
    const inner = innermost(line, at, behindMark);
    this.#note(line, inner.at);
    const goesOn = this.#open && !inner.behindMark;
    this.#open = !this.#murky && !inner.code && inner.at < line.end && isText(line, inner.at, goesOn);
  }

  #note(line: LineReader, at: number): void {
    const { text } = line;
    const code = text.charCodeAt(at);
    const fence =
      (code === BACKTICK || code === TILDE) && text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code;
    this.#murky ||= fence || code === LESS || text.startsWith("[^", at);
  }
}

/** Whether a line consists of what delimiter rows and underlines consist of. */
export function looksLikeDelimiters(text: string, at: number, end: number): boolean {
  for (let index = at; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code !== DASH && code !== COLON && code !== PIPE && !isSpaceOrTab(code)) return false;
  }
  return true;
}

/** The line's content behind all that may be a container's mark; `code` if so far behind the last that it may be code. */
function innermost(
  line: LineReader,
  from: number,
  marked: boolean,
): { at: number; behindMark: boolean; code: boolean } {
  const { text } = line;
  let at = from;
  let behindMark = marked;
  for (;;) {
    const content = skipSpaces(text, at);
    const spaces = text.slice(at, content);
    if (behindMark && (spaces.length > CODE_INDENT || spaces.includes("\t")))
      return { at: content, behindMark, code: true };
    at = content;
    const mark = text.charCodeAt(at) === GREATER ? 1 : listMarkerLength(text, at, line.end);
    at += mark;
    if (mark === 0) return { at, behindMark, code: false };
    behindMark = true;
  }
}

/** Whether what stands at `at` is text of a paragraph, which is open already if it `goesOn`. */
function isText(line: LineReader, at: number, goesOn: boolean): boolean {
  const { text, end } = line;
  const code = text.charCodeAt(at);
  if (code === HASH) return false;
  if (isRuleOrUnderline(text, at, end) || looksLikeDelimiters(text, at, end)) return false;
  return goesOn || code !== OPENING_BRACKET || isLinkText(text.slice(at, end));
}

/** Whether a line that begins with a bracket cannot begin a definition. */
function isLinkText(line: string): boolean {
  const closing = line.indexOf("]");
  return closing > 0 && line.charCodeAt(closing - 1) !== BACKSLASH && line.charCodeAt(closing + 1) !== COLON;
}

function isRuleOrUnderline(text: string, at: number, end: number): boolean {
  const marker = text.charCodeAt(at);
  if (marker !== ASTERISK && marker !== DASH && marker !== EQUALS && marker !== UNDERSCORE) return false;
  for (let index = at + 1; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code !== marker && !isSpaceOrTab(code)) return false;
  }
  return true;
}
