import type { Cell, ParagraphUnit } from "../../reading/units.js";
import { isPlaceholder } from "../placeholders.js";

/** What a list item or paragraph of a decision section may be besides a choice. */

const named = "(?:\\[?[A-Z]{2,4}\\]?|@[\\w-]+|\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’.-]*)?)";
const action = new RegExp(
  `^\\W{0,4}(?:(?:action(?: items?)?|todo|to do|ai|next steps?|follow[- ]ups?)\\b|${named}(?:(?:, | and | & |/)${named}){0,3} (?:to|will|shall|should|can|is going to|volunteered to|took|takes)\\s(?!be\\b|not\\b|go to\\b))`,
  "iu",
);
const actionStrict = new RegExp(
  `^\\W{0,4}(?:(?:[Aa]ction(?: [Ii]tems?)?|ACTION(?: ITEMS?)?|TODO|AI|[Nn]ext [Ss]teps?|[Ff]ollow[- ][Uu]ps?)\\b|${named}(?:(?:, | and | & |/)${named}){0,3} (?:to|will|shall|volunteered to|took|takes)\\s(?!be\\b|not\\b|go to\\b))`,
  "u",
);
const nothing =
  /^\W{0,4}(?:none|no decisions?(?: (?:made|taken|reached|yet|needed|were made))?|nothing(?: decided)?|n\/?a|tbd|tba|todo|-+|see (?:above|below|notes)|as above|no conclusion|no resolution)\W{0,3}$/i;

/** Whether a text is a task for somebody rather than a choice ("Ana to file an issue", "Action: …", a checkbox). */
export function isAction(text: string, unit: ParagraphUnit | undefined): boolean {
  if (unit?.item?.checked !== undefined) return true;
  return action.test(text.slice(0, 120)) && actionStrict.test(text.slice(0, 120));
}

/** Whether a text says that there is nothing to say. */
export function isNothing(text: string): boolean {
  return isPlaceholder(text) || (text.length < 60 && nothing.test(text));
}

/** Whether a cell or paragraph is struck out as a whole. */
export function isStruck(inline: Cell["inline"]): boolean {
  const length = inline.text.trim().length;
  return length > 0 && inline.marks.some((mark) => mark.kind === "delete" && mark.end - mark.start >= length - 1);
}

/** A sentence that only announces the list below it ("We decided to:", "The following was agreed:"). */
export function isLeadIn(text: string): boolean {
  const trimmed = text.trim();
  if (!/:\W{0,3}$/.test(trimmed)) return false;
  return (
    trimmed.length < 24 ||
    /\b(?:following|these|as follows|below|such that|that|to|will|decided|agreed|on|decisions?|resolved|include|includes|are|is|we)\W{0,2}:\W{0,3}$/i.test(
      trimmed,
    ) ||
    (trimmed.length < 70 && /\b(?:following|as follows|these)\b/i.test(trimmed))
  );
}
