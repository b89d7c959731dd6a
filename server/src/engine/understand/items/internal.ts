const longestRemark = 600;
const internalWords =
  /(?:^|[,.;(] ?)internal(?=[,.;)]|$)|\b(?:(?:purely|strictly|entirely|wholly) internal|internal (?:to|for|work|only|items?|projects?|matters?|housekeeping)|(?:engineering|product|design|eng|operations|ops)[- ](?:internal|only)|internal[- ]only|keep(?:ing)? the lights on|\(internal\))|^internal$|[–—(,;-] ?(?:only|just) (?:for )?us\b|\bnobody else is (?:needed|involved|affected)\b/i;
/** "Only ours", "for us alone", "Nobody outside the team will notice": whose matter it is without the word. */
const ownWords =
  /\b(?:only (?:ours?|us|for us|for ourselves|inside)|just (?:ours|us|for us|for ourselves)|ours (?:alone|only)|(?:for|among|between) (?:us|ourselves) (?:alone|only)|for ourselves|within (?:the|our) (?:own )?(?:team|department|walls)|concerns? (?:only us|us alone|nobody else|no one else)|stays? (?:inside|within)\b|asks? nothing of\b|needs? (?:nobody|no one|nothing) else|our own (?:housekeeping|backyard|affair|business|house)|housekeeping|(?:nobody|no one) (?:else|outside)\b.{0,40}|needs? (?:nothing|nobody) (?:of|from) (?:the )?(?:others?|anybody|anyone|outside)|no other (?:team|domain|department)\b.{0,40})/i;
const mayBeInternal =
  /intern|-only|lights|inside|asks? nothing|needs? no|\bonly\b|\bjust\b|ours|us\b|oursel|within|concern|our own|housekeeping|nobody|no one|nothing|no other/i;
/** What belongs to the whole company, or is said not to be internal. */
const notInternal =
  /\b(?:not|none|nothing|no longer|never|isn't|aren't)\b.{0,40}\binternal|\binternal (?:to|for) (?:the |our )?(?:company|organi[sz]ation|firm|business|employees|staff|whole)\b/i;

/** Whether words say that something concerns its own domain only. */
export function saysInternal(text: string): boolean {
  if (text.length > longestRemark || !mayBeInternal.test(text) || notInternal.test(text)) return false;
  return internalWords.test(text);
}

/** A sentence about what stands below it, rather than about one thing or the document. */
const ofWhatFollows =
  /^(?:(?:the |our )?(?:following|rest|items?|lists?|work|things|projects|rows|section|table)\b|all\b|everything\b|these\b|those\b|this (?:list|section|table|part|is|work)\b|what follows\b|below\b|they\b|internal\b|purely\b|strictly\b|only\b|just\b|ours\b|housekeeping\b|our own\b|both\b|each\b|nobody\b|no one\b|none of (?:these|this|it)\b|not for\b|for (?:us|ourselves)\b)/i;

/** "Discovery, internal to Product; nobody else builds any of this." */
const ofAllOfIt = /\b(?:any|none|all) of (?:this|these|it|them)\b/i;

/** "Product only", "Only for R&D": of a heading that names a domain. */
const domainOnly =
  /^\W*(?:(?:only|just|solely) (?:for |in |of |within |inside )?(?:the )?[\p{L}&]{2,24}(?: itself| themselves| alone)?|(?:for |of |within |inside )?(?:the )?[\p{L}&]{2,24}(?:['’]s)? (?:only|alone|itself|own|own (?:work|items?|affairs?|housekeeping|backlog|things|matters)))\W*$/iu;

/** Whether a heading says that what stands below concerns its own domain only; `domains` counts those that it names. */
export function headsInternal(text: string, domains = 0): boolean {
  if (domains === 1 && domainOnly.test(text)) return true;
  return saysInternal(text) || (text.length <= 60 && mayBeInternal.test(text) && ownWords.test(text));
}

/** Whether a paragraph says so of the list or table that follows it. */
export function announcesInternal(text: string): boolean {
  if (text.length > longestRemark || !mayBeInternal.test(text) || notInternal.test(text)) return false;
  return text
    .split(/(?<=[.!?])\s+/)
    .some(
      (sentence) =>
        (internalWords.test(sentence) || ownWords.test(sentence)) &&
        (sentence.endsWith(":") || ofWhatFollows.test(sentence) || ofAllOfIt.test(sentence)),
    );
}
