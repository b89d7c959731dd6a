import type { PhrasingContent } from "mdast";

export type MarkKind = "strong" | "emphasis" | "delete" | "code" | "link" | "image" | "html" | "footnoteReference";

/** A run of visible text with a meaning of its own, in offsets of the visible text. */
export interface Mark {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
  /** The link's or image's destination. */
  readonly url?: string;
}

/**
 * What a reader sees of a run of phrasing content, and where each character of it stands in the source.
 * `text` holds one space for each line end and a line end for each `<br>`; images, other HTML and footnote references leave nothing in it.
 */
export interface Inline {
  readonly text: string;
  /**
   * `text` with what is only quoted masked, same length: inline code reads as U+FFFC, so no word of it can be taken for prose.
   */
  readonly prose: string;
  readonly marks: readonly Mark[];
  /** Slot offset at which the character at `index` of `text` begins; for `text.length`, where the last one ends. */
  sourceStart(index: number): number;
  /** Slot offset at which the character before `index` of `text` ends. */
  sourceEnd(index: number): number;
}

/**
 * Runs of text whose characters stand one to one in the source, in order: for each where it begins in the text, where in the source, and how long
 * it is. One flat list, since facts keep the passage that they stand in.
 */
type Runs = readonly number[];

/** An inline as plain data: text, prose where it differs, marks, the start, then the runs as three numbers each. */
export interface InlineData {
  readonly text: string;
  readonly prose: string | undefined;
  readonly marks: readonly Mark[];
  readonly start: number;
  readonly runs: readonly number[];
}

/** What `inlineOf` makes the same inline of; undefined for anything that is none. */
export function inlineData(value: object): InlineData | undefined {
  return value instanceof InlineText ? value.data() : undefined;
}

export function inlineOf({ text, prose, marks, start, runs }: InlineData): Inline {
  return new InlineText(text, prose ?? text, marks, runs, start);
}

/** A stretch of an inline, for what reads a text from its beginning; offsets are the stretch's own, places those of the whole. */
export function stretchOf(inline: Inline, start: number, end: number): Inline {
  return {
    text: inline.text.slice(start, end),
    prose: inline.prose.slice(start, end),
    marks: inline.marks
      .filter((mark) => mark.start < end && mark.end > start)
      .map((mark) => ({ ...mark, start: Math.max(mark.start - start, 0), end: Math.min(mark.end, end) - start })),
    sourceStart: (index) => inline.sourceStart(start + index),
    sourceEnd: (index) => inline.sourceEnd(start + index),
  };
}

class InlineText implements Inline {
  readonly text: string;
  readonly prose: string;
  readonly marks: readonly Mark[];
  readonly #runs: Runs;
  readonly #start: number;

  constructor(text: string, prose: string, marks: readonly Mark[], runs: Runs, start: number) {
    this.text = text;
    this.prose = prose;
    this.marks = marks;
    this.#runs = runs;
    this.#start = start;
  }

  sourceStart(index: number): number {
    if (index >= this.text.length) return this.sourceEnd(index);
    return this.#sourceAt(index, index);
  }

  sourceEnd(index: number): number {
    if (index <= 0) return this.text.length > 0 ? this.sourceStart(0) : this.#start;
    return this.#sourceAt(index - 1, index);
  }

