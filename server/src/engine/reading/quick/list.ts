import { endsHtml, type HtmlKind, htmlKindAt, htmlOpeningLength } from "../../markdown/html-block.js";
import { behindLineEnd, columnAfter, isSpaceOrTab, lineEndAt } from "../../markdown/lines.js";
import type { Slot } from "../../markdown/slot.js";
import type { Container, ItemContainer, ParagraphUnit, Unit } from "../units.js";
import { readContent } from "./inline.js";
import { LineCollector } from "./paragraph.js";

const LESS = 0x3c;
const marker = /(?:([-+*])|(\d{1,9})([.)]))([ \t]*)/y;
/** Wider, the space behind a marker holds code. */
const widestSpace = 4;
const fence = /(`{3,})[^`\r\n]*(?=[\r\n]|$)|(~{3,})[^\r\n]*/y;
const fenceEnd = /(`{3,}|~{3,})[ \t]*(?=[\r\n]|$)/y;
/** What else than a paragraph, an item or HTML a line may begin with. What is not here the line as a whole tells. */
const otherBlock = /#{1,6}(?:[ \t\r\n]|$)|>|~~~|```|\[[^\]\r\n]*\]:/y;
/** A thematic break, a line under a heading or below a table's head. */
const onlyMarks = /^(?:[|:\- \t]*|=+[ \t]*|\*[* \t]*|_[_ \t]*)$/;
const mayBeBox = /^\[[ \txX]\](?:\s|$)/;
const boxLength = 4;
const task = /\[([ xX])\] (?=[^\s\\])/y;

/** As `ItemContainer`, while the list is being read: what follows tells the rest. */
type OpenItem = { -readonly [Key in keyof ItemContainer]: ItemContainer[Key] } & { children: number };

interface OpenList {
  readonly kind: string;
  readonly start: number;
  readonly ordered: boolean;
  readonly first: number;
  readonly items: OpenItem[];
  /** Column from which lines belong to the last item. */
  contentColumn: number;
  /** Whether the last item began with nothing and a blank line followed: then nothing belongs to it. */
  sealed: boolean;
}

/** What begins an item: where and in which column its content begins, or that there is none in this line. */
interface Marker {
  readonly kind: string;
  readonly number: string | undefined;
  readonly behind: number;
  readonly contentColumn: number;
  readonly empty: boolean;
}

/** The paragraphs of a list that holds nothing but paragraphs, lists, code between fences and HTML of one line. */
export function quickList(slot: Slot): readonly Unit[] | undefined {
  if (slot.text.includes("\0")) return undefined;
  return new ListReader(slot).read();
}

class ListReader {
  readonly #text: string;
  readonly #units: { unit: ParagraphUnit; item: OpenItem }[] = [];
  /** The lists that are open, the outermost first. */
  readonly #lists: OpenList[] = [];
  #paragraph: LineCollector | undefined;
  /** The fence that closes the code which is open in the innermost item. */
  #fence: string | undefined;
  #failed = false;

  constructor(private readonly slot: Slot) {
    this.#text = slot.text;
  }

