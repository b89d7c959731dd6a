import { foldName, likelyHandles, type ParsedName } from "./names.js";
import type { Person } from "./roster.js";

/** People by handle, full name, and by what is short for one person only: first name, surname, initials. */
export class PersonIndex {
  readonly #people: Person[] = [];
  readonly #byHandle = new Map<string, number>();
  readonly #byName = new Map<string, number>();
  readonly #byShort = new Map<string, Set<number>>();
  /** By first name and surname together, whatever stands between them. */
  readonly #byEnds = new Map<string, Set<number>>();
  readonly #byInitials = new Map<string, Set<number>>();
  readonly #byLikelyHandle = new Map<string, Set<number>>();

  get all(): readonly Person[] {
    return this.#people;
  }

  /** Adds a person, or what is new about one who is already there by handle or full name. */
  add(parsed: ParsedName, domain: string | undefined, lead: boolean): void {
    const { name, handle } = parsed;
    if (name === undefined && handle === undefined) return;
    const at = this.#existing(parsed);
    const known = at === undefined ? undefined : this.#people[at];
    const index = at ?? this.#people.length;
    const fuller = known?.name !== undefined && (name === undefined || known.name.length >= name.length);
    this.#people[index] = {
      name: fuller ? known.name : name,
      handle: known?.handle ?? handle,
      domain: known?.domain ?? domain,
      lead: known?.lead === true || (lead && (known?.domain === undefined || known.domain === domain)),
    };
    this.#enter(index, name, handle);
  }

  /** @param alsoWord whether the name is a word of the vocabulary, which goes before initials and single short names */
  find(parsed: ParsedName, alsoWord: boolean): Person | undefined {
    const { name, handle } = parsed;
    const byHandle = handle === undefined ? undefined : this.#byHandle.get(handle);
    if (byHandle !== undefined) return this.#people[byHandle];
    const byName = name === undefined ? undefined : this.#byName.get(foldName(name));
    if (byName !== undefined) return this.#people[byName];
    if (handle !== undefined)
      return this.#only(this.#byLikelyHandle.get(handle), (person) => person.handle === undefined);
    if (name === undefined || alsoWord) return undefined;
    return this.#findShort(name);
  }

  #findShort(name: string): Person | undefined {
    const folded = foldName(name);
    const short = this.#byShort.get(folded);
    if (short) return this.#only(short, () => true);
    if (/^[\p{Lu}]{2,3}$/u.test(name.replaceAll(".", ""))) {
      return this.#only(this.#byInitials.get(folded.replaceAll(" ", "")), () => true);
    }
    if (!folded.includes(" ")) return this.#withHandle(folded);
    // A full name of somebody whose handle only the roster knows.
    const handles = likelyHandles(name).flatMap((handle) => this.#byHandle.get(handle) ?? []);
    return this.#only(new Set(handles), (person) => person.name === undefined);
  }

  /** A handle without its sign, as front matter lists them. */
  #withHandle(name: string): Person | undefined {
    const index = this.#byHandle.get(name);
    return index === undefined ? undefined : this.#people[index];
  }

  #only(indexes: ReadonlySet<number> | undefined, accepts: (person: Person) => boolean): Person | undefined {
    if (indexes?.size !== 1) return undefined;
    const [index] = indexes;
    const person = index === undefined ? undefined : this.#people[index];
    return person && accepts(person) ? person : undefined;
  }

  #existing({ name, handle }: ParsedName): number | undefined {
    const byHandle = handle === undefined ? undefined : this.#byHandle.get(handle);
    if (byHandle !== undefined) return byHandle;
    const byName = name === undefined ? undefined : (this.#byName.get(foldName(name)) ?? this.#withoutMiddle(name));
    if (byName === undefined) return this.#existingHalf({ name, handle });
    const known = this.#people[byName];
    return known?.handle !== undefined && handle !== undefined && known.handle !== handle ? undefined : byName;
  }

  /** "Ana M. Lind" is "Ana Lind": somebody whom one document gives a middle name and another does not. */
  #withoutMiddle(name: string): number | undefined {
    const short = endsOf(foldName(name));
    const [index, ...others] = short === undefined ? [] : (this.#byEnds.get(short) ?? []);
    if (index === undefined || others.length > 0) return undefined;
    const known = foldName(this.#people[index]?.name ?? "");
    return known === short || foldName(name) === short ? index : undefined;
  }

  /** Somebody known by handle alone whose name comes now, or the other way round. */
  #existingHalf({ name, handle }: Pick<ParsedName, "name" | "handle">): number | undefined {
    if (name !== undefined && handle === undefined) {
      const found = new Set(likelyHandles(name).flatMap((likely) => this.#byHandle.get(likely) ?? []));
      const [index] = found;
      return found.size === 1 && index !== undefined && this.#people[index]?.name === undefined ? index : undefined;
    }
    if (name !== undefined || handle === undefined) return undefined;
    const found = this.#byLikelyHandle.get(handle);
    const [index] = found ?? [];
    return found?.size === 1 && index !== undefined && this.#people[index]?.handle === undefined ? index : undefined;
  }

  #enter(index: number, name: string | undefined, handle: string | undefined): void {
    if (handle !== undefined) {
      this.#byHandle.set(handle, index);
      if (this.#people[index]?.name === undefined) put(this.#byShort, handle, index);
    }
    if (name === undefined) return;
    const folded = foldName(name);
    this.#byName.set(folded, index);
    for (const likely of likelyHandles(name)) put(this.#byLikelyHandle, likely, index);
    const parts = folded.split(" ");
    const first = parts[0];
    const last = parts[parts.length - 1];
    if (first === undefined || last === undefined || parts.length < 2) return;
    const ends = `${first} ${last}`;
    put(this.#byEnds, ends, index);
    for (const short of new Set([first, last, ends, `${first} ${last[0]}`, `${first[0]} ${last}`])) {
      put(this.#byShort, short, index);
    }
    put(this.#byInitials, parts.map((part) => part[0]).join(""), index);
    put(this.#byInitials, `${first[0]}${last[0]}`, index);
  }
}

/** First name and surname of a folded name of two words or more. */
function endsOf(folded: string): string | undefined {
  const parts = folded.split(" ");
  return parts.length < 2 ? undefined : `${parts[0]} ${parts.at(-1)}`;
}

function put(map: Map<string, Set<number>>, key: string, index: number): void {
  const set = map.get(key);
  if (set) set.add(index);
  else map.set(key, new Set([index]));
}
