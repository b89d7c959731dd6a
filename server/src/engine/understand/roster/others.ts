import type { RosterEntry } from "../../model/facts.js";
import type { ParagraphUnit } from "../../reading/units.js";
import { listedPeople } from "./members.js";

const leadWord = /\b(?:lead|leads|leader|head|vp|svp|chief|c[tp]o|director|acting|interim)\b/i;
/** Words over people who lead nobody: "The rest of the crew:", "## Everybody else", "Members". */
const othersWords =
  /^\W{0,4}(?:(?:and|the|all|our|team|other|further) ){0,3}(?:rest|others?|members?|(?:every(?:body|one)|who) else|crew|(?:other|further|remaining) people)\b(?!.*\b(?:lead|leads|decides?)\b)/i;
const labelled = /^\s*(\p{L}[\p{L}&/ -]{1,40}?)\s*(?::|\s[–—-])\s+(\S.{1,600})$/su;

/** Whether the words above a list say that it names those who do not lead. */
export function headsOthers(text: string | undefined): boolean {
  return text !== undefined && text.length < 80 && othersWords.test(text);
}

/**
 * The members whom a line lists beside a table of the leads: "Growth: Ana Lind (@ana), Bo Roy", where a row of the table gives Growth its lead
 * or says that it has none. `told` is what the rows said.
 */
export function besideTable(unit: ParagraphUnit, told: readonly RosterEntry[]): RosterEntry[] {
  const [, domain, people] = labelled.exec(unit.inline.text) ?? [];
  if (domain === undefined || people === undefined || leadWord.test(people)) return [];
  const called = domain.trim().toLowerCase();
  if (!told.some((row) => row.lead && row.domain?.text.trim().toLowerCase() === called)) return [];
  const place = { slot: unit.slot, start: unit.start, end: unit.end };
  const about = { domain: { text: domain, place }, team: undefined, lead: false, vacant: false, standIn: undefined };
  return listedPeople(people.replace(/\.\s*$/, ""), "first")
    .filter(({ name, handle }) => !told.some((one) => isOne(one, name, handle)))
    .map(({ name, handle }) => ({ ...about, name, handle, place }));
}

function isOne(one: RosterEntry, name: string | undefined, handle: string | undefined): boolean {
  return (handle !== undefined && one.handle === handle) || (name !== undefined && one.name === name);
}

/** A line below words that head those who do not lead, read like any other: nobody whom it does not call a lead is one. */
export function asOthers(entries: readonly RosterEntry[], unit: ParagraphUnit): readonly RosterEntry[] {
  if (leadWord.test(unit.inline.text)) return entries;
  return entries.map((entry) => (entry.lead && !entry.vacant ? { ...entry, lead: false, standIn: undefined } : entry));
}
