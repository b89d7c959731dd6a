import type { PrioritySettings } from "../config/settings.js";
import type { Slot } from "../markdown/slot.js";
import { SlotValues } from "../markdown/slot-values.js";
import type { Unit } from "../reading/units.js";
import type { Vocabulary } from "../understand/context.js";
import { readLegend } from "../understand/priorities.js";
import { PriorityScales } from "../understand/priority-scales.js";
import type { PlanDocument } from "./document.js";

/** A scale that a document states: groups of equal values, the most important first. */
type Legend = readonly (readonly string[])[];

const mayHoldLegend =
  /(?:\b(?:P[0-5]|tier ?\d|critical|highest|high|medium|must|should|could|won['’]?t|now|next)\b[^\n]{0,24}(?:=|:|≙|→|->|[–—-]|\||\(|\bmeans\b|\bis\b|\bequals\b|\bare\b|\bmean\b|\bequal\b|\bmaps?\b|\bread\b|\bcorresponds?\b))/i;
const mostColumns = 3;
const mostRows = 8;

/** What the documents of a workspace say of which priorities are equal, and the scales that follow for each configuration. */
export class Legends {
  readonly #byDocument = new WeakMap<PlanDocument, SlotValues<Legend>>();
  readonly #byPath = new Map<string, readonly Legend[]>();
  #scales = new WeakMap<PrioritySettings, PriorityScales>();

  /** Reads a document's legends again; whether they changed. */
  update(document: PlanDocument): boolean {
    const legends = readable(document) ? this.#legendsOf(document) : [];
    return this.#set(document.path, legends);
  }

  delete(path: string): boolean {
    return this.#set(path, []);
  }

  scalesFor(settings: PrioritySettings, vocabulary: Vocabulary): PriorityScales {
    let scales = this.#scales.get(settings);
    if (!scales) {
      const legends = [...this.#byPath].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, ofPath]) => ofPath);
      scales = PriorityScales.build(settings, legends, vocabulary);
      this.#scales.set(settings, scales);
    }
    return scales;
  }

  #set(path: string, legends: readonly Legend[]): boolean {
    const before = this.#byPath.get(path) ?? [];
    if (before.length === legends.length && before.every((one, index) => one === legends[index])) return false;
    if (legends.length > 0) this.#byPath.set(path, legends);
    else this.#byPath.delete(path);
    this.#scales = new WeakMap();
    return true;
  }

  #legendsOf(document: PlanDocument): readonly Legend[] {
    let values = this.#byDocument.get(document);
    if (!values) {
      values = new SlotValues((slot) => legendOfSlot(slot, document));
      this.#byDocument.set(document, values);
    }
    return values.of(document.markdown.slots);
  }
}

/** A README may say how priorities are read without being a plan. */
function readable(document: PlanDocument): boolean {
  return document.head.planning || /(?:^|\/)readme\.md$/i.test(document.path);
}

function legendOfSlot(slot: Slot, document: PlanDocument): Legend | undefined {
  if (!mayHoldLegend.test(slot.text)) return undefined;
  const units = document.unitsOf(slot);
  const rows = units.filter((unit) => unit.kind === "row");
  const first = rows[0];
  if (!first) return readLegend(textOf(units));
  if (first.table.header.length > mostColumns || rows.length > mostRows) return undefined;
  return readLegend(rows.map((row) => row.cells.map((cell) => cell.inline.prose.trim()).join(" = ")).join("; "));
}

function textOf(units: readonly Unit[]): string {
  return units.map((unit) => (unit.kind === "paragraph" ? unit.inline.prose : "")).join("; ");
}
