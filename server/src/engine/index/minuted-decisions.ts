import { analyseTitle } from "../matching/title.js";
import type { Decision } from "../model/facts.js";
import type { PlanDocument } from "./document.js";
import { LabelIndex } from "./label-index.js";
import type { Stated } from "./view.js";

/** Words that tell nothing of what a question asks weigh less than this. */
const telling = 0.3;
/** A decision is known by so many of its words; each two of them are a label. */
const mostWords = 7;
/** What share of an open decision's words the one that settles it takes up. */
const leastShare = 0.6;

/**
 * Decisions of notes and logs by each two of their telling words. "Decision needed: price of the night option" in one meeting and "the night
 * option costs €38" in a later one are far from one title, but a reader of the minutes knows that the point is closed.
 */
export class MinutedDecisions {
  readonly #byWords = new LabelIndex<Decision>(pairsOf);

  add(decision: Decision, document: PlanDocument): void {
    this.#byWords.add(decision, document);
  }

  remove(decision: Decision): void {
    this.#byWords.remove(decision);
  }

  /** Documents whose decisions share words with this one. */
  sharing(decision: Decision): readonly PlanDocument[] {
    return this.#byWords.sharing(decision);
  }

  /** Decided decisions that take up most of the words of one, whichever came first, in reading order; its own document's among them. */
  takingUp(decision: Decision): readonly Stated<Decision>[] {
    const words = tellingWords(decision);
    return this.#byWords.others(decision).filter(({ fact }) => {
      if (fact.status !== "decided") return false;
      const theirs = new Set(tellingWords(fact));
      return words.filter((word) => theirs.has(word)).length >= words.length * leastShare;
    });
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
