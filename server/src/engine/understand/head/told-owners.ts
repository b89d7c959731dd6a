import type { Mention } from "../../model/facts.js";
import { late } from "../../text/late.js";
import type { ReadUnit } from "../context.js";
import { mentionsIn, nameList } from "../prose/names.js";

const these =
  "(?:this|it)(?: (?:one|record|decision|choice|proposal|RFC|ADR))?(?=[.,;:)]|$|\\s(?:and|with|until|by|from)\\s)";
const owning = late(
  () => new RegExp(`(?:^|[.,;:(]\\s|\\s(?:and|but)\\s)(${nameList}) (?:owns?|drives?|leads?|decides?) ${these}`, "gu"),
);
const pronoun = /^(?:We|They|He|She|It|This|That|You|I|Who|Whoever|Nobody|Everybody|Everyone)$/;
const longest = 600;

/** "Engineering owns this one, @ana drives it": who a line below the title of a record says that it belongs to. */
export function toldOwners(units: readonly ReadUnit[]): readonly Mention[] {
  return units.flatMap(({ unit, fields }) => {
    if (unit.kind !== "paragraph" || unit.item || unit.container || fields.length > 0) return [];
    const { text } = unit.inline;
    if (text.length > longest || !/\b(?:own|drive|lead|decide)s?\b/.test(text)) return [];
    return [...text.matchAll(owning())].flatMap(({ index, 0: words, 1: names = "" }) => {
      const start = index + words.indexOf(names);
      return pronoun.test(names) ? [] : mentionsIn(unit, start, start + names.length, "owner");
    });
  });
}
