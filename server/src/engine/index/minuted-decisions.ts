import { type FewWords, fewWords, wordsIn } from "../matching/few.js";
import { Postings } from "../matching/postings.js";
import { analyseTitle } from "../matching/title.js";
import type { Decision } from "../model/facts.js";
import type { PlanDocument } from "./document.js";
import { inReadingOrder } from "./order.js";
import type { Stated } from "./view.js";

/** Words that tell nothing of what a question asks weigh less than this. */
const telling = 0.3;
/** A decision is known by so many of its words; each two of them are a label. */
const mostWords = 7;
/** What share of an open decision's words the one that settles it takes up. */
const leastShare = 0.6;
/** Two words that more decisions hold than this tell nothing: each would have to be compared with all others. */
const mostUses = 60;

interface Entry extends Stated<Decision> {
  readonly pairs: FewWords;
}

/**
 * Decisions of notes and logs by each two of their telling words. "Decision needed: price of the night option" in one meeting and "the night
 * option costs €38" in a later one are far from one title, but a reader of the minutes knows that the point is closed. Kept up decision by
 * decision: a change costs what shares its words, `mostUses` for each two of them at most.
 */
export class MinutedDecisions {
  readonly #byPair = new Postings<string, Entry>();
  readonly #entries = new Map<Decision, Entry>();
  #affected = new Set<PlanDocument>();
  /** Until somebody asks, all that there is is new: whom it concerns is nothing to find out one by one. */
  #asked = false;

  add(fact: Decision, document: PlanDocument): void {
    const pairs = pairsOf(fact, document);
    if (pairs.length === 0) return;
    const entry = { fact, document, pairs: fewWords(pairs) };
    this.#entries.set(fact, entry);
    for (const pair of pairs) this.#byPair.add(pair, entry);
    this.#noteSharing(entry);
  }

  remove(decision: Decision): void {
    const entry = this.#entries.get(decision);
    if (!entry) return;
    this.#noteSharing(entry);
    for (const pair of wordsIn(entry.pairs)) this.#byPair.delete(pair, entry);
    this.#entries.delete(decision);
  }

  /** Documents of decisions that may be settled otherwise than at the last call. */
  takeAffected(): ReadonlySet<PlanDocument> {
    const affected = this.#affected;
    this.#affected = new Set();
    this.#asked = true;
    return affected;
  }

  /** Decided decisions that take up most of the words of one, whichever came first, in reading order; its own document's among them. */
  takingUp(decision: Decision): readonly Stated<Decision>[] {
    const entry = this.#entries.get(decision);
    if (!entry) return [];
    const words = tellingWords(decision);
    const found = new Set<Entry>();
    for (const pair of wordsIn(entry.pairs)) {
      const sharing = this.#byPair.get(pair);
      if (sharing.length > mostUses) continue;
      for (const other of sharing) if (other.fact.status === "decided") found.add(other);
    }
    const taking = [...found].filter(({ fact }) => {
      const theirs = tellingWords(fact);
      return words.filter((word) => theirs.includes(word)).length >= words.length * leastShare;
    });
    return inReadingOrder(taking);
  }

  /** One more than tell anything is about to tell something, or has just ceased to. */
  #noteSharing({ pairs }: Entry): void {
    if (!this.#asked) return;
    for (const pair of wordsIn(pairs)) {
      const sharing = this.#byPair.get(pair);
      if (sharing.length <= mostUses + 1) for (const { document } of sharing) this.#affected.add(document);
    }
  }
}

function pairsOf(decision: Decision, { head }: PlanDocument): readonly string[] {
  if (head.kind !== "notes" && decision.unit?.kind !== "row") return [];
  if (decision.status !== "decided" && (decision.status !== "open" || head.kind !== "notes")) return [];
  const words = tellingWords(decision);
  return words.flatMap((word, index) => words.slice(index + 1).map((other) => `${word} ${other}`));
}

const firstSentence = /^[^.?!]{0,200}/u;
const known = new WeakMap<Decision, readonly string[]>();

/** Stems, each once, in order of the alphabet. */
function tellingWords(decision: Decision): readonly string[] {
  let words = known.get(decision);
  if (!words) {
    const [text = ""] = firstSentence.exec(decision.text) ?? [];
    words = analyseTitle(text)
      .tokens.filter(({ weight }) => weight >= telling)
      .map(({ stem }) => stem)
      .slice(0, mostWords);
    known.set(decision, words);
  }
  return words;
}
