import type { Facts, RosterEntry, StandIn, Written } from "../../model/facts.js";
import type { Inline } from "../../reading/inline.js";
import type { Unit } from "../../reading/units.js";
import type { SectionReading } from "../context.js";
import { isPlaceholder } from "../placeholders.js";
import { splitSentences } from "../prose/sentences.js";

/** A word of a name; a full stop behind more than an initial or a title ends the sentence. */
const word = "(?:(?:St|Dr|Mrs?|Ms|Jr|Sr|Prof)\\.|(?:\\p{Lu}\\.)+|\\p{Lu}[\\p{L}'’-]+(?:\\.[\\p{L}'’-]+)*)";
/** Small words within a name: "Ana de Wit", "Bo van der Berg". */
export const particle = "(?:de|del|della|der|den|di|da|dos|du|la|le|van|von|al|bin|ten|ter)";
/** A person as lines of a charter name one: a handle, or up to three capitalised words. */
export const person = `@[\\w-]+|${word}(?: (?:${particle} ){0,2}${word}){0,2}(?: \\(@[\\w-]+\\))?`;

const stepsIn = "stands in|deputi[sz]es|covers|takes over|fills in|steps in";
const deputy = "stand-in|stand in|standin|deputy|backup|back-up|substitute";
const steppingIn = new RegExp(
  `(${person}) (?:(?:${stepsIn})(?: (?:for|in place of) (${person}|her|him|them))?|decides (?:for|in place of) (${person}|her|him|them)|(?:is|acts as|serves as) (?:(her|his|their) (?:${deputy})|(?:the )?(?:${deputy}) (?:for|of) (${person}|her|him|them)))(?![\\p{L}])`,
  "gu",
);
/** "… stands in for Ana, Bo for Cy and Di for Eve": further ones of the same sentence. */
const furtherFor = new RegExp(`(?:,|;)?(?: and)? (${person}) for (${person})(?![\\p{L}])`, "uy");
/** "Stand-ins: Bo for Cy", "our deputies are Bo for Cy and Di for Eve". */
const listedFor = new RegExp(
  `\\b(?:[Ss]tand-?ins?|[Dd]eput(?:y|ies)|[Bb]ack-?ups?|[Ss]ubstitutes?)(?:\\s(?:are|is))?\\s?:?\\s(${person}) for (${person})(?![\\p{L}])`,
  "gu",
);
/** "When Ana is away, Bo decides". */
const whileAway = new RegExp(
  `\\b(?:[Ww]hen(?:ever)?|[Ww]hile|[Ii]f) (${person}) (?:is|cannot be) (?:away|out|off|absent|ill|sick|on (?:leave|holiday|vacation)|travelling|not (?:there|here|available)|unavailable|there|reached),? (${person}) (?:decides|acts|speaks|signs|answers|(?:may |can )?(?:decide|say yes|sign)|says yes|has the (?:say|word))(?![\\p{L}])`,
  "gu",
);
/** "Ana and Bo stand in for each other". */
const oneAnother = new RegExp(
  `(${person}) and (${person}) (?:both )?(?:stand in|deputi[sz]e|cover|fill in|step in|decide|act) for (?:each other|one another)(?![\\p{L}])`,
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
  const said = [...text.matchAll(steppingIn)].map(({ index, 0: words, 1: who = "", 2: a, 3: b, 4: c, 5: d }) => ({
    who,
    whom: a ?? b ?? c ?? d,
    start: index,
    end: index + words.length,
  }));
  if (/ for (?:each other|one another)/.test(text))
    said.push(...listed(text, oneAnother, 1, 2), ...listed(text, oneAnother, 2, 1));
  if (/ for \p{Lu}|: \p{Lu}| for @/u.test(text)) said.push(...listed(text, listedFor, 1, 2));
  const further = said.flatMap(({ whom, end }) => (/^[\p{Lu}@]/u.test(whom ?? "") ? furtherFrom(text, end) : []));
  return [...said, ...further, ...listed(text, whileAway, 2, 1)].filter(({ who }) => !isNobody(who));
}

function listed(text: string, pattern: RegExp, who: 1 | 2, whom: 1 | 2): SteppingIn[] {
  return [...text.matchAll(pattern)].map((match) => ({
    who: match[who] ?? "",
    whom: match[whom],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Those whom a list goes on to name from `from` on, in the same words. */
function furtherFrom(text: string, from: number): SteppingIn[] {
  const found: SteppingIn[] = [];
  furtherFor.lastIndex = from;
  for (let match = furtherFor.exec(text); match !== null; match = furtherFor.exec(text)) {
    found.push({ who: match[1] ?? "", whom: match[2], start: match.index, end: match.index + match[0].length });
  }
  return found;
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
