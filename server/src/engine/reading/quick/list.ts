import { behindLineEnd, lineEndAt } from "../../markdown/lines.js";
import type { Slot } from "../../markdown/slot.js";
import type { Container, ItemContainer, ParagraphUnit, Unit } from "../units.js";
import { readContent } from "./inline.js";
import { LineCollector } from "./paragraph.js";

const SPACE = 32;
const marker = /(?:([-+*])|(\d{1,9})([.)]))( {1,4})(?=[^ \t\r\n])/y;
/** What else than a paragraph or an item a line may begin with. What is not here the line as a whole tells. */
const otherBlock = /#{1,6}(?:[ \r\n]|$)|>|~~~|```|<(?!https?:)|\[[^\]\r\n]*\]:/y;
/** A thematic break, a line under a heading or below a table's head. */
const onlyMarks = /^(?:[|:\- ]*|=+ *|\*[* ]*|_[_ ]*)$/;
const mayBeBox = /^\[[ xX]\](?:\s|$)/;
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
}

/** The paragraphs of a list that holds nothing but paragraphs and lists. */
export function quickList(slot: Slot): readonly Unit[] | undefined {
  if (/[\t\0]/.test(slot.text)) return undefined;
  return new ListReader(slot).read();
}

class ListReader {
  readonly #text: string;
  readonly #units: { unit: ParagraphUnit; item: OpenItem }[] = [];
  /** The lists that are open, the outermost first. */
  readonly #lists: OpenList[] = [];
  #paragraph: LineCollector | undefined;
  #failed = false;

  constructor(private readonly slot: Slot) {
    this.#text = slot.text;
  }

  read(): readonly Unit[] | undefined {
    const text = this.#text;
    for (let at = 0; at < text.length && !this.#failed; ) {
      const end = lineEndAt(text, at);
      let start = at;
      while (text.charCodeAt(start) === SPACE) start += 1;
      if (start === end) this.#endParagraph();
      else this.#line(start, end, start - at);
      at = behindLineEnd(text, end);
    }
    this.#endParagraph();
    if (this.#failed) return undefined;
    this.#close(0);
    return this.#units.map(({ unit }) => unit);
  }

  #line(start: number, end: number, indent: number): void {
    let depth = 0;
    while (depth < this.#lists.length && indent >= this.#lists[depth]!.contentColumn) depth += 1;
    const column = depth === 0 ? 0 : this.#lists[depth - 1]!.contentColumn;
    const inner = indent - column;
    marker.lastIndex = start;
    const found = inner < 4 ? marker.exec(this.#text) : null;
    if (found && found.index + found[0].length < end && !onlyMarks.test(this.#text.slice(start, end))) {
      this.#begin(start, end, indent, depth, found);
      return;
    }
    if (!this.#isText(start, end) || isMarker(this.#text, start)) this.#failed = true;
    else if (this.#paragraph && !this.#paragraph.isEmpty) this.#paragraph.add(start, end);
    else this.#secondParagraph(start, end, inner, depth);
  }

  /** A paragraph behind a blank line, in an item that is open. */
  #secondParagraph(start: number, end: number, inner: number, depth: number): void {
    const list = this.#lists[depth - 1];
    if (!list || inner > 3) {
      this.#failed = true;
      return;
    }
    this.#close(depth);
    list.items.at(-1)!.children += 1;
    this.#paragraph = new LineCollector(this.#text);
    this.#paragraph.add(start, end);
  }

  #begin(start: number, end: number, indent: number, depth: number, found: RegExpExecArray): void {
    const behind = start + found[0].length;
    // While a paragraph is open, an ordered list begins with 1 only; which lists that holds for, the parser knows.
    const kind = found[1] ?? found[3] ?? "";
    const open = this.#lists[depth];
    if (
      this.#paragraph &&
      !this.#paragraph.isEmpty &&
      open === undefined &&
      found[2] !== undefined &&
      found[2] !== "1"
    ) {
      this.#failed = true;
      return;
    }
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
        ordered: found[2] !== undefined,
        first: Number(found[2] ?? 1),
        items: [],
        contentColumn: 0,
      };
      this.#lists.push(list);
    }
    list.contentColumn = indent + found[0].length;
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
      children: 1,
    };
    list.items.push(item);
    this.#content(item, behind, end);
  }

  #content(item: OpenItem, start: number, end: number): void {
    if (!this.#isText(start, end) || isMarker(this.#text, start)) {
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
    return !otherBlock.test(this.#text) && !onlyMarks.test(this.#text.slice(start, end));
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
    for (const { items } of this.#lists) items.at(-1)!.end = read.end;
    const first = item.children === 1;
    // remark lets the paragraph begin behind the box where text stands there, and before it where anything else does.
    const boxed = first && item.checked !== undefined && inline.marks.some((mark) => mark.start === 0);
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
  return /^(?:[-+*]|\d{1,9}[.)])(?:[ \r\n]|$)/.test(text.slice(start, start + 12));
}
