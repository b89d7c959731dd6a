import type { PhrasingContent, RootContent } from "mdast";
import { normalizeIdentifier } from "micromark-util-normalize-identifier";
import { plainDefinitionAt } from "./definition-line.js";
import { judgeBlock } from "./judge.js";
import { definitionKey, type KnownLabels, type LabelKey } from "./labels.js";
import type { Limits, Refusal } from "./limits.js";
import { isLineEnd, lineStartsOf } from "./lines.js";
import { type ParsedText, parseMarkdown } from "./parse.js";
import type { Slot } from "./slot.js";
import type { Closer, Piece } from "./split.js";

const BYTE_ORDER_MARK = 0xfeff;
const NO_LABELS: readonly LabelKey[] = [];
const plansByType = new Map<Piece["type"], readonly BlockPlan[]>();

/** What a document's units share. */
export interface UnitContext {
  readonly labels: KnownLabels;
  readonly limits: Limits;
}

/** A block's place in its unit: the offset of its first line, and its type where it will have a node. */
export interface BlockPlan {
  readonly start: number;
  readonly type: RootContent["type"] | undefined;
}

/** The trees of a unit's blocks. */
interface Parsed {
  readonly nodes: readonly RootContent[];
  /** What to take from an offset in the tree to get the offset in the unit's text. */
  readonly base: number;
  readonly asked: ParsedText["asked"];
}

/** A slot, backed by the unit that it is parsed with. Its node is made when it is first asked for. */
export class Block implements Slot {
  readonly unit: Unit;
  readonly text: string;
  offset = 0;
  line = 0;
  readonly #index: number;
  readonly #plan: BlockPlan;
  /** Null until the block has been judged. */
  #type: RootContent["type"] | undefined | null = null;
  #lineStarts: readonly number[] | undefined;

  constructor(unit: Unit, text: string, index: number, plan: BlockPlan) {
    this.unit = unit;
    this.text = text;
    this.#index = index;
    this.#plan = plan;
  }

