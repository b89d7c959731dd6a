import type { RootContent } from "mdast";
import type { Construct, Effects, Extension, ParseContext, State, TokenizeContext } from "micromark-util-types";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { definitionKey, footnoteKey, type KnownLabels, type LabelKey } from "./labels.js";

const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;

/** The blocks of a text, and how they hang together with the rest of their document. */
export interface ParsedText {
  readonly nodes: readonly RootContent[];
  /** Labels that the text defines. */
  readonly defines: readonly LabelKey[];
  /** Labels that the parser asked for, with the answer it got: while all of them hold, so does the tree. */
  readonly asked: ReadonlyMap<LabelKey, boolean>;
}

/** The lists in which micromark keeps the labels it has met. They begin empty; a part of a document needs them all. */
class SeededLabels extends Array<string> {
  #session: Session | undefined;
  #keyOf: ((label: string) => LabelKey) | undefined;

  static within(session: Session, keyOf: (label: string) => LabelKey, met: readonly string[] = []): SeededLabels {
    const labels = new SeededLabels();
    labels.#session = session;
    labels.#keyOf = keyOf;
    labels.push(...met);
    return labels;
  }

  override push(...labels: string[]): number {
    for (const label of labels) this.#session!.defined.add(this.#keyOf!(label));
    return this.#session!.defined.size;
  }

  override includes(label: string): boolean {
    return this.#session!.ask(this.#keyOf!(label));
  }
}

/** What one call of the parser knows and finds out. */
class Session {
  readonly defined = new Set<LabelKey>();
  readonly asked = new Map<LabelKey, boolean>();
  /** Whether the blocks have been told apart and text is being read. */
  reading = false;
  readonly #known: KnownLabels;

  constructor(known: KnownLabels) {
    this.#known = known;
  }

  ask(key: LabelKey): boolean {
    // A footnote's definition asks too, to be noted once only; it is to be noted here as well.
    if (!this.reading) return this.defined.has(key);
    const answer = this.#known.has(key) || this.defined.has(key);
    this.asked.set(key, answer);
    return answer;
  }
}

/** Parsing is synchronous, so one place holds the session for the extension to find. */
let current: Session | undefined;
const seeded = new WeakSet<ParseContext>();

/** Is tried at the start of every line, never matches, and on the first one hands micromark the document's labels. */
function tokenizeSeeding(this: TokenizeContext, _effects: Effects, _ok: State, nok: State): State {
  const { parser } = this;
  if (current !== undefined && !seeded.has(parser)) {
    seeded.add(parser);
    parser.defined = SeededLabels.within(current, definitionKey, parser.defined);
    parser.gfmFootnotes = SeededLabels.within(current, footnoteKey, parser.gfmFootnotes);
  }
  return nok;
}

/** Is tried at brackets in text, never matches, and notes that the parser has come to text. */
function tokenizeReading(_effects: Effects, _ok: State, nok: State): State {
  if (current !== undefined) current.reading = true;
  return nok;
}

const reading: Construct = { name: "labelsReading", partial: true, tokenize: tokenizeReading };
const seeding: Extension = {
  document: { null: { name: "labelsSeeding", partial: true, tokenize: tokenizeSeeding } },
  text: { [OPENING_BRACKET]: reading, [CLOSING_BRACKET]: reading },
};

function remarkSeeding(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: Extension[] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), seeding];
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ["yaml"])
  .use(remarkSeeding)
  .freeze();

/**
 * Parses Markdown with GitHub's extensions: blocks that follow one another in a document whose labels are `known`. Never
 * throws. Offsets in the tree count from 0 for the first character of `text`, or of what follows a byte order mark.
 * The first line has to be blank if the text defines anything or is not meant to begin with front matter.
 */
export function parseMarkdown(text: string, known: KnownLabels): ParsedText {
  const session = new Session(known);
  current = session;
  try {
    const { children } = processor.parse(text);
    for (const [index, node] of children.entries()) mendStart(node, children[index - 1]);
    return { nodes: children, defines: [...session.defined], asked: session.asked };
  } finally {
    current = undefined;
  }
}

/** micromark has a heading that is underlined directly behind definitions begin where they begin; it begins behind them. */
function mendStart(node: RootContent, previous: RootContent | undefined): void {
  if (node.type !== "heading" || previous?.type !== "definition") return;
  const start = node.children[0]?.position?.start;
  const overlaps = (node.position?.start.offset ?? 0) < (previous.position?.end.offset ?? 0);
  if (overlaps && start !== undefined && node.position !== undefined) node.position.start = start;
}
