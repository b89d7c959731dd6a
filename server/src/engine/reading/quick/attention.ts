import type { MarkKind } from "../inline.js";

const ASTERISK = 0x2a;
const unicodeSpace = /\s/;
const unicodePunctuation = /\p{P}|\p{S}/u;

/** A run of `*` or `_` in text, as it is being matched with others. */
export interface AttentionRun {
  readonly marker: number;
  readonly from: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** Characters that nothing has matched. */
  left: number;
  /** What begins behind the characters that are left, the outermost first. */
  readonly opens: MarkKind[];
  /** What ends before them, the innermost first. */
  readonly closes: MarkKind[];
}

const SPACE = 1;
const PUNCTUATION = 2;
const OTHER = 0;

/** White space, punctuation or neither, as micromark has it: code unit by code unit. */
function classOf(code: number): number {
  if (Number.isNaN(code)) return SPACE;
  if (code < 128) {
    if (code === 32 || (code >= 9 && code <= 13)) return SPACE;
    const plain = (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code < 32;
    return plain || code === 127 ? OTHER : PUNCTUATION;
  }
  const character = String.fromCharCode(code);
  if (unicodeSpace.test(character)) return SPACE;
  return unicodePunctuation.test(character) ? PUNCTUATION : OTHER;
}

/** The run of `text` between two offsets. */
export function attentionRun(text: string, from: number, to: number): AttentionRun {
  const before = classOf(text.charCodeAt(from - 1));
  const after = classOf(text.charCodeAt(to));
  const open = after === OTHER || (after === PUNCTUATION && before !== OTHER);
  const close = before === OTHER || (before === PUNCTUATION && after !== OTHER);
  const marker = text.charCodeAt(from);
  const asterisk = marker === ASTERISK;
  return {
    marker,
    from,
    canOpen: asterisk ? open : open && (before !== OTHER || !close),
    canClose: asterisk ? close : close && (after !== OTHER || !open),
    left: to - from,
    opens: [],
    closes: [],
  };
}

/** Matches runs that stand in one stretch of text, as micromark does: each that can close with the nearest before it that can open. */
export function matchAttention(runs: readonly AttentionRun[]): void {
  const open: AttentionRun[] = [];
  for (const closer of runs) {
    if (closer.canClose) closeWith(closer, open);
    if (closer.left > 0 && closer.canOpen) open.push(closer);
  }
}

function closeWith(closer: AttentionRun, open: AttentionRun[]): void {
  for (let index = open.length - 1; index >= 0 && closer.left > 0; ) {
    const opener = open[index]!;
    if (opener.marker !== closer.marker || isOddMatch(opener, closer)) {
      index -= 1;
      continue;
    }
    const used = opener.left > 1 && closer.left > 1 ? 2 : 1;
    const kind = used === 2 ? "strong" : "emphasis";
    opener.left -= used;
    closer.left -= used;
    opener.opens.unshift(kind);
    closer.closes.push(kind);
    // What stands between the two can match nothing outside.
    open.length = opener.left > 0 ? index + 1 : index;
    index = open.length - 1;
  }
}

/** CommonMark's rule of three. */
function isOddMatch(opener: AttentionRun, closer: AttentionRun): boolean {
  return (opener.canClose || closer.canOpen) && closer.left % 3 !== 0 && (opener.left + closer.left) % 3 === 0;
}