  get type(): RootContent["type"] | undefined {
    if (this.#type === null) this.#type = this.refusal === undefined ? this.#plan.type : undefined;
    return this.#type;
  }

  get node(): RootContent | undefined {
    return this.type === undefined ? undefined : this.unit.parsed().nodes[this.#index];
  }

  get base(): number {
    return this.type === undefined ? 0 : this.#plan.start + this.unit.parsed().base;
  }

  get refusal(): Refusal | undefined {
    return this.unit.refusal;
  }

  get alone(): boolean {
    return this.unit.type !== "region";
  }

  phrasing(text: string): readonly PhrasingContent[] | undefined {
    return this.unit.phrasing(text);
  }

  definesLabel(label: string): boolean {
    return this.unit.definesLabel(label);
  }

  /** Whether the unit begins with this block. */
  get leads(): boolean {
    return this.#index === 0;
  }

  get lineStarts(): readonly number[] {
    this.#lineStarts ??= lineStartsOf(this.text);
    return this.#lineStarts;
  }

  /** Has the lines counted again when they are next asked for. */
  forgetLines(): void {
    this.#lineStarts = undefined;
  }
}

/** A piece cut out of a document. */
export interface Cut {
  readonly text: string;
  readonly type: Piece["type"];
  /** Whether the document begins with it. */
  readonly first: boolean;
  /** What closes blocks that may be open at its end; undefined where none can be. */
  readonly closer: Closer | undefined;
}

/** A piece of a document that is parsed on its own: one block, or a few that only the parser can tell apart. */
export class Unit implements Cut {
  readonly text: string;
  readonly type: Piece["type"];
  readonly first: boolean;
  readonly closer: Closer | undefined;
  readonly blocks: readonly Block[];
  readonly plans: readonly BlockPlan[];
  readonly labels: readonly LabelKey[];
  readonly #context: UnitContext;
  #parsed: Parsed | undefined;
  /** The labels that were asked for to read the unit without its trees, with the answers. */
  #asked: Map<LabelKey, boolean> | undefined;
  #refusal: Refusal | undefined | null = null;

  private constructor(cut: Cut, plans: readonly BlockPlan[], labels: readonly LabelKey[], context: UnitContext) {
    this.text = cut.text;
    this.type = cut.type;
    this.first = cut.first;
    this.closer = cut.closer;
    this.plans = plans;
    this.labels = labels;
    this.#context = context;
    this.blocks = plans.map((plan, index) => {
      const text = plans.length === 1 ? cut.text : cut.text.slice(plan.start, plans[index + 1]?.start);
      return new Block(this, text, index, plan);
    });
  }

  /** A unit of one block. `defines` tells that its text may hold definitions: it is parsed at once to learn their labels. */
  static ofBlock(cut: Cut, defines: boolean, context: UnitContext): Unit {
    const key = cut.type === "definition" ? plainDefinitionAt(cut.text, 0) : undefined;
    const unit = new Unit(cut, plansOf(cut.type), key === undefined ? NO_LABELS : [key], context);
    if (!defines || unit.refusal !== undefined) return unit;
    const parsed = parseUnit(cut, context.labels);
    return unit.#with(parsed.defines, parsed);
  }

  /** A unit beyond a limit, which is one block without a node. */
  static refused(cut: Cut, refusal: Refusal, context: UnitContext): Unit {
    const unit = new Unit(cut, plansOf("region"), NO_LABELS, context);
    unit.#refusal = refusal;
    return unit;
  }

  /** A unit of the blocks that the parser found in a region. */
  static ofRegion(cut: Cut, parsed: ParsedUnit, context: UnitContext): Unit {
    const plans = parsed.nodes.map((node, index) => {
      const offset = (node.position?.start.offset ?? parsed.base) - parsed.base;
      return { start: index === 0 ? 0 : lineStartBefore(cut.text, offset), type: node.type };
    });
    const unit = new Unit(cut, plans, parsed.defines, context);
    unit.#refusal = undefined;
    unit.#parsed = parsed;
    return unit;
  }

  /** Offset in the document. */
  get offset(): number {
    return this.blocks[0]!.offset;
  }

  get refusal(): Refusal | undefined {
    if (this.#refusal === null) this.#refusal = judgeBlock(this.text, this.type, this.#context.limits);
    return this.#refusal;
  }

  /** The trees of the unit's blocks, made now if they were not before. */
  parsed(): Parsed {
    this.#parsed ??= parseUnit(this, this.#context.labels);
    return this.#parsed;
  }

  get isParsed(): boolean {
    return this.#parsed !== undefined;
  }

  /** Gives the unit its trees, which were parsed together with those of others. */
  adopt(parsed: Parsed): void {
    this.#parsed = parsed;
  }

  /** Parses one paragraph of the unit by itself. */
  phrasing(text: string): readonly PhrasingContent[] | undefined {
    const { nodes, asked } = parseMarkdown(`\n${text}`, this.#context.labels);
    if (asked.size > 0) this.#asked = new Map([...(this.#asked ?? []), ...asked]);
    const [node] = nodes;
    return nodes.length === 1 && node?.type === "paragraph" ? node.children : undefined;
  }

  definesLabel(label: string): boolean {
    const key = definitionKey(normalizeIdentifier(label));
    const answer = this.#context.labels.has(key);
    this.#asked ??= new Map();
    this.#asked.set(key, answer);
    return answer;
  }

  /** Whether the trees rest on an answer about a label that no longer holds. */
  get isStale(): boolean {
    return this.#isOutdated(this.#asked) || this.#isOutdated(this.#parsed?.asked);
  }

  #isOutdated(asked: ParsedText["asked"] | undefined): boolean {
    if (asked === undefined) return false;
    for (const [key, answer] of asked) if (this.#context.labels.has(key) !== answer) return true;
    return false;
  }

  /** Drops the trees, as long as nobody holds on to what they say. */
  forget(): void {
    this.#parsed = undefined;
    for (const block of this.blocks) block.forgetLines();
  }

  /** The same unit with new blocks, not parsed yet. */
  renewed(): Unit {
    return this.#with(this.labels, undefined);
  }

  #with(labels: readonly LabelKey[], parsed: Parsed | undefined): Unit {
    const unit = new Unit(this, this.plans, labels, this.#context);
    unit.#refusal = this.#refusal;
    unit.#parsed = parsed;
    return unit;
  }
}

export interface ParsedUnit extends Parsed {
  readonly defines: readonly LabelKey[];
}

/**
 * Parses a piece. What closes its open blocks is put behind it, since they end elsewhere than at the end of a text; it is the
 * last node then, if all blocks are closed there.
 */
export function parseUnit(cut: Cut, labels: KnownLabels): ParsedUnit {
  const { text, type, first } = cut;
  const marked = first && text.charCodeAt(0) === BYTE_ORDER_MARK;
  // A blank line in front keeps the parser from taking a mark off the text, or a line of dashes for front matter.
  const source = type === "yaml" ? text : `\n${marked ? text.slice(1) : text}${closingOf(cut)}`;
  const base = (type === "yaml" ? 0 : 1) - (marked ? 1 : 0);
  return { ...parseMarkdown(source, labels), base };
}

/** What to put behind the text of a piece to have its open blocks closed as they are in the document. */
export function closingOf({ closer, type }: Cut): string {
  if (closer === "container") return type === "blockquote" ? "- x\n" : ">\n";
  return closer === "line" ? "#\n" : "";
}

/** The plan of a unit of one block; there is one for each type. */
function plansOf(type: Piece["type"]): readonly BlockPlan[] {
  let plans = plansByType.get(type);
  if (plans === undefined) {
    plans = [{ start: 0, type: type === "blank" || type === "region" ? undefined : type }];
    plansByType.set(type, plans);
  }
  return plans;
}

function lineStartBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start -= 1;
  return start;
}
