import type { RosterEntry } from "../../model/facts.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { SectionReading } from "../context.js";
import { findDomainWords } from "../headings/domain-words.js";
import { handleBehind } from "../names.js";
import { isVacancy, standInNamed } from "./lines.js";
import { person } from "./stand-ins.js";

const leadsLabel =
  /^\W{0,4}(?:(?:the|our) )?(?:(?:two|three|joint|domain|group) )?(?:leads?|leaders|leadership|heads|who leads)(?: (?:of (?:the|our|this) (?:group|team|domains)|and (?:their )?(?:stand-?ins?|deput(?:y|ies))))?\s?(?:[.:]|[–—-](?=\s)|\sare(?=\s))\s*/iu;
const leadsHeading =
  /^\W{0,2}(?:\d{1,2}[.)]?\s+)?(?:(?:the|our) )?(?:(?:two|joint|domain|group) )?(?:leads?|leaders|leadership|who leads(?: (?:what|us))?)\W{0,2}$/iu;
const longest = 500;

/** "Ana Lind **for** Product", "Ana Lind (Product", "Ana Lind leads Product": who stands before the domain. */
const before = new RegExp(
  `(${person})(?: (?:for|leads|heads|runs|from|of)(?: the)? | [–—-] |(?:,| \\()\\s?(?:(?:lead|head|VP)(?: of| for)? |for (?:the )?)?)$`,
  "u",
);
/** "Product: Ana Lind", "Product (Ana Lind)", "Product is led by Ana Lind": who stands behind it. */
const behind = new RegExp(
  `^(?:(?:,|:|\\s?[–—-]|\\s?\\(|,? (?:is |was )?(?:(?:led|headed|run) )?by|,? (?:it )?is) ?)(${person})`,
  "u",
);
/** Where what is said of the next one begins: with that one's name. */
const nextOne = new RegExp(`(?:[,;]| and)\\s${person}[^()]*$`, "u");
const gapBehind = /^\s?(?::|[–—-]|,|\sis)\s?([^,;.()]{2,40})/u;

/** The leads whom one line lists, each with the domain that stands beside the name: "Leads: Ana Lind (Product), Bo Roy (Engineering)". */
export function listedLeads(unit: ParagraphUnit, reading: SectionReading): RosterEntry[] {
  const text = unit.inline.text.trim();
  const heading = reading.section.path.at(-1);
  const label = leadsLabel.exec(text)?.[0] ?? (heading && leadsHeading.test(heading.text) ? "" : undefined);
  if (label === undefined || text.length > longest) return [];
  const rest = text.slice(label.length);
  const words = findDomainWords(rest, reading.context.vocabulary);
  if (words.length < 2) return [];
  const base = unit.inline.text.indexOf(text) + label.length;
  const placeOf = (start: number, end: number): RosterEntry["place"] => ({
    slot: unit.slot,
    start: unit.inline.sourceStart(base + start),
    end: unit.inline.sourceEnd(base + end),
  });
  const entries: RosterEntry[] = [];
  // Whom one domain has behind it stands before no other.
  let taken = 0;
  words.forEach((word, index) => {
    const from = Math.max(taken, words[index - 1]?.end ?? 0);
    const first = before.exec(rest.slice(from, word.start));
    const tail = rest.slice(word.end, words[index + 1]?.start ?? rest.length);
    const second = first ? null : behind.exec(tail);
    const name = (first?.[1] ?? second?.[1])?.replace(/\.+$/, "");
    const domain = { text: word.text, place: placeOf(word.start, word.end) };
    if (name === undefined) {
      const gap = gapBehind.exec(tail);
      const told = gap?.[1]?.trimEnd();
      if (!gap || told === undefined || !isVacancy(told)) return;
      const at = word.end + gap[0].indexOf(told);
      const place = placeOf(word.start, at + told.length);
      const nobody = { name: undefined, handle: undefined, team: undefined, standIn: undefined };
      entries.push({ ...nobody, domain, lead: true, vacant: true, place, gap: placeOf(at, at + told.length) });
      return;
    }
    const start = first ? from + first.index : word.start;
    const told = tail.slice(0, second?.[0].length ?? 0);
    const rested = tail.slice(told.length);
    const opened = /\([^()]*$/.test(rest.slice(start, word.end) + told);
    const inBrackets = (opened ? /^[^()]*\)/ : /^\s\([^()]*\)/).exec(rested)?.[0] ?? "";
    const place = placeOf(start, word.end + told.length + inBrackets.length);
    taken = word.end + told.length;
    const cover = standInNamed(inBrackets === "" ? rested.replace(nextOne, "") : inBrackets);
    const plain = name.replace(/\s*\(?@[\w-]+\)?/, "").trim();
    entries.push({
      name: plain === "" ? undefined : plain,
      handle: /@[\w-]+/.exec(name)?.[0] ?? handleBehind(inBrackets),
      domain,
      team: undefined,
      lead: true,
      standIn: cover === undefined ? undefined : { text: cover, place },
      vacant: false,
      place,
    });
  });
  return entries.some(({ vacant }) => !vacant) && entries.length > 1 ? entries : [];
}
