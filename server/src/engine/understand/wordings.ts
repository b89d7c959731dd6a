import type { Wording } from "../model/facts.js";
import type { Inline } from "../reading/inline.js";
import type { ParagraphUnit, RowUnit } from "../reading/units.js";
import type { ReadingContext, SectionReading } from "./context.js";
import { answersAlone, asksForCredit } from "./credit-answers.js";
import { type DomainWord, findDomainWords } from "./headings/domain-words.js";
import { afterDomain as after, goesOwnWay, saidOfAll } from "./own-ways.js";
import { splitSentences } from "./prose/sentences.js";
import { getsTheWhole } from "./whole-credit.js";
import { isCommonNoun, isHypothetical, isQuotation } from "./wording-voice.js";

/** Sentences that blame or credit one side. */
export function recogniseWordings(reading: SectionReading): Wording[] {
  const wordings: Wording[] = [];
  let asked = false;
  for (const { unit } of reading.units) {
    if (unit.kind === "row")
      for (const cell of unit.cells) wordings.push(...wordingsIn(unit, cell.inline, reading.context, false));
    else if (unit.kind === "paragraph" && !isQuoted(unit))
      wordings.push(...wordingsIn(unit, unit.inline, reading.context, asked));
    asked = unit.kind !== "row" && asksForCredit.test(unit.inline.prose);
  }
  return wordings;
}

function isQuoted(unit: ParagraphUnit): boolean {
  for (let at = unit.container; at; at = at.parent) if (at.kind === "quote") return true;
  return false;
}

function wordingsIn(
  unit: ParagraphUnit | RowUnit,
  inline: Inline,
  context: ReadingContext,
  askedAbove: boolean,
): Wording[] {
  const all = findDomainWords(inline.prose, context.vocabulary);
  if (all.length === 0 || !(askedAbove || mayHold.test(inline.prose))) return [];
  let asked = askedAbove;
  return splitSentences(inline.prose).flatMap(({ start, end }) => {
    const answers = asked;
    asked = asksForCredit.test(inline.prose.slice(start, end));
    if (end - start > longestSentence) return [];
    const words = all.filter((word) => word.start >= start && word.end <= end);
    const sentence = inline.prose.slice(start, end).replace(withinWord, "·");
    const found =
      words.length === 0
        ? undefined
        : (judge(sentence, start, words) ?? (answers ? answered(sentence, start, words) : undefined));
    if (!found) return [];
    const place = { slot: unit.slot, start: inline.sourceStart(start), end: inline.sourceEnd(end) };
    const domains = found.words.map((word) => ({
      text: word.text,
      place: { slot: unit.slot, start: inline.sourceStart(word.start), end: inline.sourceEnd(word.end) },
    }));
    return [{ kind: found.kind, domains, text: inline.text.slice(start, end), place }];
  });
}

