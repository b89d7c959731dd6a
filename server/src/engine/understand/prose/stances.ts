import { nameList, startOfNames } from "./names.js";

const verbs =
  "(?:wants?|wanted|says?|said|prefers?|preferred|argues?|argued|insists?|insisted|favou?rs|favou?red|would rather|holds?|held|thinks?|thought|believes?|sees|(?:is|are|was|were) (?:dead |all |strongly |firmly |clearly )?(?:for|against)|feels?|felt|would(?: not)?|wouldn't|won't|will not|refuses|refused|opposes|opposed|asks? for|asked for|would like|does not want|did not want|doesn't want|didn't want|disputes|proposes|proposed|claims|stands by|sticks to|votes? for)";
const stance = new RegExp(
  `(?:^|[\\s;,:(—–])(${nameList}) (?:still |also |rather |strongly |now )?${verbs}(?=[ ,;.])`,
  "gu",
);
const lowerStance =
  /(?:^|[,;.:] |\band |\bbut |\bwhile )(\p{Ll}{2,12}) (?:wants|wanted|doesn't want|does not want|didn't want|prefers|says no|is against|is for|insists|objects|would rather|does|doesn't)(?=[ .,;]|$)/gu;
const lowerNobody =
  /^(?:it|this|that|he|she|they|we|you|i|who|which|what|there|nobody|everyone|everybody|team|one|some|most|user|users|customers?|people|company|board|and|but|also|still)$/;

/** "…, Kofi against.", "…, Kofi that it be two": the verb is that of the one before. */
const elliptic =
  /[,;] (?:and |but )?((?:@[\w-]+|\p{Lu}[\p{L}'’-]+)(?: \p{Lu}[\p{L}'’-]+)?) (?:against|for|on|opposed|that|the|an?|one|every|each|more|less|fewer|all|not|no|yes|only|none|nothing|rather|sooner|later|after|before|without|with|above|below|two|three|four|five|half|twice|the opposite|the reverse|the other way (?:round|around))(?=[ .,;]|$)/gu;
/** The end of a date before a name: "wants 31 July, Engineering says". */
const dateHead =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4]|H[12])(?:,? and |, )/;

const pronouns =
  /^(?:Neither|Either|Nothing|It|This|That|We|They|He|She|You|I|There|The|A|An|If|When|Who|Nobody|Everyone|One|Some|Most|Both|Users?|Customers?|People|What|Which)$/;

/** "Colour of the bags: Ana yellow, Bo white.", "Ana for, Bo against": two who are set against each other without a verb. */
const bare =
  /(?:^|[:.;] )(@[\w-]+|\p{Lu}[\p{L}'’-]+) (?!(?:and|or|with|to|in|on|at|of|the|is|was|has|will)\b)((?:\p{Ll}|\d)[^,.;:]{1,40}), (?:and |but )?(@[\w-]+|\p{Lu}[\p{L}'’-]+) (?!(?:and|or|with|to|in|on|at|of|is|was|has|will)\b)((?:\p{Ll}|\d)[^,.;:]{1,40})(?=[.,;]|$)/u;

/** "Ana drafts it, Bo checks it": what they do, and no position. */
const doesSomething = /^\p{Ll}{3,}s\b/u;

/** "Ana wants them weekly, Bo once a month": a position, and another in fewer words. */
const takesSide = new RegExp(`^${verbs}(?= )`, "u");

/** The two whom a text sets against each other in as many words as it takes to name them; for texts that say that neither gave way. */
export function bareStances(text: string): readonly string[] {
  const match = bare.exec(text.slice(0, 400));
  const [, one, first, other, second] = match ?? [];
  if (one === undefined || other === undefined || one === other || first === second) return [];
  const does = (words: string): boolean => doesSomething.test(words) && !takesSide.test(words);
  if (does(first ?? "") || does(second ?? "")) return [];
  return pronouns.test(one) || pronouns.test(other) ? [] : [one, other];
}

/** "Ana prefers yellow, Bo blue, and nobody budged.": the other one without a verb, for texts that say that neither gave way. */
const verbless =
  /[,;] (?:and |but )?(@[\w-]+|\p{Lu}[\p{L}'’-]+) (?!\p{Ll}{3,}(?:s|ed)\b|(?:and|or|is|was|has|had|will|would|to|who|with|by)\b)(?:\p{Ll}[\p{L}-]*|\d[\p{L}\d.,%]*)(?: [\p{Ll}\d-]+){0,3}(?=[,.;]|$)/gu;

/** Those whom a text sets against the one whose position it tells with a verb; for texts that say that neither gave way. */
export function verblessParties(text: string): readonly string[] {
  return [...text.slice(0, 400).matchAll(verbless)].map(([, name = ""]) => name).filter((name) => !pronouns.test(name));
}

/** Whoever takes a position in a text ("Product wants March; Engineering says June"), each once. */
export function stancesOf(text: string): { readonly parties: readonly string[] } {
  const parties = new Set<string>();
  for (const match of text.slice(0, 600).matchAll(stance)) {
    const matched = match[1] ?? "";
    // "The fee doubled in May. He still wants …": the sentence before ends with a capital as well.
    const name = matched.slice(startOfNames(matched)).replace(dateHead, "");
    if (!pronouns.test(name)) parties.add(name);
  }
  if (parties.size === 1) for (const match of text.slice(0, 600).matchAll(elliptic)) parties.add(match[1] ?? "");
  if (parties.size === 0) {
    for (const match of text.slice(0, 600).matchAll(lowerStance)) {
      const name = match[1] ?? "";
      if (!lowerNobody.test(name)) parties.add(name);
    }
  }
  return { parties: [...parties] };
}

const pronounSays =
  "(?:still |also |now |would )?(?:says?|said|wants?|wanted|thinks?|thought|prefers?|preferred|insists?|insisted|holds?|held|would|wouldn't|won't)\\b";
/** "She says they may, I say they may not": one of two who meet, and the other. */
const youAndMe = new RegExp(
  `(?:^|[.:;,–—]\\s|\\b(?:and|but)\\s)(?:(s?he)\\s${pronounSays}[^.;:?!]{3,160}?(?:[,;–—]\\s|\\s)(?:(?:and|but|while|whereas)\\s)?(i)\\s${pronounSays}|(i)\\s${pronounSays}[^.;:?!]{3,160}?(?:[,;–—]\\s|\\s)(?:(?:and|but|while|whereas)\\s)?(s?he)\\s${pronounSays})`,
  "i",
);

/** The two sides of a text that a pair wrote of itself. */
export function pairStances(text: string): readonly string[] {
  const match = youAndMe.exec(text.slice(0, 400));
  return match ? [match[1] ?? match[3] ?? "", match[2] ?? match[4] ?? ""] : [];
}
