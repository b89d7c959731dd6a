import type { DomainSettings } from "../config/settings.js";
import type { RosterEntry } from "../model/facts.js";
import { isPlaceholder } from "../understand/placeholders.js";
import { readCodeOwners } from "./codeowners.js";
import { foldName, type ParsedName, parseName, splitNames } from "./names.js";
import { PersonIndex } from "./person-index.js";
import { isTeamName, teamCore } from "./teams.js";
import { type AddedDomain, buildVocabulary, domainOfWord } from "./vocabulary.js";

/** Someone on the roster. */
export interface Person {
  readonly name: string | undefined;
  /** Lower case, without `@`. */
  readonly handle: string | undefined;
  /** Of the first entry that gives one; undefined for people of CODEOWNERS whose paths tell none. */
  readonly domain: string | undefined;
  readonly lead: boolean;
}

/** Who or what a name in a document is. */
export interface Resolved {
  readonly person?: Person;
  readonly domain?: string;
  readonly team?: string;
  /** Whether it is a person of the roster, a domain, one of its roles, or a team. */
  readonly known: boolean;
}

const mostResolved = 4_000;
const unknown: Resolved = { known: false };

/** The people of a workspace and their domains, from charters, configuration and CODEOWNERS. Immutable; built anew when these change. */
export class Roster {
  readonly #people: PersonIndex;
  readonly #words: Map<string, string>;
  readonly #teams: ReadonlySet<string>;
  /** Names repeat from item to item: what they are is kept, up to so many. */
  readonly #resolved = new Map<string, Resolved>();
  readonly #lists = new Map<string, readonly Resolved[]>();
  /** All domains: those of configuration first, then those that charters add. */
  readonly domains: readonly string[];
  /** What documents name beside the domains of configuration: those, and teams of either. */
  readonly added: readonly AddedDomain[];
  /** Whether there is a roster at all: a charter, front matter or configuration says of somebody which domain they are of. */
  readonly exists: boolean;

  private constructor(
    people: PersonIndex,
    words: Map<string, string>,
    teams: ReadonlySet<string>,
    domains: string[],
    added: readonly AddedDomain[],
    exists: boolean,
  ) {
    this.#people = people;
    this.#words = words;
    this.#teams = teams;
    this.domains = domains;
    this.added = added;
    this.exists = exists;
  }

  /**
   * @param entries what documents state, in the order of their paths
   * @param domains the domains in force, one list for each configuration, the root's first
   * @param codeOwners texts of CODEOWNERS files
   */
  static build(
    entries: readonly RosterEntry[],
    domains: readonly (readonly DomainSettings[])[],
    codeOwners: readonly string[] = [],
  ): Roster {
    const builder = new RosterBuilder(domains);
    for (const entry of entries) builder.addEntry(entry);
    for (const settings of domains) builder.addConfigured(settings);
    builder.addStandIns();
    // Who owns paths is known by name; a list of them is no roster against which others are unknown.
    const exists = builder.people.all.some((person) => person.domain !== undefined);
    for (const text of codeOwners) builder.addCodeOwners(text);
    return new Roster(builder.people, builder.words, builder.teams, builder.domains, builder.added, exists);
  }

  get people(): readonly Person[] {
    return this.#people.all;
  }

  leadsOf(domain: string): readonly Person[] {
    return this.#people.all.filter((person) => person.lead && person.domain === domain);
  }

