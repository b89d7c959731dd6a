import type { RootContent } from "mdast";
import { nextDefinitionAt, plainDefinitionAt } from "./definition-line.js";
import { endsHtml, type HtmlKind, htmlOpeningLength } from "./html-block.js";
import { CODE_INDENT, LineReader, type ListMarker } from "./line-reader.js";
import { behindLineEnd, lineEndAt, skipSpaces } from "./lines.js";
import { looksLikeDelimiters, OpenParagraph } from "./open-paragraph.js";
import { tableBeginsAt } from "./table-head.js";

/**
 * A piece of a document that parses on its own to what it is in the document: one block (`type`), blank lines at the
 * document's start ("blank"), or a stretch whose blocks only the parser can tell apart ("region").
 */
export interface Piece {
  /** Offset where the next piece begins. */
  readonly end: number;
  readonly type: RootContent["type"] | "blank" | "region";
}

/** What closes blocks that are still open behind a piece; where they end rests on it. */
export type Closer = "end" | "container" | "line";

const OPENING_BRACKET = 0x5b;
const BYTE_ORDER_MARK = 0xfeff;
const FRONT_MATTER_FENCE = /---[ \t]*(?=[\r\n]|$)/y;

/**
 * Finds where the top-level blocks of a text begin and end, without parsing them. What a line decides here it decides in
 * micromark too; wherever that would need more than this class knows (lazy lines, definitions, footnotes, an empty item
 * before a blank line), the answer is a region. A piece depends on its own text and the line behind it alone, front
 * matter apart.
 */
export class Splitter {
  readonly #text: string;
  readonly #line: LineReader;
  #nextDefinition = -1;

  constructor(text: string) {
    this.#text = text;
    this.#line = new LineReader(text);
  }