  read(): readonly Unit[] | undefined {
    const text = this.#text;
    for (let at = 0; at < text.length && !this.#failed; ) {
      const end = lineEndAt(text, at);
      let start = at;
      let column = 0;
      for (let code = text.charCodeAt(start); isSpaceOrTab(code); code = text.charCodeAt(start)) {
        column = columnAfter(code, column);
        start += 1;
      }
      if (this.#fence !== undefined) this.#code(start, end, column);
      else if (start === end) this.#blank();
      else this.#line(start, end, column);
      at = behindLineEnd(text, end);
    }
    this.#endParagraph();
    if (this.#failed || this.#fence !== undefined) return undefined;
    this.#close(0);
    return this.#units.map(({ unit }) => unit);
  }

  #blank(): void {
    this.#endParagraph();
    const list = this.#lists.at(-1);
    if (list && list.items.at(-1)!.children === 0) list.sealed = true;
  }

  #line(start: number, end: number, indent: number): void {
    let depth = 0;
    while (depth < this.#lists.length && this.#belongs(this.#lists[depth]!, indent)) depth += 1;
    const column = depth === 0 ? 0 : this.#lists[depth - 1]!.contentColumn;
    const inner = indent - column;
    const found = inner < 4 ? this.#markerAt(start, end, indent) : undefined;
    if (found) this.#begin(start, end, depth, found);
    else if (inner < 4 && this.#opensFence(start)) this.#beginLiteral(depth);
    else if (inner < 4 && this.#isHtmlLine(start, end)) {
      this.#beginLiteral(depth);
      this.#extend(end);
    } else if (!this.#isText(start, end) || isMarker(this.#text, start)) this.#failed = true;
    else if (this.#paragraph) this.#paragraph.add(start, end);
    else this.#secondParagraph(start, end, inner, depth);
  }

  #belongs(list: OpenList, indent: number): boolean {
    return indent >= list.contentColumn && !list.sealed;
  }

  #markerAt(start: number, end: number, indent: number): Marker | undefined {
    const text = this.#text;
    marker.lastIndex = start;
    const found = marker.exec(text);
    if (!found) return undefined;
    const space = found[4] ?? "";
    const behind = start + found[0].length;
    const kind = found[1] ?? found[3] ?? "";
    const width = indent + found[0].length - space.length;
    if (behind >= end) return { kind, number: found[2], behind, contentColumn: width + 1, empty: true };
    let contentColumn = width;
    for (let index = 0; index < space.length; index += 1)
      contentColumn = columnAfter(space.charCodeAt(index), contentColumn);
    const fits = contentColumn > width && contentColumn - width <= widestSpace;
    if (!fits || onlyMarks.test(text.slice(start, end))) return undefined;
    return { kind, number: found[2], behind, contentColumn, empty: false };
  }

  #opensFence(start: number): boolean {
    fence.lastIndex = start;
    const found = fence.exec(this.#text);
    if (found) this.#fence = found[1] ?? found[2];
    return found !== null;
  }

  /** Whether HTML that may end a paragraph (a comment, say) begins here and ends in this line. */
  #isHtmlLine(start: number, end: number): boolean {
    const kind = this.#htmlKind(start);
    if (kind === undefined) return false;
    return endsHtml(kind, this.#text.slice(start + htmlOpeningLength(kind), end));
  }

  #htmlKind(start: number): HtmlKind | undefined {
    return this.#text.charCodeAt(start) === LESS ? htmlKindAt(this.#text, start) : undefined;
  }

  /** Code or HTML behind other content of an item. */
  #beginLiteral(depth: number): void {
    this.#endParagraph();
    this.#close(depth);
    const list = this.#lists.at(-1);
    if (list) list.items.at(-1)!.children += 1;
    else this.#failed = true;
  }

