import type { BlockContent, Blockquote, DefinitionContent, List, ListItem, RootContent, Table, TableCell } from "mdast";
import type { Slot } from "../markdown/slot.js";
import { type Inline, readInline } from "./inline.js";
import { quickUnits } from "./quick/units.js";

/**
 * A unit is the smallest piece of a document that can state something: a heading, a paragraph (its own, of a list item, of a
 * quote) or a table row. What stands around it in the same block is its container; what stands above it is the section's.
 */
export type Unit = HeadingUnit | ParagraphUnit | RowUnit;

interface UnitBase {
  readonly slot: Slot;
  /** Source of the unit, in offsets of the slot. */
  readonly start: number;
  readonly end: number;
  readonly container: Container | undefined;
}

export interface HeadingUnit extends UnitBase {
  readonly kind: "heading";
  readonly depth: number;
  readonly inline: Inline;
}

export interface ParagraphUnit extends UnitBase {
  readonly kind: "paragraph";
  readonly inline: Inline;
  /** The list item that this paragraph is the first of, if it is. */
  readonly item: ItemContainer | undefined;
}

export interface RowUnit extends UnitBase {
  readonly kind: "row";
  readonly table: TableInfo;
  /** 0 for the first row below the header. */
  readonly index: number;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly inline: Inline;
  /** What stands between the bars, without the white space around it; an empty cell is an empty span where text would go. */
  readonly start: number;
  readonly end: number;
}

export interface TableInfo {
  readonly slot: Slot;
  readonly start: number;
  readonly end: number;
  readonly header: readonly Cell[];
  readonly rowCount: number;
}

export type Container = ItemContainer | QuoteContainer | FootnoteContainer;

export interface ItemContainer {
  readonly kind: "item";
  readonly parent: Container | undefined;
  readonly start: number;
  readonly end: number;
  readonly ordered: boolean;
  /** The number that an ordered item shows; its place from 1 in a bullet list. */
  readonly number: number;
  /** Of a task list item; undefined for others. */
  readonly checked: boolean | undefined;
  /** Nesting among list items, from 0. */
  readonly depth: number;
  /** Items in the list that this one belongs to. */
  readonly siblings: number;
  /** Whether other blocks or a nested list follow the item's first paragraph. */
  readonly hasChildren: boolean;
  /** Where the list that holds the item begins: the same for all its items. */
  readonly list: number;
}

export interface QuoteContainer {
  readonly kind: "quote";
  readonly parent: Container | undefined;
  readonly start: number;
  readonly end: number;
  /** "note", "warning" … of a GitHub alert (`> [!NOTE]`); undefined for a plain quotation. */
  readonly alert: string | undefined;
}

