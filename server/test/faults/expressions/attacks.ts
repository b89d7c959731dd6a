import { type AST, RegExpParser } from "@eslint-community/regexpp";

/** A text that grows: `pumped` is repeated between what leads to it and what makes the match fail behind it. */
export interface Attack {
  readonly before: string;
  readonly pumped: string;
  readonly after: string;
}

/** A text of about `length` characters. */
export function textOf({ before, pumped, after }: Attack, length: number): string {
  return before + pumped.repeat(Math.ceil(length / pumped.length)) + after;
}

/** What most classes hold some of, and what people's documents are full of. */
const common = [..."a0 .,-_*|[(:;\"'’—@#/A\t\n"];
const endings = ["", "\u0000", "!\n"];
const mostOfOne = 48;

/**
 * Texts that make a backtracking matcher work: before each repetition what leads to it, then what it repeats, over and over; and, for
 * matches that begin anywhere, everything that begins one, over and over.
 */
export function attacksOn(expression: RegExp, most = mostOfOne): Attack[] {
  const pattern = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(expression.source, 0, undefined, {
    unicode: expression.unicode,
    unicodeSets: expression.flags.includes("v"),
  });
  const reader = new Reader(expression);
  for (const alternative of pattern.alternatives) reader.walk(alternative, "");
  const found = new Map<string, Attack>();
  const add = (before: string, pumped: string): void => {
    if (pumped === "") return;
    for (const after of endings) found.set(JSON.stringify([before, pumped, after]), { before, pumped, after });
  };
  for (const { before, repeated } of reader.repetitions) {
    for (const pumped of repeated) {
      add(before, pumped);
      add("", before + pumped);
      for (const other of repeated) if (other !== pumped) add(before, pumped + other);
    }
  }
  for (const start of reader.starts) add("", start);
  for (const character of common) add("", character);
  const all = [...found.values()];
  // Spread over the whole expression where there are more than it takes.
  const step = Math.max(1, all.length / (most * endings.length));
  return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

class Reader {
  readonly repetitions: { readonly before: string; readonly repeated: readonly string[] }[] = [];
  /** Beginnings of a match. */
  readonly starts = new Set<string>();
  readonly #flags: string;

  constructor({ flags }: RegExp) {
    this.#flags = flags.replace(/[gyd]/g, "");
  }

  /** Follows an alternative behind a text, noting repetitions on the way; gives the text behind it. */
  walk({ elements }: AST.Alternative, before: string): string {
    let text = before;
    for (const element of elements) {
      text = this.#element(element, text);
      if (text.length <= 60) this.starts.add(text);
    }
    return text;
  }

  #element(element: AST.Element, before: string): string {
    switch (element.type) {
      case "Quantifier": {
        const inner = this.#samples(element.element);
        if (element.max > 8) this.repetitions.push({ before, repeated: inner });
        const behind = this.#element(element.element, before);
        return element.min === 0 && element.element.type !== "Group" ? before : behind;
      }
      case "Group":
      case "CapturingGroup": {
        const ways = element.alternatives.map((alternative) => this.walk(alternative, before));
        return ways[0] ?? before;
      }
      case "Assertion":
        if ("alternatives" in element) for (const one of element.alternatives) this.walk(one, before);
        return before;
      default:
        return before + (this.#samples(element)[0] ?? "");
    }
  }

  /** A few short texts that an element matches. */
  #samples(element: AST.Element): string[] {
    switch (element.type) {
      case "Character":
        return [String.fromCodePoint(element.value)];
      case "CharacterSet":
      case "CharacterClass":
      case "ExpressionCharacterClass": {
        const one = new RegExp(`^${element.raw}$`, this.#flags);
        return common.filter((character) => one.test(character)).slice(0, 6);
      }
      case "Group":
      case "CapturingGroup":
        return element.alternatives.slice(0, 4).flatMap((alternative) => this.#textsOf(alternative));
      case "Quantifier":
        return this.#samples(element.element);
      default:
        return [];
    }
  }

  #textsOf({ elements }: AST.Alternative): string[] {
    let texts = [""];
    for (const element of elements) {
      if (element.type === "Assertion") continue;
      if (element.type === "Quantifier" && element.min === 0) {
        const some = this.#samples(element.element).slice(0, 1);
        texts = [...texts, ...texts.flatMap((text) => some.map((sample) => text + sample))].slice(0, 4);
      } else {
        const some = this.#samples(element).slice(0, 2);
        if (some.length > 0) texts = texts.flatMap((text) => some.map((sample) => text + sample)).slice(0, 4);
      }
    }
    return texts.filter((text) => text !== "");
  }
}
