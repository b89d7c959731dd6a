import { plainName } from "../../index/item-names.js";
import type { Stated } from "../../index/view.js";
import { offsetOf } from "../../markdown/place.js";
import type { OneOnOneNote } from "../../model/facts.js";

/** The text of one note: from its heading to the next dated one of its document. */
export function textOfNote({ document, fact }: Stated<OneOnOneNote>): string {
  const start = offsetOf(fact.place);
  const next = document.facts.oneOnOnes.map((note) => offsetOf(note.place)).filter((offset) => offset > start);
  return document.text.slice(start, next.length > 0 ? Math.min(...next) : undefined);
}

/** Whether a text names something: holds one of its names or ids as whole words, whatever the case, marks and spaces. */
export class NamedIn {
  readonly #words: string;

  constructor(text: string) {
    this.#words = ` ${plainName(text)} `;
  }

  anyOf(names: readonly (string | null)[]): boolean {
    return names.some((name) => {
      const plain = plainName(name ?? "");
      return plain !== "" && this.#words.includes(` ${plain} `);
    });
  }
}
