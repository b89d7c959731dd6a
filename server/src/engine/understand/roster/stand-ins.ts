import type { Facts, RosterEntry, StandIn, Written } from "../../model/facts.js";
import type { Inline } from "../../reading/inline.js";
import type { Unit } from "../../reading/units.js";
import type { SectionReading } from "../context.js";
import { isPlaceholder } from "../placeholders.js";
import { splitSentences } from "../prose/sentences.js";

/** A word of a name; a full stop behind more than an initial or a title ends the sentence. */
const word = "(?:(?:St|Dr|Mrs?|Ms|Jr|Sr|Prof)\\.|(?:\\p{Lu}\\.)+|\\p{Lu}[\\p{L}'’-]+(?:\\.[\\p{L}'’-]+)*)";
/** A person as lines of a charter name one: a handle, or up to three capitalised words. */
export const person = `@[\\w-]+|${word}(?: ${word}){0,2}(?: \\(@[\\w-]+\\))?`;

const stepsIn = "stands in|deputi[sz]es|covers|takes over|fills in|steps in";
const deputy = "stand-in|stand in|standin|deputy|backup|back-up|substitute";
const steppingIn = new RegExp(
  `(${person}) (?:(?:${stepsIn})(?: (?:for|in place of) (${person}|her|him|them))?|decides (?:for|in place of) (${person}|her|him|them)|(?:is|acts as|serves as) (?:(her|his|their) (?:${deputy})|(?:the )?(?:${deputy}) (?:for|of) (${person}|her|him|them)))(?![\\p{L}])`,
  "gu",
);
const nobody =
  /^(?:none|nobody|no one|no-one|not|no|who|vacant|open|missing|to be|still|yet|unfilled|wanted)(?![\p{L}])/iu;

/** Whether words in the place of a name name nobody: "none yet", "still to be named". */
export function isNobody(name: string): boolean {
  return isPlaceholder(name) || nobody.test(name);
}

/** That somebody stands in, as a text says it. */
export interface SteppingIn {
  readonly who: string;
  /** For whom: a name, a handle or a pronoun; undefined where the words leave it open. */
  readonly whom: string | undefined;
  /** Where it is said, in offsets of the text. */
  readonly start: number;
  readonly end: number;
}

/** Each "Yuki Sato stands in for her", "Omar decides in place of Marta", "and Omar Haddad stands in", "Omar is her stand-in" of a text. */
export function steppingsIn(text: string): readonly SteppingIn[] {
  return [...text.matchAll(steppingIn)].flatMap(({ index, 0: words, 1: who = "", 2: a, 3: b, 4: c, 5: d }) =>
    isNobody(who) ? [] : [{ who, whom: a ?? b ?? c ?? d, start: index, end: index + words.length }],
  );
}

/** Nobody tells of people in longer sentences; what comes in such lengths is data. */
const longestSentence = 1_000;

/** Who stands in for whom, as sentences of a charter's section say with both names. */
export function recogniseStandIns({ head, units }: SectionReading): StandIn[] {
  if (head.kind !== "charter") return [];
  return units.flatMap(({ unit }) =>
    unit.kind === "row" ? unit.cells.flatMap((cell) => standInsIn(unit, cell.inline)) : standInsIn(unit, unit.inline),
  );
}

function standInsIn({ slot }: Unit, inline: Inline): StandIn[] {
  return splitSentences(inline.prose).flatMap(({ start, end }) => {
    if (end - start > longestSentence) return [];
    return steppingsIn(inline.prose.slice(start, end)).flatMap((said) => {
      const { who, whom } = said;
      if (whom === undefined || !/^[\p{Lu}@]/u.test(whom)) return [];
      const place = { slot, start: inline.sourceStart(start + said.start), end: inline.sourceEnd(start + said.end) };
      return [{ who, whom: whom.replace(/\.+$/, ""), place }];
    });
  });
}

/** Who stands in for a lead, as the lead's own entry or a sentence elsewhere in the document says; undefined where nobody does. */
export function standInOf(entry: RosterEntry, { standIns }: Pick<Facts, "standIns">): Written | undefined {
  if (entry.standIn && !isPlaceholder(entry.standIn.text)) return entry.standIn;
  const said = standIns.find(({ whom }) => isCalled(whom, entry));
  return said && { text: said.who, place: said.place };
}

/** Whether a sentence means this lead, by handle or by first name. */
function isCalled(whom: string, { name, handle }: RosterEntry): boolean {
  if (whom.startsWith("@")) return handle?.replace(/^@/, "").toLowerCase() === whom.slice(1).toLowerCase();
  return name !== undefined && name.split(" ")[0] === whom.split(" ")[0];
}
