import type { Slot } from "../markdown/slot.js";
import type { Inline } from "../reading/inline.js";
import { textOffsetOf } from "./prose/text-offset.js";

/** A line that ends with whose something is ("… Owner: @ana"), before one that begins a sentence. */
const breaks =
  /(?:(?<![\p{L}\d])@[\w-]+|:[*_]{0,2}[ \t]+\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2})\.?[ \t]*\r?\n(?=[ \t]*\p{Lu}[\p{L}'’-]* \p{Ll})/gu;

/** Where lines of a paragraph begin that say something of their own, since the one before ends with a name: offsets of the visible text. */
export function entryLines({ text }: Slot, inline: Inline): readonly number[] {
  const start = inline.sourceStart(0);
  const source = text.slice(start, inline.sourceEnd(inline.text.length));
  if (!source.includes("\n") || !source.includes(":")) return [];
  return [...source.matchAll(breaks)].map((match) => textOffsetOf(inline, start + match.index + match[0].length));
}

/** Where the line of the source begins that holds an offset of the visible text. */
export function lineOf({ text }: Slot, inline: Inline, at: number): number {
  const before = text.lastIndexOf("\n", inline.sourceStart(at) - 1);
  return before < inline.sourceStart(0) ? 0 : textOffsetOf(inline, before + 1);
}

/** The lines of a paragraph as its author broke them: offsets of the visible text. */
export function linesOf({ text }: Slot, inline: Inline): readonly { readonly start: number; readonly end: number }[] {
  const from = inline.sourceStart(0);
  const breaks = [...text.slice(from, inline.sourceEnd(inline.text.length)).matchAll(/\n[ \t>]*/g)];
  const starts = [0, ...breaks.map((match) => textOffsetOf(inline, from + match.index + match[0].length))];
  return starts.map((start, index) => {
    const line = inline.text.slice(start, starts[index + 1]);
    return { start, end: start + line.trimEnd().length };
  });
}
