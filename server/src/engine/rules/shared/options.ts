import type { PlanDocument } from "../../index/document.js";
import { readUnits } from "../../reading/units.js";

const optionsHeading =
  /^(?:\d+\.? )?(?:the )?(?:considered |possible |available )?(?:options?|alternatives?|choices)(?: (?:that )?(?:we )?considered)?\W{0,2}$/i;
const shortest = 3;
const longest = 80;

/** The options among which a record chose, by name, in small letters: the list under "Considered options". */
export function optionsOf(document: PlanDocument): readonly string[] {
  const options: string[] = [];
  let listed = false;
  for (const slot of document.markdown.slots) {
    if (slot.type === undefined || slot.type === "yaml") continue;
    for (const unit of readUnits(slot)) {
      if (unit.kind === "heading") listed = optionsHeading.test(unit.inline.text.trim());
      else if (listed && unit.kind === "paragraph" && unit.item !== undefined) {
        const name = (unit.inline.text.split(/ [–—-] |[:;(]|\. /)[0] ?? "").trim().toLowerCase();
        if (name.length >= shortest && name.length <= longest) options.push(name);
      }
    }
  }
  return options;
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
