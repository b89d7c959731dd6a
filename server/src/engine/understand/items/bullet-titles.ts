import type { ParagraphUnit } from "../../reading/units.js";
import { isPlaceholder } from "../placeholders.js";

const negative =
  /^(?:no\b.{0,80}\b(?:this (?:time|week|month)|yet|issues?|items?|updates?|changes)\b|none\b|nothing\b|n\/a\b)/i;
const aside =
  /^(?:(?:want to|would you like to|interested in|do you want to) \w+|file an issue|open an issue|let us know|join us|p\d+(?:,| \(| (?:said|told|needed|had|wanted|found|asked))|see\b|note\b|notes\b|read (?:more|on|about|the|our|this|it|up|here|all|and)\b|cf\.?\b|please\b|todo\b|e\.g\.|for example|https?:|where\b.{0,20}:|if\b)/i;

/** "P1 issues are assigned to the next release": how work is sorted. */
const ofTickets =
  /^(?:(?:p\d(?:[/–-]p?\d)?|&|and|all|any|new|other|most|incoming|remaining|critical|\([^()]{0,60}\)),?\s){0,6}(?:issues|bugs|tickets|asks|requests|issues\/features\/asks)\b[^.:]{0,80}\s(?:are|is|will|go|get|should|may|must|have)\s(?:\w+ly\s)?(?:be\s)?(?:triaged|scheduled|assigned|labell?ed|moved|go|put|sorted|handled|reviewed|fixed|addressed|closed)\b/iu;

/** "<Anything else? Write it here>", "[Name of the goal]: [who]", "FER-XXXX": a place for work that nobody has entered. */
const toFill =
  /^\W{0,4}<[^<>]{1,200}>\W*$|^\s*\[[^[\]]{2,80}\](?:\s*[:–—|-]\s*\[[^[\]]{1,80}\])*\s*$|^\W{0,3}[A-Z]{1,6}-X{2,6}(?!\w)/;

/** Whether the words of a bullet can name planned work: no remark, question or rule for tickets, no thing in code. */
export function isBulletTitle(title: string, unit: ParagraphUnit): boolean {
  // A package or a file in code names a thing, not work on it.
  if (
    unit.inline.marks.some(
      (mark) => mark.kind === "code" && mark.start <= 1 && mark.end >= unit.inline.text.trimEnd().length - 1,
    )
  )
    return false;
  if (!/\p{L}{2}/u.test(title) || isPlaceholder(title) || title.length > 400) return false;
  if (toFill.test(unit.inline.text)) return false;
  // "🦶: at risk" explains a sign, and "Mandatory" alone a word.
  if (title.startsWith(":") || ofTickets.test(title)) return false;
  if (negative.test(title) || aside.test(title) || /^[\w.-]*(?:-[\w.]+){4,}$/.test(title)) return false;
  return !unit.inline.text.trimEnd().endsWith("?");
}
