import { sameItems } from "../text/same.js";
import { type Acronym, findAcronyms } from "./acronyms.js";
import { countOf, valuesOf, withValue } from "./few.js";
import { PhraseTable } from "./phrase-table.js";
import { Postings } from "./postings.js";
import { differentTickets } from "./similarity.js";
import { analyseTitle } from "./title.js";
import { type TitleGroup, TitleGroups } from "./title-groups.js";

/** An entry as it is found from others. */
export interface TitleMatch<Key extends object = object> {
  readonly key: Key;
  /** Path of the document that holds it. */
  readonly document: string;
}

/** Something that may be spoken of in several documents under one name or nearly so. */
export interface TitleEntry<Key extends object = object> extends TitleMatch<Key> {
  readonly title: string;
  /** Ids, tickets and resolved links that name it, comparable as they are: entries that share one are the same whatever they are called. */
  readonly ids: readonly string[];
  /** Those of the ids that are its number where it is kept: others refer to it by them, and two that have one each are two ("ADR 7" of two teams). */
  readonly numbers?: readonly string[];
  /** Made of its words by some rule, and otherwise as good as ids; one that many go by names nothing. */
  readonly names?: readonly string[];
}

interface Item<Key extends object> extends TitleMatch<Key> {
  readonly group: TitleGroup<Item<Key>>;
  readonly ids: readonly string[];
  readonly numbers: readonly string[];
  readonly names: readonly string[];
  readonly acronyms: readonly Acronym[];
}

interface Candidate<Key extends object> {
  readonly item: Item<Key>;
  /** Two for a common id, one and the score of the titles otherwise: 1 for equal titles. */
  readonly score: number;
}

const sharedId = 2;
const equalTitle = 1;
/** Of two titles that are both like a third, the better must be better by this. */
const margin = 0.05;
/** A title that so many documents use is a common word, not a name. */
const mostDocuments = 24;
/** So is one that is used so often, be it in one document: every use would have to be compared with every other. */
const mostUses = 200;
/** A name that so many go by is a common word as well, and an id that so many share tells what they speak of rather than what they are. */
const mostNamesakes = 48;
const mostSharers = 400;
/** More changes than this between two questions and everything counts as affected. */
const mostPending = 600;
/** Entries whose candidates are kept at a time: more than an edit asks for, and far less than there are in a large workspace. */
const mostKnown = 5_000;
const none: readonly never[] = [];

/** The words by which a title is found under another wording; equal for titles that say the same. Empty for one that says nothing of its own. */
export function titleKey(title: string): string {
  return analyseTitle(title).key;
}

/**
 * Finds the same thing in other documents: by a common id, ticket or link; then by equal words; then by words that are nearly equal. What is
 * ambiguous is not found. Kept up entry by entry: the cost of a change is that of the titles that share its words. What is found depends on
 * the entries alone, not on the order in which they came.
 */
