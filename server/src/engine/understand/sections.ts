import type { MarkdownDocument } from "../markdown/document.js";
import type { Slot } from "../markdown/slot.js";
import type { Heading, Section } from "../model/section.js";
import { sameItems } from "../text/same.js";
import type { Outline } from "./context.js";
import { placedBelow } from "./headings/register-groups.js";
import { holdsList, outlinesOf, plainOutline, type SectionSlots, splitSections } from "./outline.js";

/** A section of a document, where it stands among the others, and what was read of it. It gives way to another when its slots change. */
export class PlacedSection<Reading> implements SectionSlots {
  readonly heading: Slot | undefined;
  readonly slots: readonly Slot[];
  outline: Outline = plainOutline;
  section: Section = { path: [], date: undefined };
  /** What was read last; undefined once it does not hold any more. */
  reading: Reading | undefined;

  constructor({ heading, slots }: SectionSlots) {
    this.heading = heading;
    this.slots = slots;
  }
}

/** Sections that came in the place of others; what the others were read as may still be of use. */
export interface SectionChange<Reading> {
  readonly removed: readonly PlacedSection<Reading>[];
  readonly added: readonly PlacedSection<Reading>[];
  /** Whether sections that stayed stand elsewhere in the outline now, and have lost their reading. */
  readonly moved: boolean;
}

/** The sections of a document, kept up with its edits: only those that hold a slot that changed are made anew. */
export class Sections<Reading> {
  #slots: readonly Slot[] = [];
  #sections: readonly PlacedSection<Reading>[] = [];

  constructor(private readonly headingOf: (slot: Slot) => Heading) {}

  get all(): readonly PlacedSection<Reading>[] {
    return this.#sections;
  }

  /** Takes in what changed in the document, always the same one. */
  update(document: MarkdownDocument): SectionChange<Reading> {
    const { slots } = document;
    if (slots === this.#slots) return { removed: [], added: [], moved: false };
    const { start, removed, added } = document.changeSince(this.#slots);
    const before = this.#sections;
    // Slots behind a heading are its section's, so the section of the slot before the change may grow.
    const first = sectionAt(before, Math.max(start - 1, 0));
    const last = sectionAt(before, Math.max(start + removed.length - 1, start - 1, 0));
    const until = last.start + (before[last.index]?.slots.length ?? 0);
    const parts = splitSections(slots.slice(first.start, until + added.length - removed.length));
    // A change that begins with a heading leaves the section before it as it is.
    const left = sameItems(before[first.index]?.slots ?? [], parts[0]?.slots ?? []) ? 1 : 0;
    const from = first.index + left;
    const change = {
      removed: before.slice(from, last.index + 1),
      added: parts.slice(left).map((part) => new PlacedSection<Reading>(part)),
    };
    this.#slots = slots;
    this.#sections = before.slice(0, from).concat(change.added, before.slice(last.index + 1));
    const stays =
      change.removed.length === change.added.length &&
      change.removed.every((section, index) => standsAs(section, change.added[index]!));
    if (!stays) return { ...change, moved: this.#place() };
    change.removed.forEach(({ section, outline }, index) => {
      Object.assign(change.added[index]!, { section, outline });
    });
    return { ...change, moved: false };
  }

  /** Tells all sections where they stand; whether that is news to one that has been read. */
  #place(): boolean {
    let moved = false;
    let path: readonly Heading[] = [];
    const outlines = outlinesOf(this.#sections, this.headingOf);
    for (const [index, placed] of this.#sections.entries()) {
      if (placed.heading) {
        const heading = this.headingOf(placed.heading);
        const above = path.filter(({ depth }) => depth < heading.depth);
        path = [...above, placedBelow(above, heading)];
      }
      const outline = outlines[index] ?? plainOutline;
      const here = sameItems(placed.section.path, path);
      if (here && sameOutline(placed.outline, outline)) continue;
      if (!here) placed.section = { path, date: innermostDate(path) };
      placed.outline = outline;
      moved ||= placed.reading !== undefined;
      placed.reading = undefined;
    }
    return moved;
  }
}

/** The section that holds the slot of a number, and the number of its first slot; the last one for numbers beyond. */
function sectionAt(
  sections: readonly SectionSlots[],
  slot: number,
): { readonly index: number; readonly start: number } {
  let start = 0;
  for (let index = 0; index < sections.length - 1; index += 1) {
    const next = start + sections[index]!.slots.length;
    if (slot < next) return { index, start };
    start = next;
  }
  return { index: Math.max(sections.length - 1, 0), start };
}

/** Whether a section takes the place of another without any other section being concerned. */
function standsAs(before: SectionSlots, after: SectionSlots): boolean {
  return before.heading === after.heading && before.slots.some(holdsList) === after.slots.some(holdsList);
}

function sameOutline(a: Outline, b: Outline): boolean {
  return a.parted === b.parted && a.amongLists === b.amongLists;
}

function innermostDate(path: readonly Heading[]): Section["date"] {
  for (let index = path.length - 1; index >= 0; index -= 1) {
    const date = path[index]?.date;
    if (date) return date;
  }
  return undefined;
}
