import { type Few, withoutValue } from "./few.js";
import { NearWords } from "./near-words.js";
import { Postings } from "./postings.js";
import { leastScore, similarity } from "./similarity.js";
import { analyseTitle, type PhraseLookup, sequenceOf, type TitleAnalysis } from "./title.js";
import { weakStems } from "./word-lists.js";

/** All entries of one title. */
export interface TitleGroup<Item extends object> {
  /** As it was first written. */
  readonly title: string;
  /** In the order in which they were added. */
  items: Few<Item>;
  analysis: TitleAnalysis;
  /** Its likes as last found; undefined where they may have changed since. */
  likes: readonly LikeTitle<Item>[] | undefined;
}

/** A title in other words for what is likely the same. */
export interface LikeTitle<Item extends object> {
  readonly group: TitleGroup<Item>;
  readonly score: number;
}

/**
 * Words in more titles than this tell nothing: titles whose words are all so common are found by equal words alone. Where a word crosses it
 * its rarity shifts as well, so that all who hold it are looked at again. Below it are steps of rarity (titles that hold the word, weight).
 */
const tooCommon = 256;
const rarities: readonly (readonly [number, number])[] = [
  [4, 1],
  [16, 0.85],
  [64, 0.7],
  [tooCommon, 0.55],
];
const commonRarity = 0.4;
/** More changed titles than this between two questions, and all likes are found anew. */
const mostUntold = 500;
/** Titles whose likes are kept at a time: more than an edit asks for, and far less than there are in a large workspace. */
const mostFound = 5_000;
const none: readonly never[] = [];

/** Distinct titles and the words that they share: finds those alike without comparing each with each. */
export class TitleGroups<Item extends object> {
  readonly #groups = new Map<string, TitleGroup<Item>>();
  readonly #byKey = new Postings<string, TitleGroup<Item>>();
  readonly #byToken = new Postings<string, TitleGroup<Item>>();
  readonly #near = new NearWords<TitleGroup<Item>>((stem) => this.#byToken.get(stem));
  /** Titles that nothing has any more; an edit often gives them back at once. */
  readonly #empty = new Set<TitleGroup<Item>>();
  /** Titles that are new or score differently: those that they are like now do not know of it yet. */
  readonly #untold = new Set<TitleGroup<Item>>();
  /** Titles that may know their likes. */
  readonly #found = new Set<TitleGroup<Item>>();
  readonly #rarity = (word: string): number => rarityOf(this.#byToken.count(word));

  /** @param onShift told before a word gets rarer or less rare, with all titles that hold it: their scores are about to change */
  constructor(
    private readonly phrases: PhraseLookup,
    private readonly onShift: (groups: readonly TitleGroup<Item>[]) => void,
  ) {}

  /** The group of a title, new where there is none yet. */
  open(title: string): TitleGroup<Item> {
    const name = foldTitle(title);
    const known = this.#groups.get(name);
    if (known) return known;
    const analysis = analyseTitle(title, this.phrases);
    const group: TitleGroup<Item> = { title, items: undefined, analysis, likes: undefined };
    this.#groups.set(name, group);
    this.#enter(group);
    return group;
  }

  /** Takes an entry out of its group. */
  close(group: TitleGroup<Item>, item: Item): void {
    group.items = withoutValue(group.items, item);
    if (group.items === undefined) this.#empty.add(group);
  }

  /** Drops the groups that hold nothing. */
  settle(): void {
    for (const group of this.#empty) {
      if (group.items !== undefined) continue;
      this.#groups.delete(foldTitle(group.title));
      this.#leave(group);
    }
    this.#empty.clear();
  }

