import type { RosterEntry } from "../../model/facts.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { SectionReading } from "../context.js";
import { findDomainWords } from "../headings/domain-words.js";
import { handleBehind } from "../names.js";
import { isPlaceholder } from "../placeholders.js";
import { splitSentences } from "../prose/sentences.js";
import { peopleAfter } from "./members.js";
import { isNobody, person, steppingsIn } from "./stand-ins.js";

const standIn = new RegExp(`(?:stand[- ]?in|deputy|backup|when away|covers?)(?: is|:| –| -)?\\s+(${person})`, "iu");
/** Whom a remark beside a lead names as stand-in: "deputy: Devon", "Devon Hale is her stand-in". */
export function standInNamed(text: string): string | undefined {
  const name = standIn.exec(text)?.[1] ?? steppingsIn(text).find(({ whom }) => !/^[\p{Lu}@]/u.test(whom ?? ""))?.who;
  return name === undefined || isNobody(name) ? undefined : name;
}

/** "Product: Priya Nair (@priya)", "Engineering lead – Amelia Chen, deputy: Devon". */
const labelled = new RegExp(`^\\s*([^\\s:–—@][^:–—@]{1,39}?)\\s*(?::|\\s[–—-])\\s*(${person})(.{0,240})$`, "su");
/** "Priya Nair (Product)", "@amelia – VP Engineering". */
const reversed = new RegExp(`^\\s*(${person})\\s*(?:[–—:,-]|\\()\\s*([^@]{2,60}?)\\)?(?:[,;.]\\s*(.{0,120}))?$`, "su");
/** "Amelia leads Engineering", "Product is led by Priya". */
const leads = new RegExp(
  `(${person}) (?:leads|heads|runs) (?:the )?([\\p{L}&/ -]{2,30}?)(?: team| department)?(?=[,.;)]|$| and )`,
  "u",
);
const ledBy = new RegExp(
  `(?:^|[.,;] )(?:The )?([\\p{L}&/ -]{2,30}?)(?: team| domain)? is (?:led|headed|run) by (${person})`,
  "u",
);
/** "Inés Quispe (VP Product, @ines)". */
const titled = /((?:\p{Lu}[\p{L}'’.-]+)(?: \p{Lu}[\p{L}'’.-]+){0,2}) \(([^()@]{2,50}?)(?:,\s*(@[\w-]+))?\)/gu;
const longestTold = 1_200;
const leadWord = /\b(?:lead|leads|leader|head|vp|svp|chief|c[tp]o|director)\b/i;
const memberWord = /\b(?:members?|team|engineers?|people|contributors?)\b/i;

/** Who is who, as a line of a charter or of a section about people says. */
export function lineEntries(unit: ParagraphUnit, reading: SectionReading): RosterEntry[] {
  const text = unit.inline.text.trim();
  if (text.length > longestTold || !/@\w|\p{Lu}/u.test(text)) return [];
  const vacant = vacantEntry(unit, text, reading);
  const [seat] = vacant;
  if (seat) return [...vacant, ...besides({ ...seat, gap: undefined }, text.slice(text.search(/[;,]/)))];
  const members = memberEntries(unit, text, reading);
  const told = toldEntries(unit, text, reading);
  if (told.length > 0) return [...told, ...members];
  const line = text.length > longestLine ? text.slice(0, text.lastIndexOf(" ", longestLine)) : text;
  const label = labelled.exec(line);
  if (label) {
    const entry = entryOf(unit, reading, label[1] ?? "", label[2] ?? "", label[3] ?? "");
    if (entry) return [entry, ...besides(entry, label[3] ?? ""), ...members];
  }
  if (text.length > longestLine) return members;
  const turned = reversed.exec(text);
  const entry = turned && entryOf(unit, reading, turned[2] ?? "", turned[1] ?? "", turned[3] ?? "");
  return entry ? [entry, ...members] : members;
}

/** "Product: Ana Lind (lead), Bo Roy and Cy Ruiz": those whom a line lists behind the first person are of the same domain. */
function besides(entry: RosterEntry, rest: string): RosterEntry[] {
  return peopleAfter(rest).map(({ name, handle }) => ({
    ...entry,
    name,
    handle,
    lead: false,
    vacant: false,
    standIn: undefined,
  }));
}

const longestLine = 220;
const people = `(?:${person})(?:(?:,? and |, | & )(?:${person})){0,7}`;
/** "Nadia Petrov (@nadia) and Tomasz Wilk are the other members of Engineering", "Lior works in Product". */
const belong = new RegExp(
  `(${people}) (?:is|are|works?|belongs?|sits?)(?: also| both| all)? (?:(?:the |a |an )?(?:other |further |remaining |senior )?(?:members?|engineers?|designers?|people|part) (?:of|in|on)|in|to|for|with|on) (?:the )?([\\p{L}&/ -]{2,30}?)(?: team| department| domain| side)?(?=[,.;)]|$)`,
  "u",
);
/** "The other members of Engineering are Nadia Petrov and Tomasz Wilk", "Members of Product: @lior". */
const membersAre = new RegExp(
  `(?:[Mm]embers|[Pp]eople|[Ee]ngineers) (?:of|in|on) (?:the )?([\\p{L}&/ -]{2,30}?)(?: team| department| domain| side)?(?: are| is|:) (${people})`,
  "u",
);
const onePerson = new RegExp(person, "gu");

