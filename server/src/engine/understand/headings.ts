import type { Heading } from "../model/section.js";
import type { HeadingUnit } from "../reading/units.js";
import type { ReadingContext } from "./context.js";

/** What a heading says of the passages below it. */
export function readHeading(unit: HeadingUnit, _context: ReadingContext): Heading {
  return {
    depth: unit.depth,
    text: unit.inline.text,
    place: { slot: unit.slot, start: unit.start, end: unit.end },
    role: undefined,
    domainWords: [],
    owners: [],
    date: undefined,
    priority: undefined,
    status: undefined,
  };
}