  /** Titles that may read differently when the words mean something else: those with the short form, or with all words of the long one. */
  withPhrase(short: string, long: string): readonly TitleGroup<Item>[] {
    const postings = long.split(" ").map((word) => this.#byToken.get(word));
    const smallest = postings.filter((posting) => posting.length > 0).sort((a, b) => a.length - b.length)[0];
    return [...new Set([...this.#byToken.get(short), ...(smallest ?? [])])];
  }

  /** How the title reads now, after a short form changed its meaning; undefined where it reads as before. */
  reread(group: TitleGroup<Item>): TitleAnalysis | undefined {
    const analysis = analyseTitle(group.title, this.phrases);
    return sequenceOf(analysis).join(" ") === sequenceOf(group.analysis).join(" ") ? undefined : analysis;
  }

  /** Puts another reading of a title in force. */
  replace(group: TitleGroup<Item>, analysis: TitleAnalysis): void {
    this.#leave(group);
    group.analysis = analysis;
    this.#enter(group);
  }

  /** Groups of titles that say the same in the same words, this one included. */
  equals(group: TitleGroup<Item>): readonly TitleGroup<Item>[] {
    return group.analysis.key === "" ? [] : this.#byKey.get(group.analysis.key);
  }

  /** Groups of other words for what is likely the same, with their scores. */
  alike(group: TitleGroup<Item>): readonly LikeTitle<Item>[] {
    this.#tell();
    const known = group.likes;
    if (known) return known;
    if (this.#found.size >= mostFound) this.#forgetAll();
    const likes = this.#findLikes(group);
    group.likes = likes;
    this.#found.add(group);
    return likes;
  }

  /** Has all titles find their likes anew. */
  #forgetAll(): void {
    for (const known of this.#found) known.likes = undefined;
    this.#found.clear();
  }

  /** Has whoever is like a changed title find its likes anew. */
  #tell(): void {
    if (this.#untold.size === 0) return;
    const untold = [...this.#untold];
    this.#untold.clear();
    if (this.#found.size === 0) return;
    const likes = untold.map((group) => ({ group, found: this.#findLikes(group) }));
    for (const { found } of likes) for (const like of found) like.group.likes = undefined;
    for (const { group, found } of likes) {
      group.likes = found;
      this.#found.add(group);
    }
  }

  /** Notes that those like a title do not know of it yet. Of too many at once nobody is told: all find their likes anew. */
  #noteUntold(group: TitleGroup<Item>): void {
    this.#untold.add(group);
    if (this.#untold.size > mostUntold) this.#forgetAll();
  }

  /** Has a title and whoever it is like now find their likes anew. Whatever is found for one of two is found for the other. */
  #forgetLikes(group: TitleGroup<Item>): void {
    if (this.#found.size === 0) return;
    for (const like of group.likes ?? this.#findLikes(group)) like.group.likes = undefined;
    group.likes = undefined;
  }

  #findLikes(group: TitleGroup<Item>): readonly LikeTitle<Item>[] {
    const { analysis } = group;
    if (analysis.key === "") return none;
    const seen = new Set<TitleGroup<Item>>([group]);
    const found: LikeTitle<Item>[] = [];
    const compare = (others: Iterable<TitleGroup<Item>>): void => {
      for (const other of others) {
        if (seen.has(other)) continue;
        seen.add(other);
        if (other.analysis.key === analysis.key) continue;
        const score = similarity(analysis, other.analysis, this.#rarity);
        if (score > 0) found.push({ group: other, score });
      }
    };
    for (const posting of this.#telling(analysis)) compare(posting);
    compare(this.#near.titlesNear(analysis));
    for (const stem of this.#near.stemsNear(analysis)) {
      if (this.#byToken.count(stem) <= tooCommon) compare(this.#byToken.get(stem));
    }
    return found.length > 0 ? found : none;
  }

  /** The postings of the title's rarest words, as many as it takes: a title that shares none of them cannot reach the least score. */
  #telling(analysis: TitleAnalysis): (readonly TitleGroup<Item>[])[] {
    const words = analysis.tokens
      .filter((token) => !weakStems.has(token.stem))
      .map((token) => ({ token, posting: this.#byToken.get(token.stem) }))
      .sort((a, b) => a.posting.length - b.posting.length);
    let rest = analysis.tokens.length;
    let passed = 0;
    const telling: (readonly TitleGroup<Item>[])[] = [];
    for (const { token, posting } of words) {
      if (posting.length > tooCommon || rest / (rest + passed) < leastScore) break;
      telling.push(posting);
      rest -= 1;
      passed += token.weight;
    }
    return telling;
  }

  #enter(group: TitleGroup<Item>): void {
    this.#announceShift(group, 1);
    if (group.analysis.key !== "") this.#byKey.add(group.analysis.key, group);
    this.#near.add(group);
    for (const { stem } of group.analysis.tokens) this.#byToken.add(stem, group);
    this.#noteUntold(group);
  }

  #leave(group: TitleGroup<Item>): void {
    this.#announceShift(group, -1);
    this.#forgetLikes(group);
    this.#found.delete(group);
    this.#untold.delete(group);
    this.#byKey.delete(group.analysis.key, group);
    this.#near.delete(group);
    for (const { stem } of group.analysis.tokens) this.#byToken.delete(stem, group);
  }

  #announceShift(group: TitleGroup<Item>, step: 1 | -1): void {
    const shifting = group.analysis.tokens.filter(({ stem }) => {
      const count = this.#byToken.count(stem);
      return rarityOf(count) !== rarityOf(count + step);
    });
    if (shifting.length === 0) return;
    const groups = shifting.flatMap(({ stem }) => this.#byToken.get(stem));
    this.onShift(groups);
    for (const shifted of groups) {
      this.#forgetLikes(shifted);
      this.#noteUntold(shifted);
    }
  }
}

function rarityOf(count: number): number {
  for (const [most, weight] of rarities) if (count <= most) return weight;
  return commonRarity;
}

function foldTitle(title: string): string {
  // Most are as they should be, and need no second copy.
  return /^\s|\s$|[^\S ]| {2}/.test(title) ? title.trim().replace(/\s+/g, " ") : title;
}
