import type { Position, Range, TextChange } from "../text/range.js";
import { comparePositions } from "../text/range.js";
import { LabelTable } from "./labels.js";
import { DEFAULT_LIMITS, type Limits, type Refusal, refusalBeyond } from "./limits.js";
import { countLineEnds } from "./lines.js";
import { blockAt, blockAtLine, lengthOf, lineCountOf, offsetAt, positionAt, positionIn } from "./places.js";
import { parseTogether } from "./prepare.js";
import { resplit, splitAll, textOf } from "./resplit.js";
import type { Place, Slot } from "./slot.js";
import { type Block, Unit, type UnitContext } from "./unit.js";
import { opensFrontMatter } from "./unit-reader.js";

const none: readonly never[] = [];

/** What a call of `apply` did: at index `start`, the slots `removed` gave way to `added`. Both may hold slots that stayed. */
export interface SlotChange {
  readonly start: number;
  readonly removed: readonly Slot[];
  readonly added: readonly Slot[];
}

/** A Markdown text as a sequence of blocks that keeps up with edits. Offsets are UTF-16 units, lines count from 0. */
export class MarkdownDocument {
  /** Undefined while the document rests. */
  #awake: readonly Block[] | undefined = [];
  /** While it rests: the units that are held, and those that somebody may hold. */
  #held: readonly Unit[] = none;
  #perhaps: readonly WeakRef<Unit>[] = none;
  #text: string | undefined;
  #refusal: Refusal | undefined;
  /** What was last found to have changed, since which slots. */
  #change:
    | { readonly before: readonly Slot[]; readonly after: readonly Slot[]; readonly found: SlotChange }
    | undefined;
  /** Units made and parsed since the last call of `apply` ended; nobody has seen their trees yet. */
  #unseen: readonly Unit[] = none;
  readonly #labels = new LabelTable();
  readonly #context: UnitContext;

  private constructor(text: string, limits: Limits) {
    this.#context = { labels: this.#labels, limits };
    this.#reopen(text);
    this.#settle();
  }

  /** Opens a text of any content. Beyond `limits.documentLength` there is one slot without a node, and `refusal` is set. */
  static open(text: string, limits: Limits = DEFAULT_LIMITS): MarkdownDocument {
    return new MarkdownDocument(text, limits);
  }

  /** The blocks in order; at least one. Their texts joined are the document. A slot stays the same object while its block does. */
  get slots(): readonly Slot[] {
    return this.#blocks;
  }

  /** Why the document as a whole was not parsed; undefined where it was. */
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  get text(): string {
    this.#text ??= textOf(this.#blocks, 0, this.#blocks.length);
    return this.#text;
  }

