import { htmlBlockNames, htmlRawNames } from "micromark-util-html-tag-name";
import { isLineEnd, isSpaceOrTab, skipSpaces } from "./lines.js";

/**
 * Kinds of HTML blocks, by the numbers of the CommonMark specification (§ 4.6, start and end conditions): 1 raw text elements,
 * 2 comments, 3 instructions, 4 declarations, 5 CDATA, 6 block elements, 7 any complete tag alone on its line.
 */
export type HtmlKind = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const EXCLAMATION = 0x21;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const CLOSING_BRACKET = 0x5d;
const UNDERSCORE = 0x5f;

const blockNames = new Set(htmlBlockNames);
const rawNames = new Set(htmlRawNames);
const CLOSE_RAW = /<\/(?:pre|script|style|textarea)>/i;
const ATTRIBUTE_NAME = /[a-z:_][a-z0-9:_.-]*/iy;
const UNQUOTED_VALUE = /[^ \t\r\n"'/<=>`]+/y;
const TAG_NAME = /[a-z][a-z0-9-]*/iy;

/** Kind of the HTML block that begins at the `<` at `at`; undefined where none does. */
export function htmlKindAt(text: string, at: number): HtmlKind | undefined {
  const code = text.charCodeAt(at + 1);
  if (code === QUESTION) return 3;
  if (code === EXCLAMATION) return declarationKindAt(text, at);
  const closing = code === SLASH;
  TAG_NAME.lastIndex = at + (closing ? 2 : 1);
  const name = TAG_NAME.exec(text)?.[0].toLowerCase();
  if (name === undefined) return undefined;
  const behind = TAG_NAME.lastIndex;
  const next = behind < text.length ? text.charCodeAt(behind) : 0x20;
  const slash = next === SLASH;
  if (!slash && next !== GREATER && !isSpaceOrTab(next) && !isLineEnd(next)) return undefined;
  if (!slash && !closing && rawNames.has(name)) return 1;
  if (blockNames.has(name)) return !slash || text.charCodeAt(behind + 1) === GREATER ? 6 : undefined;
  return endsTagAndLine(text, behind, closing) ? 7 : undefined;
}

/** Whether a line (the first one from behind the opening) ends a block of this kind; 6 and 7 end at blank lines only. */
export function endsHtml(kind: HtmlKind, line: string): boolean {
  switch (kind) {
    case 1:
      return CLOSE_RAW.test(line);
    case 2:
      return line.includes("-->");
    case 3:
      return line.includes("?>");
    case 4:
      return line.includes(">");
    case 5:
      return closesCdata(line);
    default:
      return false;
  }
}

/** Length of the opening of a block whose end may stand in its own first line. Some share a character: `<!-->`, `<?>`. */
export function htmlOpeningLength(kind: HtmlKind): number {
  return kind === 5 ? "<![CDATA[".length : kind === 4 ? "<!a".length : kind === 2 ? "<!".length : 1;
}

function declarationKindAt(text: string, at: number): HtmlKind | undefined {
  if (text.startsWith("--", at + 2)) return 2;
  if (text.startsWith("[CDATA[", at + 2)) return 5;
  return isAsciiLetter(text.charCodeAt(at + 2)) ? 4 : undefined;
}

function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function endsTagAndLine(text: string, behindName: number, closing: boolean): boolean {
  const end = closing ? skipSpaces(text, behindName) : tagEndAt(text, behindName);
  if (end === undefined || text.charCodeAt(end) !== GREATER) return false;
  const behind = skipSpaces(text, end + 1);
  return behind >= text.length || isLineEnd(text.charCodeAt(behind));
}

/** Where the attributes from `from` on end: at the `>` if the tag is complete. Takes what micromark's `htmlFlow` takes. */
function tagEndAt(text: string, from: number): number | undefined {
  let at = from;
  for (;;) {
    at = skipSpaces(text, at);
    const code = text.charCodeAt(at);
    if (code === SLASH) return at + 1;
    if (code !== COLON && code !== UNDERSCORE && !isAsciiLetter(code)) return at;
    ATTRIBUTE_NAME.lastIndex = at;
    at = skipSpaces(text, at + (ATTRIBUTE_NAME.exec(text)?.[0].length ?? 1));
    while (text.charCodeAt(at) === EQUALS) {
      const valueStart = skipSpaces(text, at + 1);
      const quoted = isQuote(text.charCodeAt(valueStart));
      const valueEnd = quoted ? quotedEnd(text, valueStart) : unquotedEnd(text, valueStart);
      if (valueEnd === undefined) return undefined;
      at = valueEnd;
      if (quoted) break;
      at = skipSpaces(text, at);
    }
  }
}

function isQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
}

/** Behind the quoted value that opens at `at`; it must end in its line, and a space or the tag's end must follow. */
function quotedEnd(text: string, at: number): number | undefined {
  const quote = text.charCodeAt(at);
  for (let index = at + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isLineEnd(code)) return undefined;
    if (code !== quote) continue;
    const next = text.charCodeAt(index + 1);
    return next === SLASH || next === GREATER || isSpaceOrTab(next) ? index + 1 : undefined;
  }
  return undefined;
}

/** Behind the bare value at `at`. A slash there is no value, but micromark goes on to read it as the tag's end. */
function unquotedEnd(text: string, at: number): number | undefined {
  UNQUOTED_VALUE.lastIndex = at;
  const value = UNQUOTED_VALUE.exec(text)?.[0] ?? "";
  return value !== "" || text.charCodeAt(at) === SLASH ? at + value.length : undefined;
}

/** Two brackets and `>`; a third bracket in between starts the count anew, as in micromark. */
function closesCdata(line: string): boolean {
  let brackets = 0;
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    if (code === CLOSING_BRACKET) brackets = brackets === 2 ? 1 : brackets + 1;
    else if (code === GREATER && brackets === 2) return true;
    else brackets = 0;
  }
  return false;
}
