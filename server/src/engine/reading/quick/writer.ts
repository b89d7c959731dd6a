import { type Inline, InlineBuilder } from "../inline.js";
import type { AttentionRun } from "./attention.js";
import type { Content } from "./content.js";
import type { Token } from "./tokens.js";

const SPACE = 32;

/** Puts the visible text together from tokens. */
export class Writer {
  readonly #built: InlineBuilder;
  #line = 0;

  constructor(
    private readonly content: Content,
    source: string,
  ) {
    this.#built = new InlineBuilder(source);
  }

  write(tokens: readonly Token[]): Inline | undefined {
    const starts: number[] = [];
    for (const token of tokens) if (!this.#write(token, starts)) return undefined;
    return this.#built.finish(this.content.lines[0]?.source ?? 0);
  }

  #write(token: Token, starts: number[]): boolean {
    const built = this.#built;
    switch (token.kind) {
      case "text":
        this.#text(token.from, token.to);
        return true;
      case "break":
        built.push(" ", this.#sourceOf(token.from), 1);
        return true;
      case "code":
        return this.#code(token);
      case "html":
        built.mark("html", built.length);
        return true;
      case "line":
        built.push("\n", this.#sourceOf(token.from), 1);
        return true;
      case "autolink": {
        const start = built.length;
        const value = this.content.text.slice(token.from, token.to);
        built.push(value, this.#sourceOf(token.from), value.length);
        built.mark("link", start, value);
        return true;
      }
      case "attention":
        this.#attention(token.run, starts);
        return true;
      case "bracket":
        return this.#bracket(token, starts);
    }
  }

  #attention(run: AttentionRun, starts: number[]): void {
    for (const kind of run.closes) this.#built.mark(kind, starts.pop()!);
    const closed = run.closes.reduce((sum, kind) => sum + (kind === "strong" ? 2 : 1), 0);
    this.#text(run.from + closed, run.from + closed + run.left);
    for (const _ of run.opens) starts.push(this.#built.length);
  }

  #bracket(token: Extract<Token, { kind: "bracket" }>, starts: number[]): boolean {
    const built = this.#built;
    if (token.role === "text") this.#text(token.from, token.to);
    else if (token.role === "open") starts.push(built.length);
    else if (token.role === "close") built.mark("link", starts.pop()!, token.url);
    else if (token.role === "image") built.mark("image", built.length, token.url);
    return true;
  }

  #code({ from, to, ticks }: Extract<Token, { kind: "code" }>): boolean {
    const raw = this.content.text.slice(from + ticks, to - ticks);
    if (raw.includes("\n")) return false;
    const padded = raw.length > 2 && raw.startsWith(" ") && raw.endsWith(" ") && raw.trim() !== "";
    const value = padded ? raw.slice(1, -1) : raw;
    const start = this.#built.length;
    const source = this.#sourceOf(from);
    this.#built.code(value, source, source + to - from);
    this.#built.mark("code", start);
    return true;
  }

  /** Text of any number of lines; a line's end is one space, and takes the white space before it along. */
  #text(from: number, to: number): void {
    const { text } = this.content;
    for (let at = from; at < to; ) {
      const feed = text.indexOf("\n", at);
      const ends = feed >= 0 && feed < to;
      const end = ends ? feed : to;
      let visible = end;
      while (ends && visible > at && text.charCodeAt(visible - 1) === SPACE) visible -= 1;
      if (visible > at) this.#built.push(text.slice(at, visible), this.#sourceOf(at), visible - at);
      if (ends) this.#built.push(" ", this.#sourceOf(feed), 1);
      at = ends ? end + 1 : end;
    }
  }

  /** Offsets come in their order. */
  #sourceOf(at: number): number {
    const { lines } = this.content;
    while (this.#line + 1 < lines.length && lines[this.#line + 1]!.at <= at) this.#line += 1;
    const line = lines[this.#line]!;
    return line.source + at - line.at;
  }
}
