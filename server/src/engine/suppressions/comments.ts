import type { Nodes } from "mdast";
import type { MarkdownDocument } from "../markdown/document.js";
import type { Place, Slot } from "../markdown/slot.js";
import { SlotValues } from "../markdown/slot-values.js";

export const DIRECTIVES = ["disable-next-line", "disable-line", "disable-file", "disable", "enable"] as const;

export type Directive = (typeof DIRECTIVES)[number];

/** A comment `<!-- lockstep-disable-line RULE… -- reason -->` of a document. */
export interface SuppressionComment {
  /** The whole comment. */
  readonly place: Place;
  /** Undefined for a word that looks like one and is none (`lockstep-disable-nextline`). */
  readonly directive: Directive | undefined;
  /** `lockstep-disable-line`, as written. */
  readonly word: NamedPlace;
  /** Rules named; none means all rules. */
  readonly rules: readonly NamedPlace[];
  /** What stands behind `--`. */
  readonly reason: string | undefined;
}

export interface NamedPlace {
  readonly name: string;
  readonly place: Place;
}

/** The suppression comments of a document, always the same one, in the order of the text: wherever HTML may stand, not in code. */
export class SuppressionComments {
  readonly #bySlot = new SlotValues(commentsOf);

  /** The comments as the document is now; after an edit only new slots are read. */
  of(document: MarkdownDocument): readonly SuppressionComment[] {
    return this.#bySlot.of(document).flat();
  }
}

/** Whether a text holds what every such comment holds. */
export function mayHoldComments(text: string): boolean {
  return text.includes("lockstep-");
}

function commentsOf(slot: Slot): readonly SuppressionComment[] | undefined {
  if (!mayHoldComments(slot.text) || !slot.node) return undefined;
  const comments = readComments(slot, slot.node);
  return comments.length > 0 ? comments : undefined;
}

function readComments(slot: Slot, root: Nodes): readonly SuppressionComment[] {
  const comments: SuppressionComment[] = [];
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "html" && node.position) {
      const start = (node.position.start.offset ?? slot.base) - slot.base;
      const end = (node.position.end.offset ?? slot.base) - slot.base;
      readHtml(slot, start, end, comments);
    }
    if ("children" in node)
      for (let index = node.children.length - 1; index >= 0; index -= 1) stack.push(node.children[index]!);
  }
  return comments;
}

function readHtml(slot: Slot, start: number, end: number, comments: SuppressionComment[]): void {
  let from = start;
  while (from < end) {
    const open = slot.text.indexOf("<!--", from);
    if (open < 0 || open >= end) return;
    const close = slot.text.indexOf("-->", open + 4);
    if (close < 0 || close + 3 > end) return;
    const comment = readComment(slot, open, close);
    if (comment) comments.push(comment);
    from = close + 3;
  }
}

/** Words parted by white space, commas, and the `>` that begins a line of a quotation. */
const wordPattern = /[^\s,>]+/g;

function readComment(slot: Slot, open: number, close: number): SuppressionComment | undefined {
  const body = slot.text.slice(open + 4, close);
  const words = [...body.matchAll(wordPattern)].map((match) => {
    const start = open + 4 + match.index;
    return { name: match[0], place: { slot, start, end: start + match[0].length } };
  });
  const [word, ...rest] = words;
  if (!word || !/^lockstep-(?:dis|en)able/i.test(word.name)) return undefined;
  const separator = rest.findIndex(({ name }) => /^(?:--|[–—])/.test(name));
  const rules = separator < 0 ? rest : rest.slice(0, separator);
  const reasonWord = separator < 0 ? undefined : rest[separator];
  const reason =
    reasonWord &&
    slot.text
      .slice(reasonWord.place.start, close)
      .replace(/^(?:-+|[–—])/, "")
      .trim();
  return {
    place: { slot, start: open, end: close + 3 },
    directive: DIRECTIVES.find((directive) => word.name === `lockstep-${directive}`),
    word,
    rules,
    reason: reason === "" ? undefined : reason,
  };
}