/** Members whom sentences put in a domain. */
function memberEntries(unit: ParagraphUnit, text: string, reading: SectionReading): RosterEntry[] {
  return splitSentences(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    const first = belong.exec(sentence);
    const second = first ? null : membersAre.exec(sentence);
    const names = first?.[1] ?? second?.[2];
    const domain = (first?.[2] ?? second?.[1])?.trim();
    if (names === undefined || domain === undefined || !isDomain(domain, reading)) return [];
    const [word] = findDomainWords(domain, reading.context.vocabulary);
    if (!word) return [];
    return [...names.matchAll(onePerson)].map(([name]) => make(unit, word.text, name, "", false));
  });
}

/** People whom sentences introduce, each with the stand-in that one of the sentences names for them. */
function toldEntries(unit: ParagraphUnit, text: string, reading: SectionReading): RosterEntry[] {
  const found = new Map<string, RosterEntry>();
  const add = (domain: string, name: string, rest: string): void => {
    const entry = make(unit, domain.trim(), name, rest, true);
    found.set(entry.name ?? entry.handle ?? "", entry);
  };
  for (const match of text.matchAll(titled)) {
    const [whole, name = "", title = "", handle = ""] = match;
    const [word, second] = findDomainWords(title, reading.context.vocabulary);
    if (word && !second && leadWord.test(title))
      add(word.text, `${name} ${handle}`, text.slice(match.index + whole.length));
  }
  for (const { start, end } of splitSentences(text)) {
    const sentence = text.slice(start, end);
    const first = leads.exec(sentence);
    const second = first ? null : ledBy.exec(sentence);
    const domain = first?.[2] ?? second?.[1];
    const name = first?.[1] ?? second?.[2];
    if (domain !== undefined && name !== undefined && isDomain(domain, reading)) add(domain, name, sentence);
  }
  const names = new Set([...found.keys()].map((name) => name.split(" ")[0] ?? ""));
  return [...found.values()].map((entry) => withStandIn(entry, text, names, unit));
}

