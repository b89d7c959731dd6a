import type { PlanDocument } from "../../index/document.js";
import { isReadAsText } from "../../index/quiet.js";
import type { Slot } from "../../markdown/slot.js";
import { oncePerFacts } from "./once.js";

const optionsHeading =
  /^(?:\d+\.? )?(?:the )?(?:considered |possible |available )?(?:options?|alternatives?|choices)(?: (?:that )?(?:we )?considered)?\W{0,2}$/i;
const headingMark = /(?:^|[\s>])#{1,6}(?:\s|$)|^[ \t>]*(?:=+|-+)[ \t]*$/m;
const shortest = 3;
const longest = 80;

/**
 * The options among which a record chose, by name, in small letters: the list under "Considered options". Only of documents whose edits
 * concern all who speak of their decisions (`Workspace.changeDocument`): no fact tells of the list.
 */
export const optionsOf = oncePerFacts(readOptions);

function readOptions(document: PlanDocument): readonly string[] {
  const options: string[] = [];
  if (!isReadAsText(document)) return options;
  let listed = false;
  for (const slot of document.markdown.slots) {
    if (slot.type === undefined || slot.type === "yaml") continue;
    // Outside of a list of options only a heading counts.
    if (!listed && !mayHoldHeading(slot)) continue;
    for (const unit of document.unitsOf(slot)) {
      if (unit.kind === "heading") listed = optionsHeading.test(unit.inline.text.trim());
      else if (listed && unit.kind === "paragraph" && unit.item !== undefined) {
        const name = (unit.inline.text.split(/ [–—-] |[:;(]|\. /)[0] ?? "").trim().toLowerCase();
        if (name.length >= shortest && name.length <= longest) options.push(name);
      }
    }
  }
  return options;
}

/** A heading stands by itself, or in a list, quotation or footnote. */
function mayHoldHeading({ type, text }: Slot): boolean {
  if (type === "list" || type === "blockquote" || type === "footnoteDefinition") return headingMark.test(text);
  return type === "heading";
}

/** Whether two passages name options of one list, and none that both name. */
export function optionsContradict(one: string, other: string, options: readonly string[]): boolean {
  const left = namedIn(one, options);
  const right = namedIn(other, options);
  return left.length > 0 && right.length > 0 && !left.some((option) => right.includes(option));
}

/** Options that a text names; the reason it gives may name the others. */
function namedIn(text: string, options: readonly string[]): readonly string[] {
  const choice = (text.split(/,? (?:because|since|as it|in order to)\b/i)[0] ?? "").toLowerCase();
  const words = ` ${choice.replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const named = options.filter((option) => words.includes(` ${option.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `));
  return named.filter((option) => !named.some((longer) => longer !== option && longer.includes(option)));
}