  /** The piece that begins at `start`, a line's start where no block is open; `first` where the document begins there. */
  pieceAt(start: number, first: boolean): Piece {
    const line = this.#line;
    line.read(first && this.#text.charCodeAt(start) === BYTE_ORDER_MARK ? start + 1 : start);
    if (line.blank) return this.#closed(line.next, "blank");
    if (first) {
      const frontMatter = frontMatterEnd(this.#text, line.start);
      if (frontMatter !== undefined) return this.#closed(frontMatter, "yaml");
    }
    if (line.indent >= CODE_INDENT) return this.#indentedCode(start);
    if (line.isAtxHeading()) return this.#closed(line.next, "heading");
    if (line.isThematicBreak()) return this.#closed(line.next, "thematicBreak");
    if (line.fenceLength() > 0) return this.#fencedCode();
    if (line.isBlockQuote()) return this.#blockQuote(start);
    const html = line.htmlKind();
    if (html !== undefined) return this.#html(html);
    const marker = line.listMarker();
    if (marker !== undefined) return this.#list(start, marker);
    if (line.isFootnote()) return this.#region(start);
    if (tableBeginsAt(this.#text, line.at, line.end)) return this.#table(start);
    return this.#isDefinition(start) ? this.#closed(line.start, "definition") : this.#paragraph(start);
  }

  /**
   * Where a region from `start` may end: the first line behind `from` that stands at column 0 behind a blank line and begins
   * no container. Whatever container was open is closed there; whether a fence or HTML is, the parser has to say.
   */
  regionEnd(start: number, from: number): number {
    const line = this.#line;
    let afterBlank = false;
    for (let at = start; at < this.#text.length; at = line.next) {
      line.read(at);
      if (line.blank) afterBlank = true;
      else if (afterBlank && at > from && line.indent === 0 && !line.beginsContainer()) return at;
      else afterBlank = false;
    }
    return this.#text.length;
  }

  /** What closes the blocks that are open at the end of a piece, where the next one begins. */
  closerAt(end: number): Closer {
    if (end >= this.#text.length) return "end";
    this.#line.read(end);
    return this.#line.beginsContainer() ? "container" : "line";
  }

  /** Whether a definition or footnote may stand in the text between two offsets; calls come in the order of the text. */
  mayDefine(start: number, end: number): boolean {
    while (this.#nextDefinition < start) this.#nextDefinition = nextDefinitionAt(this.#text, this.#nextDefinition + 1);
    return this.#nextDefinition < end;
  }

  #closed(end: number, type: Piece["type"]): Piece {
    return { end: this.#skipBlankLines(end), type };
  }

  #region(start: number): Piece {
    return { end: this.regionEnd(start, start), type: "region" };
  }

  #skipBlankLines(from: number): number {
    const line = this.#line;
    let at = from;
    while (at < this.#text.length) {
      line.read(at);
      if (!line.blank) return at;
      at = line.next;
    }
    return at;
  }

  /** Behind indented code micromark takes no list item that could not interrupt a paragraph, so containers are its to read. */
  #indentedCode(start: number): Piece {
    const line = this.#line;
    for (let at = line.next; at < this.#text.length; at = line.next) {
      line.read(at);
      if (line.blank || line.indent >= CODE_INDENT) continue;
      return line.beginsContainer() ? this.#region(start) : { end: at, type: "code" };
    }
    return { end: this.#text.length, type: "code" };
  }

  #fencedCode(): Piece {
    const line = this.#line;
    const marker = line.first;
    const length = line.fenceLength();
    for (let at = line.next; at < this.#text.length; at = line.next) {
      line.read(at);
      if (line.closesFence(marker, length)) return this.#closed(line.next, "code");
    }
    return { end: this.#text.length, type: "code" };
  }

  #html(kind: HtmlKind): Piece {
    const line = this.#line;
    const untilBlank = kind === 6 || kind === 7;
    let from = line.at + htmlOpeningLength(kind);
    for (;;) {
      if (!untilBlank && endsHtml(kind, this.#text.slice(from, line.end))) return this.#closed(line.next, "html");
      if (line.next >= this.#text.length) return { end: this.#text.length, type: "html" };
      line.read(line.next);
      if (untilBlank && line.blank) return this.#closed(line.start, "html");
      from = line.start;
    }
  }

  #blockQuote(start: number): Piece {
    const line = this.#line;
    const paragraph = new OpenParagraph();
    paragraph.begin(line, line.at + 1);
    let afterBlank = false;
    for (let at = line.next; at < this.#text.length; at = line.next) {
      line.read(at);
      if (line.blank) return this.#closed(at, "blockquote");
      if (line.indent < CODE_INDENT && line.isBlockQuote()) {
        const content = skipSpaces(this.#text, line.at + 1);
        if (content === line.end) paragraph.blank();
        else paragraph.goOn(line, content, indentBehindQuote(this.#text, line.at + 1, content), afterBlank);
        afterBlank = content === line.end;
      } else if (this.#closesContainer()) {
        return { end: at, type: "blockquote" };
      } else if (!paragraph.isOpen || !this.#isLazyText()) {
        return this.#region(start);
      }
    }
    return { end: this.#text.length, type: "blockquote" };
  }

  #list(start: number, first: ListMarker): Piece {
    const line = this.#line;
    const paragraph = new OpenParagraph();
    let item = first;
    let afterBlank = false;
    let begun = !first.empty;
    paragraph.begin(line, first.behind);
    for (let at = line.next; at < this.#text.length; at = line.next) {
      line.read(at);
      if (line.blank) {
        afterBlank = true;
        paragraph.blank();
        continue;
      }
      if (line.indent >= item.contentColumn) {
        if (!begun && afterBlank) return this.#region(start);
        paragraph.goOn(line, line.at, line.indent - item.contentColumn, afterBlank);
        begun = true;
      } else if (line.indent >= CODE_INDENT) {
        return this.#region(start);
      } else {
        const next = line.isThematicBreak() ? undefined : line.listMarker();
        if (next?.kind === first.kind && (next.number === "") === (first.number === "")) {
          item = next;
          begun = !next.empty;
          paragraph.begin(line, next.behind);
        } else if (afterBlank || this.#closesContainer()) {
          return { end: at, type: "list" };
        } else if (!paragraph.isOpen || !this.#isLazyText()) {
          return this.#region(start);
        }
      }
      afterBlank = false;
    }
    return { end: this.#text.length, type: "list" };
  }

  /** Whether the line cannot go on with a paragraph inside the container above, whose marks it lacks. */
  #closesContainer(): boolean {
    const line = this.#line;
    return line.indent < CODE_INDENT && (line.beginsContainer() || line.interruptsParagraph());
  }

  /** Whether the line, which lacks the container's marks and does not close it, goes on with the paragraph inside. */
  #isLazyText(): boolean {
    const line = this.#line;
    if (line.indent >= CODE_INDENT || line.isSetextUnderline() || line.htmlKind() !== undefined) return false;
    if (looksLikeDelimiters(this.#text, line.at, line.end)) return false;
    const next = skipSpaces(this.#text, line.next);
    const nextEnd = lineEndAt(this.#text, next);
    return next === nextEnd || !looksLikeDelimiters(this.#text, next, nextEnd);
  }

  #table(start: number): Piece {
    const line = this.#line;
    for (let at = behindLineEnd(this.#text, lineEndAt(this.#text, line.next)); at < this.#text.length; at = line.next) {
      line.read(at);
      if (line.blank) return this.#closed(at, "table");
      if (line.isFootnote()) return this.#region(start);
      if (line.beginsBlock()) return { end: at, type: "table" };
    }
    return { end: this.#text.length, type: "table" };
  }

  /**
   * Whether the line at `start` is a plain definition, and the next one, at which the reader is then, neither can belong to
   * it nor is read with other eyes behind it.
   */
  #isDefinition(start: number): boolean {
    const line = this.#line;
    if (line.first !== OPENING_BRACKET || plainDefinitionAt(this.#text, start) === undefined) return false;
    line.read(line.next);
    if (line.blank || (line.indent < CODE_INDENT && line.first === OPENING_BRACKET)) return true;
    line.read(start);
    return false;
  }

  #paragraph(start: number): Piece {
    const line = this.#line;
    const mayBeDefinition = line.first === OPENING_BRACKET;
    for (let at = line.next; at < this.#text.length; at = line.next) {
      line.read(at);
      if (line.blank) return this.#content(start, at, at, "paragraph", mayBeDefinition);
      if (line.indent >= CODE_INDENT) continue;
      if (line.isSetextUnderline()) return this.#content(start, line.next, line.next, "heading", mayBeDefinition);
      if (line.isFootnote()) return this.#region(start);
      if (line.interruptsParagraph()) {
        // While it interrupts, micromark takes fewer list items, inside of the interrupting container too.
        const apart = !line.beginsContainer() || !line.nestsContainer();
        return apart ? this.#content(start, at, at, "paragraph", mayBeDefinition) : this.#region(start);
      }
      if (!tableBeginsAt(this.#text, line.at, line.end)) continue;
      // Inside a paragraph the table's head is read with other eyes than at a block's start.
      return line.beginsBlock() ? this.#region(start) : this.#content(start, at, at, "paragraph", mayBeDefinition);
    }
    const end = this.#text.length;
    return this.#content(start, end, end, "paragraph", mayBeDefinition);
  }

  #content(start: number, end: number, from: number, type: Piece["type"], mayBeDefinition: boolean): Piece {
    if (mayBeDefinition && this.mayDefine(start, end)) return this.#region(start);
    return this.#closed(from, type);
  }
}

/** Columns between a quote's mark and its content, without the one that belongs to the mark. */
function indentBehindQuote(text: string, from: number, content: number): number {
  return text.slice(from, content).includes("\t") ? CODE_INDENT : content - from - 1;
}

/** Offset of the line behind YAML front matter that begins at `start`; undefined where there is none. */
function frontMatterEnd(text: string, start: number): number | undefined {
  if (!isFrontMatterFence(text, start)) return undefined;
  for (let at = behindLineEnd(text, lineEndAt(text, start)); at < text.length; ) {
    const end = lineEndAt(text, at);
    if (isFrontMatterFence(text, at)) return behindLineEnd(text, end);
    at = behindLineEnd(text, end);
  }
  return undefined;
}

/** Whether the line at `at` opens or closes front matter. */
export function isFrontMatterFence(text: string, at: number): boolean {
  FRONT_MATTER_FENCE.lastIndex = at;
  return FRONT_MATTER_FENCE.test(text);
}