  /** The same where its source is made of lines that stand elsewhere: `lines` are the places of each in both, in order. */
  moved(lines: readonly { readonly at: number; readonly source: number }[]): Inline {
    const runs: number[] = [];
    for (let at = 0; at < this.#runs.length; at += 3) splitRun(this.#runs, at, lines, runs);
    return new InlineText(this.text, this.prose, this.marks, runs, lines[0]?.source ?? this.#start);
  }

  data(): InlineData {
    const { text, prose, marks } = this;
    return { text, prose: prose === text ? undefined : prose, marks, start: this.#start, runs: this.#runs };
  }

  /** Where `index` stands by the run that holds the character at `held`. */
  #sourceAt(held: number, index: number): number {
    const runs = this.#runs;
    if (runs.length === 0) return this.#start;
    let low = 0;
    let high = runs.length / 3 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (runs[3 * middle]! <= held) low = middle;
      else high = middle - 1;
    }
    return runs[3 * low + 1]! + Math.min(index - runs[3 * low]!, runs[3 * low + 2]!);
  }
}

/** Adds to `pieces` what becomes of the run at `index` of `runs`. */
function splitRun(
  runs: Runs,
  index: number,
  lines: readonly { readonly at: number; readonly source: number }[],
  pieces: number[],
): void {
  const text = runs[index]!;
  const source = runs[index + 1]!;
  const end = source + runs[index + 2]!;
  let at = source;
  for (let number = 0; number < lines.length && at < end; number += 1) {
    const line = lines[number]!;
    const next = lines[number + 1]?.at ?? Number.POSITIVE_INFINITY;
    if (next <= at) continue;
    const length = Math.min(end, next) - at;
    pieces.push(text + at - source, line.source + at - line.at, length);
    at += length;
  }
}

/**
 * Reads phrasing content of a text that was put together from lines of a slot. Undefined where the tree does not say where something stands,
 * or something spans lines whose places it does not tell.
 */
export function readMoved(
  nodes: readonly PhrasingContent[],
  content: { readonly text: string; readonly lines: readonly { readonly at: number; readonly source: number }[] },
): Inline | undefined {
  if (!nodes.every((node) => isPlaced(node, content.lines.length > 1))) return undefined;
  const reader = new InlineReader(content.text, 1);
  reader.readAll(nodes);
  return reader.finish(nodes).moved(content.lines);
}

function isPlaced(node: PhrasingContent, inLines: boolean): boolean {
  if (node.position === undefined) return false;
  if (inLines && (node.type === "inlineCode" || node.type === "html")) return false;
  return !("children" in node) || node.children.every((child) => isPlaced(child, inLines));
}

/** Reads phrasing content of a slot. `base` is the slot's, `source` its text. */
export function readInline(nodes: readonly PhrasingContent[], source: string, base: number): Inline {
  const reader = new InlineReader(source, base);
  reader.readAll(nodes);
  return reader.finish(nodes);
}

/** Text that is not Markdown (a front matter value), one to one with the source from `start`. */
export function plainInline(text: string, start: number): Inline {
  return new InlineText(text, text, [], [0, start, text.length], start);
}

/** Puts visible text together, piece by piece, with its way back to the source. */
export class InlineBuilder {
  readonly #text: string[] = [];
  /** Undefined as long as it is the text. */
  #prose: string[] | undefined;
  readonly #marks: Mark[] = [];
  readonly #runs: number[] = [];
  #length = 0;

  constructor(private readonly source: string) {}

  /** Length of the text so far. */
  get length(): number {
    return this.#length;
  }

  /** `start` is where the text would stand if there were any. */
  finish(start: number): InlineText {
    // Facts keep what is made here: texts that were joined as they grew would keep each piece, and lists that grew have room for more.
    const text = this.#asWritten(this.#text.join(""));
    return new InlineText(text, this.#prose?.join("") ?? text, this.#marks.slice(), this.#runs.slice(), start);
  }

  /** The same text as a part of its source, which is there anyway, where it stands there in so many words. */
  #asWritten(text: string): string {
    const [, from, length] = this.#runs;
    if (this.#runs.length !== 3 || length !== text.length) return text;
    const written = this.source.slice(from, from! + length);
    return written === text ? written : text;
  }

  /** A mark of what was added since the text had the length `start`. */
  mark(kind: MarkKind, start: number, url?: string): void {
    this.#marks.push({ kind, start, end: this.#length, ...(url === undefined ? {} : { url }) });
  }

  /** Adds text that stands in the source from `source` on, in `length` characters. */
  push(text: string, source: number, length: number): void {
    this.#prose?.push(text);
    this.#push(text, source, length);
  }

  /** Adds the value of a code span that stands between two offsets of the source. */
  code(value: string, from: number, to: number): void {
    const at = this.source.indexOf(value, from);
    const source = at >= 0 && at + value.length <= to ? at : from;
    this.#prose ??= this.#text.slice();
    this.#prose.push("\uFFFC".repeat(value.length));
    this.#push(value, source, Math.min(value.length, to - source));
  }

  #push(text: string, source: number, length: number): void {
    const runs = this.#runs;
    const last = runs.length - 3;
    const continues =
      last >= 0 && runs[last + 1]! + runs[last + 2]! === source && runs[last]! + runs[last + 2]! === this.#length;
    if (continues) runs[last + 2]! += length;
    else runs.push(this.#length, source, length);
    this.#text.push(text);
    this.#length += text.length;
  }
}

class InlineReader {
  readonly #built: InlineBuilder;

