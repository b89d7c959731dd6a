import { normalizeIdentifier } from "micromark-util-normalize-identifier";
import { definitionKey, type LabelKey } from "./labels.js";
import { isLineEnd } from "./lines.js";

/** A link definition in its plainest form: no escapes, no parentheses, everything in one line. */
const PLAIN_DEFINITION =
  /[ ]{0,3}\[(?!\^)([^[\]\\\r\n]{1,999})\]:[ \t]*(?:[^\s\p{Cc}<>()\\]+|<[^<>\\\r\n]*>)(?:[ \t]+(?:"[^"\\\r\n]*"|'[^'\\\r\n]*'))?[ \t]*(?=[\r\n]|$)/uy;

/** The key of the definition that the line at `start` is, if it is one of the plainest form. The parser reads the others. */
export function plainDefinitionAt(text: string, start: number): LabelKey | undefined {
  PLAIN_DEFINITION.lastIndex = start;
  const label = PLAIN_DEFINITION.exec(text)?.[1];
  return label === undefined || label.trim() === "" ? undefined : definitionKey(normalizeIdentifier(label));
}

const BACKSLASH = 0x5c;
const OPENING_BRACKET = 0x5b;
const CONTAINER_MARKS = " \t>*+-0123456789.)\uFEFF";
const LONGEST_LABEL = 999;

/** Where, from an offset on, a definition's or footnote's label may end; the text's length where none can. Never misses one. */
export function nextDefinitionAt(text: string, from: number): number {
  for (let at = text.indexOf("]:", from); at >= 0; at = text.indexOf("]:", at + 1)) {
    if (mayEndLabel(text, at)) return at;
  }
  return text.length;
}

/** A label stands behind nothing but containers' marks, or began in a line above. */
function mayEndLabel(text: string, at: number): boolean {
  let opening = at - 1;
  for (; ; opening -= 1) {
    if (at - opening > LONGEST_LABEL + 1) return false;
    if (opening < 0 || isLineEnd(text.charCodeAt(opening))) return true;
    if (text.charCodeAt(opening) === OPENING_BRACKET) break;
  }
  if (text.charCodeAt(opening - 1) === BACKSLASH) return true;
  let before = opening - 1;
  while (before >= 0 && CONTAINER_MARKS.includes(text.charAt(before))) before -= 1;
  return before < 0 || isLineEnd(text.charCodeAt(before));
}
