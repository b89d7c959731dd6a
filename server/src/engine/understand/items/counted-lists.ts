import type { ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { labelledAmount } from "./counted.js";

/** What a line says that heads figures as they are, or were. */
const asItIs = /\b(?:today|now|current(?:ly)?|at present|last year|so far|as of|actual|signed|joined|left)\b/i;

/** Whether a list of a hiring plan gives each domain its number, whatever the line above calls it. */
export function splitsByDomain(units: readonly ReadUnit[], reading: SectionReading): boolean {
  const { head, context, section } = reading;
  const [first] = units;
  if (head.kind !== "hiring" || first?.unit.kind !== "paragraph") return false;
  const above = lineAbove(first.unit, reading) ?? section.path.at(-1)?.text ?? "";
  if (asItIs.test(above)) return false;
  let outer = 0;
  let split = 0;
  for (const { unit } of units) {
    if (unit.kind !== "paragraph" || unit.item?.depth !== 0) continue;
    outer += 1;
    const row = labelledAmount(unit.inline.text, reading);
    const label = row && unit.inline.text.slice(row.start, row.end).toLowerCase();
    if (label !== undefined && context.vocabulary.domainByWord.has(label)) split += 1;
  }
  return split > 1 && split * 2 > outer;
}

/** The short line right above a list that heads it: "**New seats**", "Contractors:". */
export function lineAbove(unit: ParagraphUnit, { units }: SectionReading): string | undefined {
  const first = units.findIndex((read) => read.unit.slot === unit.slot);
  const above = units[first - 1]?.unit;
  const lead = first >= 0 && units[first]?.unit.kind === "paragraph" && above?.kind === "paragraph" && !above.item;
  if (!lead || above.inline.text.length > 60) return undefined;
  const text = above.inline.text.trim();
  const bold = above.inline.marks.some(
    ({ kind, start, end }) => kind === "strong" && start === 0 && end >= text.length - 1,
  );
  return bold || text.endsWith(":") ? text : undefined;
}
