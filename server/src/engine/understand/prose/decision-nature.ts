import type { Decision } from "../../model/facts.js";

const freeze =
  /\b(?:feature|code|hiring|release|change|scope|deployment|deploy|budget|spending)[- ]?(?:freeze|thaw)|\bfreez(?:e|es|ing) (?:of |on |all |the |new |any |our )*(?:features?|releases?|changes|hiring|deployments?|scope|code|headcount|the roadmap|roadmap|api|schema)|\b(?:full|total|complete|general|partial|hard|soft|short|long|brief|\w+-(?:week|day|month)|summer|winter|holiday|year-end|christmas) freeze\b|\bfreez(?:e|es|ing) (?:of|for|on) (?:all|every|any|the)? ?(?:services?|repositor(?:y|ies)|systems?|production|apps?|modules?|branch(?:es)?|products?|pages?|screens?|work|new work)\b|\b(?:nothing (?:is|gets?|will be|may be)|nothing (?:goes|ships)|no (?:new )?(?:releases?|deploy(?:ment)?s?|launch(?:es)?) (?:are|is|will be|may be)? ?(?:made|done|allowed)?)\s?(?:released|shipped|deployed|launched|merged|live|out)?\s?(?:from|between|until|before|during) [^.;]{0,24}\d|\bfreez(?:e|es|ing) (?:(?:the|all|our|any|every|its|their) [^.;]{2,60}?|everything |it all )\b(?:from|between|until|till|over|during|throughout|for (?:the|two|three|four|a|\d))\b|\bfreeze (?:on|(?:from|between|starts?|begins?|until|till) [^.;]{0,24}\d)|\bfrozen until\b|\b(?:releases?|deploy(?:ment)?s?|features?|scope|hiring|headcount|budgets?|spending|production|(?:the )?code(?:base)?|(?:the )?main branch|launch(?:es)?|changes) (?:is|are|stays?|will be|remains?) (?:all |fully )?frozen\b|\bfrozen (?:from|between|over|during) [^.;]{0,24}\d|\b(?:hiring|releases?|releasing|deploy(?:ment)?s?|deploying|launch(?:es)?|merg(?:es|ing)) (?:stops?|pauses?|(?:is|are|will be) (?:stopped|paused|halted|suspended)) (?:from|until|till|between|for|during|over)\b|\b(?:code(?:base)?|main branch|trunk|release branch) (?:is|stays?|will be|remains?) (?:closed|locked) (?:from|until|till|between|for|during|over)\b/i;
const debt =
  /\b(?:tech(?:nical)?|design|ux|that|the|this|some|of|architectural|more) debt\b(?! (?:relief|collector|markets?))|\bdebt (?:until|to be paid|that we)|\bdebt,? (?:(?:that|which|and) )?(?:we|engineering|product|the team) (?:(?:know|knowingly|will|both|all) )?(?:take|takes|took|accept|accepts|carry|carries|pay back|owe)\b|\b(?:tak(?:e|es|ing)|took|accept(?:s|ed|ing)?|carr(?:y|ies|ied)|incur(?:s|red)?) (?:on )?(?:this|that|it|the|a|some|more|such)? ?(?:\w+ )?(?:as (?:a )?)?debt\b/i;
const corner =
  /\bcut(?:s|ting)? (?:a |some |the |one )?corners?\b|\b(?:skip(?:s|ped|ping)?|leaves? out|drops?|shortens?|postpones?) (?:the |any |all |our |its )?[^.]{0,60}?\b(?:tests?|testing|reviews?|audits?|checks?|qa|trial|documentation|docs|load|hardening|migration)\b[^.]{0,40}\b(?:to|so that we|so we) (?:can )?(?:make|meet|hit|hold|keep|catch|reach)\b|\b(?:skip(?:s|ped|ping)?|leav(?:es?|ing) out|drop(?:s|ped|ping)?|shorten(?:s|ed|ing)?|postpon(?:es?|ed|ing)|waiv(?:es?|ed|ing)|forgo(?:es|ing)?|do(?:es|ing)? without|cut(?:s|ting)?) (?:the |any |all |our |its |this |one )?[^.]{0,60}?\b(?:tests?|testing|reviews?|audits?|checks?|qa|trials?|rehearsals?|dry runs?|pilots?|inspections?|documentation|docs|load|hardening|migration|training|research|monitoring)\b[^.]{0,60}\b(?:so|in order|in time|because|to be)\b[^.]{0,80}\b(?:can (?:open|ship|launch|start|go)|opens?|launch(?:es)?|ships?|go(?:es)? live|ready|deadline|in time|on time|the date|(?:on|by|before) (?:the )?\d)|\bshort-?cuts?\b|\bquick (?:fix|hack|and dirty)\b/iu;