/** "When Inés is away Yuki Sato stands in for her", "Omar stands in for Marta", "led by Marta, and Omar Haddad stands in". */
function withStandIn(entry: RosterEntry, text: string, names: ReadonlySet<string>, unit: ParagraphUnit): RosterEntry {
  const people = names.size;
  const first = entry.name?.split(" ")[0];
  const standsIn = steppingsIn(text).find(({ who, whom, start }) => {
    if (first === undefined || who.startsWith(first)) return false;
    if (whom !== undefined && /^\p{Lu}|^@/u.test(whom)) return whom.startsWith(first);
    const before = text.slice(Math.max(0, start - 80), start);
    const nearest = [...before.matchAll(/\p{Lu}[\p{L}'’-]+/gu)].filter(([word]) => names.has(word)).at(-1);
    return people === 1 || nearest?.[0] === first;
  });
  const place = { slot: unit.slot, start: unit.start, end: unit.end };
  // Whom a sentence names for somebody else is no stand-in of this one.
  const standIn = standsIn ? { text: standsIn.who, place } : people === 1 ? entry.standIn : undefined;
  return { ...entry, standIn };
}

/** The domain that a short text names and hardly more: "Engineering", "The Product team"; undefined where it says something else. */
export function domainNamed(text: string, reading: SectionReading): string | undefined {
  return isDomain(text.replace(/\b(?:the|team|domain|department)\b/gi, ""), reading)
    ? findDomainWords(text, reading.context.vocabulary)[0]?.text
    : undefined;
}

function isDomain(text: string, reading: SectionReading): boolean {
  const trimmed = text.trim();
  const words = findDomainWords(trimmed, reading.context.vocabulary);
  return words.length > 0 && (words[0]?.text.length ?? 0) * 2 >= trimmed.replace(leadWord, "").trim().length;
}

function entryOf(
  unit: ParagraphUnit,
  reading: SectionReading,
  about: string,
  name: string,
  rest: string,
): RosterEntry | undefined {
  const words = findDomainWords(about, reading.context.vocabulary);
  const [word] = words;
  if (words.length > 1) return undefined;
  if (!word) return newDomain(unit, about, name, rest);
  const other = about
    .replace(word.text, "")
    .replace(leadWord, "")
    .replace(memberWord, "")
    .replace(/\b(?:of|for|the|domain|acting|interim|manager|officer|president|vice|domains?)\b|[^\p{L}]/giu, "");
  if (other.length > 2) return undefined;
  const member = memberWord.test(about) && !leadWord.test(about);
  return make(unit, word.text, name, rest, !member);
}

/** "**Clinical**: Priyanka Rao (@prao)": a label that is no known domain names one where a person with a handle or a deputy follows. */
function newDomain(unit: ParagraphUnit, about: string, name: string, rest: string): RosterEntry | undefined {
  if (!isBoldLabel(unit, about)) return undefined;
  return /^[^,;]{0,6}[<(](?:@|[\w.+-]+@)|@[\w-]|\b(?:deputy|stand[- ]?in)\b/i.test(
    `${name.includes("@") ? "@x" : ""}${rest}`,
  )
    ? make(unit, about.trim(), name, rest, true)
    : undefined;
}

/** Whether a bullet begins with this label in bold, and it is a name of one or two words. */
function isBoldLabel(unit: ParagraphUnit, label: string): boolean {
  const strong = unit.inline.marks.some(
    (mark) => mark.kind === "strong" && unit.inline.text.slice(mark.start, mark.end).includes(label.trim()),
  );
  return strong && unit.item !== undefined && /^\p{Lu}[\p{L}&]{2,20}(?: [\p{L}&]{2,20})?$/u.test(label.trim());
}

function make(unit: ParagraphUnit, domain: string, name: string, rest: string, lead: boolean): RosterEntry {
  const handle = /@[\w-]+/.exec(name)?.[0];
  const plain = name
    .replace(/\s*\(?@[\w-]+\)?/, "")
    .replace(/[.,;:]+$/, "")
    .trim();
  const place = { slot: unit.slot, start: unit.start, end: unit.end };
  const cover = standInNamed(rest);
  return {
    name: plain === "" ? undefined : plain,
    handle: handle ?? handleBehind(rest),
    domain: { text: domain, place },
    team: undefined,
    lead,
    standIn: cover === undefined ? undefined : { text: cover, place },
    vacant: false,
    place,
  };
}

/** "Design: vacant", "Compliance lead: TBD – letters and forms", "**Agronomy:** lead to be named. It says what is true about grain." */
const vacancy = /^\s*([^\s:–—][^:–—]{1,39}?)\s*(?::|\s[–—-])\s*([^\s.;(][^.;(]{0,40}?)\s*(?=$|[.;(]|,\s|\s[–—-]\s)/su;
const noLead =
  /^(?:the |its )?(?:lead |post |seat |position )?(?:is )?(?:(?:currently |still |yet )*(?:vacant|open|unfilled|wanted|missing)|(?:still )?(?:to be|not yet|not) (?:hired|named|appointed|found|filled|announced|decided|chosen)|nobody|no ?one|no lead|none yet|we are (?:hiring|looking))\b/i;

/** Whether words in the place of a lead say that there is none: "TBD", "lead TBD", "nobody yet". */
export function isVacancy(value: string): boolean {
  return noLead.test(value) || isPlaceholder(value.replace(/^(?:the |its )?lead(?: is|:)?\s/i, ""));
}

/** "Design has no lead yet", "The lead of Design is still to be named", "Design is new among us. It has no lead at present." */
const withoutLead =
  /^\s*(?:(\p{L}[\p{L}&/ -]{1,30}?) (?:(?:currently |still )?has (?:currently |still |as yet )?no lead|is (?:currently |still )?without (?:a )?lead)|(?:The )?lead (?:of|for) (?:the )?(\p{L}[\p{L}&/ -]{1,30}?) (?:is|has) (?:currently |still |yet |not )*(?:vacant|open|missing|to be|been named|been found|unfilled)|(\p{L}[\p{L}&/ -]{1,30}?) (?:is|was|became|has been|joined) [^.]{2,80}\. (?:It|This domain) (?:(?:currently |still |now )?has (?:currently |still |as yet )?no lead|is (?:currently |still )?without (?:a )?lead))\b/u;

function vacantEntry(unit: ParagraphUnit, text: string, reading: SectionReading): RosterEntry[] {
  const untold = withoutLead.exec(text);
  const called = untold?.[1] ?? untold?.[2] ?? untold?.[3] ?? "";
  // "Compliance is a domain of its own": whatever it is called, it is one.
  const named =
    domainNamed(called, reading) ?? (/ is (?:now )?a domain\b/.test(text) ? untold?.[3]?.trim() : undefined);
  if (named !== undefined) {
    return [{ ...make(unit, named, "", "", true), name: undefined, handle: undefined, vacant: true }];
  }
  const match = vacancy.exec(text);
  if (!match?.[1] || !match[2]) return [];
  const value = match[2].trim();
  if (!isVacancy(value)) return [];
  const [word] = isDomain(match[1], reading) ? findDomainWords(match[1], reading.context.vocabulary) : [];
  const domain =
    word?.text.replace(/\s(?:lead|leader|head)$/i, "") ?? (isBoldLabel(unit, match[1]) ? match[1].trim() : undefined);
  if (domain === undefined) return [];
  const from = unit.inline.text.indexOf(value, unit.inline.text.indexOf(match[1]) + match[1].length);
  const gap = {
    slot: unit.slot,
    start: unit.inline.sourceStart(from),
    end: unit.inline.sourceEnd(from + value.length),
  };
  return [{ ...make(unit, domain, "", "", true), name: undefined, handle: undefined, vacant: true, gap }];
}
