import type { Field, FieldName, RosterEntry, Written } from "../model/facts.js";
import type { DocumentHead, SectionRole } from "../model/section.js";
import type { ParagraphUnit, RowUnit } from "../reading/units.js";
import type { SectionReading } from "./context.js";
import { type Column, columnOf, columnsOf } from "./items/columns.js";
import { readPerson, splitPeople } from "./names.js";
import { isPlaceholder } from "./placeholders.js";
import { listedLeads } from "./roster/lead-lists.js";
import { domainNamed, lineEntries, standInNamed } from "./roster/lines.js";
import { listedPeople, listsPeople, personLine, rowMembers } from "./roster/members.js";
import { asOthers, besideTable, headsOthers } from "./roster/others.js";
import { isNobody } from "./roster/stand-ins.js";

/** Who belongs to which domain, as a section's table or list says. */
export function recogniseRoster(reading: SectionReading): RosterEntry[] {
  const entries: RosterEntry[] = [];
  const open = tellsPeople(reading);
  const rows: RosterEntry[] = [];
  let others = headsOthers(reading.section.path.at(-1)?.text);
  let above: RowUnit | undefined;
  for (const { unit, fields } of reading.units) {
    if (unit.kind === "row") {
      const told = rowEntries(unit, open, above);
      rows.push(...told);
      entries.push(...told);
      above = isContinued(unit, above) ? above : unit;
    } else if (unit.kind === "paragraph" && open) {
      const line = unit as ParagraphUnit;
      if (line.item === undefined && line.inline.text.trimEnd().endsWith(":")) others = headsOthers(line.inline.text);
      const beside = besideTable(line, rows);
      const read = beside.length > 0 ? beside : readLine(line, fields, reading);
      entries.push(...(others ? asOthers(read, line) : read));
    }
  }
  if (open) entries.push(...vacantBullets(reading, entries));
  return open ? [...entries, ...sectionEntries(reading)] : entries;
}

function readLine(line: ParagraphUnit, fields: readonly Field[], reading: SectionReading): readonly RosterEntry[] {
  const labelled = labelledEntries(line, fields, reading);
  const told = labelled.length > 0 ? labelled : listedLeads(line, reading);
  return told.length > 0 ? told : lineEntries(line, reading);
}

/** "**Product** – Lead: Amelia Chen. Stand-in: –": a bullet that begins with the domain and labels its people. */
function labelledEntries(unit: ParagraphUnit, fields: readonly Field[], reading: SectionReading): RosterEntry[] {
  const lead = fields.find((field) => field.name === "lead");
  const before = lead && unit.inline.text.slice(0, unit.inline.text.indexOf(lead.key));
  const opening = before && /^\W*(\p{L}[\p{L}&/ -]{1,30}?)(?:\s[–—-]|[:.,;])?\s*$/u.exec(before)?.[1];
  const domain = opening === undefined || opening === "" ? undefined : domainNamed(opening, reading);
  if (!lead || domain === undefined) return [];
  const cover = fields.find((field) => field.name === "standIn");
  const place = { slot: unit.slot, start: unit.start, end: unit.end };
  const base = {
    domain: { text: domain, place },
    team: undefined,
    lead: true,
    standIn: cover && { text: isNobody(cover.value) ? "" : cover.value, place: cover.place },
    place,
  };
  if (isVacant(lead.value)) return [{ ...base, name: undefined, handle: undefined, vacant: true, gap: lead.place }];
  return namesIn(lead.value.replace(/[.;]\s*$/, "")).map((person) => ({ ...base, ...person, vacant: false }));
}

/** "Data protection: vacant" in a list whose other bullets name the leads of domains: a domain as well. */
function vacantBullets(reading: SectionReading, entries: readonly RosterEntry[]): RosterEntry[] {
  const led = new Map<object, number>();
  const told = new Set<string>();
  for (const { lead, place } of entries) {
    told.add(`${place.slot.base} ${place.start}`);
    if (lead) led.set(place.slot, (led.get(place.slot) ?? 0) + 1);
  }
  return reading.units.flatMap(({ unit }) => {
    if (unit.kind !== "paragraph" || !unit.item || (led.get(unit.slot) ?? 0) < 2) return [];
    const match = /^\s*(\p{Lu}[\p{L}& ]{2,30}?)\s*(?::|\s[–—-])\s*(\S.{0,60})$/u.exec(unit.inline.text);
    if (!match?.[1] || !match[2] || !isVacant(match[2]) || told.has(`${unit.slot.base} ${unit.start}`)) return [];
    const place = { slot: unit.slot, start: unit.start, end: unit.end };
    const vacant = { name: undefined, handle: undefined, lead: true, vacant: true, standIn: undefined };
    return [{ ...vacant, domain: { text: match[1], place }, team: undefined, place }];
  });
}

