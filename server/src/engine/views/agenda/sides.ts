import type { WorkspaceView } from "../../index/view.js";
import type { DateValue } from "../../model/date.js";
import type { Person } from "../../people/roster.js";
import { nameOf } from "../../rules/shared/charters.js";
import { allNotes, notesOfPair, pairOf } from "../../rules/shared/one-on-ones.js";
import { domainTitle, listOf } from "../../text/words.js";
import { partsOf } from "./rename.js";

/** One of the two who meet. */
export interface Side {
  /** The full name, where it is known. */
  readonly name: string;
  readonly domain: string | undefined;
}

export type Pair = readonly [Side, Side];

/** A pair that an agenda can be written for, and the day of its last note. */
export interface KnownPair {
  readonly sides: Pair;
  readonly lastNote: DateValue | undefined;
}

/** Each two leads of different domains, in the order of the roster, then other pairs that keep notes. */
export function knownPairs(workspace: WorkspaceView): readonly KnownPair[] {
  const { roster } = workspace;
  const leads = roster.domains.flatMap((domain): Side[] => {
    const [lead] = roster.leadsOf(domain);
    return lead ? [{ name: nameOf(lead), domain }] : [];
  });
  const pairs = new Map<string, Pair>();
  leads.forEach((one, index) => {
    for (const other of leads.slice(index + 1)) pairs.set(pairOf([one.name, other.name], workspace), [one, other]);
  });
  for (const { fact } of allNotes(workspace)) {
    const [one, other, ...more] = fact.people;
    const key = pairOf(fact.people, workspace);
    if (one === undefined || other === undefined || more.length > 0 || pairs.has(key)) continue;
    pairs.set(key, [sideNamed(one, workspace), sideNamed(other, workspace)]);
  }
  return [...pairs].map(([key, sides]) => ({ sides, lastNote: notesOfPair(key, workspace).at(-1)?.fact.date }));
}

/** Who the two are; a sentence for the person who asked where they cannot be told. */
export function sidesOf(
  between: readonly [string, string] | undefined,
  workspace: WorkspaceView,
): Pair | { readonly problem: string } {
  if (!between) {
    const [first] = knownPairs(workspace);
    if (first) return first.sides;
    return { problem: "Nobody is known to lead a domain; say between whom, by name or domain" };
  }
  const { roster } = workspace;
  const unknown = between.filter((name) => roster.exists && !isKnown(name, workspace));
  if (unknown.length > 0) {
    const people = roster.people.filter((person) => person.domain !== undefined).map(nameOf);
    const known = people.slice(0, 8);
    const more = people.length > known.length ? [`${people.length - known.length} more`] : [];
    return {
      problem: `Nobody is called ${listOf(unknown.map((name) => `“${name}”`))}; known are ${listOf([...known, ...more])}`,
    };
  }
  const [one, other] = [sideNamed(between[0], workspace), sideNamed(between[1], workspace)];
  if (pairOf([one.name], workspace) === pairOf([other.name], workspace))
    return { problem: `“${between[0]}” and “${between[1]}” are the same; a one-on-one is between two` };
  return [one, other];
}

function isKnown(name: string, workspace: WorkspaceView): boolean {
  const { person, domain } = workspace.roster.resolve(name);
  return person !== undefined || domain !== undefined;
}

/** A person by any of their names, or the one lead of a domain; a domain with no lead or several stands for itself. */
function sideNamed(name: string, { roster }: WorkspaceView): Side {
  const { person, domain } = roster.resolve(name);
  if (person) return { name: nameOf(person), domain: person.domain };
  if (domain === undefined) return { name: capitalised(name), domain: undefined };
  const [lead, ...others]: readonly Person[] = roster.leadsOf(domain);
  return { name: lead && others.length === 0 ? nameOf(lead) : domainTitle(domain), domain };
}

function capitalised(name: string): string {
  return name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** "Priya" of "Priya Nair", where nobody else of the roster answers to it. */
export function shortName({ name }: Side, { roster }: WorkspaceView): string {
  const { first } = partsOf(name);
  const { person } = roster.resolve(first);
  return !roster.exists || (person && nameOf(person) === name) ? first : name;
}
