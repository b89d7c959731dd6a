import type { PhrasingContent, RootContent } from "mdast";
import type { Refusal } from "./limits.js";

/**
 * One top-level block of a document with the blank lines that follow it. A slot begins at the start of a line and ends
 * where the next slot begins, so the slots' texts joined are the document. Text and tree never change; only the place in
 * the document does, so whatever is derived from a slot alone may be kept with it.
 */
export interface Slot {
  /** Source, from the first line of the block to the first line of the next. */
  readonly text: string;
  /** Type of `node`, known without parsing; undefined where there is no node. */
  readonly type: RootContent["type"] | undefined;
  /**
   * The block's mdast node, made when first asked for. Undefined where the slot holds blank lines only (a document without
   * blocks, or its start), and where it was refused. Only offsets of its positions mean anything, lines and columns do not.
   */
  readonly node: RootContent | undefined;
  /** `node.position.start.offset - base` is the node's offset in `text`; the same for all nodes below it. */
  readonly base: number;
  /** Whether the block's bounds are known from its text and the line behind it alone: no parser had to say where it ends. */
  readonly alone: boolean;
  /**
   * Parses text of the block as the one paragraph that it is, without the marks of containers before its lines; offsets in the result count
   * from 1. Undefined where it is not just that to the parser.
   */
  phrasing(text: string): readonly PhrasingContent[] | undefined;
  /** Whether the document defines a label of links, as it stands in the text. The slot gives way to another when that changes. */
  definesLabel(label: string): boolean;
  /** Set where the block lies beyond a limit and was not parsed; `node` is undefined then. */
  readonly refusal: Refusal | undefined;
  /** Offsets in `text` at which its lines begin; the first is 0. */
  readonly lineStarts: readonly number[];
  /** Offset of the slot in the document, UTF-16 units. Kept up to date by the document. */
  offset: number;
  /** Line of the slot in the document, from 0. Kept up to date by the document. */
  line: number;
}

/** A span inside a slot, in UTF-16 offsets into `slot.text`. It stays right while the slot moves through the document. */
export interface Place {
  readonly slot: Slot;
  readonly start: number;
  readonly end: number;
}