  get length(): number {
    return lengthOf(this.#blocks);
  }

  get lineCount(): number {
    return lineCountOf(this.#blocks);
  }

  /** Applies changes one after another, each in the positions that the one before left, as in LSP. */
  apply(changes: readonly TextChange[]): SlotChange {
    const before = this.#blocks;
    this.#held = none;
    for (const change of changes) this.#applyOne(change);
    this.#settle();
    return this.changeSince(before);
  }

  /** What changed since `slots` gave a list. Whoever keeps something by slot asks, so the last answer is kept. */
  changeSince(before: readonly Slot[]): SlotChange {
    const after = this.#blocks;
    if (this.#change?.before !== before || this.#change.after !== after) {
      this.#change = { before, after, found: changeBetween(before, after) };
    }
    return this.#change.found;
  }

  /** Makes the nodes of slots, in the document's order, which costs less than to ask for them one by one. */
  prepare(slots: Iterable<Slot>): void {
    const units = new Set<Unit>();
    for (const slot of slots) {
      const block = this.#blocks[blockAt(this.#blocks, slot.offset)]!;
      if (block === slot && block.type !== undefined && !block.unit.isParsed) units.add(block.unit);
    }
    parseTogether([...units], this.#labels);
  }

  /** The block of front matter that the document begins with. */
  get frontMatter(): Slot | undefined {
    if (this.#awake === undefined && !opensFrontMatter(this.text)) return undefined;
    const [first] = this.#blocks;
    return first?.type === "yaml" ? first : undefined;
  }

  /**
   * Keeps nothing but the text, for documents that have been read and nobody edits. When somebody asks for blocks, it is split again; a block
   * that somebody holds stays the same one, without its tree.
   * @param held all that are held, where that is known. Where it is not, they are those of the last time and whatever is not collected as
   *   garbage: that takes the collector longer
   */
  rest(held?: ReadonlySet<Slot>): void {
    this.#change = undefined;
    if (this.#refusal !== undefined) return;
    if (this.#awake === undefined) {
      const perhaps = this.#perhaps.filter((unit) => unit.deref() !== undefined);
      this.#perhaps = perhaps.length > 0 ? perhaps.slice() : none;
    } else {
      this.#text = this.text;
      const units = unitsOf(this.#awake);
      if (held) this.#held = units.filter((unit) => unit.blocks.some((block) => held.has(block))).slice();
      else this.#perhaps = units.filter((unit) => !this.#held.includes(unit)).map((unit) => new WeakRef(unit));
      this.#awake = undefined;
    }
    for (const unit of this.#held) unit.forget();
    for (const unit of this.#perhaps) unit.deref()?.forget();
  }

  get #blocks(): readonly Block[] {
    this.#awake ??= this.#wake();
    return this.#awake;
  }

  set #blocks(blocks: readonly Block[]) {
    this.#awake = blocks;
  }

  #wake(): readonly Block[] {
    const known = new Map<number, Unit>();
    for (const unit of [...this.#held, ...this.#perhaps.map((perhaps) => perhaps.deref())]) {
      if (unit) known.set(unit.offset, unit);
    }
    this.#perhaps = none;
    const blocks = splitAll(this.text, this.#context, known).flatMap((unit) => unit.blocks);
    place(blocks, [], undefined);
    return blocks;
  }

  /** Place of an offset; clamped to the text, and to before the line's end. */
  positionAt(offset: number): Position {
    return positionAt(this.#blocks, offset);
  }

  /** Offset of a place; a place behind the line's end is at the end, one behind the last line at the end of the text. */
  offsetAt(position: Position): number {
    return offsetAt(this.#blocks, position);
  }

  /** Index of the slot that holds an offset; clamped, so that the text's end belongs to the last slot. */
  slotAt(offset: number): number {
    return blockAt(this.#blocks, offset);
  }

  /** Index of the slot that holds a line; clamped. */
  slotAtLine(line: number): number {
    return blockAtLine(this.#blocks, line);
  }

  /** Where a place in a slot of the document stands now. */
  rangeOf({ slot, start, end }: Place): Range {
    return { start: positionIn(slot, start), end: positionIn(slot, end) };
  }

  #applyOne(change: TextChange): void {
    const { from, to } = this.#offsetsOf(change.range);
    const first = this.slotAt(from);
    const { offset } = this.#blocks[first]!;
    const old = textOf(this.#blocks, first, this.slotAt(to) + 1).slice(from - offset, to - offset);
    const start = commonStart(old, change.text);
    const end = commonEnd(old, change.text, start);
    if (start + end === old.length && start + end === change.text.length) return;
    this.#replace(from + start, to - end, change.text.slice(start, change.text.length - end));
  }

  #offsetsOf(range: Range | undefined): { from: number; to: number } {
    if (range === undefined) return { from: 0, to: this.length };
    const swapped = comparePositions(range.start, range.end) > 0;
    const from = this.offsetAt(swapped ? range.end : range.start);
    return { from, to: Math.max(from, this.offsetAt(swapped ? range.start : range.end)) };
  }

  #replace(from: number, to: number, inserted: string): void {
    const length = this.length - (to - from) + inserted.length;
    if (this.#refusal !== undefined || length > this.#context.limits.documentLength) {
      this.#reopen(this.text.slice(0, from) + inserted + this.text.slice(to));
      return;
    }
    const { start, end, units } = resplit(this.#blocks, { from, to, inserted }, this.#context);
    this.#put(start, end, units);
    this.#text = undefined;
  }

  /** Splits the whole of a text. */
  #reopen(text: string): void {
    this.#refusal = refusalBeyond("documentLength", text.length, this.#context.limits);
    const units =
      this.#refusal === undefined
        ? splitAll(text, this.#context)
        : [Unit.refused({ text, type: "region", first: true, closer: undefined }, this.#refusal, this.#context)];
    this.#put(0, this.#blocks.length, units);
    this.#text = text;
  }

  /** Puts the blocks of units in the place of those from `start` to `end`. */
  #put(start: number, end: number, units: readonly Unit[]): void {
    const removed = new Set(unitsOf(this.#blocks.slice(start, end)));
    for (const unit of removed) this.#labels.remove(unit.labels);
    for (const unit of units) this.#labels.add(unit.labels);
    const unseen = units.filter((unit) => unit.isParsed && !removed.has(unit));
    if (unseen.length > 0) this.#unseen = [...this.#unseen, ...unseen];
    const added = units.flatMap((unit) => unit.blocks);
    const kept = this.#blocks.slice(end);
    place(added, kept, this.#blocks[start - 1]);
    this.#blocks = start === 0 ? added.concat(kept) : this.#blocks.slice(0, start).concat(added, kept);
  }

  /** Has the trees agree with the labels that the document defines now. */
  #settle(): void {
    const toggled = this.#labels.takeToggled();
    for (const unit of this.#unseen) if (unit.isStale) unit.forget();
    if (toggled.size > 0) this.#blocks = this.#blocks.flatMap((block) => this.#current(block));
    this.#unseen = none;
  }

  #current(block: Block): readonly Block[] {
    if (!block.unit.isStale) return [block];
    if (!block.leads) return [];
    const { blocks } = block.unit.renewed();
    block.unit.blocks.forEach(({ offset, line }, index) => {
      blocks[index]!.offset = offset;
      blocks[index]!.line = line;
    });
    return blocks;
  }
}

/** The units of whole units' blocks. */
function unitsOf(blocks: readonly Block[]): Unit[] {
  return blocks.filter((block) => block.leads).map(({ unit }) => unit);
}

/** Has blocks stand behind `previous`, and others, which stood somewhere in a row, behind them. */
function place(blocks: readonly Block[], others: readonly Block[], previous: Block | undefined): void {
  let offset = previous === undefined ? 0 : previous.offset + previous.text.length;
  let line = previous === undefined ? 0 : previous.line + countLineEnds(previous.text);
  for (const block of blocks) {
    block.offset = offset;
    block.line = line;
    offset += block.text.length;
    line += countLineEnds(block.text);
  }
  const offsetShift = offset - (others[0]?.offset ?? 0);
  const lineShift = line - (others[0]?.line ?? 0);
  for (const block of others) {
    block.offset += offsetShift;
    block.line += lineShift;
  }
}

/** What became of one list of slots in another. */
export function changeBetween(before: readonly Slot[], after: readonly Slot[]): SlotChange {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { start, removed: before.slice(start, before.length - end), added: after.slice(start, after.length - end) };
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length += 1;
  return length;
}