export interface FootnoteContainer {
  readonly kind: "footnote";
  readonly parent: undefined;
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** The units of one slot in the order of the text. Code, HTML, definitions and front matter have none. */
export function readUnits(slot: Slot): readonly Unit[] {
  const quick = quickUnits(slot);
  if (quick !== undefined) return quick;
  return readTree(slot);
}

/** The same by way of the tree that the parser makes: what `readUnits` has to agree with. */
export function readTree(slot: Slot): readonly Unit[] {
  if (slot.node === undefined) return [];
  const units: Unit[] = [];
  readNode({ slot, units }, slot.node, undefined);
  return units;
}

interface Reading {
  readonly slot: Slot;
  readonly units: Unit[];
}

type BlockNode = RootContent | BlockContent | DefinitionContent;

function readNode(reading: Reading, node: BlockNode, container: Container | undefined): void {
  const { slot, units } = reading;
  const start = (node.position?.start.offset ?? slot.base) - slot.base;
  const end = (node.position?.end.offset ?? slot.base) - slot.base;
  switch (node.type) {
    case "heading":
      units.push({
        kind: "heading",
        slot,
        start,
        end,
        container,
        depth: node.depth,
        inline: readInline(node.children, slot.text, slot.base),
      });
      return;
    case "paragraph": {
      const inline = readInline(node.children, slot.text, slot.base);
      units.push({ kind: "paragraph", slot, start, end, container, inline, item: undefined });
      return;
    }
    case "list":
      readList(reading, node, container);
      return;
    case "blockquote": {
      const quote: QuoteContainer = { kind: "quote", parent: container, start, end, alert: alertOf(node, slot) };
      for (const child of node.children) readNode(reading, child, quote);
      return;
    }
    case "footnoteDefinition": {
      const footnote: FootnoteContainer = { kind: "footnote", parent: undefined, start, end, label: node.identifier };
      for (const child of node.children) readNode(reading, child, footnote);
      return;
    }
    case "table":
      readTable(reading, node, container, start, end);
      return;
    default:
      return;
  }
}

function readList(reading: Reading, list: List, container: Container | undefined): void {
  const { slot } = reading;
  const depth = itemDepth(container) + 1;
  const first = list.start ?? 1;
  const listStart = (list.position?.start.offset ?? slot.base) - slot.base;
  list.children.forEach((item, index) => {
    const start = (item.position?.start.offset ?? slot.base) - slot.base;
    const end = (item.position?.end.offset ?? slot.base) - slot.base;
    const itemContainer: ItemContainer = {
      kind: "item",
      parent: container,
      start,
      end,
      ordered: list.ordered === true,
      number: first + index,
      checked: item.checked ?? undefined,
      depth,
      siblings: list.children.length,
      hasChildren: item.children.length > 1,
      list: listStart,
    };
    readItem(reading, item, itemContainer);
  });
}

function readItem(reading: Reading, item: ListItem, container: ItemContainer): void {
  const { slot, units } = reading;
  item.children.forEach((child, index) => {
    if (index === 0 && child.type === "paragraph") {
      const start = (child.position?.start.offset ?? slot.base) - slot.base;
      const end = (child.position?.end.offset ?? slot.base) - slot.base;
      const inline = readInline(child.children, slot.text, slot.base);
      units.push({ kind: "paragraph", slot, start, end, container, inline, item: container });
      return;
    }
    readNode(reading, child, container);
  });
}

function readTable(reading: Reading, node: Table, container: Container | undefined, start: number, end: number): void {
  const { slot, units } = reading;
  const [head, ...rows] = node.children;
  if (head === undefined) return;
  const header = head.children.map((cell) => readCell(slot, cell));
  const table: TableInfo = { slot, start, end, header, rowCount: rows.length };
  rows.forEach((row, index) => {
    const rowStart = (row.position?.start.offset ?? slot.base) - slot.base;
    const rowEnd = (row.position?.end.offset ?? slot.base) - slot.base;
    const cells = row.children.map((cell) => readCell(slot, cell));
    units.push({ kind: "row", slot, start: rowStart, end: rowEnd, container, table, index, cells });
  });
}

function readCell(slot: Slot, cell: TableCell): Cell {
  const inline = readInline(cell.children, slot.text, slot.base);
  const first = cell.children[0]?.position?.start.offset;
  const last = cell.children[cell.children.length - 1]?.position?.end.offset;
  if (first !== undefined && last !== undefined) {
    return { inline, start: first - slot.base, end: last - slot.base };
  }
  const from = (cell.position?.start.offset ?? slot.base) - slot.base;
  const to = (cell.position?.end.offset ?? slot.base) - slot.base;
  // An empty cell: its text would go after the bar and one space.
  const opening = slot.text.charCodeAt(from) === 124 ? from + 1 : from;
  const at = slot.text.charCodeAt(opening) === 32 ? Math.min(opening + 1, to) : opening;
  return { inline, start: at, end: at };
}

function itemDepth(container: Container | undefined): number {
  let at = container;
  while (at !== undefined) {
    if (at.kind === "item") return at.depth;
    at = at.parent;
  }
  return -1;
}

const alertMarker = /^>[ \t]?\[!(note|tip|important|warning|caution)\]/i;

function alertOf(node: Blockquote, slot: Slot): string | undefined {
  const start = (node.position?.start.offset ?? slot.base) - slot.base;
  return alertMarker.exec(slot.text.slice(start, start + 24))?.[1]?.toLowerCase();
}