/** Whether the first cell of a row is left empty, so that it goes on with what the row above it names there. */
function isContinued(unit: RowUnit, above: RowUnit | undefined): boolean {
  return above !== undefined && above.table === unit.table && unit.cells[0]?.inline.text.trim() === "";
}

/** "### Engineering", and below it "Lead: Amelia Chen", "Stand-in: Tomas", "Members: Bo Lind"; or a bullet for each of its people. */
function sectionEntries(reading: SectionReading): RosterEntry[] {
  const heading = reading.section.path.at(-1);
  const domain = heading && domainNamed(heading.text, reading);
  if (!heading || domain === undefined) return [];
  const fields = reading.units.flatMap(({ unit, fields }) => (unit.kind === "paragraph" ? fields : []));
  const about = { domain: { text: domain, place: heading.place }, team: undefined, standIn: undefined, vacant: false };
  const lead = fields.find((field) => field.name === "lead");
  if (!lead) return bulletEntries(reading, about);
  const others = fields.flatMap((field) =>
    memberFields.has(field.name)
      ? listedPeople(field.value, "first").map(({ name, handle }) => ({
          ...about,
          name,
          handle,
          lead: false,
          place: field.place,
        }))
      : [],
  );
  const cover = fields.find((field) => field.name === "standIn");
  const standIn = cover && { text: isNobody(cover.value) ? "" : cover.value, place: cover.place };
  const base = { domain: { text: domain, place: heading.place }, team: undefined, lead: true, standIn };
  if (isVacant(lead.value)) {
    const vacant = { ...base, name: undefined, handle: undefined, vacant: true, place: lead.place, gap: lead.place };
    return [vacant, ...others];
  }
  const leads = namesIn(lead.value).map((person) => ({ ...base, ...person, vacant: false, place: lead.place }));
  return [...leads, ...others];
}

const memberFields: ReadonlySet<FieldName> = new Set<FieldName>(["name", "team", "people", "parties", "attendee"]);

/** A bullet for each person of a domain, where all bullets are of that kind and one of them is called its lead. */
function bulletEntries(
  reading: SectionReading,
  about: Pick<RosterEntry, "domain" | "team" | "standIn" | "vacant">,
): RosterEntry[] {
  const bullets = reading.units.flatMap(({ unit }) => (unit.kind === "paragraph" && unit.item ? [unit] : []));
  const people = bullets.map((unit) => ({ unit, person: personLine(unit as ParagraphUnit) }));
  if (!people.some(({ person }) => person && headRole.test(person.remark))) return [];
  if (people.some(({ person }) => person === undefined)) return [];
  return people.flatMap(({ unit, person }) => {
    const place = { slot: unit.slot, start: unit.start, end: unit.end };
    const { name, handle, remark = "" } = person ?? {};
    return [{ ...about, name, handle, lead: headRole.test(remark), place }];
  });
}

const peopleKinds = new Set<DocumentHead["kind"]>(["charter"]);
const peopleRoles = new Set<SectionRole | undefined>(["roles"]);

/** Whether lines of the section may say who is who: in a charter, or under "Roles", "Team", "Leads". */
function tellsPeople({ head, section }: SectionReading): boolean {
  if (head.kind === "hiring" || head.kind === "decision") return false;
  return peopleKinds.has(head.kind) || section.path.some((heading) => peopleRoles.has(heading.role));
}

const personColumns: readonly FieldName[] = ["lead", "name", "owner", "handle"];

interface Layout {
  readonly domain: Column | undefined;
  readonly team: Column | undefined;
  readonly lead: Column | undefined;
  readonly name: Column | undefined;
  /** A column of several people, where no other column names one. */
  readonly people: Column | undefined;
  readonly handle: Column | undefined;
  readonly role: Column | undefined;
  readonly standIn: Column | undefined;
}

