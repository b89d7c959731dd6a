import type { Place, Slot } from "../../engine/markdown/slot.js";
import { foldName } from "../../engine/people/names.js";
import type { Person, Roster } from "../../engine/people/roster.js";
import { readUnits, type Unit } from "../../engine/reading/units.js";

/** How much of a person's name is written. */
export type Spelling = "handle" | "name" | "first" | "last";

/** A person's name or handle in a text, in UTF-16 offsets of that text. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly person: Person;
  readonly spelling: Spelling;
}

interface Wording {
  readonly words: readonly string[];
  readonly person: Person;
  readonly spelling: Spelling;
}

/** First names that sentences begin with as often as with a person; alone they name somebody only where a field says so. */
const alsoEnglish = new Set(
  "will mark may april june grace hope bill rob drew pat art frank chase rich sue dawn joy faith guy dean ray lane reed skip ward page grant".split(
    " ",
  ),
);

const word = /@[A-Za-z0-9](?:[\w.-]{0,62}\w)?|[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*/gu;
const between = /^\.?[ \t\u00A0]+$/;

/** The names of a roster as running text spells them: full names, unique first and last names with a capital, handles. */
class NamesInText {
  readonly #byFirstWord = new Map<string, Wording[]>();
  readonly #byHandle = new Map<string, Person>();

  constructor(roster: Roster) {
    for (const person of roster.people) {
      if (person.handle !== undefined) this.#byHandle.set(person.handle, person);
      if (person.name === undefined) continue;
      const words = wordsOf(person.name);
      this.#add({ words, person, spelling: "name" });
      if (words.length < 2) continue;
      this.#addShort(words[0]!, person, "first", roster);
      this.#addShort(words.at(-1)!, person, "last", roster);
    }
    for (const wordings of this.#byFirstWord.values()) wordings.sort((a, b) => b.words.length - a.words.length);
  }

  find(text: string): NameSpan[] {
    const tokens = [...text.matchAll(word)];
    const spans: NameSpan[] = [];
    for (let index = 0; index < tokens.length; index += 1) {
      const token = tokens[index]!;
      const start = token.index;
      if (token[0].startsWith("@")) {
        const person = this.#byHandle.get(token[0].slice(1).toLowerCase());
        const free = !/[\w/.]/.test(text[start - 1] ?? "") && text[start + token[0].length] !== "/";
        if (person && free) spans.push({ start, end: start + token[0].length, person, spelling: "handle" });
        continue;
      }
      const first = withoutPossessive(token[0]);
      if (!/^\p{Lu}/u.test(first)) continue;
      for (const wording of this.#byFirstWord.get(foldName(first)) ?? []) {
        const end = endOf(text, tokens, index, wording.words);
        // An address of e-mail is nobody's name.
        if (end === undefined || text[end] === "@") continue;
        spans.push({ start, end, person: wording.person, spelling: wording.spelling });
        index += wording.words.length - 1;
        break;
      }
    }
    return spans;
  }

  #add(wording: Wording): void {
    const [first] = wording.words;
    if (first === undefined) return;
    const wordings = this.#byFirstWord.get(first);
    if (wordings) wordings.push(wording);
    else this.#byFirstWord.set(first, [wording]);
  }

  #addShort(short: string, person: Person, spelling: Spelling, roster: Roster): void {
    if (short.length < 2 || alsoEnglish.has(short) || roster.resolve(short).person !== person) return;
    this.#add({ words: [short], person, spelling });
  }
}

/** The words of a name as `find` compares them. */
export function wordsOf(name: string): string[] {
  return [...name.matchAll(word)].map((match) => foldName(match[0]));
}

function endOf(
  text: string,
  tokens: readonly RegExpMatchArray[],
  first: number,
  words: readonly string[],
): number | undefined {
  let end = 0;
  for (const [offset, wanted] of words.entries()) {
    const token = tokens[first + offset];
    if (!token) return undefined;
    const written = offset === words.length - 1 ? withoutPossessive(token[0]) : token[0];
    if (foldName(written) !== wanted) return undefined;
    if (offset > 0 && !between.test(text.slice(end, token.index))) return undefined;
    end = token.index! + written.length;
  }
  return end;
}

function withoutPossessive(written: string): string {
  return written.replace(/['’]s?$/u, "");
}

const byRoster = new WeakMap<Roster, NamesInText>();

/** Names of people of the roster in any text, in its order; what lies in another is left out. Time is linear in the text. */
export function findNames(text: string, roster: Roster): NameSpan[] {
  let names = byRoster.get(roster);
  if (!names) {
    names = new NamesInText(roster);
    byRoster.set(roster, names);
  }
  return names.find(text);
}

export interface PersonPlace {
  readonly place: Place;
  readonly person: Person;
  readonly spelling: Spelling;
}

const bySlot = new WeakMap<Slot, { readonly roster: Roster; readonly found: readonly PersonPlace[] }>();

/** People that a block names: in its visible text (inline code apart), or anywhere in front matter. Kept with the block. */
export function peopleIn(slot: Slot, roster: Roster): readonly PersonPlace[] {
  const known = bySlot.get(slot);
  if (known?.roster === roster) return known.found;
  const found: PersonPlace[] = [];
  if (slot.type === "yaml") {
    for (const { start, end, ...who } of findNames(slot.text, roster))
      found.push({ place: { slot, start, end }, ...who });
  } else {
    for (const { prose, at } of textsOf(slot)) {
      for (const { start, end, ...who } of findNames(prose, roster)) {
        found.push({ place: { slot, start: at.sourceStart(start), end: at.sourceEnd(end) }, ...who });
      }
    }
  }
  bySlot.set(slot, { roster, found });
  return found;
}

interface VisibleText {
  readonly prose: string;
  readonly at: { sourceStart(index: number): number; sourceEnd(index: number): number };
}

/** The runs of visible text of a block. */
export function textsOf(slot: Slot): VisibleText[] {
  return readUnits(slot).flatMap((unit: Unit) =>
    unit.kind === "row"
      ? unit.cells.map(({ inline }) => ({ prose: inline.prose, at: inline }))
      : [{ prose: unit.inline.prose, at: unit.inline }],
  );
}
