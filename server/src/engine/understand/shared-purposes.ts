import type { Written } from "../model/facts.js";
import type { Inline } from "../reading/inline.js";
import type { Unit } from "../reading/units.js";
import type { SectionReading } from "./context.js";

/** Passages of a hiring plan that say its people are for what all domains share: "for our shared priority, the new checkout". */
export function recogniseSharedPurposes({ head, units }: SectionReading): Written[] {
  if (head.kind !== "hiring") return [];
  return units.flatMap(({ unit }) =>
    unit.kind === "row" ? unit.cells.flatMap((cell) => purposesIn(unit, cell.inline)) : purposesIn(unit, unit.inline),
  );
}

const purpose =
  /\b(?:for|tied to|towards?|behind|serves?|deliver|staffs?|against)\b[^.\n|]{0,60}\b(?:shared|joint|common|our (?:first|top|number one|#1))\s(?:\p{L}+\s)?(?:priorit(?:y|ies)|objectives?|goals?|initiatives?)\b/giu;
const denied = /\b(?:no|none|not|nothing|without)\b/i;

function purposesIn({ slot }: Unit, inline: Inline): Written[] {
  return [...inline.prose.matchAll(purpose)].flatMap(({ 0: text, index }) => {
    if (denied.test(text)) return [];
    const place = { slot, start: inline.sourceStart(index), end: inline.sourceEnd(index + text.length) };
    return [{ text, place }];
  });
}
