import type { Slot } from "../../markdown/slot.js";
import { type Inline, InlineBuilder, isLineBreak, readMoved } from "../inline.js";
import { type AttentionRun, attentionRun, matchAttention } from "./attention.js";
import type { Content } from "./content.js";
import type { Token } from "./tokens.js";
import { Writer } from "./writer.js";

/** What the parser changes, and tabs where it takes spaces away. Those between words it leaves alone. */
const unknown = /[\0\uFEFF]|^\t|(?<![ \t]) *\t[ \t]*(?:\n|$)/;
/** Anything that is more than text. */
const special = /[\\`*_[\]!<&~\n]/;
/** What GitHub's extension may take for a link without marks. */
const bareLink = /https?:\/\/|www\.|[-.\w+]@[-\w]|mailto:|xmpp:/i;
const characterReference = /^&(?:#[0-9xX]|[A-Za-z])[A-Za-z0-9]{0,40};/;
const escapable = /[!-/:-@[-`{-~\n]/;
const plainResource =
  /\([ \t]*(?:<([^<>\\&\n]*)>|([^\s\p{Cc}<>()\\]+))?(?:[ \t]+(?:"[^"\\&\n]*"|'[^'\\&\n]*'))?[ \t]*\)/uy;
/** The second pair of brackets of a reference. */
const fullLabel = /\[((?!\^)(?:[^[\]\\\s]+(?: [^[\]\\\s]+)*)?)\]/y;
const autolink = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s\p{Cc}<>]*)>/uy;
/** A link without marks in its plainest form: what ends it is white space, behind punctuation or not. */
const address =
  /https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/(?:[A-Za-z0-9\-./?=#%+&~_:@,!]*[A-Za-z0-9/=#%+@-])?)?(?=[.,:!?)'"]*(?:\s|$))/y;
const htmlTag =
  /<(?:[A-Za-z][A-Za-z0-9-]*(?:[ \t]+[A-Za-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:[^\s"'=<>`]+|'[^'\n]*'|"[^"\n]*"))?)*[ \t]*\/?|\/[A-Za-z][A-Za-z0-9-]*[ \t]*)>/y;

const LINE_FEED = 10;
const SPACE = 32;
const BANG = 0x21;
const AMPERSAND = 0x26;
const PARENTHESIS = 0x28;
const ASTERISK = 0x2a;
const LESS = 0x3c;
const OPENING = 0x5b;
const BACKSLASH = 0x5c;
const CLOSING = 0x5d;
const UNDERSCORE = 0x5f;
const BACKTICK = 0x60;
const LETTER_H = 0x68;
const TILDE = 0x7e;

/** Reads the phrasing content of a paragraph in a slot: without a parser where that will do, else by parsing the paragraph alone. */
export function readContent(content: Content, slot: Slot): Inline | undefined {
  const quick = quickInline(content, slot);
  if (quick !== undefined || unknown.test(content.text)) return quick;
  const nodes = slot.phrasing(content.text);
  return nodes && readMoved(nodes, content);
}

/**
 * Reads phrasing content without a parser, where it holds nothing but what this knows: text, escapes, code, emphasis, links and images,
 * HTML in one line, breaks. Undefined for everything else. What it reads it reads as remark does.
 */
export function quickInline(content: Content, slot: Slot): Inline | undefined {
  const { text, lines } = content;
  const source = slot.text;
  if (unknown.test(text)) return undefined;
  const start = lines[0]?.source ?? 0;
  if (!special.test(text) && !bareLink.test(text)) {
    const built = new InlineBuilder(source);
    if (text !== "") built.push(text, start, text.length);
    return built.finish(start);
  }
  const tokens = new Tokenizer(text, slot).read();
  if (tokens === undefined) return undefined;
  return new Writer(content, source).write(tokens);
}

class Tokenizer {
  readonly #tokens: Token[] = [];
  /** Indexes of brackets in `#tokens` that may still open something. */
  readonly #open: number[] = [];
  readonly #matched = new Set<AttentionRun>();
  #textFrom = 0;

  constructor(
    private readonly text: string,
    private readonly slot: Slot,
  ) {}

  read(): readonly Token[] | undefined {
    const { text } = this;
    for (let at = 0; at < text.length; ) {
      const next = this.#readAt(at);
      if (next === undefined) return undefined;
      at = next;
    }
    this.#endText(text.length);
    this.#match(0);
    return this.#mayHoldBareLink() ? undefined : this.#tokens;
  }

  /** Reads what stands at an offset; gives where to go on, or undefined where only the parser knows. */
  #readAt(at: number): number | undefined {
    const { text } = this;
    switch (text.charCodeAt(at)) {
      case BACKSLASH:
        return this.#escape(at);
      case BACKTICK:
        return this.#code(at);
      case ASTERISK:
      case UNDERSCORE:
        return this.#attention(at);
      case OPENING:
        if (text.charCodeAt(at + 1) === 0x5e) return undefined;
        return this.#bracket(at, at + 1);
      case BANG:
        return text.charCodeAt(at + 1) === OPENING && text.charCodeAt(at + 2) !== 0x5e
          ? this.#bracket(at, at + 2)
          : at + 1;
      case CLOSING:
        return this.#closing(at);
      case LESS:
        return this.#angle(at);
      case AMPERSAND:
        return characterReference.test(text.slice(at, at + 44)) ? undefined : at + 1;
      case TILDE:
        return this.#tilde(at);
      case LINE_FEED:
        return this.#lineFeed(at);
      case LETTER_H:
        return this.#address(at);
      default:
        return at + 1;
    }
  }

  #endText(to: number): void {
    if (to > this.#textFrom) this.#tokens.push({ kind: "text", from: this.#textFrom, to });
  }

  #add(token: Token, from: number, to: number): number {
    this.#endText(from);
    this.#tokens.push(token);
    this.#textFrom = to;
    return to;
  }

  /** Inside brackets it is text, if they make a link. */
  #address(at: number): number {
    const { text } = this;
    if (!text.startsWith("http", at) || this.#open.length > 0 || /[A-Za-z]/.test(text.charAt(at - 1))) return at + 1;
    address.lastIndex = at;
    const found = address.exec(text)?.[0];
    if (found === undefined || /\.\.|-\.|\.-|&[A-Za-z0-9#]+;/.test(found)) return at + 1;
    const to = at + found.length;
    return this.#add({ kind: "autolink", from: at, to }, at, to);
  }

  #escape(at: number): number | undefined {
    const next = this.text.charAt(at + 1);
    if (next === "\n") return this.#add({ kind: "break", from: at }, at, at + 2);
    if (next === "\\") return undefined;
    if (next === "" || !escapable.test(next)) return at + 1;
    // The character itself is text, which begins with it.
    this.#endText(at);
    this.#textFrom = at + 1;
    return at + 2;
  }

  #code(at: number): number | undefined {
    const { text } = this;
    const ticks = runLength(text, at);
    for (let end = text.indexOf("`", at + ticks); end >= 0; ) {
      const length = runLength(text, end);
      if (length === ticks) {
        const to = end + length;
        return this.#add({ kind: "code", from: at, to, ticks }, at, to);
      }
      end = text.indexOf("`", end + length);
    }
    return at + ticks;
  }

  #attention(at: number): number | undefined {
    const to = at + runLength(this.text, at);
    if (this.text.charCodeAt(at - 1) === TILDE || this.text.charCodeAt(to) === TILDE) return undefined;
    return this.#add({ kind: "attention", run: attentionRun(this.text, at, to) }, at, to);
  }

  #bracket(at: number, to: number): number {
    const next = this.#add({ kind: "bracket", role: "text", url: "", inactive: false, from: at, to }, at, to);
    this.#open.push(this.#tokens.length - 1);
    return next;
  }

  #closing(at: number): number | undefined {
    const index = this.#open.pop();
    if (index === undefined) return at + 1;
    const opening = this.#tokens[index];
    if (opening?.kind !== "bracket") return undefined;
    if (opening.inactive) return at + 1;
    const target = this.#targetOf(opening, at);
    if (target === undefined) return undefined;
    if (target === "none") return at + 1;
    const { url, to } = target;
    const image = this.text.charCodeAt(opening.from) === BANG;
    this.#endText(at);
    this.#textFrom = at;
    this.#match(index + 1);
    opening.url = url;
    if (image) {
      opening.role = url === undefined ? "imageReference" : "image";
      this.#tokens.length = index + 1;
    } else {
      opening.role = "open";
      this.#tokens.push({ kind: "bracket", role: "close", url, inactive: false, from: at, to });
      this.#deactivate();
    }
    this.#textFrom = to;
    return to;
  }

  /** No link in a link. */
  #deactivate(): void {
    for (const index of this.#open) {
      const token = this.#tokens[index];
      if (token?.kind === "bracket" && this.text.charCodeAt(token.from) !== BANG) token.inactive = true;
    }
  }

  /** What brackets that close at `at` lead to: a resource, a definition, or nothing. Undefined where only the parser knows. */
  #targetOf(
    opening: { readonly to: number },
    at: number,
  ): { url: string | undefined; to: number } | "none" | undefined {
    const { text } = this;
    const behind = text.charCodeAt(at + 1);
    if (behind === PARENTHESIS) {
      plainResource.lastIndex = at + 1;
      const resource = plainResource.exec(text);
      if (!resource) return undefined;
      const url = resource[1] ?? resource[2] ?? "";
      return /&[A-Za-z0-9#]+;/.test(url) ? undefined : { url, to: at + 1 + resource[0].length };
    }
    if (behind === OPENING) {
      fullLabel.lastIndex = at + 1;
      const full = fullLabel.exec(text);
      // What is no plain label the parser has to look at.
      if (!full) return undefined;
      const to = at + 1 + full[0].length;
      if (full[1] !== "" && this.slot.definesLabel(full[1] ?? "")) return { url: undefined, to };
      if (!this.slot.definesLabel(text.slice(opening.to, at))) return "none";
      return full[1] === "" ? { url: undefined, to } : undefined;
    }
    return this.slot.definesLabel(text.slice(opening.to, at)) ? { url: undefined, to: at + 1 } : "none";
  }

  /** Matches emphasis in what was read from a token on; what is left of it there is text. */
  #match(from: number): void {
    const runs: AttentionRun[] = [];
    for (let index = from; index < this.#tokens.length; index += 1) {
      const token = this.#tokens[index]!;
      if (token.kind === "attention" && !this.#matched.has(token.run)) runs.push(token.run);
    }
    matchAttention(runs);
    for (const run of runs) this.#matched.add(run);
  }

  /** Whether text has what could be a link without marks: in what is shown, or in the source around marks. */
  #mayHoldBareLink(): boolean {
    if (!bareLink.test(this.text) && !this.text.includes("\\")) return false;
    let shown = "";
    let linked = 0;
    for (const token of this.#tokens) {
      if (token.kind === "bracket" && token.role === "open") linked += 1;
      if (token.kind === "bracket" && token.role === "close") linked -= 1;
      const text =
        token.kind === "text" || token.kind === "attention" || (token.kind === "bracket" && token.role === "text");
      if (!text || linked > 0) {
        shown += "\n";
        continue;
      }
      const from = token.kind === "attention" ? token.run.from : token.from;
      const to = token.kind === "attention" ? from + runLength(this.text, from) : token.to;
      shown += this.text.slice(from, to);
    }
    return bareLink.test(shown);
  }

  #angle(at: number): number | undefined {
    const { text } = this;
    const next = text.charAt(at + 1);
    if (!/[A-Za-z/!?]/.test(next)) return at + 1;
    autolink.lastIndex = at;
    const link = autolink.exec(text);
    if (link) {
      const to = at + link[0].length;
      return this.#add({ kind: "autolink", from: at + 1, to: to - 1 }, at, to);
    }
    htmlTag.lastIndex = at;
    const tag = htmlTag.exec(text);
    if (!tag) return undefined;
    return this.#add(isLineBreak(tag[0]) ? { kind: "line", from: at } : { kind: "html" }, at, at + tag[0].length);
  }

  /** A single run strikes nothing through. */
  #tilde(at: number): number | undefined {
    const to = at + runLength(this.text, at);
    if (this.text.indexOf("~") < at || this.text.includes("~", to)) return undefined;
    if (/[*_]/.test(this.text.charAt(at - 1)) || /[*_]/.test(this.text.charAt(to))) return undefined;
    return to;
  }

  #lineFeed(at: number): number {
    let from = at;
    while (from > this.#textFrom && this.text.charCodeAt(from - 1) === SPACE) from -= 1;
    if (at - from >= 2) return this.#add({ kind: "break", from }, from, at + 1);
    return at + 1;
  }
}

function runLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  let to = at + 1;
  while (text.charCodeAt(to) === code) to += 1;
  return to - at;
}
