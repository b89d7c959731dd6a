import type { RosterEntry } from "../../model/facts.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { SectionReading } from "../context.js";
import { findDomainWords } from "../headings/domain-words.js";
import { isPlaceholder } from "../placeholders.js";
import { splitSentences } from "../prose/sentences.js";

const person = "@[\\w-]+|\\p{Lu}[\\p{L}'’.-]+(?: \\p{Lu}[\\p{L}'’.-]+){0,2}(?: \\(@[\\w-]+\\))?";
const standIn = new RegExp(`(?:stand[- ]?in|deputy|backup|when away|covers?)(?: is|:| –| -)?\\s+(${person})`, "iu");
/** Whom a remark beside a lead names as stand-in. */
export function standInNamed(text: string): string | undefined {
  return standIn.exec(text)?.[1];
}

/** "Product: Priya Nair (@priya)", "Engineering lead – Amelia Chen, deputy: Devon". */
const labelled = new RegExp(`^\\s*([^:–—@]{2,40}?)\\s*(?::|\\s[–—-])\\s*(${person})(.{0,160})$`, "su");
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
const steppingIn = new RegExp(
  `(${person}) (?:stands in|deputi[sz]es|covers|takes over)(?: for (${person}|her|him|them))?(?![\\p{L}])`,
  "gu",
);
const longestTold = 1_200;
const leadWord = /\b(?:lead|leads|leader|head|vp|svp|chief|c[tp]o|director)\b/i;
const memberWord = /\b(?:members?|team|engineers?|people|contributors?)\b/i;

/** Who is who, as a line of a charter or of a section about people says. */
export function lineEntries(unit: ParagraphUnit, reading: SectionReading): RosterEntry[] {
  const text = unit.inline.text.trim();
  if (text.length > longestTold || !/@\w|\p{Lu}/u.test(text)) return [];
  const vacant = vacantEntry(unit, text, reading);
  if (vacant.length > 0) return vacant;
  const told = toldEntries(unit, text, reading);
  if (told.length > 0) return told;
  if (text.length > 220) return [];
  const label = labelled.exec(text);
  if (label) {
    const entry = entryOf(unit, reading, label[1] ?? "", label[2] ?? "", label[3] ?? "");
    if (entry) return [entry];
  }
  const turned = reversed.exec(text);
  const entry = turned && entryOf(unit, reading, turned[2] ?? "", turned[1] ?? "", turned[3] ?? "");
  return entry ? [entry] : [];
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
  const standsIn = [...text.matchAll(steppingIn)].find(({ 1: cover, 2: whom, index }) => {
    if (first === undefined || cover === undefined || cover.startsWith(first)) return false;
    if (whom !== undefined && /^\p{Lu}|^@/u.test(whom)) return whom.startsWith(first);
    const before = text.slice(Math.max(0, index - 80), index);
    const nearest = [...before.matchAll(/\p{Lu}[\p{L}'’-]+/gu)].filter(([word]) => names.has(word)).at(-1);
    return people === 1 || nearest?.[0] === first;
  });
  const place = { slot: unit.slot, start: unit.start, end: unit.end };
  // Whom a sentence names for somebody else is no stand-in of this one.
  const standIn =
    standsIn?.[1] === undefined ? (people === 1 ? entry.standIn : undefined) : { text: standsIn[1], place };
  return { ...entry, standIn };
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
  const strong = unit.inline.marks.some(
    (mark) => mark.kind === "strong" && unit.inline.text.slice(mark.start, mark.end).includes(about.trim()),
  );
  if (!strong || unit.item === undefined || !/^\p{Lu}[\p{L}&]{2,20}(?: [\p{L}&]{2,20})?$/u.test(about.trim()))
    return undefined;
  return /^[^,;]{0,6}[<(](?:@|[\w.+-]+@)|@[\w-]|\b(?:deputy|stand[- ]?in)\b/i.test(
    `${name.includes("@") ? "@x" : ""}${rest}`,
  )
    ? make(unit, about.trim(), name, rest, true)
    : undefined;
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
    handle: handle ?? /^[^,;.]{0,4}\((@[\w-]+)\)/.exec(rest)?.[1],
    domain: { text: domain, place },
    team: undefined,
    lead,
    standIn: cover === undefined ? undefined : { text: cover, place },
    vacant: false,
    place,
  };
}

/** "Design: vacant", "Compliance lead: TBD". */
function vacantEntry(unit: ParagraphUnit, text: string, reading: SectionReading): RosterEntry[] {
  const match = /^\s*([^\s:–—][^:–—]{1,39}?)\s*(?::|\s[–—-])\s*(\S.{0,40})$/su.exec(text);
  if (!match?.[1] || !match[2]) return [];
  if (!isPlaceholder(match[2]) && !/^(?:vacant|open|to be hired|unfilled)\b/i.test(match[2])) return [];
  if (!isDomain(match[1], reading)) return [];
  const [word] = findDomainWords(match[1], reading.context.vocabulary);
  if (!word) return [];
  const from = unit.inline.text.lastIndexOf(match[2]);
  const gap = {
    slot: unit.slot,
    start: unit.inline.sourceStart(from),
    end: unit.inline.sourceEnd(from + match[2].length),
  };
  return [{ ...make(unit, word.text, "", "", true), name: undefined, handle: undefined, vacant: true, gap }];
}
