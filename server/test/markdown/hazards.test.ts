import { expect, test } from "vitest";
import { MarkdownDocument } from "../../src/engine/markdown/document.js";
import { placesOf, referenceSlots, slotsOf } from "./reference.js";

/** A document, and edits by what they replace; each is checked against remark, with nodes made before and after it. */
const hazards: Record<string, [text: string, ...edits: [found: string, inserted: string][]]> = {
  "a fence opened and closed": ["a\n\nb\n\nc\n", ["a\n", "```\na\n"], ["b\n", "b\n```\n"], ["```\na", "a"]],
  "a fence closed by a longer one only": ["````\na\n\n```\n\nb\n", ["b", "````\nb"], ["````", "```"]],
  "HTML until a blank line": ["<div>\na\n\nb\n", ["a\n\n", "a\n"], ["<div>", "<b>"], ["<b>", "<b"]],
  "a comment opened and closed": [
    "a\n\nb\n\nc --> d\n\ne\n",
    ["a\n", "<!-- a\n"],
    ["-->", "--"],
    ["c", "c-->"],
    ["<!--", "<--"],
  ],
  "a comment across a list": ["- a\n\n- b\n", ["- a", "<!--\n- a"], ["- b", "- b -->"]],
  "a script until its end tag": [
    "<script>\n\na\n\n</script>\n\nb\n",
    ["</script>", "</scrip>"],
    ["<script>", "<scrip>"],
  ],
  "an instruction, a declaration, CDATA": [
    "<?a\n\n?>\n\n<!a\n\n>\n\n<![CDATA[\n\n]]>\n\nb\n",
    ["?>", "?"],
    ["]]>", "]]]>"],
    ["]]]>", "]]>"],
  ],
  "an underline reaches back": ["a\nb\n\nc\n", ["b\n", "b\n===\n"], ["===", "---"], ["---", "-"], ["-\n", "- -\n"]],
  "a lazy line": ["> a\n\nb\n", ["a\n\n", "a\n"], ["> a\n", "> # a\n"], ["> # a\n", "- a\n"], ["b", "```"]],
  "a lazy line behind a fence in a list": ["- a\n\n  ```\n  b\n\nc\n", ["b\n\n", "b\n"], ["```\n", "``\n"]],
  "lists that join over blank lines": ["- a\n\nb\n\n- c\n", ["b\n", ""], ["- c", "* c"], ["* c", "1. c"]],
  "a list takes in what is indented": ["- a\n\nb\n\nc\n", ["b", "  b"], ["c", "  c"], ["- a", "a"]],
  "a list becomes a rule": ["- a\n- b\n\nc\n", ["- b", "- - -"], ["- - -", "- -"]],
  "an empty item before a blank line": ["-\n\n  a\n\nb\n", ["-\n", "- x\n"], ["- x\n", "-\n"], ["-\n\n", "-\n"]],
  "a number that cannot interrupt": ["a\n\n2. b\n", ["a\n\n", "a\n"], ["2.", "1."], ["1. b", "1. 2. b"]],
  "indented code before a list": ["    a\n\nb\n", ["b", "2. b"], ["2. b", "> - "], ["    a", "a"]],
  "front matter appears and goes": [
    "--\na: b\n---\n\nc\n",
    ["--\n", "---\n"],
    ["---\n", "\n---\n"],
    ["\n---", "---"],
    ["b\n---", "b\n--"],
  ],
  "front matter closed from afar": [
    "---\na: b\n\nc\n\n# d\n\n- e\n\nf\n",
    ["f", "---"],
    ["- e", "---\n- e"],
    ["---\na", "a"],
  ],
  "front matter only at the start": ["---\na: b\n---\n\nc\n", ["---", "x\n---"], ["x\n", ""]],
  "a table needs the row below its head": [
    "| a | b |\n\nc\n",
    ["|\n", "|\n|-|-|\n"],
    ["|-|-|", "|-|"],
    ["|-|", "|-|-|"],
    ["\n\nc", "\nc"],
  ],
  "a table takes over the end of a paragraph": [
    "a\nb | c\nd\n\ne\n",
    ["d", "-|-"],
    ["-|-", "-|-\n2. x"],
    ["b | c", "2. b | c"],
  ],
  "a table gives the end of a paragraph back": [
    "a\nb | c\n-|-\nd | e\n",
    ["-|-", "-|x"],
    ["-|x", "-|-"],
    ["-|-\n", "-|-|\n"],
  ],
  "a row of delimiters behind a lazy line": [
    "- a\nb | c\n\nd\n",
    ["c\n\n", "c\n  -|-\n"],
    ["  -|-", "-|-"],
    ["b | c", "  b | c"],
  ],
  "a definition and what follows": [
    "[a]: b\n\n2. c\n\n[a]\n",
    ["b\n\n", "b\n"],
    ["2. c", "    c"],
    ["    c", "'t'"],
    ["[a]: b", "[a]: b c"],
  ],
  "definitions in a row": [
    "[a]: b\n[c]: d\n[e]: f\n\n[a] [c] [e]\n",
    ["[c]: d", "[c]: d 't\nu'"],
    ["[a]:", "[a]"],
    ["[e]", "[g]"],
  ],
  "an underline behind definitions": [
    "[a]: b\n [c\n\n[d]: e 'f'\ng\n",
    ["c\n", "c\n===\n"],
    ["g", "g\n---"],
    [" 'f'", ""],
  ],
  "a definition inside of a quote": ["> [a]: b\n\n[a] and [A][]\n", ["[a]:", "[c]:"], ["[c]:", "[A]:"], ["> ", "    "]],
  "a footnote and what is indented behind it": [
    "[^a]: b\n\nc\n\nd[^a]\n",
    ["c", "    c"],
    ["[^a]:", "[^b]:"],
    ["[^b]", "[b]"],
  ],
  "a mark at the start": [
    "\uFEFF# a\n\n\uFEFFb\n",
    ["# a\n\n", ""],
    ["b", "b\uFEFF"],
    ["\uFEFF\uFEFF", "---\nx\n---\n"],
  ],
  "a mark in front of front matter": ["\uFEFF---\na: b\n---\nc\n", ["\uFEFF", ""], ["---", "\uFEFF---"], ["c", "---"]],
  "a line end cut in two": [
    "a\r\n\r\nb\r\nc\r\n",
    ["\r\n\r\n", "\r\n\r\n\r"],
    ["\r\nc", "\nc"],
    ["b\n", "b\r"],
    ["b\r", "b\r\n"],
  ],
  "lone carriage returns": ["# a\r\r- b\r- c\r\rd", ["d", "d\r---"], ["# a\r", "# a"], ["- c", "\r- c"]],
  tabs: ["-\ta\n\n\tb\n\nc\n", ["c", "\tc"], ["-\t", "-\t\t"], ["-\t\t", "1.\t"]],
  "nothing but odd characters": ["\0\u{1F600}\uD800\n\n\uDE00\n", ["\n\n", "\uDE00\uD83D"], ["\0", "- \0\n\t"]],
  "everything deleted": ["# a\n\n- b\n\nc\n", ["# a\n\n- b\n\nc\n", ""]],
  "blank lines only": ["a\n\nb\n", ["a\n\nb", "\n \n\t"], ["\t", "x"]],
  "open blocks at the end of a list": [
    "- ```\n\nb\n",
    ["b\n", ""],
    ["```\n", "```\n> x"],
    ["> x", "* x"],
    ["```", "<pre"],
  ],
  "one huge list": [`${"- item\n".repeat(100)}\nend\n`, ["- item\n- item", "- item\nlazy\n- item"], ["end", "- end"]],
  "one huge table": [
    `| a | b |\n|---|---|\n${"| c | d |\n".repeat(60)}\nend\n`,
    ["| c | d |\n| c", "| c | d |\n\n| c"],
  ],
};

for (const [name, [text, ...edits]] of Object.entries(hazards)) {
  test(name, () => {
    const document = MarkdownDocument.open(text);
    let expected = text;
    expect(slotsOf(document)).toEqual(referenceSlots(expected));
    for (const [found, inserted] of edits) {
      const start = expected.indexOf(found);
      expect(start, `${JSON.stringify(found)} stands in the text`).toBeGreaterThanOrEqual(0);
      expected = expected.slice(0, start) + inserted + expected.slice(start + found.length);
      const range = { start: document.positionAt(start), end: document.positionAt(start + found.length) };
      const cut = document.offsetAt(range.start) !== start || document.offsetAt(range.end) !== start + found.length;
      document.apply(cut ? [{ text: expected }] : [{ range, text: inserted }]);
      expect(document.text).toBe(expected);
      expect(slotsOf(document)).toEqual(referenceSlots(expected));
      expect(placesOf(document)).toEqual(placesOf(MarkdownDocument.open(expected)));
    }
  });
}
