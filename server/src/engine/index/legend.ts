import type { Slot } from "../markdown/slot.js";
import { SlotValues } from "../markdown/slot-values.js";
import type { Unit } from "../reading/units.js";
import { readLegend } from "../understand/priorities.js";

/** A scale that a document states: groups of equal values, the most important first. */
export type Legend = readonly (readonly string[])[];

const mayHoldLegend =
  /(?:\b(?:P[0-5]|tier ?\d|critical|highest|high|medium|must|should|could|won['’]?t|now|next)\b[^\n]{0,24}(?:=|:|≙|→|->|[–—-]|\||\(|\bmeans\b|\bis\b|\bequals\b|\bare\b|\bmean\b|\bequal\b|\bmaps?\b|\bread\b|\bcorresponds?\b))/i;
const mostColumns = 3;
const mostRows = 8;

/** The scales that a document states, slot by slot. */
export function statedLegends(unitsOf: (slot: Slot) => readonly Unit[]): SlotValues<Legend> {
  return new SlotValues((slot) => (mayHoldLegend.test(slot.text) ? legendIn(unitsOf(slot)) : undefined));
}

/** Whether what a document says of priorities counts: a README may say how they are read without being a plan. */
export function mayStateLegends(path: string, planning: boolean): boolean {
  return planning || /(?:^|\/)readme\.md$/i.test(path);
}

function legendIn(units: readonly Unit[]): Legend | undefined {
  const rows = units.filter((unit) => unit.kind === "row");
  const first = rows[0];
  if (!first) return readLegend(textOf(units));
  if (first.table.header.length > mostColumns || rows.length > mostRows) return undefined;
  return readLegend(rows.map((row) => row.cells.map((cell) => cell.inline.prose.trim()).join(" = ")).join("; "));
}

function textOf(units: readonly Unit[]): string {
  return units.map((unit) => (unit.kind === "paragraph" ? unit.inline.prose : "")).join("; ");
}
