import type { Nodes } from "mdast";
import type { Place, Slot } from "../../engine/markdown/slot.js";

/** A link of a block, or the definition of one. */
export interface LinkPlace {
  readonly url: string;
  /** The whole link. */
  readonly place: Place;
  /** Its destination in the source; undefined where escapes make it differ from `url`. */
  readonly destination: Place | undefined;
}

const none: readonly LinkPlace[] = [];
const bySlot = new WeakMap<Slot, readonly LinkPlace[]>();

/** The links and link definitions of a block in the order of the text; images are none. Kept with the block. */
export function linksIn(slot: Slot): readonly LinkPlace[] {
  let links = bySlot.get(slot);
  if (!links) {
    links = slot.text.includes("](") || /^\s{0,3}\[/m.test(slot.text) ? readLinks(slot) : none;
    bySlot.set(slot, links);
  }
  return links;
}

function readLinks(slot: Slot): readonly LinkPlace[] {
  const links: LinkPlace[] = [];
  const stack: Nodes[] = slot.node ? [slot.node] : [];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ((node.type === "link" || node.type === "definition") && node.position) {
      const start = (node.position.start.offset ?? slot.base) - slot.base;
      const end = (node.position.end.offset ?? slot.base) - slot.base;
      // The destination is the last place of the link where its address stands: the text may repeat it, a title hardly does.
      const at = slot.text.slice(start, end).lastIndexOf(node.url);
      const destination =
        at < 0 || node.url === "" ? undefined : { slot, start: start + at, end: start + at + node.url.length };
      links.push({ url: node.url, place: { slot, start, end }, destination });
    }
    if ("children" in node)
      for (let index = node.children.length - 1; index >= 0; index -= 1) stack.push(node.children[index]!);
  }
  return links;
}
