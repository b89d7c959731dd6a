import { Cue } from "./cue-words.js";

/** A way of saying that people hold conflicting positions. */
export interface DisagreementPattern {
  readonly kind: string;
  readonly cues: number;
  /** On a sentence in small letters. */
  readonly pattern: RegExp;
  /** 1 is enough by itself. */
  readonly weight: number;
  /** Minutes only, and sections of concerns unless it says "only": elsewhere the author's own worries and drawbacks read the same. */
  readonly minutes?: boolean | "only";
  /** Whether somebody must be its subject. */
  readonly subject?: boolean;
}

const adverb =
  "(?:(?:strongly|still|also|really|very|quite|rather|somewhat|bit|a bit|a little|generally|personally|particularly|especially|most|more|mainly)\\s){0,2}";

/** A decision that is named as such: the word for it, its id, or the number of a record. */
const decided =
  "(?:the )?(?:decision\\b|adr\\b|rfc\\b|dr\\b|(?:decision )?record\\s(?=0*\\d)|[a-z]{1,4}-\\d|0\\d{2,4}\\b)";

/** "… was a mistake", "… is in hindsight the wrong call". */
const calledWrong =
  "(?:is|was|has been|looks like|turned out(?: to be)?|would be)\\s(?:(?:now|in hindsight|clearly|simply|just|perhaps|after all|probably)\\s){0,2}(?:(?:an?|our|the)\\s(?:(?:big|clear|great|real|bad|plain|biggest|costly)\\s)?(?:mistake|error|blunder|misjudgment|misjudgement|bad (?:idea|call|decision|choice))|the wrong (?:choice|call|decision|way|answer|one|thing)|wrong\\b(?! to\\b)|mistaken\\b|premature\\b)";

