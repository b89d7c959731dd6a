// Sentences that give the whole of what came of a work to one domain.

const behind =
  "(?:down to|due to|owed to|owing to|thanks to|because of|the (?:work|doing|merit|achievement|success) of)";
/** "The launch was entirely down to …", "it is wholly the merit of …"; whose fault something is takes sides. */
const entirely = new RegExp(
  `\\b(?:is|was|were|are|been)\\s(?:entirely|wholly|solely|purely|only|exclusively|completely|alone|a hundred per ?cent|100 ?%)\\s${behind}\\s(?:the\\s)?$`,
  "i",
);
/** "All of that is down to …", "every bit of it was the work of …". */
const allOfIt = new RegExp(
  `\\b(?:all of (?:that|this|it|them|which)|all (?:that|this)|every (?:bit|part|one) of (?:it|them|that)|the whole (?:of (?:it|that)|thing)|the lot)\\s(?:is|was|were|are)\\s${behind}\\s(?:the\\s)?$`,
  "i",
);
/** "Engineering, who delivered it single-handedly". */
const singleHanded =
  /^(?:\s(?:team|side|people|folks))?,? (?:who|which|that) (?:\p{L}+ ){0,2}?(?:\p{L}+ed|built|made|got|did|won|ran|wrote|brought)\b[^.;,]{0,40}? (?:single-?handed(?:ly)?|(?:all )?(?:by (?:itself|themselves)|on (?:its|their) own|alone))\b/u;
/** Whom else it goes to, what of theirs it came from (a cause is no credit), or by when it is due to them. */
const notAlone =
  /^(?:['’]|\s(?:by|on|at|in|before|until|next|this|tomorrow)\b|\s*(?:,|and|&|\+|as well as)\s*(?:the\s|to\s){0,2}\p{Lu})/u;

/** Whether what stands before and behind a domain's name gives it alone the whole credit. */
export function getsTheWhole(before: string, rest: string): boolean {
  if (singleHanded.test(rest)) return true;
  return !notAlone.test(rest) && (entirely.test(before) || allOfIt.test(before));
}
