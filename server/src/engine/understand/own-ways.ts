// Sentences in which one domain goes its own way and somebody else has to live with it, or that speak of all its people at once.

const adverbs =
  "(?:(?:has|have|had|just|simply|again|once again|yet again|still|also|both|team|people|folks|side|once more|repeatedly|flatly|always|constantly|then|as usual,?)\\s+){0,3}";
/** What may follow the name of a domain: one of the verbs, perhaps behind adverbs. */
export const afterDomain = (verbs: string, flags = "iu"): RegExp =>
  new RegExp(`^['’s]{0,2},?\\s+${adverbs}(?:${verbs})`, flags);

/** What somebody did, and no modal that allows it: "pushed it out without telling anybody". */
const did =
  "(?!(?:need|allow|permitt)ed\\b)(?:\\p{L}{2,}ed|sold|built|sent|gave|made|took|cut|put|went|ran|wrote|set|spent|bought|told|drew|threw|chose|began|brought|came|hired|moved|changed)";
const unasked =
  "without (?:even |so much as |ever |first |once )?(?:asking(?! for)|telling|informing|consulting|warning (?:us|any|every|the|\\p{Lu})|checking|looking(?! back)|reading|thinking|talking to|a word to|(?:any )?notice to)";
/** "Promised a date without looking at the plan", whoever had to live with it. */
const didUnasked = afterDomain(`${did}\\b[^.;]{0,90}?\\b${unasked}\\b`);
/** "Keeps polishing the lamp while Product waits": one at its own pace, the other at its mercy. */
const keepsWhile = afterDomain(
  "(?:keeps?|kept) (?:on )?(?:\\p{L}+ ){0,2}?\\p{L}+[\\p{L}-]*ing\\b[^.;]{0,80}?,? (?:while|whereas|and) (?:the )?(?:\\p{Lu}[\\p{L}&]+|product|engineering|design|sales|support|marketing|we|everyone|the others?|the rest) (?:still |just |only )?(?:waits?|waited|is waiting|are waiting|sits?|sat|idles?|(?:is|are|was|were) (?:left|stuck)|(?:has|have|had) (?:to|nothing|no)|pays?|paid|cannot|can['’]t)\\b",
  "u",
);
/** "Shipped early again, as always, and Product got the calls": a habit, and somebody else who bears it. */
const asEver =
  /^['’s]{0,2}\s(?!and\b|or\b|&)[^.;]{2,120}?,? (?:as (?:usual|always|ever)|(?:once|yet) again|every (?:single )?time),? (?:and|while|so) (?:the )?(?:\p{Lu}[\p{L}&]+|product|engineering|design|sales|support|marketing|we|everyone|the others?|the rest) (?:then )?(?:(?:has|have|had|must|got|gets?) (?:to\b|the (?:calls?|blame|complaints?|bill|mess|anger|letters?)\b)|(?:was|were|is|are) left\b|paid\b|pays\b|took the\b|takes the\b|clean(?:ed|s)\b|(?:picked|picks) up\b|answer(?:ed|s) for\b)/u;

/** "Every quarter", "Once again": how a sentence about a habit begins. */
const habit =
  /^\W*(?:(?:once|yet) again|as (?:usual|always|ever)|time and again|every (?:single )?(?:time|week|month|quarter|half|year|sprint|release|season)),? (?:the )?$/i;
const bears =
  /^['’s]{0,2}\s(?!and\b|or\b|&)[^.;]{2,120}?,? (?:and|while|so) (?:once again |yet again |again |every time )?(?:the )?(?:\p{Lu}[\p{L}&]+|product|engineering|design|sales|support|marketing|we|everyone|the others?|the rest) (?:then )?(?:(?:has|have|had|must|got|gets?) to\b(?! (?:be thanked|thank|praise)\b)|(?:was|were|is|are) left\b|paid for\b|pays for\b|cleans? up\b|picks? up\b|answers? for\b)/u;

/** Whether what stands before and behind a domain's name says that it did something unasked, or goes on as ever at the cost of others. */
export function goesOwnWay(before: string, rest: string): boolean {
  return (
    idle.test(rest) ||
    nothingFor.test(rest) ||
    didUnasked.test(rest) ||
    keepsWhile.test(rest) ||
    asEver.test(rest) ||
    (habit.test(before) && bears.test(rest))
  );
}

const refuses =
  "(?:(?:will|would|do|does|did|could|can|has|have|had)(?:n['’]t| not)|won['’]t|can['’]t|cannot|never|refuses? to)";
/** "Would not lift a finger", "turned a deaf ear", "dug its heels in": said of who will not help. */
const idle = afterDomain(
  `(?:${refuses}|hardly|barely) (?:even )?(?:lift(?:s|ed)?|move[sd]?|raise[sd]?|stir(?:s|red)?) a (?:single )?finger\\b|turn(?:s|ed)? a (?:deaf ear|blind eye)\\b|(?:digs?|dug) (?:in )?(?:its|their) heels\\b`,
);
/** "Does nothing for Product, as usual": what one never does for the other. */
const nothingFor = afterDomain(
  `(?:${refuses}\\b[^.;]{2,60}?|do(?:es)? nothing|did nothing)\\sfor (?:the )?(?:\\p{Lu}[\\p{L}&]+|product|engineering|design|sales|support|marketing|us|anybody|anyone|the (?:others?|rest)),? (?:as (?:usual|always|ever)|(?:once|yet) again)\\b`,
);

/** "Typical Engineering:", "nobody in Product ever reads": said of all of them. */
const typical = /(?:^|[.;:–—]\s)typical\s(?:of\s)?(?:the\s)?$/i;
const nobodyIn = /\b(?:nobody|no one|not one person) (?:in|at|from|of) (?:the )?$/i;
const neverDoes =
  /^(?:\steam)?\s(?:ever\s)?(?:reads?|listens?|answers?|cares?|looks?|bothers?|talks?|tells?|asks?|understands?)\b/i;

/** Whether something is said of all people of a domain at once. */
export function saidOfAll(before: string, rest: string): boolean {
  if (nobodyIn.test(before) && neverDoes.test(rest)) return true;
  return typical.test(before) && /^\s?(?:[:,.!]|$|again\b)/i.test(rest);
}