export class TitleIndex<Key extends object = object> {
  readonly #items = new Map<Key, Item<Key>>();
  readonly #phrases = new PhraseTable();
  readonly #groups = new TitleGroups<Item<Key>>(
    (first) => this.#phrases.lookup(first),
    (groups) => this.#noteShift(groups),
  );
  readonly #byId = new Postings<string, Item<Key>>();
  readonly #byName = new Postings<string, Item<Key>>();
  readonly #ofDocuments = new Map<string, readonly Acronym[]>();
  #candidates = new Map<Item<Key>, readonly Candidate<Key>[]>();
  readonly #added = new Set<Item<Key>>();
  #affected = new Set<Key>();
  /** Until somebody asks, all that there is is new: whom it may match is nothing to find out one by one. */
  #allAffected = true;

  /**
   * @param order where of two entries of one document the first stands, below 0 for `a`: an item that a document states twice is found at its
   *   first place. Without it they count as they were added.
   */
  constructor(private readonly order: (a: Key, b: Key) => number = () => 0) {}

  add(entry: TitleEntry<Key>): void {
    if (this.#items.has(entry.key)) this.remove(entry.key);
    const { key, document, title } = entry;
    const acronyms = orNone(findAcronyms(title));
    for (const acronym of acronyms) this.#countAcronym(acronym, 1);
    const group = this.#groups.open(title);
    const ids = orNone([...new Set([...entry.ids.map((id) => id.toLowerCase()), ...group.analysis.tickets])]);
    const names = orNone([...new Set(entry.names ?? none)]);
    const item: Item<Key> = { key, document, group, ids, numbers: orNone(entry.numbers ?? none), names, acronyms };
    group.items = withValue(group.items, item);
    for (const id of ids) this.#share(this.#byId, id, item, mostSharers);
    for (const name of names) this.#share(this.#byName, name, item, mostNamesakes);
    this.#items.set(key, item);
    this.#noteAdded(item);
  }

  remove(key: Key): void {
    const item = this.#items.get(key);
    if (!item) return;
    if (!this.#added.delete(item)) this.#noteNeighbours(item);
    this.#forgetCandidates(item);
    this.#items.delete(key);
    for (const id of item.ids) this.#unshare(this.#byId, id, item, mostSharers);
    for (const name of item.names) this.#unshare(this.#byName, name, item, mostNamesakes);
    this.#groups.close(item.group, item);
    for (const acronym of item.acronyms) this.#countAcronym(acronym, -1);
  }

  /** What a document explains in its text: its short forms count in titles everywhere. An empty list takes them back. */
  setAcronyms(document: string, acronyms: readonly Acronym[]): void {
    const before = this.#ofDocuments.get(document) ?? [];
    if (sameItems(before, acronyms)) return;
    // What an edit takes away and gives back in the same words means what it meant.
    for (const acronym of withoutEquals(before, acronyms)) this.#countAcronym(acronym, -1);
    for (const acronym of withoutEquals(acronyms, before)) this.#countAcronym(acronym, 1);
    if (acronyms.length > 0) this.#ofDocuments.set(document, acronyms);
    else this.#ofDocuments.delete(document);
  }

  /** Path of the document that holds an entry. */
  documentOf(key: Key): string | undefined {
    return this.#items.get(key)?.document;
  }

  /** Entries of other documents for the same thing, at most one a document, in the order of their paths; none of a document where two would do. */
  matchesOf(key: Key): readonly TitleMatch<Key>[] {
    this.#settle();
    const item = this.#items.get(key);
    const found = item ? this.#candidatesOf(item) : [];
    if (!item || found.length === 0) return none;
    const byDocument = new Map<string, Candidate<Key>[]>();
    for (const candidate of found) {
      const { document } = candidate.item;
      if (document === item.document) continue;
      const list = byDocument.get(document);
      if (list) list.push(candidate);
      else byDocument.set(document, [candidate]);
    }
    const matches: TitleMatch<Key>[] = [];
    for (const candidates of byDocument.values()) {
      const choice = this.#choose(item, candidates);
      if (choice && this.#chosenBack(item, choice)) matches.push(choice);
    }
    return matches.sort((a, b) => (a.document < b.document ? -1 : 1));
  }

  /** Other documents that hold something that may be the same, those among them where it is ambiguous which. */
  documentsLike(key: Key): ReadonlySet<string> {
    this.#settle();
    const item = this.#items.get(key);
    if (!item) return new Set();
    return new Set(this.#candidatesOf(item).map((candidate) => candidate.item.document));
  }

  /**
   * Keys of entries whose matches may differ from those of the last call, the changed ones included: what an edit re-matches. Entries that were
   * removed are not among them.
   */
  takeAffected(): ReadonlySet<Key> {
    this.#settle();
    const affected = this.#allAffected ? new Set(this.#items.keys()) : this.#affected;
    this.#affected = new Set();
    this.#allAffected = false;
    for (const key of affected) if (!this.#items.has(key)) affected.delete(key);
    return affected;
  }

  /** Takes in the changes since the last question: titles that are gone, and what is found differently for those that came. */
  #settle(): void {
    this.#groups.settle();
    if (this.#added.size === 0) return;
    const added = [...this.#added];
    this.#added.clear();
    const told = new Set<TitleGroup<Item<Key>>>();
    for (const item of added) this.#forgetCandidates(item, told);
    const noted = new Map<string, Set<Item<Key>>>();
    for (const item of added) {
      this.#affected.add(item.key);
      this.#noteNeighbours(item, noted);
    }
  }

  #noteAdded(item: Item<Key>): void {
    if (!this.#allAffected) this.#added.add(item);
    if (this.#added.size > mostPending) {
      this.#added.clear();
      this.#affected = new Set();
      this.#allAffected = true;
    }
    if (this.#allAffected && this.#candidates.size > 0) this.#candidates.clear();
  }

  /** Whoever may match the item, and whoever else of its document these may match instead. `noted` are those of a document that have been asked. */
  #noteNeighbours(item: Item<Key>, noted = new Map<string, Set<Item<Key>>>()): void {
    if (this.#allAffected) return;
    for (const other of this.#nearby(item)) {
      this.#affected.add(other.key);
      const asked = noted.get(item.document) ?? new Set<Item<Key>>();
      if (asked.has(other)) continue;
      noted.set(item.document, asked.add(other));
      for (const { item: rival } of this.#candidatesOf(other)) {
        if (rival.document === item.document) this.#affected.add(rival.key);
      }
    }
  }

  /** Its candidates; where its title just became too common, or is about to be a name again, those that it would have otherwise. */
  #nearby(item: Item<Key>): Iterable<Item<Key>> {
    const equal = this.#usesOf(item) > mostUses + 1 ? [] : this.#equals(item);
    if (equal.length !== mostUses + 1 && countDocuments(equal) !== mostDocuments + 1)
      return this.#candidatesOf(item).map((candidate) => candidate.item);
    return [...equal, ...this.#groups.alike(item.group).flatMap(({ group }) => valuesOf(group.items))];
  }

  /** Titles whose scores are about to change, and whoever they match: as it is now, and again once it has changed. */
  #noteShift(groups: readonly TitleGroup<Item<Key>>[]): void {
    if (this.#allAffected) return;
    for (const group of groups) this.#noteChanging(valuesOf(group.items));
  }

  /** Entries that are about to match others, or just have begun to. */
  #noteChanging(items: readonly Item<Key>[]): void {
    if (this.#allAffected) return;
    for (const item of items) {
      this.#noteNeighbours(item);
      this.#forgetCandidates(item);
      this.#noteAdded(item);
    }
  }

  /** Has the item find its candidates anew, and all for whom it may be one. `done` are titles whose likes have been told. */
  #forgetCandidates(item: Item<Key>, done = new Set<TitleGroup<Item<Key>>>()): void {
    if (this.#candidates.size === 0) return;
    if (this.#allAffected) {
      this.#candidates.clear();
      return;
    }
    this.#candidates.delete(item);
    for (const { other } of this.#sharers(item, 1)) this.#candidates.delete(other);
    if (done.has(item.group)) return;
    done.add(item.group);
    for (const other of this.#equals(item)) this.#candidates.delete(other);
    for (const { group } of this.#groups.alike(item.group)) {
      for (const other of valuesOf(group.items)) this.#candidates.delete(other);
    }
  }

  #countAcronym(acronym: Acronym, step: 1 | -1): void {
    for (const changed of this.#phrases.count(acronym, step)) {
      for (const group of this.#groups.withPhrase(changed.short, changed.long)) {
        const analysis = this.#groups.reread(group);
        if (!analysis) continue;
        for (const item of valuesOf(group.items)) this.#noteNeighbours(item);
        for (const item of valuesOf(group.items)) this.#forgetCandidates(item);
        this.#groups.replace(group, analysis);
        for (const item of valuesOf(group.items)) this.#noteAdded(item);
      }
    }
  }

  /** Enters an item under an id or a name. Those who were found by it are no more where it is one too many. */
  #share(postings: Postings<string, Item<Key>>, id: string, item: Item<Key>, most: number): void {
    if (postings.count(id) === most) this.#noteChanging(postings.get(id));
    postings.add(id, item);
  }

  #unshare(postings: Postings<string, Item<Key>>, id: string, item: Item<Key>, most: number): void {
    postings.delete(id, item);
    if (postings.count(id) === most) this.#noteChanging(postings.get(id));
  }

  /** Who shares one of its ids or names, unless too many do. `more` than may: who did a moment ago is then among them. */
  *#sharers({ ids, names }: Item<Key>, more = 0): Iterable<{ readonly id: string; readonly other: Item<Key> }> {
    for (const id of ids)
      if (this.#byId.count(id) <= mostSharers + more) for (const other of this.#byId.get(id)) yield { id, other };
    for (const id of names)
      if (this.#byName.count(id) <= mostNamesakes + more) for (const other of this.#byName.get(id)) yield { id, other };
  }

  /** How many say the same. */
  #usesOf(item: Item<Key>): number {
    let uses = 0;
    for (const group of this.#groups.equals(item.group)) uses += countOf(group.items);
    return uses;
  }

  #equals(item: Item<Key>): Item<Key>[] {
    return this.#groups.equals(item.group).flatMap((group) => valuesOf(group.items));
  }

  #candidatesOf(item: Item<Key>): readonly Candidate<Key>[] {
    let found = this.#candidates.get(item);
    if (!found) {
      found = orNone([...this.#findCandidates(item)].map(([other, score]) => ({ item: other, score })));
      if (this.#candidates.size >= mostKnown) this.#candidates.clear();
      this.#candidates.set(item, found);
    }
    return found;
  }

  #findCandidates(item: Item<Key>): Map<Item<Key>, number> {
    const found = new Map<Item<Key>, number>();
    const enter = (other: Item<Key>, score: number): void => {
      if (other === item || (found.get(other) ?? 0) >= score) return;
      if (score < sharedId && differentTickets(item.ids, other.ids)) return;
      found.set(other, score);
    };
    for (const { id, other } of this.#sharers(item))
      if (!item.numbers.includes(id) || !other.numbers.includes(id)) enter(other, sharedId);
    // A list that says the same a thousand times costs no thousand looks at the thousand.
    if (this.#usesOf(item) > mostUses) return found;
    const equal = this.#equals(item);
    if (isCommon(equal)) return found;
    for (const other of equal) enter(other, equalTitle);
    for (const { group, score } of this.#groups.alike(item.group)) {
      for (const other of valuesOf(group.items)) enter(other, score * 0.99);
    }
    return found;
  }

  /** The one candidate of a document that is better than all others of other words; the first of those that say the same. */
  #choose(item: Item<Key>, candidates: readonly Candidate<Key>[]): Item<Key> | undefined {
    const best = Math.max(...candidates.map(({ score }) => score));
    let top = candidates.filter(({ score }) => (best >= equalTitle ? score === best : score >= best - margin));
    const keyOf = (candidate: Candidate<Key>): string => candidate.item.group.analysis.key;
    if (top.length > 1 && best === sharedId) {
      const sameWords = top.filter((candidate) => keyOf(candidate) === item.group.analysis.key);
      if (sameWords.length > 0) top = sameWords;
    }
    const [first] = top;
    if (!first || top.some((candidate) => keyOf(candidate) !== keyOf(first))) return undefined;
    return top.map((candidate) => candidate.item).reduce((a, b) => (this.order(a.key, b.key) <= 0 ? a : b));
  }

  /** Whether the other, asked in turn, finds this item or one of the same words in its document. */
  #chosenBack(item: Item<Key>, other: Item<Key>): boolean {
    const candidates = this.#candidatesOf(other).filter((candidate) => candidate.item.document === item.document);
    const back = this.#choose(other, candidates);
    return back !== undefined && (back === item || back.group.analysis.key === item.group.analysis.key);
  }
}

/** The acronyms of the first list that the second does not hold as often, compared by what they say. */
function withoutEquals(acronyms: readonly Acronym[], others: readonly Acronym[]): Acronym[] {
  const counts = new Map<string, number>();
  const nameOf = ({ short, long }: Acronym): string => `${short}\n${long}`;
  for (const other of others) counts.set(nameOf(other), (counts.get(nameOf(other)) ?? 0) + 1);
  return acronyms.filter((acronym) => {
    const count = counts.get(nameOf(acronym)) ?? 0;
    if (count > 0) counts.set(nameOf(acronym), count - 1);
    return count === 0;
  });
}

function isCommon<Key extends object>(equal: readonly Item<Key>[]): boolean {
  return equal.length > mostDocuments && countDocuments(equal) > mostDocuments;
}

function countDocuments<Key extends object>(items: readonly Item<Key>[]): number {
  return new Set(items.map((item) => item.document)).size;
}

/** The same list for all that are empty. */
function orNone<Value>(list: readonly Value[]): readonly Value[] {
  return list.length > 0 ? list : none;
}