/** "| | Lead | Stand-in |": what has a lead and a stand-in is a domain, whatever its column is called. */
function unnamedDomain(columns: readonly Column[]): Column | undefined {
  const [first] = columns;
  const led = columnOf(columns, "lead") !== undefined && columnOf(columns, "standIn") !== undefined;
  return led && first?.name === undefined && !columnOf(columns, "team", "role", "title", "name") ? first : undefined;
}

function layoutOf(unit: RowUnit, open: boolean): Layout | undefined {
  const columns = columnsOf(unit.table);
  const domain = columnOf(columns, "domain") ?? (open ? unnamedDomain(columns) : undefined);
  const team = columnOf(columns, "team");
  const titled = columnOf(columns, "lead") ?? (open ? columnOf(columns, "owner", "dri") : undefined);
  const named = columnOf(columns, "name", "attendee");
  const handle = columnOf(columns, "handle");
  const role = columnOf(columns, "role", "title");
  const standIn = columnOf(columns, "standIn");
  // "| Member | Department | Deputy |": who has a stand-in leads.
  const deputised = !titled && standIn && columnOf(columns, "domain") && !role ? named : undefined;
  const lead = titled ?? (open ? deputised : undefined);
  const name = lead === named ? undefined : named;
  const about = domain ?? team ?? role;
  const people = open && !lead && !name ? columns.find((column) => listsPeople(column)) : undefined;
  if (!about || !(people ?? columnOf(columns, ...personColumns))) return undefined;
  // A plan's table has domains and owners as well; its rows are work.
  const work: readonly FieldName[] = [
    "item",
    "priority",
    "rank",
    "target",
    "due",
    "decision",
    "disagreement",
    "question",
    "objective",
    "keyResult",
  ];
  if (columnOf(columns, ...work)) return undefined;
  if (!open && !(name ?? lead)) return undefined;
  if (!open && columnOf(columns, "headcount", "budget", "status", "date")) return undefined;
  return { domain: domain ?? (team && !name ? team : undefined), team, lead, name, people, handle, role, standIn };
}

const headRole =
  /\b(?:lead|leader|head|vp|svp|evp|vice president|chief|c[tp]o|director|chair|co-chair|manager|owner|acting)\b/i;