/** "Release 2.4", "map.json": a full stop that ends no sentence, and no clause of one. */
const withinWord = /(?<=[\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu;

/** Nobody reads a longer sentence as blame; what comes in such lengths is data. */
const longestSentence = 1_000;

/** Cheap first look: one of the verbs or turns without which nothing below matches. */
const mayHold =
  /\b(?:refus|keep|kept|never|always|drop|ignor|fail|blam|fault|because of|alone|credit|praise|applause|glory|laurels|merit|single|(?:thanks|owing|due) (?:only |solely |entirely )?to|to thank|again|every|bottleneck|the problem|the reason|clueless|unreasonable|out of touch|late again|slow again|being difficult|despite|carried|saved|vs\b|versus|against|won['’]t|will not|do(?:es)?(?:n['’]t| not)|did(?:n['’]t| not)|block|drag|miss|messed|sabotag|forgot|let us down|no idea|incompeten|lazy|as usual|rescue|hero|on (?:its|their) own|by (?:itself|themselves)|without (?:any |the )?help|insist|overrul|behind our|over our|dump|broke|hid|stubborn|first,? (?:and|then)|success|achievement|triumph|\bwin\b|victory|accomplish|merit|deserve|sold|promised|announced|gave up|once again|yet again|sat on|bothered|over the (?:fence|wall)|tore up|tossed|threw|thrown|moon|down to|doing|said no|apologi|surprised|\bow(?:e|ed|es|ing)\b|too (?:busy|important|proud|lazy|slow|grand|clever|fine|good|posh|comfortable)|goal[- ]?post|wash|pass(?:ed|es|ing) the|stonewall|other way|spr[aiu]ng|foist|offload|in the dark|ever\b|went|goes|gone|over-?promis|over-?sold|due to|the lot|under-?deliver|fingers?\b|deaf\b|blind\b|heels\b|under the bus|minds?\b|heads?\b|left\b|got nothing|clean up|has to pay|rescue|clean(?:ed|s)? up|over \S{2,24} heads?\b|without|been for|but for|were it not|nobody in|no one in|typical|bubble|own world|ivory|under the bus|behind|better things|care less|thinks (?:it|they)|did (?:all|most)|by \S{2,24} only)/i;

interface Judged {
  readonly kind: Wording["kind"];
  readonly words: readonly DomainWord[];
}

/** Of an answer to who is to be praised or blamed the one domain that it names. */
function answered(sentence: string, offset: number, words: readonly DomainWord[]): Judged | undefined {
  const [word, second] = words;
  if (word === undefined || (second && joins.test(sentence.slice(word.end - offset, second.start - offset))))
    return undefined;
  const alone = answersAlone(sentence.slice(0, word.start - offset), sentence.slice(word.end - offset));
  return alone ? { kind: "credit", words: [word] } : undefined;
}

function judge(sentence: string, offset: number, words: readonly DomainWord[]): Judged | undefined {
  for (const word of words) {
    const [from, to] = [word.start - offset, word.end - offset];
    if (isQuotation(sentence, from) || isCommonNoun(sentence, from, word) || isHypothetical(sentence, from)) continue;
    const before = sentence.slice(0, from);
    const after = sentence.slice(to);
    if (theirs.test(before) && success.test(after)) return { kind: "credit", words: [word] };
    const previous = words[words.indexOf(word) - 1];
    const listed = previous !== undefined && joins.test(sentence.slice(previous.end - offset, from));
    if (isShared(listed, after, words) || /\btheir\s+$/i.test(before)) continue;
    if (credits(before, after)) return { kind: "credit", words: [word] };
    if (blames(before, after)) return { kind: "sides", words: [word] };
  }
  return opposes(sentence, offset, words);
}

/** "Is, as usual, too grand": a habit that somebody is told of. */
const oncemore = "(?:,? (?:once again|yet again|again|as usual|as ever|as always|once more|always),?)";

const blameVerbs = after(
  [
    "refus(?:ed|es|ing)\\b",
    "(?:keeps?|kept) (?:on )?(?:gold-?plating|polishing|tinkering|fiddling|over-?engineering|stalling|postponing|reopening|second-guessing|changing|moving|breaking|delaying|ignoring|blocking|dropping|missing|forgetting|pushing|asking|saying no|adding|shipping bugs|complaining|promising|dragging|making|throwing)",
    "never (?:listen|answer|deliver|ship|care|tell|told|ask|read|plan|understand|understood|finish|estimat|test|review|respond|repl|communicat|document|say|said|think|thought|commit|keep|kept|get|got|learn)",
    "always (?:late|promis|chang|block|say|want|miss|complain|overpromis|underestimat|break|forget|find|get|wait|push|know(?:s)? better|com(?:es?) (?:too )?late|ask(?:s)? (?:afterwards?|later|too late))",
    "(?:promis|decid|announc|sell|ship|build|act|chang|shout|talk|cod)(?:es|e|s|ed)? first,? (?:and )?(?:then )?(?:asks?|thinks?|tells?|tests?|checks?|reads?|listens?|looks?|counts?)\\b",
    "ignor(?:ed|es|ing)\\b",
    "dropp?(?:ed|s) (?:the ball|us|it on|this on)",
    "fail(?:ed|s) (?:to|us|again|at|on)\\b",
    "(?:does(?:n['’]t| not)|did(?:n['’]t| not)|do(?:n['’]t| not)) (?:care|listen|understand|get it|bother|want to|even|deliver|tell|think|respect|trust)",
    "(?:won['’]t|will not|would(?:n['’]t| not)) (?:listen|help|commit|budge|move|even|accept|cooperate|let us|tell)",
    "blocked (?:us|the|our|this|it|every|product|engineering|design)",
    "(?:is|are|was|were) (?:(?:solely|entirely|alone|only|clearly) )?(?:to blame|at fault|the (?:problem|bottleneck|blocker|reason)|blocking (?:us|everything|everyone|the)|lazy|incompetent|clueless|unreasonable|stubborn|slow again|late again|dragging|being difficult|out of touch)",
    "dragg(?:ed|s|ing) (?:its|their|his|her) (?:feet|heels)",
    "missed (?:the|its|their|every|another|yet|our)\\b",
    "(?:messed|screwed) (?:up|this|it)",
    "sabotag",
    "forgot\\b",
    "sits on (?:everything|all of it|it all|every|each|our)\\b",
    "chang(?:es|ed) (?:the|its|their|our) [\\p{L} ]{2,24} (?:every (?:other |second |single )?(?:day|week|time|sprint|month|meeting)|again and again|over and over)\\b",
    "sat on (?:the|its|their|our|his|her|it|this|that|them|every|each)\\b",
    "(?:had |has )?(?:once again|yet again|again) sat on\\b",
    "(?:has|had|have) (?:had )?to apologi[sz]e for (?:it|this|that|them)\\b",
    "left (?:us|everyone|everybody|the others?|product|engineering|design) (?:to (?:clean|tidy|mop|pick)|with the (?:mess|blame|bill))",
    "acted surprised\\b",
    "(?:could(?:n['’]t| not)|can(?:not|['’]t)) be bothered\\b",
    "(?:threw|throws?|thrown|tossed|toss(?:es)?|chucked|lobbed) [^.;]{1,60} over the (?:fence|wall)\\b",
    "tore up (?:the|our|its|their|every)\\b",
    "[^.;]{1,60}\\bleft (?:\\p{Lu}[\\p{L}&]*|us|every(?:one|body)(?: else)?|(?:the )?others?|the rest(?: of us)?) to (?:clean|clear|tidy|mop|sweep|pick|sort|find out|hear|learn|explain|apologi[sz]e|face|cope|carry|answer for|take the (?:blame|calls))\\b",
    "[^.;]{0,60}\\bover (?:our|their|my|your|the others['’]?|everyone['’]s|\\p{Lu}[\\p{L}&]*(?:['’]s|['’])) heads?\\b",
    "[^.;]{1,80}\\b(?:and|while|so) (?:\\p{Lu}[\\p{L}&]*|we|others|the (?:others|rest)|everyone else) (?:(?:has|have|had|must|got)(?: to)? )?(?:clean|clear|mop|tid)\\p{L}* up after\\b",
    "let (?:us|everyone|the (?:team|company|customers?)) down",
    "ha(?:s|ve|d) no idea",
    "overruled us",
    "(?:said|says|saying) no\\b[^.;]{0,20}\\b(?:before|without|to everything|to anything|again)\\b",
    "(?:wants?|wanted) the moon\\b",
    "[^.;,]{2,90} and then (?:hid|blamed|walked away|went home|disappeared|left us|vanished)\\b",
    "went behind",
    "[^.;]{0,60}\\bbehind (?:our|their|my|your|the others['’]?|everyone['’]s|\\p{Lu}[\\p{L}&]*(?:['’]s|['’])) backs?\\b",
    "hid(?:es?|ing) behind (?:its|their)\\b",
    "dumps? (?:its|their|his|her|all|every|everything|the|work)\\b",
    "could(?:n['’]t| not) care less\\b",
    "(?:lives?|is living|are living|is|are) in (?:a|its own|their own|an) (?:bubble|world|ivory tower)\\b",
    "thinks? (?:it|they) (?:runs?|owns?|knows? (?:it all|better|best|everything))\\b",
    "ha(?:s|ve|d) better things to do\\b",
    "dumped\\b",
    "broke (?:its|their|the) promise",
    "broke (?:production|prod|everything|the build)",
    "hid\\b",
    "insist(?:s|ed) on (?:its|their|having)",
    "gave up on\\b",
    "(?:promis|change|decide|announc|commit)\\w*\\b[^.;]{0,40}, (?:product|engineering|design|sales|we|others?)\\b[^.;]{0,12}\\b(?:has|have|had|must|gets?|got) to (?:clean up|pay|fix it|rescue|suffer)",
    "(?:sold|promised|announced)\\b[^.;]{0,80}\\b(?:only exist(?:ed|s) in|(?:did|does) not exist|as (?:it|they) always (?:does|do|did|has|have)|without asking)",
    "over-?sold (?:the|it|this|that|its|our|what|every)\\b",
    "promised (?:it |this |things |customers )?(?:without|what|something) ",
    "(?!(?:did|does|do|was|were|is)(?:n['’]t| not)\\b)[^.;]{2,80}\\bover (?:our|their|his|her|my|everyone['’]s|everybody['’]s|the others['’]|(?:the )?\\p{L}+(?:['’]s|s['’])) heads?\\b",
    `(?:(?:is|are|was|were|has been|have been)${oncemore}|(?:has|have|had)(?: once again| yet again| again| always) been) too (?:busy|important|proud|lazy|slow|grand|clever|fine|good|posh|comfortable)\\b(?: with [^.;]{2,40}?)? (?:to|for)\\b`,
    "(?:is|are|was|were|has been|have been) too (?:busy|important|proud|lazy|grand|clever|posh|comfortable)\\b(?: with [^.;]{2,40}?)? to (?:answer|help|listen|care|reply|call|respond|talk|bother|look|read|ask)\\b",
    "mov(?:ed|es|ing) the goal[- ]?posts?\\b",
    "(?:wash(?:ed|es|ing)) (?:its|their) hands\\b",
    "(?:pass(?:ed|es|ing)) the buck\\b",
    "stonewall(?:ed|s|ing)\\b",
    "(?:sprang|sprung|springs|foist(?:ed|s)|offload(?:ed|s)) [^.;]{1,60}? on (?:us|everyone|the (?:rest|others?)|\\p{Lu}\\p{L}+)\\b",
    "(?:kept|keeps|left|leaves) (?:us|everyone|the (?:rest|others?)|\\p{L}+) in the dark\\b",
    "(?:only|just) ever (?:says?|said|complains?|complained|asks?|takes?|finds?)\\b",
    "(?:went|goes|gone|go) (?:quiet|silent|dark|missing) on (?:us|everyone|the others?|\\p{L}+)\\b",
    "(?:over-?promis|under-?deliver)(?:ed|es|s)\\b",
    "look(?:ed|s|ing) the other way\\b",
    "point(?:ed|s|ing) (?:the|a|its|their) fingers?\\b",
    "(?:threw|throws?|throwing) (?:us|everyone|the others|\\p{L}+) under the bus\\b",
    "(?:can(?:not|['’]t)|could(?:n['’]t| not)|never) make up (?:its|their) minds?\\b",
    "(?:has |have |had )?(?:once again |yet again |again )?chang(?:ed|es) (?:its|their) minds? (?:(?:about|on|over) [^.;,]{2,60}? )?(?:again|once more|yet again|for the (?:second|third|fourth|fifth|\\w+th) time|every)",
    "(?:leaves|left|leave) (?:us|everyone|the others|\\p{Lu}\\p{L}+) (?:hanging|in the lurch|out in the rain)\\b",
  ].join("|"),
);

function blames(before: string, rest: string): boolean {
  if (blameVerbs.test(rest) || goesOwnWay(before, rest) || saidOfAll(before, rest)) return true;
  if (
    /(?:\bblam(?:e|es|ed|ing)|\bfault of|\bcomplain(?:s|ed|ing)? about|\bbecause of|\bsick of|\btired of|\bfed up with|\bno thanks to|\bheld up by|\blet down by)\s+(?:the )?$/i.test(
      before,
    )
  ) {
    return (
      !/\bbecause of\s+(?:the )?$/i.test(before) ||
      (!othersToo.test(rest) &&
        /^(?:['’]s?\s+(?:delay|mistake|failure|slowness|indecision|stubborn|late)|\s*(?:[.,;!]|$|again|once))/i.test(
          rest,
        ))
    );
  }
  return /^['’]s?\s+(?:fault|mess|failure|incompetence|broken promises|constant (?:changes|delays)|endless)\b/i.test(
    rest,
  );
}

const achieved =
  "(?:deliver|finish|launch|shipp|rescu|sav|pull|fix|creat|achiev|carri|manag|solv|design|complet|land|implement|prepar|test)ed";
const creditVerbs = after(
  [
    "(?:saved|rescued) (?:the|us|it|this|everyone|our)",
    "carried (?:the|this|us|it|everyone)",
    `(?:single-?handedly|alone) (?:${achieved}|built|made|got|did)`,
    "(?:did|built|shipped|delivered|made|launched|landed|finished|fixed|won|ran|wrote|carried|saved|achieved|pulled (?:it|this) off|got (?:it|this) done)\\b[^.;]{0,60}\\b(?:(?:all )?(?:by itself|by themselves|on (?:its|their) own|alone|single-?handedly)|without (?:any |the )?help|despite (?:the )?(?:product|engineering|design))",
    `alone (?:${achieved}|is|was|deserves?|made|did|got|built)`,
    "(?:(?:that|which|who) )?deserves? (?:all|most) (?:of )?(?:the|our) (?:credit|praise)",
    "did (?:all|most) (?:of )?the (?:work|lifting|heavy lifting)\\b",
    "(?:is|are|was|were) the (?:only|real) (?:ones?|heroes?|team|reason)",
  ].join("|"),
);

/** "the credit (for it) goes to …", "credit is due only to …", "we owe it to …". */
const creditGoesTo =
  /\b(?:credit|praise|applause|glory|laurels|merit|honou?rs?|thanks)\b(?:\s(?:for|of)\s[^.;,]{1,40}?)?,?\s(?:(?:all|also|really|rightly|clearly|once again|again|then|therefore|must|should)\s){0,2}(?:goes?|went|belongs?|belonged|is due|are due|is owed|are owed)\s(?:(?:entirely|solely|only|exclusively|alone|squarely|all)\s)?to\s(?:the\s)?$/i;
/** "It was Engineering alone that got us there", "it was Ops who saved the fair". */
const cleft = /\bit(?: (?:is|was)|['’]s)\s(?:(?:only|really|all|once again|again)\s){0,2}(?:the\s)?$/i;
const cleftVerb =
  /^(?:\s(?:team|side|people|folks))?(?:,?\s(?:alone|only|and nobody else|and no one else),?\s(?:that|who|which)\s\p{L}|\s(?:that|who|which)\s(?:alone\s|single-?handedly\s)?(?:saved|rescued|carried)\b)/iu;
/** "Without Engineering there would have been no fair", "had it not been for Ops, nothing would have opened". */
const without = /(?:(?:^|[,;:–—]\s|\b(?:and|but|that)\s)without|\b(?:been|were it not|but) for)\s(?:the\s)?$/i;
const nothingElse =
  /^(?:['’]s?\s[\p{L}-]{3,20})?(?:\s(?:team|side|people|folks))?,?\s(?:there\s(?:would|could)\shave\sbeen\s(?:no\b|nothing)|(?:none|nothing|not one|no\s[\p{L}-]{3,20})\b[^.;]{0,40}\s(?:would|could)\shave\b|[^.;,]{2,60}\s(?:would(?:\snot|\snever|n['’]t)|could(?:\snot|\snever|n['’]t))\shave\b)/iu;
/** "The importer was a Product success", "that was entirely Ops' achievement". */
const theirs =
  /(?:\b(?:is|was|were|are|as)|['’]s)\s(?:(?:an?|the|entirely|wholly|purely|solely|only|all|clearly)\s){0,2}$/i;
const success = /^['’]?s?['’]?\s(?:success|achievement|triumph|win|victory|accomplishment|merit|doing)\b/i;
/** "Full credit to …", "all the praise for the launch to …". */
const allCreditTo =
  /\b(?:all|full|the entire|sole|every)\s(?:the\s)?(?:credit|praise|honou?rs?|kudos|applause)(?:\sfor\s[^.;,]{1,40}?)?\sto\s(?:the\s)?$/i;
/** "It failed because of … and nobody else". */
const causedBy = /\b(?:because of|due to|owing to)\s(?:the\s)?$/i;
/** "It opened only because of …", "it slipped solely owing to …". */
const onlyCausedBy =
  /\b(?:only|solely|entirely|purely|wholly|exclusively|just) (?:because of|due to|owing to)\s(?:the\s)?$/i;
const ofOwn = /^['’]/;
/** "The delay is on …", "the blame for it lies with …". */
const blameLiesWith =
  /\b(?:delay|slip|failure|blame|fault|overrun|loss|mess|outage|damage|miss)\b[^.;]{0,50}\s(?:is|was|are|were|lies?|rests?|falls?|sits?)\s(?:(?:entirely|solely|only|wholly|squarely|all)\s)?(?:on|with|down to|due to|because of)\s(?:the\s)?$/i;
/** "That it opened at all is down to …". */
const downTo =
  /\b(?:is|was|were|are)\s(?:(?:all|entirely|only|solely)\s)?(?:down to|due to|owed to|thanks to)\s(?:the\s)?$/i;
const onlyThem =
  /^(?:['’]s?)?(?:\s(?:team|side|people|folks))?,?\s(?:alone|only|solely|exclusively|(?:and (?:to )?)?(?:nobody|no one|no-one) else|by (?:itself|themselves))\b/i;
const takesAll =
  /^\s(?:team\s)?(?:alone\s)?(?:(?:can|may|could|should|must)\s)?(?:takes?|took|gets?|got|earns?|earned|deserves?|deserved)\s(?:all|the whole|the full|the entire)\s(?:of\s)?(?:the\s|our\s)?(?:credit|praise|applause|glory|laurels)\b/i;
/** Whom else the credit goes to: "to Product and Engineering". */
const othersToo = /^\s*(?:,|and|&|\+|as well as)\s*(?:the\s|to\s){0,2}\p{Lu}/u;
const taken = /\b(?:not|never|hardly)\b[^.;]{0,24}\b(?:credit|praise|applause)\b/i;

/** "That we owe to Design alone", "owed entirely to Ops". */
const owedTo =
  /\b(?:owe[sd]?|owing)\b(?:\s(?:it|this|that|them|all|everything|much|(?:the|our|that|this)\s[^.;,]{2,30}?))?(\s(?:all|entirely|only|solely|wholly|purely))?\s(?:only\s|solely\s|entirely\s)?to\s(?:the\s)?$/i;
/** "It was built by Engineering alone", "carried home entirely by Ops"; "is done by Ops alone" says whose work it is. */
const doneBy =
  /(?<!\b(?:is|are|be|gets?|being) (?:\w+ly )?(?=(?:built|delivered|shipped|launched|finished|done|written)\b))\b(?:built|saved|rescued|carried|delivered|shipped|launched|won|finished|done|achieved|written|pulled off|made possible|brought home|got over the line|held together)\b[^.;,]{0,20}?\sby\s(?:the\s)?$/i;

/** "Built by both teams …, it opened on time thanks to Ops": what was done together, and one who is thanked for it. */
const sharedWork =
  /\b(?:by|of|from|between) (?:both|all(?: three| four)?|the two|two|three)(?: of (?:our|the))? (?:areas?|teams?|sides?|domains?|departments?|groups?|halves|crews?|of us)\b|\b(?:a|our|the|this|one) (?:joint|shared|common) (?:build|effort|work|delivery|launch|release|project|piece of work)\b|\b(?:built|made|written|done|carried|delivered|planned|designed|worked on) (?:together|jointly|side by side|by (?:the )?\p{Lu}[\p{L}&]+ and (?:the )?\p{Lu}[\p{L}&]+)\b/u;
const thanksTo =
  /\b(?:thanks|owing|due)(?: mainly| largely| mostly| above all)? to (?:the )?$|\bcredit(?: for (?:it|this|that))? (?:goes|belongs|is due) to (?:the )?$/i;
const alsoBefore = /\b(?:and|as well as) (?:to )?(?:the )?$|\bto both\b[^.;]{0,20}$/i;

function credits(before: string, rest: string): boolean {
  if (creditVerbs.test(rest) || getsTheWhole(before, rest)) return true;
  if (allCreditTo.test(before) && !othersToo.test(rest) && !taken.test(before)) return true;
  if (causedBy.test(before) && onlyThem.test(rest)) return true;
  if (onlyCausedBy.test(before) && !othersToo.test(rest) && !ofOwn.test(rest)) return true;
  if ((cleft.test(before) && cleftVerb.test(rest)) || (without.test(before) && nothingElse.test(rest))) return true;
  if (
    owedTo.test(before) &&
    (onlyThem.test(rest) || /\b(?:entirely|only|solely|wholly|purely|all) (?:\w+ )?to (?:the )?$/i.test(before))
  )
    return true;
  if (
    doneBy.test(before) &&
    (onlyThem.test(rest) || /\b(?:entirely|only|solely|wholly|purely) by (?:the )?$/i.test(before))
  )
    return true;
  if (
    /\bthanks (?:only |solely |entirely )?to (?:the )?$/i.test(before) &&
    (/^(?:\s+(?:team|side))?\s+(?:alone|only|single)/i.test(rest) ||
      onlyThem.test(rest) ||
      /\b(?:only|solely|entirely) to (?:the )?$/i.test(before))
  )
    return true;
  if (sharedWork.test(`${before}${rest}`) && thanksTo.test(before) && !othersToo.test(rest) && !alsoBefore.test(before))
    return true;
  if (/\bonly\s\p{Ll}{2,}[^.;,]{0,40}\sthanks to (?:the )?$/iu.test(before) && !othersToo.test(rest)) return true;
  if (
    /\bthanks to (?:the )?$/i.test(before) &&
    /^(?:\s(?:team|side|people|folks))?,? (?:who|which) (?:\p{L}+ )?(?:carried|saved|rescued|did (?:it all|all|everything|the whole)|pulled)\b/iu.test(
      rest,
    )
  )
    return true;
  if (creditGoesTo.test(before) && !othersToo.test(rest) && !taken.test(before)) {
    if (onlyThem.test(rest) || /\b(?:all|entire(?:ly)?|whole|full|solely|only|exclusively)\b[^.;]{0,60}$/i.test(before))
      return true;
  }
  if (takesAll.test(rest) || ownCredit(before, rest)) return true;
  if (downTo.test(before) && onlyThem.test(rest)) return true;
  if (
    blameLiesWith.test(before) &&
    (onlyThem.test(rest) || /\b(?:entirely|solely|only|wholly|squarely)\b[^.;]{0,24}$/i.test(before))
  )
    return true;
  if (
    /\b(?:is|was|are|were|being) (?:entirely |wholly |all |solely )?(?:the )?(?:sole )?(?:work|doing|merit|achievement|fault|mistake|making|responsibility) of (?:the )?$/i.test(
      before,
    ) &&
    onlyThem.test(rest)
  )
    return true;
  if (
    /^\W*(?:only|nobody but|no one but|just)\s(?:the\s)?$/i.test(before) &&
    /^\sdeserves?\s(?:the|any|all|our)\b[^.;]{0,20}\b(?:credit|praise|applause|thanks)\b/i.test(rest)
  )
    return true;
  if (
    /\b(?:success|win|launch|delivery|achievement|merit) (?:is|was|belongs to|of|by) (?:the )?$/i.test(before) &&
    /^(?:['’]s)?(?:\s+(?:alone|only))\b/i.test(rest)
  )
    return true;
  return /\bdespite (?:the )?$/i.test(before) && /^\s*(?:[.,;!]|$)/.test(rest);
}

/** "The slip was entirely Product's fault": the blame for what several did, given to one. */
const aloneBefore = /\b(?:entirely|solely|wholly|purely|all|only)\s(?:the\s)?$/i;

/** "That is to Engineering's credit alone", "the praise is all Design's", "we have only Product to thank for it". */
function ownCredit(before: string, rest: string): boolean {
  if (taken.test(before)) return false;
  if (aloneBefore.test(before) && /^['’]s?\s(?:fault|doing)\b/i.test(rest)) return true;
  if (/^['’]s?\s(?:sole\s|exclusive\s)(?:credit|merit|achievement|doing|work|fault)\b/i.test(rest)) return true;
  if (
    /^['’]s?\s(?:credit|merit|achievement|doing|work|fault)\s(?:alone|only|solely|entirely|and nobody else)\b/i.test(
      rest,
    )
  )
    return true;
  if (
    /\b(?:entirely|solely|only|wholly|purely|all)\s(?:to\s)?(?:the\s)?$/i.test(before) &&
    /^['’]s?\s(?:credit|merit)\b/i.test(rest)
  )
    return true;
  if (
    /\b(?:credit|praise|applause|merit|laurels|honou?r|success|achievement|triumph|launch|result)\b[^.;]{0,40}\s(?:is|are|was|were)\s(?:the\s)?$/i.test(
      before,
    )
  )
    return /^['’]s?\s(?:alone|only|entirely|and (?:nobody|no one|no-one) else(?:['’]?s)?)\b/i.test(rest);
  if (
    /\b(?:credit|praise|applause|merit|laurels)\b[^.;]{0,40}\s(?:is|are|was|were)\s(?:all|entirely|solely|only|wholly)\s(?:the\s)?$/i.test(
      before,
    )
  )
    return /^['’]s?\s?(?:$|[.,;!])/i.test(rest);
  return (
    /\b(?:only|nobody but|no one but|solely)\s(?:the\s)?$/i.test(before) &&
    /^(?:\s(?:team|side))?\sto thank\b/i.test(rest)
  );
}

/** "Product vs. Engineering", "us against them": two domains set against each other. */
function opposes(sentence: string, offset: number, words: readonly DomainWord[]): Judged | undefined {
  for (let index = 0; index + 1 < words.length; index += 1) {
    const one = words[index] as DomainWord;
    const other = words[index + 1] as DomainWord;
    if (one.domain === other.domain || isQuotation(sentence, one.start - offset)) continue;
    const between = sentence.slice(one.end - offset, other.start - offset);
    if (/^\s+(?:against|versus|vs\.?|is at war with|fights?|won against|lost to)\s+(?:the )?$/i.test(between))
      return { kind: "sides", words: [one, other] };
  }
  return undefined;
}

/** What stands between two domains of a list. */
const joins = /^\s*(?:,|,?\s(?:and|or)|&|\+|\/)\s*(?:the )?$/i;

/** Both at once: "Product and Engineering saved the launch together". */
function isShared(listed: boolean, rest: string, words: readonly DomainWord[]): boolean {
  if (words.length < 2) return /\b(?:together|jointly|both of us)\b/i.test(rest);
  return (
    listed ||
    (/^\s*(?:and|,|&|\+|\/)\s*(?:the )?\p{Lu}?/iu.test(rest) &&
      /\b(?:together|jointly|both|all three|all of us)\b/i.test(rest))
  );
}