const practice =
  "tests?|testing|reviews?|audits?|checks?|qa|trials?|rehearsals?|rounds?|dry runs?|pilots?|inspections?|documentation|docs|hardening|migration|training|research|monitoring|alerts?|logging|backups?|rollback|undo|retries|safeguards?|sign-?off|assessments?|validation|verification|calibration|studies|study|threat model|permissions?|encryption|accessibility|error handling";
/** "We ship the scanner without retries": a practice left out; of what the product holds, only where a date is named. */
const shipsWithout = new RegExp(
  `\\b(?:ship|ships|shipping|release|releases|launch|launches|go live|goes live|deliver|delivers)\\b[^.]{0,80}\\bwithout (?:the |any |a |an |its |full |proper |its own )?(?:[\\p{L}-]+ ){0,3}?(?:${practice})\\b|\\b(?:ship|ships|shipping|release|releases|launch|go live|deliver)\\b[^.]{0,80}\\bwithout (?:the |any |a |an |its |full |proper )?[\\p{L}-]+`,
  "iu",
);
const datedOrPractice = new RegExp(
  `\\d{4}-\\d\\d|\\b\\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\\b(?:on|by|before|until|for|in|the) (?:the )?(?:mon|tues|wednes|thurs|fri)day\\b|\\b(?:in|by|for|the) (?:january|february|march|april|may|june|july|august|september|october|november|december)\\b|\\bq[1-4]\\b|\\b(?:deadline|date|in time|on time|early|sooner|window|fair|season|holidays)\\b|\\bwithout (?:[\\p{L}-]+ ){0,4}?(?:${practice})\\b`,
  "iu",
);

/** What a date does that is kept: "so that the autumn date holds". */
const leavesOut =
  "(?:skip(?:s|ped|ping)?|drop(?:s|ped|ping)?|cut(?:s|ting)?|leav(?:es?|ing) out|left out|omit(?:s|ted|ting)?|waiv(?:es?|ed|ing)|forgo(?:es|ing)?|shorten(?:s|ed|ing)?|postpon(?:es?|ed|ing)|put(?:s|ting)? off|(?:do|go)(?:es|ing)? without)";
const month = "(?:january|february|march|april|may|june|july|august|september|october|november|december)";
const dateWord = `(?:date|deadline|launch|show|release|slot|window|season|opening|fair|milestone|tender|go-live|freeze|delivery|handover|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}|${month}(?: (?:the )?\\d{1,2}(?:st|nd|rd|th)?)?|(?:mon|tues|wednes|thurs|fri)day|q[1-4])`;
/** "The pump goes out without its frost test so that 1 May holds": what is left out, and no "without delay". */
const lacks = "without (?!(?:any |further |more )?(?:delays?|waiting|changes?|fuss|discussion|exception)\\b)";
const dateHolds = new RegExp(
  `\\b(?:${leavesOut}\\b|${lacks})[^.;]{1,80}?\\b(?:so that|so|to let|to have) (?:[\\p{L}\\d'’-]+ ){0,5}?${dateWord} (?:holds?|stands?|stays?|is (?:kept|met|held|safe|not (?:moved|lost|missed))|can (?:still )?(?:be (?:kept|met|held)|hold|stand|stay)|does not (?:move|slip)|doesn['’]t (?:move|slip)|survives?|works?)\\b`,
  "iu",
);
/** A day by what it is for, or by the calendar: "the harvest fair", "the end of May", "12 June", "mid-July". */
const anyDate = `(?:(?:[\\p{L}\\d-]+ ){0,3}?${dateWord}|(?:(?:end|middle|beginning|start|first week|last week|last day) of |mid-|early |late )?(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:the )?(?:month|quarter|year|season|summer|spring|autumn|winter)|christmas|easter|midsummer))\\b`;
/** "… to make the June date", "… so as to be ready by 6 July": for which day something is left out. */
const forDay = `(?:to|in order to|so as to|so that we(?: can)?|so we(?: can)?|so that it|so it) (?:still )?(?:(?:make|makes|hit|hits|meet|meets|reach|reaches|keep|keeps|hold|holds|catch|catches|save) (?:the |our |a |an |its )?|(?:can )?(?:open|opens|launch|launches|ship|ships|start|starts|go live|goes live|be ready|is ready|be out|is out) (?:on|by|for|before|in|at) (?:the )?)${anyDate}`;
/** "The load test is skipped to make the June date". */
const isLeftOut = new RegExp(
  `\\b(?:${practice})\\b[^.;]{0,50}?\\b(?:is|are|was|were|gets?|will be) ${leavesOut}\\b[^.;]{0,50}?\\b${forDay}`,
  "iu",
);
/** "We put off the frost test of the pump so as to make 1 May". */
const leavesOutFor = new RegExp(
  `\\b${leavesOut} (?:the |any |all |our |a |an |its |this |one )?[^.;]{0,60}?\\b(?:${practice})\\b[^.;]{0,60}?\\b${forDay}`,
  "iu",
);
/** "To make the June date we leave the pump without a frost test": what something is left without for that day. */
const leftWithout = new RegExp(
  `\\b${forDay}[^.;]{0,60}?\\b(?:le(?:ave|aves|aving|ft)|ships?|launch(?:es)?|runs?|goes?|opens?|starts?) [^.;]{0,40}?\\bwithout (?:the |any |a |an |its |their |our )?(?:[\\p{L}-]+ ){0,3}?(?:${practice})\\b`,
  "iu",
);
/** "No change goes out between 1 and 9 May", "nothing new is merged until the fair": a freeze that is not called one. */
const nothingNew = new RegExp(
  `\\b(?:no(?: new| further| more| other)? (?:features?|changes?|code|pull requests?|prs|commits?|releases?|versions?|builds?|deploy(?:ment)?s?|migrations?|updates?)|nothing(?: new| else)?) (?:is|are|gets?|may be|may|will be|will|shall be|goes|go) (?:be )?(?:merged|released|shipped|deployed|launched|rolled out|taken in|published|out|live|go out|go live)\\b[^.;]{0,30}?\\b(?:from|between|until|till|before|during|over|throughout|in) (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)? (?:and|to) )?(?:\\d{4}-\\d\\d|${anyDate})`,
  "iu",
);

