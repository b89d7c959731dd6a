import type { FieldName } from "../model/facts.js";

/** "W-17, decision", "Decision W-17", "Decision (Field Service), W-17". */
const withNumber =
  /^(?:[a-z]{1,6} ?\d{1,5} (decision|disagreement)|(decision|disagreement)(?: (?!(?:on|for|about|of|in|to|and|or|by|from|at|with|log|record|page)\b)[\p{L}&]+){0,2} [a-z]{1,6} ?\d{1,5})$/u;
const decisionOf = /^(?:an? |the )?(?:[\p{L}&]+ ){1,3}decision$/u;
const noDecision =
  /^(?:no|not|each|every|any|some|one|last|next|previous|earlier|later|related|other|another|same|that|which|per|type of|date of|after|before|since|until|without|about|on|in|for|to|by|we|our|their|my|bad|good|big|small|hard|quick|past|old)\b|\b(?:of|for|to|and|or|the|by|with) /;
const disagreementAbout = /^(?:disagreement|objection|dispute) (?:about|over|on|to|regarding) \p{L}/u;

/** "Engineering decision", "A Field Service decision", "Disagreement about the bells". */
export function qualifiedName(normal: string): FieldName | undefined {
  const numbered = withNumber.exec(normal);
  if (numbered) return (numbered[1] ?? numbered[2]) === "decision" ? "decision" : "disagreement";
  if (normal.endsWith(" decision")) return decisionOf.test(normal) && !noDecision.test(normal) ? "decision" : undefined;
  return disagreementAbout.test(normal) ? "disagreement" : undefined;
}
