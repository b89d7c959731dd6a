/** A stretch of a text, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const abbreviations = new Set(
  "e.g i.e etc vs cf al approx resp ca incl excl mr mrs ms dr prof st inc ltd co corp jr sr dept est jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun v".split(
    " ",
  ),
);
/** Abbreviations before a number; elsewhere "no." and its like end a sentence. */
const numbering = new Set("no nos fig vol p pp ch sec".split(" "));

/**
 * The sentences of a text, without the white space between them. A full stop inside a name, a number, an abbreviation or an
 * initial ends none; neither does one before a small letter. What stands before `from` is left out. Every character that is no white space is in one span.
 */
export function splitSentences(text: string, from = 0): readonly Span[] {
  const sentences: Span[] = [];
  let start = skipSpace(text, from);
  let index = start;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code !== 46 && code !== 33 && code !== 63 && code !== 0x2026) {
      index += 1;
      continue;
    }
    let after = index + 1;
    while (after < text.length && isClosing(text.charCodeAt(after))) after += 1;
    const next = skipSpace(text, after);
    if (next < text.length && (next === after || !endsSentence(text, index, next, start))) {
      index = after;
      continue;
    }
    sentences.push({ start, end: after });
    start = next;
    index = next;
  }
  if (start < text.length) {
    const end = trimmedEnd(text, start);
    if (end > start) sentences.push({ start, end });
  }
  return sentences;
}

function endsSentence(text: string, mark: number, next: number, start: number): boolean {
  const following = text.charCodeAt(next);
  // A small letter goes on with the sentence, except after a question or an exclamation.
  if (following >= 97 && following <= 122) return false;
  if (text.charCodeAt(mark) !== 46) return true;
  let from = mark;
  while (from > start && !isSpace(text.charCodeAt(from - 1)) && mark - from < 12) from -= 1;
  const word = text.slice(from, mark).replace(/^[("'“‘[]+/, "");
  if (word.length === 1 && /[A-Z]/.test(word)) return from === start ? false : following < 65 || following > 90;
  if (abbreviations.has(word.toLowerCase())) return false;
  if (numbering.has(word.toLowerCase()) && following >= 48 && following <= 57) return false;
  return !(from === start && /^\d{1,3}$/.test(word));
}

function isClosing(code: number): boolean {
  // Quotation marks, brackets and repeated stops.
  return (
    code === 34 ||
    code === 39 ||
    code === 41 ||
    code === 93 ||
    code === 0x201d ||
    code === 0x2019 ||
    code === 33 ||
    code === 63 ||
    code === 46 ||
    code === 42 ||
    code === 95
  );
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 0xa0;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function trimmedEnd(text: string, from: number): number {
  let at = text.length;
  while (at > from && isSpace(text.charCodeAt(at - 1))) at -= 1;
  return at;
}
