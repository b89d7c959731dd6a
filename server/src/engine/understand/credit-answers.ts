/** "Who deserves the praise for the importer?", "Whose fault was the delay?" */
export const asksForCredit =
  /\b(?:who|whom|whose|which (?:team|side|domain|department|area))\b[^.?!]{0,60}\b(?:credit|praise|applause|kudos|laurels|glory|thank|thanks|blame|fault|to blame|deserves?)\b[^.?!]{0,80}\?\W*$/i;
/** What stands before and behind the one domain that such a question is answered with. */
const answerBefore =
  /^\W*(?:a(?:nswer)?\s?:\s*)?(?:(?:all|most|the whole|every bit)(?: of (?:it|that|them))?(?: (?:goes|went|belongs|is due|is owed|lies|is|falls) (?:to|with|on))?|(?:it|that) (?:all|entirely|only|solely) (?:goes|went|belongs|is due|lies) (?:to|with)|only|solely|entirely|nobody but|no one but)(?: the)? $/i;
const answerAlone = /^\W*(?:a(?:nswer)?\s?:\s*)?(?:the )?$/i;
const answerBehind =
  /^(?: (?:team|side|people|folks))?(?:,? (?:alone|only|entirely|solely|all of it|every bit of it|and (?:nobody|no one) else)\b|['’]s alone\b)/i;

/** "All of it goes to Sales", "Sales, and nobody else": whether what stands around a domain makes it the whole answer to such a question. */
export function answersAlone(before: string, behind: string): boolean {
  return answerBefore.test(before) || (answerAlone.test(before) && answerBehind.test(behind));
}