  /** A line while code is open. Where code ends with its item instead of a fence, the parser says where that is. */
  #code(start: number, end: number, indent: number): void {
    if (start === end) return;
    const inner = indent - this.#lists.at(-1)!.contentColumn;
    if (inner < 0) this.#failed = true;
    fenceEnd.lastIndex = start;
    const closing = inner < 4 ? fenceEnd.exec(this.#text)?.[1] : undefined;
    if (!closing?.startsWith(this.#fence!)) return;
    this.#fence = undefined;
    this.#extend(end);
  }

  /** Has the open items reach to an offset. */
  #extend(end: number): void {
    for (const { items } of this.#lists) items.at(-1)!.end = end;
  }

  /** A paragraph behind a blank line, in an item that is open. */
  #secondParagraph(start: number, end: number, inner: number, depth: number): void {
    const list = this.#lists[depth - 1];
    if (!list || inner > 3) {
      this.#failed = true;
      return;
    }
    this.#close(depth);
    const item = list.items.at(-1)!;
    // Whether a box begins an item that begins in its second line, only the parser knows.
    if (item.children === 0 && mayBeBox.test(this.#text.slice(start, end))) this.#failed = true;
    item.children += 1;
    this.#paragraph = new LineCollector(this.#text);
    this.#paragraph.add(start, end);
  }

  #begin(start: number, end: number, depth: number, found: Marker): void {
    const { kind, number } = found;
    const open = this.#lists[depth];
    const paragraph = open === undefined ? this.#paragraph : undefined;
    // While a paragraph is open, no list begins with an empty item or with another number than 1: that is text.
    if (paragraph && (found.empty || (number !== undefined && number !== "1"))) {
      if (found.empty && kind === "-") this.#failed = true;
      paragraph.add(start, end);
      return;
    }
    const interrupting = this.#paragraph !== undefined;
    this.#endParagraph();
    this.#close(depth + 1);
    if (open && open.kind !== kind) {
      // A list of another kind begins beside it: at the top that is another block.
      this.#close(depth);
      if (depth === 0) this.#failed = true;
    }
    let list = this.#lists[depth];
    if (!list) {
      if (depth > 0) this.#lists[depth - 1]!.items.at(-1)!.children += 1;
      list = {
        kind,
        start,
        ordered: number !== undefined,
        first: Number(number ?? 1),
        items: [],
        contentColumn: 0,
        sealed: false,
      };
      this.#lists.push(list);
    }
    list.contentColumn = found.contentColumn;
    list.sealed = false;
    const item: OpenItem = {
      kind: "item",
      parent: depth > 0 ? (this.#lists[depth - 1]!.items.at(-1) as Container) : undefined,
      start,
      end,
      ordered: list.ordered,
      number: list.first + list.items.length,
      checked: undefined,
      depth,
      siblings: 0,
      hasChildren: false,
      list: list.start,
      children: found.empty ? 0 : 1,
    };
    list.items.push(item);
    if (found.empty) this.#extend(found.behind);
    else if (interrupting && isMarker(this.#text, found.behind)) {
      // Whether a second marker in the line that ends a paragraph is one, or text, only the parser knows.
      this.#failed = true;
    } else this.#content(item, found, end);
  }

  #content(item: OpenItem, { behind: start, contentColumn }: Marker, end: number): void {
    if (this.#opensFence(start)) return;
    if (this.#isHtmlLine(start, end)) {
      this.#extend(end);
      return;
    }
    if (isMarker(this.#text, start)) {
      item.children = 0;
      this.#line(start, end, contentColumn);
      return;
    }
    if (!this.#isText(start, end)) {
      this.#failed = true;
      return;
    }
    task.lastIndex = start;
    const box = task.exec(this.#text);
    // With anything else behind the box, only the parser knows what is one.
    if (!box && mayBeBox.test(this.#text.slice(start, end))) this.#failed = true;
    if (box) item.checked = box[1] !== " ";
    this.#paragraph = new LineCollector(this.#text);
    this.#paragraph.add(start + (box?.[0].length ?? 0), end);
  }

  #isText(start: number, end: number): boolean {
    otherBlock.lastIndex = start;
    if (otherBlock.test(this.#text) || this.#htmlKind(start) !== undefined) return false;
    return !onlyMarks.test(this.#text.slice(start, end));
  }

  #endParagraph(): void {
    const read = this.#paragraph?.finish();
    this.#paragraph = undefined;
    if (!read) return;
    const list = this.#lists.at(-1)!;
    const item = list.items.at(-1)!;
    const inline = readContent(read.content, this.slot);
    if (!inline) {
      this.#failed = true;
      return;
    }
    this.#extend(read.end);
    const first = item.children === 1;
    // remark lets the paragraph begin behind the box where text stands there, and before it where anything else does.
    const other = inline.text.startsWith("\n") || inline.marks.some((mark) => mark.start === 0);
    const boxed = first && item.checked !== undefined && other;
    const container = item as ItemContainer;
    const unit: ParagraphUnit = {
      kind: "paragraph",
      slot: this.slot,
      start: boxed ? read.start - boxLength : read.start,
      end: read.end,
      container,
      inline,
      item: first ? container : undefined,
    };
    this.#units.push({ unit, item });
  }

  /** Closes the lists from a depth on. */
  #close(depth: number): void {
    for (const list of this.#lists.splice(depth)) {
      for (const item of list.items) {
        item.siblings = list.items.length;
        item.hasChildren = item.children > 1;
        delete (item as Partial<OpenItem>).children;
      }
    }
  }
}

function isMarker(text: string, start: number): boolean {
  return /^(?:[-+*]|\d{1,9}[.)])(?:[ \t\r\n]|$)/.test(text.slice(start, start + 12));
}
