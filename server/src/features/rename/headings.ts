import type { PlanDocument } from "../../engine/index/document.js";
import { headingSlug } from "../../engine/index/links.js";
import type { WorkspaceView } from "../../engine/index/view.js";
import type { Slot } from "../../engine/markdown/slot.js";
import { linksIn } from "../entities/links.js";
import { editAt, type RenameEdit } from "./edit.js";

/** Fragments of a document's headings before and after some of them have other words; those that stay are left out. */
export function changedFragments(
  document: PlanDocument,
  textsAfter: ReadonlyMap<Slot, (text: string) => string>,
): ReadonlyMap<string, string> {
  const before = new Map<string, number>();
  const after = new Map<string, number>();
  const changed = new Map<string, string>();
  for (const slot of document.markdown.slots) {
    if (slot.type !== "heading") continue;
    const [heading] = document.unitsOf(slot);
    if (heading?.kind !== "heading") continue;
    const { text } = heading.inline;
    const old = numbered(headingSlug(text), before);
    const now = numbered(headingSlug(textsAfter.get(slot)?.(text) ?? text), after);
    if (old !== now) changed.set(old, now);
  }
  return changed;
}

/** Headings of the same words are told apart by a number from the second on. */
function numbered(slug: string, seen: Map<string, number>): string {
  const times = seen.get(slug) ?? 0;
  seen.set(slug, times + 1);
  return times === 0 ? slug : `${slug}-${times}`;
}

/** Has the links of a document to headings lead where they led. `changed` holds fragments by the path of their document. */
export function linkEditsIn(
  document: PlanDocument,
  changed: ReadonlyMap<string, ReadonlyMap<string, string>>,
  workspace: WorkspaceView,
): RenameEdit[] {
  if (changed.size === 0 || !document.text.includes("#")) return [];
  const edits: RenameEdit[] = [];
  for (const slot of document.markdown.slots) {
    for (const { url, destination } of linksIn(slot)) {
      const hash = url.indexOf("#");
      if (hash < 0 || !destination) continue;
      const target = workspace.resolveLink(url, document);
      const fragments = target && changed.get(target.document.path);
      const fragment = fragments?.get(decoded(url.slice(hash + 1)).toLowerCase());
      if (fragment === undefined) continue;
      const place = { slot, start: destination.start + hash + 1, end: destination.end };
      edits.push(editAt(document, place, fragment, "link"));
    }
  }
  return edits;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
