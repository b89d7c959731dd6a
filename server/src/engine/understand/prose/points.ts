import type { ParagraphUnit } from "../../reading/units.js";
import { fieldNameOf } from "../field-names.js";
import { stampEnd } from "../stamps.js";
import { speakerOf } from "./speakers.js";

/** What a paragraph or an item of a list names before it says anything of it. */
export interface Point {
  readonly name: string;
  /** Where the words about it begin, in the unit's text. */
  readonly end: number;
}

const mostWords = 7;
const fragment = /^\W{0,4}(\p{Lu}[^.:;?!]{2,56})[.:]\s+(?=\S)/u;
/** A fragment with a verb of its own is a sentence. */
const verb =
  /\b(?:is|are|was|were|be|been|will|would|has|have|had|do|does|did|can|could|should|must|may|not|no|we|i|they|he|she|it|wants?|says?|for|against|\p{L}+(?:ed|n['’]t))\b/iu;

/**
 * "**Saturday opening.** Ana for, Bo against.", "3. Winter coats. Still open.": the name in bold, or the fragment that begins an entry. None
 * where a label or a speaker begins it. When it was said ("[14:22]") is no part of the name.
 */
export function pointOf(unit: ParagraphUnit): Point | undefined {
  const { text, prose, marks } = unit.inline;
  const from = stampEnd(text);
  const bold = marks.find(
    (mark) => mark.kind === "strong" && mark.end > from && text.slice(from, mark.start).trim() === "",
  );
  if (bold !== undefined) {
    const name = text.slice(bold.start, bold.end).trim();
    const stop =
      /[.?!:]$/.exec(name)?.[0] ??
      /^[.?!:]/.exec(text.slice(bold.end))?.[0] ??
      (isOwnLine(unit, bold.end) ? "." : undefined);
    const plain = name
      .slice(bold.start < from ? stampEnd(name) : 0)
      .replace(/[.?!:]+$/, "")
      // "**2. Tariffs.**": its number in the agenda.
      .replace(/^\d{1,2}(?:\.\d{1,2})?[.)]\s+(?=\p{L}{3})/u, "");
    if (stop === undefined || plain.length < 3 || plain.length > 80 || isLabel(plain, stop)) return undefined;
    const rest = /^[.?!:\s]*/.exec(text.slice(bold.end))?.[0].length ?? 0;
    return text.length > bold.end + rest ? { name: plain, end: bold.end + rest } : undefined;
  }
  if (unit.item === undefined) return undefined;
  const match = fragment.exec(prose.slice(from, from + 70));
  const name = match?.[1];
  if (!match || name === undefined || name.split(" ").length > mostWords || verb.test(name)) return undefined;
  return isLabel(name, match[0].trimEnd().slice(-1)) ? undefined : { name, end: from + match[0].length };
}

/** "**Winter coats**⏎Ana for, Bo against.": bold text with a line to itself, as a heading has. */
function isOwnLine({ slot, inline }: ParagraphUnit, end: number): boolean {
  return /^[*_]{0,3}(?:[ \\]*|<br ?\/?>)\r?\n/.test(slot.text.slice(inline.sourceEnd(end)));
}

function isLabel(name: string, stop: string): boolean {
  return fieldNameOf(name) !== undefined || (stop === ":" && speakerOf(`${name}: `) !== undefined);
}
