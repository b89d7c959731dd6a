import type { Slot } from "../markdown/slot.js";
import type { Heading, SectionRole } from "../model/section.js";
import type { Outline } from "./context.js";

/** A heading with what stands below it up to the next one. */
export interface SectionSlots {
  readonly heading: Slot | undefined;
  readonly slots: readonly Slot[];
}

export const plainOutline: Outline = { parted: false, amongLists: false };

/** Top-level headings part a document; the slots of a section begin with its heading. */
export function splitSections(slots: readonly Slot[]): SectionSlots[] {
  const sections: SectionSlots[] = [];
  let heading: Slot | undefined;
  let current: Slot[] = [];
  for (const slot of slots) {
    if (slot.type === "heading") {
      if (current.length > 0) sections.push({ heading, slots: current });
      heading = slot;
      current = [slot];
    } else {
      current.push(slot);
    }
  }
  if (current.length > 0) sections.push({ heading, slots: current });
  return sections;
}

/** What is said of one thing under headings of their own. */
const detailRoles: ReadonlySet<SectionRole> = new Set<SectionRole>([
  "status",
  "concerns",
  "questions",
  "resolved-questions",
  "context",
  "background",
  "options",
  "drivers",
  "consequences",
  "alternatives",
  "drawbacks",
  "non-goals",
  "actions",
  "risks",
  "faq",
  "history",
  "design",
  "references",
  "links",
  "summary",
  "example",
  "graduation",
]);

/** Unparted sections right below one heading: how many there are, and how many of them hold a list or a table. */
interface Peers {
  count: number;
  lists: number;
}

interface Open {
  readonly heading: Heading;
  readonly index: number;
}

/** How the sections stand to each other: one pass from the end, in which each heading collects those right below it. */
export function outlinesOf(sections: readonly SectionSlots[], headingOf: (slot: Slot) => Heading): readonly Outline[] {
  const parted: boolean[] = [];
  const peers: (Peers | undefined)[] = [];
  const open: Open[] = [];
  for (let index = sections.length - 1; index >= 0; index -= 1) {
    const slot = sections[index]?.heading;
    if (!slot) continue;
    const heading = headingOf(slot);
    const below: Open[] = [];
    while ((open.at(-1)?.heading.depth ?? 0) > heading.depth) below.push(open.pop() as Open);
    parted[index] = below.some(({ heading: { role } }) => role === undefined || !detailRoles.has(role));
    shareOut(below, sections, parted, peers);
    open.push({ heading, index });
  }
  shareOut(open, sections, parted, peers);
  return sections.map((_, index) => ({
    parted: parted[index] === true,
    amongLists: (peers[index]?.lists ?? 0) * 2 > (peers[index]?.count ?? 0),
  }));
}

function shareOut(
  group: readonly Open[],
  sections: readonly SectionSlots[],
  parted: readonly boolean[],
  peers: (Peers | undefined)[],
): void {
  const shared: Peers = { count: 0, lists: 0 };
  for (const { index, heading } of group) {
    peers[index] = shared;
    if (parted[index] === true || heading.role !== undefined) continue;
    shared.count += 1;
    if (sections[index]?.slots.some(holdsList)) shared.lists += 1;
  }
}

export function holdsList({ type }: Slot): boolean {
  return type === "list" || type === "table";
}