  /** The domain that a word names, the domains and teams that charters add included. */
  domainOfWord(word: string): string | undefined {
    return domainOfWord(word, this.#words);
  }

  /**
   * Who a name is. Handles, full names, unique first names, unique initials; then domains and their roles ("the VP Engineering" is
   * the one lead, where there is one); then teams. Of a list of names, the domain that all share.
   */
  resolve(mention: string): Resolved {
    return kept(this.#resolved, mention, () => this.#resolve(mention));
  }

  #resolve(mention: string): Resolved {
    const single = this.#resolveOne(mention);
    const names = this.#namesIn(mention);
    if (names.length < 2) return single;
    const all = names.map((name) => this.#resolveOne(name));
    if (single.known && !areSeveral(all)) return single;
    const domain = all[0]?.domain;
    const shared = domain !== undefined && all.every((one) => one.domain === domain);
    return { known: all.every((one) => one.known), ...(shared ? { domain } : {}) };
  }

  /** Each name of a list ("A, B and C") by itself. */
  resolveAll(text: string): readonly Resolved[] {
    return kept(this.#lists, text, () => this.#resolveAll(text));
  }

  #resolveAll(text: string): readonly Resolved[] {
    const single = this.#resolveOne(text);
    const all = this.#namesIn(text).map((name) => this.#resolveOne(name));
    return single.known && !areSeveral(all) ? [single] : all;
  }

  /** The names of a list; those of a domain whose name holds a separator itself ("Research & Insights") stay together. */
  #namesIn(text: string): readonly string[] {
    const parts = splitNames(text);
    if (parts.length < 2) return parts;
    const names: string[] = [];
    let from = 0;
    for (let at = 0; at < parts.length; at += 1) {
      const start = text.indexOf(parts[at] ?? "", from);
      let end = start + (parts[at]?.length ?? 0);
      let until = end;
      for (let next = at + 1; next < Math.min(parts.length, at + mostPartsOfName); next += 1) {
        const part = parts[next] ?? "";
        until = text.indexOf(part, until) + part.length;
        if (domainOfWord(text.slice(start, until), this.#words) === undefined) continue;
        end = until;
        at = next;
      }
      names.push(text.slice(start, end));
      from = end;
    }
    return names;
  }

  #resolveOne(mention: string): Resolved {
    const text = mention.trim();
    if (isPlaceholder(text)) return unknown;
    if (text.startsWith("@") && isTeamName(text)) return this.#resolveTeam(text);
    const parsed = parseName(text);
    const word = parsed.name === undefined ? undefined : domainOfWord(parsed.name, this.#words);
    const person = this.#people.find(parsed, word !== undefined);
    if (person) return { person, known: true, ...(person.domain === undefined ? {} : { domain: person.domain }) };
    if (word !== undefined) return this.#resolveDomain(parsed.name ?? "", word);
    if (parsed.name !== undefined && this.#isTeam(parsed.name)) return this.#resolveTeam(parsed.name);
    if (parsed.name === undefined && parsed.handle !== undefined) {
      const domain = domainOfWord(parsed.handle.replace(/[-_]/g, " "), this.#words);
      if (domain !== undefined) return { domain, team: text, known: true };
    }
    const noted = parsed.note === undefined ? undefined : domainOfWord(parsed.note, this.#words);
    return noted === undefined ? unknown : { domain: noted, known: false };
  }

  #resolveDomain(text: string, domain: string): Resolved {
    const leads = isLeadRole(text) ? this.leadsOf(domain) : [];
    const [lead] = leads;
    return lead && leads.length === 1 ? { person: lead, domain, known: true } : { domain, known: true };
  }

  #isTeam(name: string): boolean {
    return isTeamName(name) || this.#teams.has(teamCore(name));
  }

  #resolveTeam(text: string): Resolved {
    const domain = domainOfWord(text, this.#words);
    return domain === undefined ? { team: text, known: true } : { team: text, domain, known: true };
  }
}

/** "Sales, Marketing & Operations". */
const mostPartsOfName = 4;

/** What is kept under a name; made where it is not there. */
function kept<Value>(known: Map<string, Value>, name: string, make: () => Value): Value {
  let value = known.get(name);
  if (value === undefined) {
    value = make();
    if (known.size >= mostResolved) known.clear();
    known.set(name, value);
  }
  return value;
}

/** Whether names are those of two people or more, rather than one with a role behind it ("Amelia Chen, VP Engineering"). */
function areSeveral(all: readonly Resolved[]): boolean {
  return new Set(all.flatMap(({ person }) => person ?? [])).size > 1;
}

/** Roles that one person of a domain holds; "PM" and "EM" are many people's. */
const leadRole =
  /^(?:the |our )?(?:(?:s?vp|vice president|head|director|chief)\b.*|.* (?:vp|lead|director|head)|vpp|vpe|cto|cpo|cdo)$/i;

function isLeadRole(text: string): boolean {
  return text.length <= 60 && leadRole.test(text.trim());
}

/** What a roles table calls people that is no area of responsibility. */
const personalRole =
  /^(?:co-?)?(?:chair(?:person|man|woman)?s?|vice[ -]chair|secretary|treasurer|facilitator|moderator|note[ -]?taker|scribe|members?|maintainers?|contributors?|reviewers?|approvers?|editors?|leads?|tech(?:nical)? leads?|owners?|sponsors?|participants?|observers?|champions?|drivers?|coordinators?|president|ceo|founder|emeritus|liaison|host|organi[sz]er|attendees?|voting members?|role|name)$/i;

/** Words for a group that are an area of responsibility as well. */
const alsoArea = /^(?:community|people)$/i;

class RosterBuilder {
  readonly people = new PersonIndex();
  readonly words = new Map<string, string>();
  readonly teams = new Set<string>();
  readonly domains: string[] = [];
  readonly #added = new Map<string, Set<string>>();
  readonly #standIns: { readonly name: ParsedName; readonly domain: string | undefined }[] = [];

  constructor(settings: readonly (readonly DomainSettings[])[]) {
    for (const one of settings) {
      const vocabulary = buildVocabulary(one);
      for (const domain of vocabulary.domains) if (!this.domains.includes(domain)) this.domains.push(domain);
      for (const [word, domain] of vocabulary.domainByWord) {
        if (!this.words.has(word)) this.words.set(word, domain);
      }
    }
  }

  get added(): readonly AddedDomain[] {
    return [...this.#added].map(([name, aliases]) => ({ name, aliases: [...aliases] }));
  }

  addEntry(entry: RosterEntry): void {
    const domain = this.#domainOfEntry(entry);
    if (entry.team !== undefined && !isPlaceholder(entry.team)) this.#addTeam(entry.team, domain);
    for (const name of entryNames(entry)) this.people.add(name, domain, entry.lead);
    for (const name of this.#standInsOf(entry)) this.#standIns.push({ name, domain });
  }

  /** Who stands in for another domain's lead stays of the own one: to be called once all others are known. */
  addStandIns(): void {
    for (const { name, domain } of this.#standIns) this.people.add(name, domain, false);
  }

  /** Whoever stands in for a lead is of the lead's domain; "the CEO" and "any member" are nobody in particular. */
  #standInsOf({ standIn }: RosterEntry): ParsedName[] {
    if (standIn === undefined || isPlaceholder(standIn.text) || standIn.text.length > 80) return [];
    return splitNames(standIn.text)
      .map(parseName)
      .filter(({ name, handle }) => handle !== undefined || (name !== undefined && this.#isFullName(name)));
  }

  #isFullName(name: string): boolean {
    return (
      /^\p{Lu}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){0,3}$/u.test(name) && domainOfWord(name, this.words) === undefined
    );
  }

  addConfigured(settings: readonly DomainSettings[]): void {
    for (const { name: domain, leads, members } of settings) {
      for (const lead of leads) this.people.add(parseName(lead), domain, true);
      for (const member of members) this.people.add(parseName(member), domain, false);
    }
  }

  addCodeOwners(text: string): void {
    for (const { owner, path } of readCodeOwners(text)) {
      const segments = path.split(/[/*]+/).filter(Boolean);
      const domain = segments
        .map((segment) => this.words.get(segment.toLowerCase()))
        .find((word) => word !== undefined);
      if (owner.includes("/")) this.#addTeam(owner, domain);
      else this.people.add(parseName(owner), domain, false);
    }
  }

  #domainOfEntry(entry: RosterEntry): string | undefined {
    const written = entry.domain?.text
      .replace(/\([^()]*\)/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    const ofTeam = entry.team === undefined ? undefined : domainOfWord(entry.team, this.words);
    if (written === undefined || isPlaceholder(written)) return ofTeam;
    const known = domainOfWord(written, this.words) ?? this.#firstWordDomain(written);
    if (known !== undefined) return known;
    if (personalRole.test(written) || written.length > 40) return ofTeam;
    if (isTeamName(written) && !alsoArea.test(written)) return ofTeam;
    return this.#addDomain(written.replace(/^(?:(?:s?vp|head|director)(?: of)?,? )|(?: leads?| vp| manager)$/gi, ""));
  }

  /** "VP Engineering & CTO", "Engineering (Platform)", "Product manager, payments": the domain that its first part names. */
  #firstWordDomain(written: string): string | undefined {
    const [first] = written.split(/,| [&–—/-] | and /u);
    return first === undefined || first === written ? undefined : domainOfWord(first, this.words);
  }

  #addDomain(name: string): string {
    const domain = name.trim().toLowerCase();
    this.domains.push(domain);
    this.#aliasesOf(domain);
    for (const [word] of buildVocabulary([{ name: domain, aliases: [], leads: [], members: [] }]).domainByWord) {
      if (!this.words.has(word)) this.words.set(word, domain);
    }
    return domain;
  }

  /** The words that are added for a domain, which is one of those added from now on. */
  #aliasesOf(domain: string): Set<string> {
    let aliases = this.#added.get(domain);
    if (!aliases) {
      aliases = new Set();
      this.#added.set(domain, aliases);
    }
    return aliases;
  }

  #addTeam(name: string, domain: string | undefined): void {
    for (const one of splitNames(name)) {
      const core = teamCore(one);
      this.teams.add(core);
      if (domain === undefined || core === "") continue;
      if (!this.words.has(core)) this.words.set(core, domain);
      // Its core alone ("platform") is a word of every day, unless it is short for the domain ("Ops" of Operations).
      const whole = one.toLowerCase().trim();
      if (core !== whole || isShortFor(core, domain)) this.#aliasesOf(domain).add(whole);
    }
  }
}

function isShortFor(word: string, domain: string): boolean {
  return word.length >= 2 && word.length < domain.length && domain.startsWith(word.replace(/s$/, ""));
}

/** The people of an entry; none where its lead is vacant. */
function entryNames(entry: RosterEntry): ParsedName[] {
  if (entry.vacant) return [];
  const given = entry.name === undefined || isPlaceholder(entry.name) ? [] : splitNames(entry.name).map(parseName);
  const handle = entry.handle === undefined ? undefined : parseName(entry.handle.replace(/^(?!@)/, "@")).handle;
  const [only] = given;
  if (handle === undefined) return given;
  if (only === undefined) return [{ name: undefined, handle, note: undefined }];
  return given.length === 1 ? [{ ...only, handle }] : given;
}

/** Whether two mentions are of the same person by their words alone, where no roster says. */
export function sameWords(one: string, other: string): boolean {
  const a = parseName(one);
  const b = parseName(other);
  if (a.handle !== undefined && a.handle === b.handle) return true;
  return a.name !== undefined && b.name !== undefined && foldName(a.name) === foldName(b.name);
}
