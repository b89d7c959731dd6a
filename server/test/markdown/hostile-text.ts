import fc from "fast-check";

/** Pieces of Markdown that meet badly, and the line ends between them. */
const FRAGMENTS = [
  "a", "b c", "-", "- ", "* ", "*", "+ x", "1. ", "2. x", "1.", "1) z", "10. z", "    ", "  ", " ", "\t", "> ", ">", ">> ",
  "```", "~~~", "```js", "````", "`", "# h", "#", "## x ##", "#######", "---", "***", "* * *", "- - -", "___", "===", "--", "=",
  "|", "||", "| a | b |", "|-|-|", "| - |", "|:-|", "a | b", "- | -", "-|-", ":-", ":-:|-", "<div>", "</div>", "<!--", "-->", "<b>",
  '<b a="c">', "<br/>", "<a b=c/>", "<script>", "</script>", "<pre", "</pre>", "<?", "?>", "<!A", "<![CDATA[", "]]>", "<div/>", "<x",
  "[a]: b", '[a]: b "t', 't"', "[a", "[^1]: f", "[^1]", "[^1", "[a]", "[A]", "[b]: <c>", "[b]: d", "![b]", "[b][]", "[x][a]", "[ ] ", "[x] ",
  "*e*", "**", "_", "\\", "&amp;", "\u{1F600}", "\uDE00", '"t"', "(t)", "    code", "   x", "     y", "\t- z", "x\ty", "-\tq", "1.\tq",
  "\uFEFF", "\0", "\uD800", "---\n", "---\na: b\n---\n", "a: b", "https://a.b/c", "a@b.co", "1986. y", "\u0130", "\u1E9E",
]; // biome-ignore format: one list
const LINE_ENDS = [
  "\n",
  "\n",
  "\n",
  "\n\n",
  "\n\n",
  "\n\n\n",
  "\r\n",
  "\r\n\r\n",
  "\r",
  " \n",
  "  \n\n",
  "\n  \n",
  "\n    \n",
  "\\\n",
  "\n \t \n",
];
const INDENTS = ["", "", "", "", " ", "  ", "  ", "   ", "    ", "     ", "\t", "  \t"];
const MARKS = ["", "", "", "- ", "- ", "* ", "1. ", "2. ", "1) ", "10. ", "> ", "> ", ">", "-   ", "-     ", "[^a]: "];

const fragment = fc.constantFrom(...FRAGMENTS);
const lineEnd = fc.constantFrom(...LINE_ENDS);
const line = fc
  .tuple(fc.constantFrom(...INDENTS), fc.array(fc.constantFrom(...MARKS), { maxLength: 2 }), fragment, lineEnd)
  .map(([indent, marks, content, end]) => indent + marks.join("") + content + end);
const scraps = fc
  .tuple(fc.array(fragment, { minLength: 1, maxLength: 3 }), lineEnd)
  .map(([fragments, end]) => fragments.join("") + end);

/** Small documents, most of them malformed. */
export const hostileText = fc
  .tuple(fc.array(fc.oneof(line, scraps), { maxLength: 14 }), fc.boolean())
  .map(([lines, trimmed]) => (trimmed ? lines.join("").trimEnd() : lines.join("")));

/** An edit by fractions, so that it fits any text. */
export interface HostileEdit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const removed = fc.oneof(fc.constant(0), fc.nat(3), fc.nat(30), fc.constant(Number.MAX_SAFE_INTEGER));
const inserted = fc.oneof(
  fc.constant(""),
  fragment,
  lineEnd,
  line,
  fc.array(fc.oneof(fragment, lineEnd), { maxLength: 4 }).map((parts) => parts.join("")),
);

export const hostileEdit: fc.Arbitrary<HostileEdit> = fc.record({ at: fraction, removed, inserted });

/** The offsets that an edit replaces in a text. */
export function offsetsOf(edit: HostileEdit, text: string): { start: number; end: number } {
  const start = Math.round(edit.at * text.length);
  return { start, end: Math.min(text.length, start + edit.removed) };
}
