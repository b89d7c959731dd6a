import { lineEndAt } from "../../markdown/lines.js";
import type { Slot } from "../../markdown/slot.js";
import type { Unit } from "../units.js";
import { lineContent } from "./content.js";
import { quickInline } from "./inline.js";
import { quickList } from "./list.js";
import { paragraphContent } from "./paragraph.js";
import { quickTable } from "./table.js";

const atxHeading = /^ {0,3}(#{1,6})[ ]+/;

/**
 * The units of a slot, read without a parser where its text is plain enough to know what remark would make of it; undefined where it is
 * not. Parsing costs twenty times as much, and nearly all blocks that people write are of this kind.
 */
export function quickUnits(slot: Slot): readonly Unit[] | undefined {
  if (!slot.alone) return undefined;
  switch (slot.type) {
    case "code":
    case "html":
    case "definition":
    case "yaml":
    case "thematicBreak":
    case undefined:
      return [];
    case "heading":
      return quickHeading(slot);
    case "paragraph":
      return quickParagraph(slot);
    case "list":
      return quickList(slot);
    case "table":
      return quickTable(slot);
    default:
      return undefined;
  }
}

function quickHeading(slot: Slot): readonly Unit[] | undefined {
  const { text } = slot;
  const opening = atxHeading.exec(text);
  if (!opening?.[1]) return undefined;
  const lineEnd = lineEndAt(text, 0);
  let end = lineEnd;
  while (end > opening[0].length && text.charCodeAt(end - 1) === 32) end -= 1;
  // A sequence at its end closes it, if a space stands before it.
  if (end <= opening[0].length || text.charCodeAt(end - 1) === 35) return undefined;
  const inline = quickInline(lineContent(text, opening[0].length, end), slot);
  if (!inline) return undefined;
  const depth = opening[1].length;
  const start = text.indexOf("#");
  return [{ kind: "heading", slot, start, end: lineEnd, container: undefined, depth, inline }];
}

function quickParagraph(slot: Slot): readonly Unit[] | undefined {
  const read = paragraphContent(slot.text, 0, slot.text.length);
  const inline = read && quickInline(read.content, slot);
  if (!read || !inline) return undefined;
  return [{ kind: "paragraph", slot, start: read.start, end: read.end, container: undefined, inline, item: undefined }];
}
