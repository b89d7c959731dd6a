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
const CLOSING_BRACKET = 0x5d;
const CONTAINER_MARKS = " \t>*+-0123456789.)\uFEFF";
const LONGEST_LABEL = 999;

/** Where, from an offset on, a definition's or footnote's label may end; the text's length where none can. Never misses one. */
export function nextDefinitionAt(text: string, from: number): number {
  for (let at = text.indexOf("]:", from); at >= 0; at = text.indexOf("]:", at + 1)) {
    if (mayEndLabel(text, at)) return at;
  }
  return text.length;
}

/** A label stands behind nothing but containers' marks, or began in a line above; no bare bracket is in it. */
function mayEndLabel(text: string, at: number): boolean {
  if (isEscaped(text, at)) return false;
  let opening = at - 1;
  for (; ; opening -= 1) {
    const code = text.charCodeAt(opening);
    if (at - opening > LONGEST_LABEL + 1 || (code === CLOSING_BRACKET && !isEscaped(text, opening))) return false;
    if (opening < 0 || isLineEnd(code)) return true;
    if (code === OPENING_BRACKET && !isEscaped(text, opening)) break;
  }
  let before = opening - 1;
  while (before >= 0 && CONTAINER_MARKS.includes(text.charAt(before))) before -= 1;
  return before < 0 || isLineEnd(text.charCodeAt(before));
}

function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === BACKSLASH && at - first < LONGEST_LABEL) first -= 1;
  return (at - first) % 2 === 1;
}