export const disagreementPatterns: readonly DisagreementPattern[] = [
  {
    kind: "objects",
    cues: Cue.object,
    pattern: new RegExp(
      `\\b(?:objected|objecting|(?:i|we|they|he|she) ${adverb}object)\\s${adverb}(?:to|that|because|on)\\b|\\bobjects\\s${adverb}to\\s(?:the|a|an|any|this|that|these|those|it|one|two|our|his|her|their|its|\\w+ing)\\b`,
    ),
    weight: 1,
    subject: true,
  },
  {
    kind: "objection",
    cues: Cue.object,
    pattern:
      /(?<!seek |any |for |potential |possible |no )\bobjections?\s(?:from|by|to|was|were|is|are|remain|remains|raised|over|about|against|that)\b|\b(?:has|have|had|raised|raises|voiced|filed|blocking|strong|outstanding|formal|sustained)\s(?:an?\s|some\s|strong\s|several\s)?objections?\b/,
    weight: 0.95,
  },
  {
    kind: "disagrees",
    cues: Cue.oppose | Cue.agree,
    pattern:
      /(?<!agree[ /]|agree or )\b(?:disagrees?|disagreed|disagreeing)\b(?! and commit)|\bdisagreements?\s(?:about|on|over|between|with|from|remains?|persists?|whether|as to|around|within|among)\b|\b(?:was|is|were|are|some|strong|much|continued|still)\s(?:\w+\s)?disagreement\b|(?<!\b(?:which|that|what|things|anything) (?:we|they|i) )\b(?:do|does|did)(?: not|n't) agree\b/,
    weight: 1,
  },
  {
    kind: "opposed",
    cues: Cue.oppose,
    pattern: new RegExp(
      `(?<!\\bas )\\b(?:opposed to|oppose|opposes|opposing the)\\b|(?<!\\bas )\\b(?:is|are|am|'m|was|were|'re|be|been|remains?)\\s${adverb}(?:opposed|against)\\b(?! (?:the )?(?:law|spec|specification|rules|policy|a database))|\\bstrongly against\\b|\\bnot in favou?r\\b|\\b(?:spoke|argued|voted) against\\b`,
    ),
    weight: 0.95,
  },
  {
    kind: "pushback",
    cues: Cue.concern | Cue.oppose,
    pattern: /\bpush(?:ed|es|ing)? back (?:on|against|that|because|from)\b|\bpush-?back\b/,
    weight: 0.9,
    minutes: true,
  },
  {
    kind: "no-consensus",
    cues: Cue.consensus | Cue.agree,
    pattern:
      /(?:\b(?:no|not|lack of|lacks?|little|never)|n't)\s(?!looking|asking|seeking|trying|need|requir|want|represent|mean|impl(?:y|ies)|signal|stand for)(?:\w+\s){0,4}?(?<!\b(?:in|their|its|the) )(?:consensus|agreement)\b(?! (?:layers?|clients?|rules?|nodes?|changes?)\b)(?! (?:(?:is|was|were|are|has been) )?(?:needed|required|necessary|sought|asked for|called for)\b|,? etc\b)|(?<!\b(?:which|that|what|things|anything|if) (?:we|they|i) )\b(?:could not|couldn't|cannot|can't|did not|didn't|failed to|unable to|not able to|not been able to|were not able to|have not|haven't)\s(?:yet\s|all\s|really\s)?(?:agree|agreed|reach|reached|come to|came to|settle|find|found)\s?(?:\w+\s){0,2}?(?:consensus|agreement|on|about|upon|decision|conclusion|common ground|a compromise|whether|who|which|and|\.|,|;|$)|\b(?:consensus|agreement) (?:was |has |is |could )(?:not|never)\b|\bagreed? to disagree\b/,
    weight: 1,
  },
  {
    kind: "concern-raised",
    cues: Cue.concern,
    pattern:
      /\b(?:wants? to raise|raised|raises|raise|raising|voiced|voices|expressed|expresses|expressing|express|has|have|had|shared|shares|share|noted|cited|brought up|brings? up|bringing up|mentioned|flagged|flags)\s(?:\w+\s){0,2}?concerns?\b(?! (?:raised|voiced) (?:by )?(?:none|no one))|^\W{0,4}(?:(?:some|main|major|serious|several|remaining|one|only|primary|big|biggest|real|significant|the|my|our|his|her|their|lots of|a few|a lot of|strong|general|generally \w+, )\s?(?:\w+\s)?)?concerns? (?:about|that|over|with|from|is|are|was|were|regarding|around|raised|for)\b|\b(?:the|my|our|his|her|their|one|only|main) (?:\w+ )?concerns? (?:is|was|are|were|here|with|about|that(?! (?:led|lead|leads|was|were|are|is|have|has|we|they|you|i)\b))\b|\bconcern (?:appears|seems|remains) (?:to be )?(?:that|about)?/,
    weight: 0.9,
    minutes: true,
  },
  {
    // "Concerns about the fee have been raised": by others than whoever writes it down.
    kind: "concern-was-raised",
    cues: Cue.concern | Cue.object,
    pattern:
      /\b(?:concerns?|objections?|worries|reservations)\b[^.;?!]{0,80}?\b(?:has|have|was|were)\s(?:also\s|since\s|recently\s)?(?:been\s)?(?:raised|voiced|expressed)\b|\b(?:some|several|the|many|serious|strong|two|three) (?:\w+ )?(?:concerns|objections|worries) (?:raised|voiced|expressed) by\b/,
    weight: 0.9,
  },
  {
    kind: "there-was-concern",
    cues: Cue.concern | Cue.object | Cue.oppose,
    pattern:
      /\bthere (?:was|were|is|are|has been|have been) (?:also )?(?:an? |some |several |strong |considerable |much |initial |a lot of )?(?:worry|worries|concerns?|objections?|disagreements?|push-?back|opposition|resistance|contention)(?: was| were| raised| expressed)?(?: (?:about|over|that|from|on|to|with|around|regarding|among|between|if|whether)\b|:)/,
    weight: 0.9,
  },
  {
    // "Many reviewers are worried about the fee": others than the one who writes.
    kind: "others-concerned",
    cues: Cue.concern | Cue.oppose,
    pattern:
      /\b(?:many|some|several|most|people|reviewers?|others|maintainers|members|developers|readers|neighbou?rs|colleagues|teams?)\s(?:of (?:us|them|the [\w ]{2,20})\s)?(?:\w+\s)?(?:are|were|remain|feel|felt)\s(?:still |also |very |quite |rather )?(?:concerned|worried|opposed|sceptical|skeptical|unhappy|uneasy|against|unconvinced|uncomfortable)\b/,
    weight: 0.9,
  },
  {
    kind: "argued-over",
    cues: Cue.against,
    pattern:
      /\b(?:considerable|much|some|lots of|a lot of|heated|long|ongoing|lively|intense|plenty of|endless|repeated|fierce)\s(?:arguments?|debate|controversy|disputes?|contention|quarrel(?:s|ling)?|bickering)\s(?:over|about|on|as to|around|whether)\b|\b(?:group|team|committee|council|board|members|participants|leads) (?:also |then )?debated (?:whether|if|how|over)\b/,
    weight: 0.9,
  },
  {
    kind: "counterpoint",
    cues: Cue.against,
    pattern: /^\W{0,4}counter-?\s?(?:points?|arguments?|proposals?|position)\b(?:\s\([^()]{1,30}\))?(?::| from| by)/,
    weight: 0.95,
  },
  {
    kind: "concerned",
    cues: Cue.concern,
    pattern: new RegExp(
      `\\b(?:is|are|am|'m|was|were|'re|be|remains?|feels?|felt|i|we)\\s${adverb}(?:concerned|worried|worry|uncomfortable|hesitant|reluctant|unhappy|uneasy|skeptical|sceptical|unconvinced|wary|not convinced|not comfortable|not happy|not ok|nervous)\\b(?:\\s(?:about|that|with|by|of|to|over|on|if|here|it|we|this))?`,
    ),
    weight: 0.9,
    minutes: true,
  },
  {
    kind: "doubts",
    cues: Cue.concern,
    pattern:
      /\b(?:skepticism|scepticism|unease|reluctance)\b|\bhesita(?:tion|ncy|nce)\b (?:here |there )?(?:is|are|was|were|about|on|around|to|over|from|with|in)\b|\bnot without (?:controversy|objections?|opposition)\b|\bwith (?:some |several |serious |strong )?concerns (?:about|over|that)\b|^\W{0,4}(?:[^:.;?!]{1,30}: )?(?:(?!(?:no|nobody|none|never|not|nor|without)\b)[\w-]+ ){0,2}concerns (?:of (?!last|the|our|earlier|previous|any)|(?:about|over|with|regarding|around) )|^\W{0,4}(?:[^:.;?!]{1,30}: )?concern (?:about|over|with|regarding|around)\b|\breservations\s(?:about|on|here|over|towards?|that|with|from|around|regarding)\b|\b(?:has|have|had|some|serious|strong) reservations\b/,
    weight: 0.9,
    minutes: true,
  },
  {
    kind: "other-opinion",
    cues: Cue.oppose | Cue.want,
    pattern:
      /\b(?:is|are|was|were) of (?:the opposite|another|a different|the contrary) (?:opinion|view|mind)\b|\bstill (?:see|read|judge|look at|understand|weigh|rate|tell) [^.;]{2,60} differently\b|\b(?:are|were|is) still at it\b|\bwent (?:back and forth|round in circles|in circles) (?:on|over|about)\b(?![^.;]{0,140}\b(?:settled|agreed|decided|chose|went with|ended|landed|picked)\b)|\b(?:do|does|did)(?: not|n't) see eye to eye\b|\b(?:are|is|were|remain) (?:still )?at loggerheads\b|\bstill (?:(?:want|wanted|prefer|favou?r|propose|ask for|insist on) (?:two |quite |very |rather |such )?(?:different|opposite|contrary|conflicting|incompatible) [a-z]|(?:have|hold|see|defend) (?:two |quite |very |rather |such )?(?:different|opposite|contrary|conflicting|incompatible) (?:views?|opinions?|ideas?|plans?|positions?|answers?|things in mind))/,
    weight: 0.95,
  },
  {
    kind: "camps",
    cues: Cue.oppose,
    pattern:
      /\b(?:competing|conflicting|opposing|there (?:are|were|is|was)(?: \w+){0,2} (?:differing|divergent|different))\s(?:visions?|views?|opinions?|positions?|camps?|proposals|schools)\b|\b(?:two|2|three|both)\s(?:\w+\s)?(?:schools of thought|camps)\b|\b(?:opinions?|group|we|team|committee|council|community|votes?|room|views?|leads|people|members|board)\s(?:is|are|was|were|remain|remains|remained)\s(?:\w+\s)?(?:split|divided|torn)\b(?! (?:across|into|up (?:in|across)|over (?:two|three|four|several|many|all)))|\b(?:deadlocked (?:on|over)|(?:at|in|reached|hit) (?:a |an )?(?:deadlock|stalemate|impasse))\b|\bopinions? (?:differ|vary)\b|\bdifferences? (?:of|in) opinions?\b|\b(?:disagreeing|differing) on (?:how|what|who|whether|which)\b|\b(?:we|they|leads|people|members|views|positions) differ(?:ed)? (?:on|about|over|as to)\b/,
    weight: 0.9,
  },
  {
    kind: "unsettled",
    cues: Cue.decide | Cue.agree | Cue.unclear,
    pattern: /\b(?:still|remains?|is|was|are) (?:not (?:yet )?|un)(?:settled|resolved|agreed)\b/,
    weight: 0.6,
    minutes: true,
  },
  {
    kind: "some-others",
    cues: Cue.others,
    pattern:
      /\bsome (?:people |members |folks |participants |attendees |of (?:us|them|the \w+) )?(?:see|saw|think|thought|want|wanted|argue|argued|prefer|preferred|believe|believed|feel|felt|say|said|interpret|interpreted|favou?r|favou?red)\b[^.]{3,140}[;,] (?:(?:and|while|but|whereas) )?others\b|(?<!\bi have )(?<!\bi had )\b(?:mixed|divided) (?:feedback|reactions?|opinions?|views|responses?|feelings)\b/,
    weight: 0.9,
  },
  {
    kind: "contentious",
    cues: Cue.concern,
    pattern:
      /(?<!non-)(?<!not )(?<!less )(?<!\b(?:nothing|none)(?: of \w+)?(?: else)? (?:was|is|were|are) )(?<!\b(?:least|something|anything) )\b(?:contentious|controversial|contested)\b(?! (?:subjects?|topics?|issues|features?|proposals|points|parts|bits|matters|areas|questions|changes)\b)/,
    weight: 0.85,
    minutes: true,
  },
  {
    kind: "dislikes",
    cues: Cue.negative | Cue.oppose | Cue.concern,
    pattern: new RegExp(
      `(?<!what (?:i|we|they) )\\b(?:do|does|did)(?:n't| not) ${adverb}(?:(?:like|love) (?:the idea|this|that|it|the|such|how|having|\\w+ing)|like [\\w'-]{2,24} (?:as much|at all)|want (?:us|this|that|it|to (?:agree|support|merge|accept|ship|drop|remove|lose|give up|force|expose))|support (?:this|that|it|the)|buy (?:this|that|it|the)|think (?:we|it|this|that|the|there) (?:\\w+ ){0,2}?(?:should(?! (?:be|become|cause|count as) (?:an? )?(?:\\w+ )?(?:block\\w*|issue|problem|concern|hard|difficult|expect))|makes? sense|is (?:a )?(?:good|right) (?:idea|approach|direction|way|thing|place)))\\b|\\b(?:not|n't) (?:a (?:big |huge )?fan of|in favou?r of|on board with|supportive of|keen on|thrilled (?:about|with)|satisfied with|convinced (?:that|by|about|of)|comfortable (?:with|that))\\b|\\b(?:is|be|as|'s) (?:an? )?(?:bad|terrible) (?:idea|precedent)\\b|\\b(?:can't|cannot|couldn't|could not) live with (?:this|that|it|the|such)\\b|\\b(?:can't|cannot|can not|couldn't|could not|unable to|not able to) (?:really |fully |currently )?support (?:this (?!use|browser|platform|device|case)|(?:the|that|such an?) (?:[\\w-]+ ){0,2}?(?:change|proposal|direction|approach|idea|motion|plan|move|request|amendment|resolution|decision|choice)\\b|it (?:as|in|for|at|without)\\b)|\\bin the opposite (?:position|camp)\\b|\\b(?:strongly|actively) (?:against|dislikes?|opposed)\\b`,
    ),
    weight: 0.85,
    minutes: true,
    subject: true,
  },
  {
    kind: "prefers-otherwise",
    cues: Cue.want,
    pattern:
      /\b(?:would|'d) (?:strongly |much |really )?rather (?:not\b|(?:we|it|they) (?:not|did ?n[o']t)\b|\w+ [^.;]{2,60}\b(?:than|instead)\b)|\bwould (?:strongly |much )?prefer (?:not to|that we (?:not|don't)|(?:if )?we didn't)\b/,
    weight: 0.85,
    minutes: true,
    subject: true,
  },
  {
    kind: "disputes",
    cues: Cue.object,
    pattern:
      /\b(?:disputed|vetoed)\b|\b(?:disputes|vetoes)\s(?:\w+[- ]\d+|the|a|an|that|this|it|whether|how|our|his|her|their|both|any)\b/,
    weight: 1,
    subject: true,
  },
  {
    kind: "in-dispute",
    cues: Cue.object,
    pattern:
      /(?<!(?:not|n't|nothing|never|longer) )\b(?:is|are|was|were|been|remains?|stays?) (?:still |now )?in dispute\b/,
    weight: 0.95,
  },
  {
    kind: "turns-against",
    cues: Cue.object | Cue.negative | Cue.agree,
    pattern: new RegExp(
      `\\b(?:no longer (?:believes? in|stands? behind|stands? by|supports?|agrees? with|trusts?|wants?|accepts?|backs?|defends?|holds? to)|(?:do|does|can)(?:n't|not| not) (?:really )?(?:stand (?:behind|by)|believe in|support|back|defend|hold to|buy|trust|agree with|accept)|contests?|challenges?|regrets?|questions|doubts|would (?:now )?(?:undo|reverse)|(?:goes|went|going) back on|(?:is|are) no longer behind|ha(?:s|ve) (?:second thoughts|(?:serious |grave |growing )?doubts|misgivings) (?:about|on|over)|would (?:now |today )?(?:vote|decide) (?:differently|otherwise) (?:about|on|over)|would not (?:decide|choose|take|make|sign)|wants? to (?:reopen|reverse|undo|overturn|revisit|go back on|see the back of))\\s(?:[^.;:?!]{0,40}\\s(?:of|in|from|behind)\\s)?${decided}`,
    ),
    weight: 1,
    subject: true,
  },
  {
    // "Ana thinks that DR-3 was a mistake", "in hindsight 0012 was the wrong choice, says Bo".
    kind: "called-mistake",
    cues: Cue.object | Cue.against,
    pattern: new RegExp(
      `(?:${decided}[^.;:?!]{0,40}|^\\W{0,4}(?:decision )?[a-z]{1,4}-\\d{1,5}\\b[^;?!]{0,80}(?::|\\s[–—-])\\s[^.;:?!]{2,60}\\s(?:it|this|that))\\s${calledWrong}|\\bwants?\\s[^.;:?!]{0,20}?${decided}[^.;:?!,]{0,30}\\s(?:back|undone|reversed|reopened|gone|overturned|taken back|looked at again)\\b|${decided}[^.;:?!]{0,40}\\s(?:should|ought to|needs? to|has to) be (?:reopened|reversed|undone|overturned)\\b`,
    ),
    weight: 1,
    minutes: "only",
  },
  {
    // "I do not believe that K-4 was right", "Ana finds K-4 a mistake", "we should undo K-4": a decision by its number.
    kind: "turns-against",
    cues: Cue.object | Cue.against | Cue.findOut,
    pattern: new RegExp(
      `\\b(?:(?:do|does|did)(?: not|n't) (?:believe|think|find|feel|agree|see) (?:that )?${decided}\\S{0,8} (?:was |is )?(?:right|wise|sound|good|correct|fair|well|the right)|(?:believe|think|find|feel|hold|say)s? (?:that )?${decided}\\S{0,8} (?:was |is |to be )?(?:wrong|a mistake|an error|unwise|unfair|mistaken|a bad)|(?:argue|think|say|hold|feel|believe|maintain)[sd]? (?:that )?${decided}\\S{0,8} (?:should|ought) (?:never|not) (?:to )?have been (?:made|taken|decided)|(?:ask|want)(?:s|ed)? (?:us |the [a-z]+ )?to (?:reconsider|undo|reverse|overturn) ${decided}|(?:should |would )(?:now )?(?:undo|reverse|reopen|overturn|take back) ${decided})`,
    ),
    weight: 1,
    subject: true,
  },
  {
    // "He would have it undone", "Ana wants the choice of 3 June reversed": what is told of it may be in the sentence before.
    kind: "wants-undone",
    cues: Cue.object,
    pattern:
      /(?<!\b(?:we|you|who|which|customers?|users?|clients?|people|nobody)\s(?:(?:all|now|also|then)\s)?)\b(?:(?:would|wants? to|(?:would|should) (?:like|love) to) (?:have|see) (?:it|this|that|them|the (?:decision|choice|call)) (?:undone|reversed|reopened|overturned|taken back|rolled back|revoked)\b|wants? (?:it|this|that|the (?:decision|choice|call)(?: (?:of|from|on|to|about) [^.;:]{2,80}?)?) (?:undone|reversed|reopened|overturned|taken back|rolled back|revoked)\b)/,
    weight: 0.95,
  },
  {
    kind: "minus-one",
    cues: Cue.oppose,
    pattern: /(?:^|\s)-1(?:'s|s)?\s(?:from|on|to|for|because|vote|by)\b|^\W{0,3}-1\b/,
    weight: 0.95,
    minutes: true,
  },
  {
    kind: "refuses",
    cues: Cue.oppose,
    pattern: /\b(?:unwilling|refuses|refused|not willing) to\b/,
    weight: 0.7,
    minutes: true,
    subject: true,
  },
];