const spans =
  "(?:\\d{1,2}|an?|one|two|three|four|five|six|seven|eight|ten|twelve|some|several|the (?:next|last|first) \\w+) (?:\\w+ )?(?:days?|weeks?|months?|fortnight|sprints?)";
const lifted =
  "(?<!\\b(?:no|not|without|lifts?|lifting|lifted|ends?|ending|instead of|after) (?:(?:the|a|an|any|this|our) )?)";
/** "A freeze of three weeks", "freeze the board for a fortnight". */
const timedFreeze = new RegExp(
  `${lifted}\\bfreez(?:e|es|ing) (?:[\\p{L}\\d'’-]+ ){0,8}?(?:of|for|over|lasts?|takes) ${spans}\\b`,
  "iu",
);
/** What a record calls itself: "Moratorium on imports", "Freeze of the booking screens before the fair", "ADR 7: a freeze on imports". */
const freezeTitle =
  /^\W*(?:(?:\p{L}{1,6}[- ]?)?\d{1,5}\s?[:.–—-]?\s)?(?:the |an? )?(?:[\p{L}-]+ ){0,2}?(?:freez(?:e|ing)|moratorium|standstill|change stop)(?: (?:of|on|for|before|during|until|over|from|in|at|while|the|all|our|every)\b|\W*$)/iu;
const aboutFreezes =
  /\b(?:no|lift(?:ing|s)?|end(?:ing|s)?|thaw|unfreez\p{L}+|polic(?:y|ies)|process|procedure|rules?|calendar|how)\b/iu;

/** What kind of choice the title of a record says that it is; only a freeze is told so. */
export function natureOfTitle(title: string): Decision["nature"] {
  return freezeTitle.test(title) && !aboutFreezes.test(title) ? "freeze" : undefined;
}

/** "In English at first so that we make 1 September", "by hand for now to hold the date; the rest follows in May": the makeshift that a day asks for. */
const makeshift =
  /\b(?:at first|for now|for the time being|to begin with|for a start|at launch|initially|provisionally|by hand|as a stopgap|half-done|unfinished)\b[^.;]{0,60}?\b(?:to|in order to|so that (?:we|it|they)(?: can)?|so (?:we|it)(?: can)?) (?:still )?(?:make|makes|hit|meet|meets|reach|keep|keeps|hold|holds|catch|save) (?:the |our )?(?:(?:[\p{L}\d-]+ ){0,2}?(?:date|deadline|launch|release|opening|go-live|handover)\b|\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\d{4}-\d\d)/iu;

