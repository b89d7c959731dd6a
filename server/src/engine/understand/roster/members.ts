import type { RosterEntry } from "../../model/facts.js";
import type { ParagraphUnit, RowUnit } from "../../reading/units.js";
import { type Column, columnsOf } from "../items/columns.js";
import { readPerson, splitPeople } from "../names.js";

/** One of several people whom a text lists. */
export interface Listed {
  readonly name: string | undefined;
  readonly handle: string | undefined;
  /** What stands in brackets or behind a dash or comma of role beside the name: "lead", "half-time". */
  readonly remark: string;
}

const fullName =
  /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|del|della|der|den|di|da|dos|du|la|le|van|von|al|bin|ten|ter)){0,3} \p{Lu}[\p{L}'’.-]*$/u;
const firstName = /^\p{Lu}[\p{Ll}'’-]+$/u;
const roleWord =
  /(?<!\p{L})(?:lead|head|vp|svp|chief|director|manager|officer|president|engineer|designer|analyst|team|squad|group|deputy|acting)(?!\p{L})/iu;
/** Headers of columns that list who belongs to the row: "People", "Members", "Who else", "Direct reports". */
const peopleHeader =
  /(?<!\p{L})(?:people|persons?|members?|staff|crew|colleagues|reports|who|others|also|with|contributors?|engineers|designers)(?!\p{L})/iu;

/** The people of a list where all that it holds are names; none where anything else stands in it. */
export function listedPeople(text: string, least: "first" | "full" | "handle"): readonly Listed[] {
  if (text.length > 600) return [];
  const parts = splitPeople(text).map((part) => readListed(part.text));
  return parts.length > 0 && parts.every((one) => isPerson(one, least)) ? parts : [];
}

function readListed(text: string): Listed {
  const remark = /\(([^()]*)\)/.exec(text)?.[1] ?? "";
  return { ...readPerson(text.replace(/^(?:also|then|plus|both)\s+/i, "")), remark };
}

function isPerson({ name, handle }: Listed, least: "first" | "full" | "handle"): boolean {
  if (handle !== undefined) return name === undefined || !roleWord.test(name);
  if (least === "handle" || name === undefined || roleWord.test(name)) return false;
  return fullName.test(name) || (least === "first" && firstName.test(name));
}

/** The people whom the other cells of a lead's row list, under a header that says so or with handles. */
export function rowMembers(unit: RowUnit, taken: readonly (Column | undefined)[]): readonly Membership[] {
  return columnsOf(unit.table)
    .filter((column) => !taken.includes(column))
    .flatMap((column) => {
      const cell = unit.cells[column.index];
      if (!cell) return [];
      const teams = column.name === "team";
      const text = cell.inline.text.trim();
      const people = listedPeople(text, teams ? "full" : listsPeople(column) ? "first" : "handle");
      // One name of two words below "Team" is a team's.
      if (teams && people.length < 2 && people[0]?.handle === undefined) return [];
      const place = { slot: unit.slot, start: cell.start, end: cell.end };
      return people.map((person) => ({ ...person, place }));
    });
}

/** Whether a column's header says that people stand below it. */
export function listsPeople({ name, header }: Column): boolean {
  return name === "name" || name === "attendee" || name === "people" || peopleHeader.test(header);
}

/** A person of a row, and where the row says so. */
export interface Membership extends Listed {
  readonly place: RosterEntry["place"];
}

const following =
  /(?:\s*\([^()]{0,60}\))?[\s,;:–—-]*(?:(?:also|and|with|plus|together|as well as|then|joined by|supported by)\s+)*(@[\w-]+|\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|del|der|den|di|da|van|von|la|le)){0,3} \p{Lu}[\p{L}'’-]*(?: \(@[\w-]+\))?)(?=\s*(?:[,;.(]|$|and\s))/uy;
const mostFollowing = 20;

/** The people who follow the first one of a line, each behind a comma, "and", "with" or the like. */
export function peopleAfter(rest: string): readonly Listed[] {
  const found: Listed[] = [];
  following.lastIndex = 0;
  for (let match = following.exec(rest); match && found.length < mostFollowing; match = following.exec(rest)) {
    const person = readListed(match[1] ?? "");
    if (!isPerson(person, "full")) break;
    found.push(person);
  }
  return found;
}

/** "- Ola Brandt (half-time)", "Yuki Tanabe, lead": a bullet that names one person and what the person does. */
export function personLine(unit: ParagraphUnit): Listed | undefined {
  const text = unit.inline.text.trim();
  if (unit.item === undefined || text.length > 120) return undefined;
  const [name = "", ...roles] = text.split(/\s*(?:,|:|\s[–—-])\s+/u);
  const person = readListed(name);
  return isPerson(person, "full") ? { ...person, remark: `${person.remark} ${roles.join(", ")}`.trim() } : undefined;
}