const vacantText =
  /^\(?(?:(?:the |this )?(?:post|seat|position|role|job|chair|lead|currently|presently|temporarily|now|still)(?: (?:is|stays|remains))?,? ){0,3}(?:vacan(?:t|cy)|tbd|tba|tbc|(?:(?:yet|still) )?to be [a-z]{4,}|not (?:yet |currently )?(?:hired|determined|announced|appointed|confirmed|recruited|chosen|elected|filled|found|named|assigned|decided|known)|awaiting (?:appointment|election)|open(?: (?:role|position|post|seat))?|hiring|recruiting|recruitment|interviewing|searching|search (?:is )?(?:under way|underway|open|ongoing|in progress|running)|being (?:hired|recruited|filled|replaced)|advertised|unfilled|unassigned|empty|wanted|(?:we are|we're) (?:still |currently )?(?:hiring|looking|recruiting|searching)|none(?: yet)?|n\/a|nobody(?: yet)?|no one(?: yet)?|no lead)(?![\p{L}])/iu;

function rowEntries(unit: RowUnit, open: boolean, above: RowUnit | undefined): RosterEntry[] {
  const layout = layoutOf(unit, open);
  if (!layout) return [];
  const { domain, team, lead, name, people, handle, role, standIn } = layout;
  const named = isContinued(unit, above) && domain?.index === 0 ? (above ?? unit) : unit;
  const domainWord = written(named, domain) ?? (domain ? undefined : written(unit, team));
  const standsIn = standInOf(unit, standIn) ?? standInBeside(unit, lead);
  const base = {
    domain: domainWord,
    team: team && team !== domain ? text(unit, team) || undefined : undefined,
    standIn: standsIn,
  };
  if (lead) {
    if (!domainWord && !base.team) return [];
    const place = placeOf(unit, lead) ?? { slot: unit.slot, start: unit.start, end: unit.end };
    const shown = text(unit, lead);
    const members = membersOf(unit, layout, base);
    if (isVacant(shown)) {
      return [
        {
          ...base,
          name: undefined,
          handle: undefined,
          lead: true,
          vacant: true,
          place: placeOf(unit, domain ?? team) ?? place,
          gap: place,
        },
        ...members,
      ];
    }
    const both = namesIn(shown);
    const leads = both.map((person, index) => ({
      ...base,
      ...person,
      // Two who lead together stand in for one another.
      standIn: standsIn?.text || both.length < 2 ? standsIn : { text: nameOf(both[index === 0 ? 1 : 0]), place },
      lead: true,
      vacant: false,
      place,
    }));
    return [...leads, ...members];
  }
  if (people) return membersOf(unit, layout, base);
  const person = name ?? handle;
  const shown = person ? text(unit, person) : "";
  const place = person && placeOf(unit, person);
  if (!person || !place) return [];
  const title = role ? text(unit, role) : "";
  const isLead = headRole.test(title);
  if (isVacant(shown)) {
    const domain = domainWord ?? domainOfRole(unit, role);
    if (!isLead || !domain) return [];
    const vacant = { name: undefined, handle: undefined, lead: true, vacant: true };
    return [{ ...base, ...vacant, domain, place: domain.place, gap: place }];
  }
  const persons = namesIn(shown);
  const ownHandle = handle && handle !== person ? text(unit, handle) : "";
  return persons.map((one) => ({
    ...base,
    name: one.name,
    handle: ownHandle !== "" && !isPlaceholder(ownHandle) ? ownHandle : one.handle,
    domain: domainWord ?? domainOfRole(unit, role),
    lead: isLead,
    vacant: false,
    place,
  }));
}

/** The people whom a row lists besides its lead; whoever is called its lead there leads. */
function membersOf(
  unit: RowUnit,
  layout: Layout,
  base: Pick<RosterEntry, "domain" | "team" | "standIn">,
): RosterEntry[] {
  const { domain, lead, standIn, role, handle } = layout;
  return rowMembers(unit, [domain, lead, standIn, role, handle]).map(({ name, handle, remark, place }) => {
    const leads = lead === undefined && headRole.test(remark);
    return { ...base, name, handle, standIn: leads ? base.standIn : undefined, lead: leads, vacant: false, place };
  });
}

/** "VP Engineering", "Head of Product": the role names the domain. */
function domainOfRole(unit: RowUnit, role: Column | undefined): Written | undefined {
  if (!role) return undefined;
  const title = text(unit, role);
  const core = title
    .replace(
      /\b(?:vice president|svp|evp|vp|head|chief|director|lead|leader|manager|acting|interim|senior|officer|of|for)\b/gi,
      " ",
    )
    .replace(/[,()]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const place = placeOf(unit, role);
  return core === "" || !place ? undefined : { text: core, place };
}

function standInOf(unit: RowUnit, column: Column | undefined): Written | undefined {
  const place = column && placeOf(unit, column);
  if (!column || !place) return undefined;
  const shown = text(unit, column);
  return { text: isNobody(shown) ? "" : shown, place };
}

/** "Priya Nair (stand-in: Li Wei)" in the lead's cell. */
function standInBeside(unit: RowUnit, lead: Column | undefined): Written | undefined {
  const place = placeOf(unit, lead);
  const named = lead && place ? standInNamed(text(unit, lead)) : undefined;
  return named === undefined || !place ? undefined : { text: named, place };
}

/** Whether a lead's cell names nobody. "Acting" and "interim" people are leads. */
function isVacant(shown: string): boolean {
  if (isPlaceholder(shown)) return true;
  return vacantText.test(shown) && !/\b(?:acting|interim)\b/i.test(shown);
}

function nameOf(person: { name: string | undefined; handle: string | undefined } | undefined): string {
  return person?.name ?? person?.handle ?? "";
}

function namesIn(shown: string): { name: string | undefined; handle: string | undefined }[] {
  return splitPeople(shown)
    .map((part) => readPerson(part.text))
    .filter((person) => person.name !== undefined || person.handle !== undefined);
}

function text(unit: RowUnit, column: Column): string {
  return unit.cells[column.index]?.inline.text.trim() ?? "";
}

function placeOf(unit: RowUnit, column: Column | undefined) {
  const cell = column && unit.cells[column.index];
  return cell ? { slot: unit.slot, start: cell.start, end: cell.end } : undefined;
}

function written(unit: RowUnit, column: Column | undefined): Written | undefined {
  const place = placeOf(unit, column);
  if (!column || !place) return undefined;
  const shown = text(unit, column);
  return isPlaceholder(shown) ? undefined : { text: shown, place };
}
