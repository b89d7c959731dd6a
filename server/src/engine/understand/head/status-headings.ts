import type { MarkdownDocument } from "../../markdown/document.js";
import type { Slot } from "../../markdown/slot.js";
import { SlotValues } from "../../markdown/slot-values.js";
import type { ReadUnit } from "../context.js";
import { normaliseKey } from "../field-names.js";

const statusHeading = /^(?:(?:rfc|proposal|adr|decision|document|current|kep) )?(?:status|statut|state)$/;
const longestHeading = 80;

/** Whether a heading stands over what says how far the document is: "Status", "2. ADR status". */
export function isStatusHeading(text: string): boolean {
  return statusHeading.test(normaliseKey(text.replace(/^[\d.]+\s*/, "")));
}

const mostUnits = 4;

/** A heading "Status" and the blocks right below it that may say one. */
export interface StatusSection {
  readonly heading: Slot;
  readonly slots: readonly Slot[];
}

/** The Status sections of a document, always the same one, in the order of the text; after an edit only new headings are read. */
export class StatusHeadings {
  readonly #headings: SlotValues<Slot>;

  constructor(private readonly unitsOf: (slot: Slot) => readonly ReadUnit[]) {
    this.#headings = new SlotValues((slot) => (this.#isStatus(slot) ? slot : undefined));
  }

  in(document: MarkdownDocument): readonly StatusSection[] {
    return this.#headings.of(document).map((heading) => ({ heading, slots: this.#below(heading, document) }));
  }

  #isStatus(slot: Slot): boolean {
    if (slot.type !== "heading" || slot.text.length > longestHeading || !/stat[eu]/i.test(slot.text)) return false;
    const unit = this.unitsOf(slot)[0]?.unit;
    return unit?.kind === "heading" && isStatusHeading(unit.inline.text);
  }

  #below(heading: Slot, document: MarkdownDocument): readonly Slot[] {
    const below: Slot[] = [];
    const { slots } = document;
    let units = 0;
    for (let index = document.slotAt(heading.offset) + 1; index < slots.length && units < mostUnits; index += 1) {
      const slot = slots[index]!;
      if (slot.type === "heading") break;
      if (slot.type === undefined) continue;
      units += this.unitsOf(slot).length;
      below.push(slot);
    }
    return below;
  }
}