  constructor(
    private readonly source: string,
    private readonly base: number,
  ) {
    this.#built = new InlineBuilder(source);
  }

  readAll(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) this.#read(node);
  }

  finish(nodes: readonly PhrasingContent[]): InlineText {
    return this.#built.finish(this.#offset(nodes[0]?.position?.start.offset));
  }

  #offset(offset: number | undefined): number {
    return (offset ?? this.base) - this.base;
  }

  #read(node: PhrasingContent): void {
    const start = this.#built.length;
    const from = this.#offset(node.position?.start.offset);
    const to = this.#offset(node.position?.end.offset);
    switch (node.type) {
      case "text":
        this.#append(node.value, from, to);
        return;
      case "break":
        this.#built.push(" ", from, 1);
        return;
      case "inlineCode":
        this.#built.code(node.value, from, to);
        this.#built.mark("code", start);
        return;
      case "strong":
      case "emphasis":
      case "delete":
        this.readAll(node.children);
        this.#built.mark(node.type, start);
        return;
      case "link":
        this.readAll(node.children);
        this.#built.mark("link", start, node.url);
        return;
      case "linkReference":
        this.readAll(node.children);
        this.#built.mark("link", start);
        return;
      case "image":
        this.#built.mark("image", start, node.url);
        return;
      case "html":
        if (isLineBreak(node.value)) this.#built.push("\n", from, 1);
        else this.#built.mark("html", start);
        return;
      case "footnoteReference":
        this.#built.mark("footnoteReference", start);
        return;
      default:
        return;
    }
  }

  /** A text node: its value with line ends as spaces. The value differs from the source by escapes, references and line prefixes. */
  #append(value: string, from: number, to: number): void {
    if (value.length === to - from && !value.includes("\n") && !value.includes("\r")) {
      this.#built.push(value, from, value.length);
      return;
    }
    let at = from;
    let pending = 0;
    let pendingSource = from;
    const flush = (index: number): void => {
      if (index > pending) {
        const text = value.slice(pending, index);
        this.#built.push(text, pendingSource, index - pending);
      }
    };
    let index = 0;
    while (index < value.length) {
      const code = value.charCodeAt(index);
      if (code === 10 || code === 13) {
        flush(index);
        while (at < to && !isLineEnd(this.source.charCodeAt(at))) at += 1;
        const lineEnd = at;
        if (this.source.charCodeAt(at) === 13 && this.source.charCodeAt(at + 1) === 10) at += 1;
        at += 1;
        if (code === 13 && value.charCodeAt(index + 1) === 10) index += 1;
        this.#built.push(" ", lineEnd, 1);
        index += 1;
        at = skipLinePrefix(this.source, at, to, value.charCodeAt(index));
        pending = index;
        pendingSource = at;
        continue;
      }
      if (this.source.charCodeAt(at) === code && !(code === 38 && isReferenceTo(this.source, at, value, index))) {
        at += 1;
        index += 1;
        continue;
      }
      flush(index);
      if (this.source.charCodeAt(at) === 92 && this.source.charCodeAt(at + 1) === code) {
        pending = index;
        pendingSource = at + 1;
        at += 2;
        index += 1;
        continue;
      }
      const width = value.codePointAt(index)! > 0xffff ? 2 : 1;
      const semicolon = this.source.indexOf(";", at);
      this.#built.push(value.slice(index, index + width), at, 1);
      at = this.source.charCodeAt(at) === 38 && semicolon >= 0 && semicolon < to ? semicolon + 1 : Math.min(at + 1, to);
      index += width;
      pending = index;
      pendingSource = at;
    }
    flush(value.length);
  }
}

/** `<br>`: within a cell the only way to begin another line. */
export function isLineBreak(tag: string): boolean {
  return /^<br\s?\/?>$/i.test(tag);
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || Number.isNaN(code);
}

/** Whether `&…;` at `at` stands for the single `&` of the value, rather than for itself. */
function isReferenceTo(source: string, at: number, value: string, index: number): boolean {
  return source.startsWith("&amp;", at) && !value.startsWith("&amp;", index);
}

/** Past the white space and quote markers that a continuation line begins with, to where its text begins. */
function skipLinePrefix(source: string, from: number, to: number, first: number): number {
  let at = from;
  while (at < to) {
    const code = source.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 62) break;
    if (code === 62 && first === 62) break;
    at += 1;
  }
  return at;
}
