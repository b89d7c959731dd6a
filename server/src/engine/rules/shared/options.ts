import type { PlanDocument } from "../../index/document.js";
import { isReadAsText } from "../../index/quiet.js";
import type { Slot } from "../../markdown/slot.js";
import { spacedWords } from "../../text/words.js";
import { oncePerFacts } from "./once.js";

const optionsHeading =
  /^(?:\d+\.? )?(?:the )?(?:considered |possible |available )?(?:options?|alternatives?|choices)(?: (?:that )?(?:we )?considered)?\W{0,2}$/i;
const headingMark = /(?:^|[\s>])#{1,6}(?:\s|$)|^[ \t>]*(?:=+|-+)[ \t]*$/m;
const shortest = 3;
const longest = 80;

/**
 * The options among which a record chose, by name: the list under "Considered options". Only of documents whose edits
 * concern all who speak of their decisions (`Workspace.changeDocument`): no fact tells of the list.
 */
export const optionsOf = oncePerFacts(readOptions);

interface Option {
  readonly name: string;
  /** Whether it is one only as it is written: what stands before a comma may be any word ("Stay, as we are"). */
  readonly proper: boolean;
}

function readOptions(document: PlanDocument): readonly Option[] {
  const options: Option[] = [];
  if (!isReadAsText(document)) return options;
  let listed = false;
  for (const slot of document.markdown.slots) {
    if (slot.type === undefined || slot.type === "yaml") continue;
    // Outside of a list of options only a heading counts.
    if (!listed && !mayHoldHeading(slot)) continue;
    for (const unit of document.unitsOf(slot)) {
      if (unit.kind === "heading") listed = optionsHeading.test(unit.inline.text.trim());
      else if (listed && unit.kind === "paragraph" && unit.item !== undefined) {
        const option = optionIn(unit.inline.text);
        if (option.name.length >= shortest && option.name.length <= longest) options.push(option);
      }
    }
  }
  return options;
}

/** What stands before the remark on an option; before a comma only what may be a name: "Marlin, who serve two ports". */
function optionIn(text: string): Option {
  const name = (text.split(/ [–—-] |[:;(]|\. /)[0] ?? "").trim();
  const proper = properName.exec(name)?.[1];
  return { name: proper ?? name, proper: proper !== undefined };
}

const properName = /^(\p{Lu}[\p{L}\d]{2,}(?: \p{Lu}[\p{L}\d]+){0,2}), /u;

/** A heading stands by itself, or in a list, quotation or footnote. */
function mayHoldHeading({ type, text }: Slot): boolean {
  if (type === "list" || type === "blockquote" || type === "footnoteDefinition") return headingMark.test(text);
  return type === "heading";
}

/** Whether two passages name options of one list, and none that both name. */
export function optionsContradict(one: string, other: string, options: readonly Option[]): boolean {
  const left = namedIn(one, options);
  const right = namedIn(other, options);
  return left.length > 0 && right.length > 0 && !left.some((option) => right.includes(option));
}

/** Options that a text names; the reason it gives may name the others. */
function namedIn(text: string, options: readonly Option[]): readonly string[] {
  const choice = text.split(/,? (?:because|since|as it|in order to)\b/i)[0] ?? "";
  const written = spacedWords(choice);
  const words = written.toLowerCase();
  const all = options.map(({ name }) => name);
  const names = namesOf(all);
  const named = all.filter((option, index) => {
    const own = names[index] ?? [];
    return (
      (options[index]?.proper
        ? written.includes(spacedWords(option))
        : words.includes(spacedWords(option).toLowerCase())) ||
      (own.length > 0 && own.every((name) => written.includes(` ${name} `)))
    );
  });
  return named.filter((option) => !named.some((longer) => longer !== option && longer.includes(option)));
}

/** The names in each option that no other of them holds: "Stay with Calder" and "Move to Strand" are told apart by two. */
function namesOf(options: readonly string[]): readonly (readonly string[])[] {
  const all = options.map((option) =>
    spacedWords(option)
      .trim()
      .split(" ")
      .slice(1)
      .filter((word) => /^\p{Lu}[\p{L}\p{N}]{2,}$/u.test(word)),
  );
  return all.map((names, index) =>
    names.filter((name) =>
      options.every(
        (option, other) => other === index || !spacedWords(option).toLowerCase().includes(` ${name.toLowerCase()} `),
      ),
    ),
  );
}
