import { type Phrase, phrase } from "../engine/text/phrase.js";
import type { BoardDifferenceKind } from "../engine/views/board/types.js";
import type { Html } from "./html.js";

/** Says words for people in the language of the page. */
export type Say = (words: Phrase) => string;

/** What a difference is about, as the page calls it. */
export const differenceNames: Readonly<Record<BoardDifferenceKind, Phrase>> = {
  priority: phrase`Priority`,
  order: phrase`Order`,
  missing: phrase`Missing`,
  status: phrase`Status`,
  target: phrase`Date`,
  owner: phrase`Owner`,
};

/** "1 item", "12 items". */
export function items(amount: number): Phrase {
  return amount === 1 ? phrase`1 item` : phrase`${amount} items`;
}

/** A character that no document holds where words are said: where the element goes. */
const gap = "\uFFFF";

/** Words with an element among them, wherever the language has it. */
export function wordsAround(say: Say, words: (gap: string) => Phrase, child: Html): readonly (string | Html)[] {
  const [before = "", ...after] = say(words(gap)).split(gap);
  return [before, child, after.join("")];
}