/** What kind of choice concerns more than its owner: a freeze, a corner cut against a date, debt taken on. */
export function natureOf(text: string): Decision["nature"] {
  if (freeze.test(text) || timedFreeze.test(text) || nothingNew.test(text)) return "freeze";
  if (debt.test(text)) return "technical-debt";
  if (
    dateHolds.test(text) ||
    isLeftOut.test(text) ||
    leavesOutFor.test(text) ||
    leftWithout.test(text) ||
    makeshift.test(text) ||
    (shipsWithout.test(text) && datedOrPractice.test(text))
  )
    return "cut-corner";
  return corner.test(text) ||
    forTheDate.test(text) ||
    dateFirst.test(text) ||
    soThatItMakes.test(text) ||
    unfinished.test(text)
    ? "cut-corner"
    : undefined;
}

/** "It goes out without its audit trail so that they have it before the harvest deadline", "we ship with the known drift because the date stands". */
const unfinished =
  /\b(?:ship(?:s|ped|ping)?|go(?:es)? (?:out|live)|launch(?:es|ed)?|release[sd]?|deliver(?:s|ed)?)\b[^.;]{0,60}?\b(?:without|with (?:the |a |its |all )?known)\s[^.;]{0,80}?\b(?:deadline|in time for|to (?:make|meet|hit|keep) the|date (?:will not|does not|cannot|won['’]t|stands))\b/i;

/** "The pump has to be out on its date, so we're going without the frost test": the date first. */
const dateFirst = new RegExp(
  `\\b(?:has to|have to|had to|needs? to|must|is to|is due|are due|should)\\b[^.;]{0,60}?\\b(?:on (?:its|the|our|their) (?:date|day)|on time|in time|(?:on|by|before|for) [^.;,]{3,40}?),? (?:so|and so|which is why|therefore|hence)\\b[^.;]{0,40}?\\b(?:${leavesOut}|(?:go|do)(?:es|ing)? (?:out |live |ahead )?without) [^.;]{0,50}?\\b(?:${practice})\\b`,
  "iu",
);

/** "To make the October date we drop the penetration test". */
const forTheDate =
  /\b(?:skip(?:s|ped|ping)?|drop(?:s|ped|ping)?|cut(?:s|ting)?|leav(?:e|es|ing) out|waiv(?:e|es|ed|ing)|forgo|shorten(?:s|ed|ing)?) (?:the |any |all |our |a |an )[^.;]{2,80}?\b(?:to|in order to|so as to|so that we(?: can)?|so we(?: can)?) (?:still )?(?:make|hit|meet|reach|keep|hold|catch) (?:the |our |a |an )?(?:[\p{L}\d-]+ ){0,3}?(?:date|deadline|launch|show|release|slot|window|season|opening|fair|milestone)\b|\b(?:to|in order to|so that we) (?:still )?(?:make|hit|meet|reach|keep|hold|catch)\b[^.;]{0,80}?\b(?:skip(?:ped|ping)?|drop(?:ped|ping)?|le(?:ave|aving|ft) out|postpon(?:e|ed|ing)|waiv(?:e|ed|ing)|forgo|shorten(?:ed|ing)?|cut(?:ting)?|do without)\s[^.;]{0,50}?\b(?:tests?|testing|reviews?|audits?|checks?|qa|trials?|rehearsals?|dry runs?|pilots?|inspections?|documentation|docs|hardening|monitoring|training)\b/iu;

/** "We leave out the frost test so that the pump makes the spring fair". */
const soThatItMakes =
  /\b(?:skip(?:s|ped|ping)?|drop(?:s|ped|ping)?|cut(?:s|ting)?|leav(?:e|es|ing) out|waiv(?:e|es|ed|ing)|forgo(?:es)?|shorten(?:s|ed|ing)?|postpon(?:e|es|ed|ing)|(?:do|go|start|ship|launch|open|begin|run|leave|come)(?:e?s|ing)?(?: out| live| ahead)? without) (?:the|any|all|our|an?) [^.;]{2,60}?,?\sso(?: that)? (?:[\p{L}\d'’-]+ ){1,6}?(?:makes?|hits?|meets?|reach(?:es)?|keeps?|holds?|catch(?:es)?|(?:is|are) (?:ready |done |out |live )?(?:for|in time for)) (?:[\p{L}\d-]+ ){0,4}?(?:date|deadline|launch|show|release|slot|window|season|opening|fair|milestone)\b/iu;
