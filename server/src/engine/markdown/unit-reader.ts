import { judgeBlock } from "./judge.js";
import { behindLineEnd, lineEndAt } from "./lines.js";
import { isFrontMatterFence, Splitter } from "./split.js";
import { type Cut, parseUnit, Unit, type UnitContext } from "./unit.js";

const BYTE_ORDER_MARK = 0xfeff;

/** A stretch of a document to read units from. */
export interface Stretch {
  readonly text: string;
  /** How much of the text belongs to units; the rest is the line that follows, to look at. */
  readonly length: number;
  /** Whether the document begins with the stretch. */
  readonly first: boolean;
  /** Whether the document ends with the stretch. */
  readonly last: boolean;
}

/** Cuts a stretch of a document into units. */
export class UnitReader {
  readonly #stretch: Stretch;
  readonly #splitter: Splitter;
  readonly #context: UnitContext;

  constructor(stretch: Stretch, context: UnitContext) {
    this.#stretch = stretch;
    this.#splitter = new Splitter(stretch.text);
    this.#context = context;
  }

  /**
   * The unit at `start`, where no block is open; undefined where the stretch is too short to know it. It is `before`, a unit
   * that began there earlier, if it comes out the same.
   */
  unitAt(start: number, before?: Unit): Unit | undefined {
    const { text } = this.#stretch;
    const first = this.#stretch.first && start === 0;
    const { end, type } = this.#splitter.pieceAt(start, first);
    if (!this.#holds(end)) return undefined;
    if (first && type !== "yaml" && !this.#stretch.last && opensFrontMatter(text)) return undefined;
    if (type === "region") {
      return before !== undefined && this.#comesOutAgain(before, start) ? before : this.#region(start, end, first);
    }
    const container = type === "list" || type === "blockquote";
    const closer = container ? this.#splitter.closerAt(end) : undefined;
    const cut: Cut = { text: text.slice(start, end), type, first, closer };
    if (type === before?.type && cut.text === before.text && closer === before.closer) return before;
    return Unit.ofBlock(cut, container && this.#splitter.mayDefine(start, end), this.#context);
  }

  #holds(end: number): boolean {
    return this.#stretch.last || end <= this.#stretch.length;
  }

  /** Whether a region that was read at `start` would come out again: its text stands there and can end where it ended. */
  #comesOutAgain(region: Unit, start: number): boolean {
    const { text, length } = this.#stretch;
    const end = start + region.text.length;
    if (region.type !== "region" || end >= length || !text.startsWith(region.text, start)) return false;
    return this.#splitter.regionEnd(start, end - 1) === end && this.#splitter.closerAt(end) === region.closer;
  }

  #region(start: number, firstEnd: number, first: boolean): Unit | undefined {
    const { text } = this.#stretch;
    const { labels, limits } = this.#context;
    for (let end = firstEnd; this.#holds(end); end = this.#splitter.regionEnd(start, start + 2 * (end - start))) {
      const closer = this.#splitter.closerAt(end);
      const cut: Cut = { text: text.slice(start, end), type: "region", first, closer };
      const refusal = judgeBlock(cut.text, cut.type, limits);
      if (refusal !== undefined) return Unit.refused(cut, refusal, this.#context);
      const parsed = parseUnit(cut, labels);
      if (closer === "end") return Unit.ofRegion(cut, parsed, this.#context);
      const behind = parsed.nodes.at(-1)?.position?.start.offset;
      if (behind !== cut.text.length + parsed.base) continue;
      return Unit.ofRegion(cut, { ...parsed, nodes: parsed.nodes.slice(0, -1) }, this.#context);
    }
    return undefined;
  }
}

/** Whether a document's first line would open front matter. */
export function opensFrontMatter(text: string): boolean {
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  return isFrontMatterFence(text, start) && lineEndAt(text, start) < text.length;
}

/** Whether a text has a line that would close front matter. */
export function closesFrontMatter(text: string): boolean {
  for (let at = 0; at < text.length; at = behindLineEnd(text, lineEndAt(text, at))) {
    if (isFrontMatterFence(text, at)) return true;
  }
  return false;
}
