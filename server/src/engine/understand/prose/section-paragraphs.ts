import type { ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { isLabelLine } from "./passage.js";

/** As much of a text as says what kind of statement it is. */
export const longestOpening = 240;

/** The paragraphs of a section from one on that stand by themselves, say more than a label, and are not dealt with. */
export function* ownParagraphs(
  { units }: SectionReading,
  from: number,
  done: ReadonlySet<number>,
): Iterable<{ readonly index: number; readonly read: ReadUnit; readonly unit: ParagraphUnit }> {
  for (let index = from; index < units.length; index += 1) {
    const read = units[index] as ReadUnit;
    const { unit } = read;
    if (unit.kind !== "paragraph" || unit.item !== undefined || unit.container !== undefined) continue;
    if (!done.has(index) && !isLabelLine(read)) yield { index, read, unit };
  }
}

/** How the items begin of the list that one of them belongs to, nested ones of other lists left out. */
export function openingsOfList({ units }: SectionReading, { slot, item }: ParagraphUnit): readonly string[] {
  return units.flatMap(({ unit }) =>
    unit.kind === "paragraph" && unit.slot === slot && unit.item?.list === item?.list
      ? [unit.inline.prose.slice(0, longestOpening)]
      : [],
  );
}
