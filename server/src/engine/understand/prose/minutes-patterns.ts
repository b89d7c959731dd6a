import { Cue } from "./cue-words.js";
import type { DecisionPattern } from "./decision-patterns.js";
import { outcomePatterns } from "./outcome-patterns.js";
import { recordPatterns } from "./record-patterns.js";

/** What may stand before the words that settle a point: "ok, so", "#477: ", "Group: ", "Old library - ". */
const lead =
  "^(?!\\()\\W{0,4}(?:(?:ok(?:ay)?|so|then|yes|right|great|fine|well|also|and|now)\\b[,.]? ){0,3}(?:[^:.;?!]{1,44}(?:: | → | [-–—] ))?";

/** Verbs that dispose of a matter, and are seldom a task for somebody. */
const disposes =
  "keep|leave|drop|skip|park|defer|postpone|shelve|hold off|hold (?:it |this |until|for|the)|stick (?:with|to)|stay with|go (?:with|ahead|for)|retain|cap|limit|cancel|revert|abandon|reject|accept|adopt|approve|allow|permit|disallow|forbid|ban|deprecate|retire|sunset|freeze|exclude|decline|punt|downgrade|proceed|continue as|no longer (?:require|support|use|allow|accept|ship|do|publish|offer|maintain|need|run|build|provide)|only (?:support|allow|accept|use|include|keep|ship|require|publish|do|run|test)|stop (?:doing|using|supporting|\\w+ing|investment|the)|won't fix|wontfix|do not (?!forget|know|understand|see|have|hesitate|need)|don't (?!forget|know|understand|see|have|hesitate|need|we|you|think|want|like|believe|feel)|let the|wait (?:until|with)";
/** Verbs that are as often a task: they count with words that bound or contrast the choice. */
const changes =
  "merge|ship|land|move|switch|remove|close|use|require|extend|rename|split|archive|try|spend|aim|start|make|add|treat|enable|disable|turn (?:on|off)|replace|target|warn|error|release|publish|open|lower|raise|set|build|buy";
const bounded =
  "for now|for the time being|instead|until|rather than|only|by default|from now on|in the next|in v?\\d|by design|low priority|and (?:see|revisit|look again|review)|separately|then|behind a flag|as is|for a (?:week|month|quarter|year)|as one|everywhere|to the (?:committee|council|board|team|group)";

/** How written minutes record outcomes in few words, without a group that "decides". */
export const minutesPatterns: readonly DecisionPattern[] = [
  {
    kind: "disposes",
    cues: Cue.dispose | Cue.approve | Cue.commit,
    pattern: new RegExp(
      `(?!\\W{0,4}(?:[^:]{0,30}\\b)?(?:alternatives?|ideas?|options?|pros|cons|risks?|examples?|possibilities)\\b[^:]{0,20}: )${lead}(?:(?:i|we)'d (?:say|suggest) )?(?:let's |we(?:'ll| will) (?:just )?)?(?!leave (?:it |this )?on (?:the )?agenda|approve (?:the )?(?:minutes|agenda)|keep (?:it simple|in mind|[a-z]+ing\\b)|freeze (?:period|date|time|exception|week|window)|skip (?:for )?(?:this (?:week|time)|today)|(?:allow|permit) [^.,;:]{2,40} to (?:be|do|have|use|introduce|add|run|see|get|make|work) )(?:${disposes})(?![\\w(-])`,
    ),
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "disposes",
    cues: Cue.dispose | Cue.commit,
    pattern: new RegExp(
      `${lead}(?:${changes})\\b(?! (?:time|issues|questions|items|prs|source)\\b)[^.;?(]{0,80}?\\b(?:${bounded})(?![\\w-])`,
    ),
    status: "decided",
    weight: 0.85,
    only: "written-minutes",
  },
  {
    kind: "disposes",
    cues: Cue.dispose,
    pattern:
      /[,;] so (?:(?:probably|likely|maybe) )?(?:we(?:'ll| will| should)? )?(?:(?:probably|likely) )?(?:will )?(?:hold|keep(?! (?:that|this|it) in mind)|leave|drop|skip|defer|postpone|wait until|stick with|close|revert)\b/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "sounds-settled",
    cues: Cue.settles,
    pattern:
      /\b(?:sounds|seems|looks) like (?:we (?:should|will|can|have (?:a|an|agreement|consensus)|are (?:in|going|all|agreed|ok))|everyone|a (?:plan|yes|decision)|consensus|agreement|that(?:'s| is) (?:settled|decided|it))\b/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "lets",
    cues: Cue.commit,
    pattern:
      /(?<!\bif )\blet(?:'s| us)\s(?:(?:just|then|all|now|therefore|not)\s)?(?!leave (?:it |this )?on (?:the )?agenda)(?:stick|keep|leave|allow|define|go (?:with|for|ahead)|use|adopt|drop|move (?!on\b)|make (?!sure)|merge|ship|wait (?:until|for)|hold|defer|park|skip|close|remove|focus|aim|work on|postpone|reject|accept|require|limit|plan (?:on|for|to)|target|stop|open that|call it|find that out|do (?:this|that|it|these|those|[\w-]+ plus|both|neither|the (?:first|second|simpl\w+|former|latter))|try (?:this|that|it|to (?:do|have|get|ship|land)))\b/,
    status: "decided",
    weight: 0.85,
    only: "written-minutes",
  },
  {
    kind: "not-doing",
    cues: Cue.negated,
    pattern:
      /^\W{0,4}(?:[^:.;?!]{1,44}: )?(?:we(?:'re| are) )?(?:currently )?not (?:going (?:for|with|to|ahead|after)|targeting|pursuing|doing|supporting|adopting|planning|backfilling|renewing|moving|changing|accepting|adding|building|hiring|merging|removing|requiring|shipping|continuing|proceeding|blocking|extending|replacing|including|using|enabling|switching|publishing)\b/,
    status: "rejected",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "doing",
    cues: Cue.dispose | Cue.commit,
    pattern:
      /(?:^\W{0,4}(?:[^:.;?!]{1,44}: )?(?:(?:therefore|hence|thus|so|then),? )?(?:we(?:'re| are) )?(?![^.;,]{3,90} (?:would|might|could|makes|means|seems|sounds|feels|may)\b)|, (?:so (?:we(?:'re| are) )?|we(?:'re| are) |(?=(?:closing|dropping|skipping|parking|postponing|deferring|keeping (?:it|this|that|them))\W*$)))(?:going (?:with|for)(?! (?:the )?(?:lunch|dinner|a walk))|sticking (?:with|to)|keeping|dropping|closing(?! (?:the )?(?:discussion|meeting|remarks|words))|postponing|deferring|skipping|parking|deprecating|switching to|adopting|cancelling|turning (?:it|this|that) (?:on|off)|holding off|settling on|leaving (?:it|this|that)|removing (?:[^.;]{3,60} )?for now)\b/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "scribed-verdict",
    cues: Cue.dispose | Cue.change | Cue.approve | Cue.agree,
    pattern:
      /^\s*[[(](?:we |will |to be |is |issue |propos(?:e|al) )?(?:close[ds]?|closing|merged?|accept(?:ed)?|approved?|adopted|agreed|rejected|declined|deferred|postponed)(?: (?:it|this|as \w+|with \w+|issue|for now))?[\])]\W{0,2}$/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "will-be",
    cues: Cue.change,
    pattern:
      /\b(?:will|shall|is going to|are going to)\s(?:(?:now|then|also|not|no longer|therefore|instead|only|always|be)\s){0,2}?(?:be\s)?(?:dropped|left (?:out|off|as)|kept|removed|moved|switched (?:off|on|to)|renamed|merged|closed|required|optional|mandatory|limited to|postponed|frozen|part of|the default|replaced|deprecated|retired|archived|split|capped|cancell?ed|treated as|allowed|disallowed|excluded|included in|have (?:its|their) own|hosted|hosting|extended|shortened|raised (?:to|by|from)|lowered|the (?:new )?(?:host|chair|lead|release manager|venue|date)|invitation only)\b/,
    status: "decided",
    weight: 0.85,
    only: "written-minutes",
  },
  {
    kind: "stays",
    cues: Cue.dispose | Cue.change,
    pattern:
      /\b(?:stays?|remains?)\s(?:as (?:it|they) (?:is|are)|as is|on the (?:list|agenda|roadmap)|in place|unchanged|optional|mandatory|the default|for now|until|where it is|in core)\b|^\W{0,4}(?:[^:.;?!]{1,44}: )?(?:the |our )?[\w ]{3,40} (?:stays?|goes)(?: away)?\W{0,3}$/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "it-is",
    cues: Cue.settles,
    pattern:
      /^\W{0,4}(?:(?:ok|so|then|right),? )?(?!what|how|who|where|when|why|which|as\b|that\b)(?![\w' -]{0,40}\b(?:if|when|what|like|that|than|where|how|because|since|think|sure|hope|whether) it is)[\w' -]{2,40} it is(?:,? then)?\W*$|, so (?:the |it's |)[\w ]{2,30} it is\b|^\W{0,4}(?:(?:ok|so|right),? )?that(?:'s| is) (?:option |stage |phase )?[\w' ]{1,24} then\W*$/,
    status: "decided",
    weight: 0.9,
    only: "minutes",
  },
  {
    kind: "most-prefer",
    cues: Cue.want | Cue.others | Cue.agree | Cue.approve | Cue.oppose | Cue.settles | Cue.consensus,
    pattern:
      /\b(?:everyone|everybody|(?:the )?(?:group|committee|council|room|team|majority|board)(?:'s)?|all of us|those present|most of (?:us|the group))\s(?:(?:clearly|strongly|generally|seems? to|also|present)\s){0,2}(?:prefers?|preferred|favou?rs?|favou?red|likes?|liked|liking|leaning|wants to go|is (?:ok|okay|fine|happy) with|(?:are )?(?:ok|okay|fine|happy) with|felt that|feels that|does not see|did not see|sees no|saw no)\b|^\W{0,4}(?:(?:clear |strong |general )?(?:majority|preference|sentiment)|(?:clear|strong|general) (?:support|agreement)|(?:support|agreement) is) (?:is )?(?:for|in favou?r of|to|that|on)\b|\b(?:general|overall) (?:sentiment|feeling|preference) (?:is|was)?\s?(?:that|to|for)\b/,
    status: "decided",
    weight: 0.85,
    only: "written-minutes",
  },
  {
    kind: "tally",
    cues: Cue.vote | Cue.settles,
    pattern:
      /\b(?:poll|majority|vote|votes|voting|tally|result)\b[^.;]{0,60}?\b(?<!\bfrom )\d{1,3}\s?(?::|yes|no|for|in favou?r|against|to|-|–|\/)\s?,?\s?\d{0,3}|\(\d{1,3} yes,? \d{1,3} no/,
    status: "decided",
    weight: 0.9,
    only: "minutes",
  },
  {
    kind: "outcome-is",
    cues: Cue.settles | Cue.decide | Cue.consensus,
    pattern:
      /^\W{0,4}(?:outcome|conclusion|compromise|upshot|bottom line|consensus|plan|trial|result|proposed resolution|agreement|group|wg|rough consensus|final|decided|the plan|next step agreed): (?!none|tbd|no\b|see\b)\w/,
    status: "decided",
    weight: 0.9,
    only: "minutes",
  },
  {
    kind: "how-it-was-left",
    cues: Cue.settles | Cue.dispose,
    pattern:
      /\b(?:how (?:we |it was )?left it (?:was|is)|how left (?:it )?was|where we (?:landed|ended up)|we (?:ended up|landed) (?:with|on)|left it (?:to|at|with))\b/,
    status: "decided",
    weight: 0.9,
    only: "minutes",
  },
  {
    kind: "handled",
    cues: Cue.dispose | Cue.change | Cue.approve,
    pattern:
      /^\W{0,4}(?:[^:.;?!]{1,44}: )?(?:(?:we|[a-z]\w*) )?(?:closed? (?:as|without|because|this)|(?:closed|merged|landed|dropped|extended|moved|postponed|cancell?ed|reverted|downgraded|deferred|withdrawn|archived)\s(?:pr|#|during|without|from|to|until|as|because|by|for|on the|in favou?r|the)|out of scope|won't fix|wontfix|accepted for)\b/,
    status: "decided",
    weight: 0.85,
    only: "written-minutes",
  },
  {
    // "Naming a branch is the squad's responsibility"
    kind: "whose-it-is",
    cues: Cue.propose | Cue.decide,
    pattern: /\b(?:is|are|will be|remains?) (?:the |our )?[\w-]+(?:'s|s') (?:own )?(?:responsibility|call)\b/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "took-the-role",
    cues: Cue.agree | Cue.approve,
    pattern:
      /\b(?:has|have) (?:kindly )?agreed to (?:become|be|serve|chair|host|lead|act|take over)\b|^\W{0,4}(?:[^:.;?!]{1,30}: )?(?:\w+ ){1,3}is confirmed(?: as\b|,|\.|$)/,
    status: "decided",
    weight: 0.95,
    only: "written-minutes",
  },
  {
    kind: "committee-acts",
    cues: Cue.approve | Cue.decide,
    pattern:
      /\bthat the (?:\w+ ){0,3}?(?:committee|board|council|society|association|foundation|group|meeting) (?:hereby )?(?:approves?|adopts?|accepts?|authori[sz]es?|declines?|rejects?|appoints?|elects?|takes? out|establish(?:es)?|dissolves?)\b|\bbe it (?:therefore |further |hereby )?resolved\b|\b(?:was|were) (?:reviewed|considered|discussed) and (?:adopted|approved|accepted|rejected|declined)\b/,
    status: "decided",
    weight: 1.05,
  },
  {
    // "We are leaning towards the second", "We're fine with that": the group's own preference.
    kind: "we-lean",
    cues: Cue.decide | Cue.concern,
    pattern:
      /(?:^\W{0,4}|[,;:] |\b(?:so|overall|therefore|generally) )we(?:'re| are)? (?:(?:cautiously|strongly|generally|all|currently|now|broadly|also|slightly)\s)?(?:lean(?:ing)? (?:towards?|to|in (?:this|that) direction)\b|inclined to (?!think|believe)|(?:fine|ok|okay|happy|comfortable) with )/,
    status: "decided",
    weight: 0.85,
    only: "written-minutes",
  },
  {
    kind: "no-plans",
    cues: Cue.decide,
    pattern:
      /^\W{0,4}(?:[^:.;?!]{1,44}: )?(?:there (?:is|are|was) |we have )?(?:currently )?no (?:appetite|plans?|intention) (?:to|for|of)\b/,
    status: "rejected",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "instead",
    cues: Cue.weWill,
    pattern: /^\W{0,4}instead,? we(?:'ll| will| are going to)\s(?!see\b|have to\b|be able\b|need\b)\w/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    // "The outcome seems to be to add a sign"
    kind: "seems-to-be",
    cues: Cue.decide | Cue.settles | Cue.consensus | Cue.agree,
    pattern:
      /\b(?:resolution|outcome|conclusion|consensus|agreement|sentiment)\s(?:seems|appears|looks)\s(?:to be|like)\s(?:to|that|we)\b/,
    status: "decided",
    weight: 0.95,
    only: "minutes",
  },
  {
    // "Two fixes bumped to a later branch"
    kind: "put-off",
    cues: Cue.approve | Cue.dispose,
    pattern:
      /\b(?:bumped|punted|pushed (?:back|out)|slipped|deferred|postponed|moved out) (?:to|until|till) (?:the |an? )?(?:next|later|further|future|following|v?\d)/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "currently-settled",
    cues: Cue.decide,
    pattern: /\b(?:currently|now|finally|so|tentatively) settled on\b/,
    status: "decided",
    weight: 0.95,
    only: "minutes",
  },
  {
    kind: "plans-to",
    cues: Cue.decide,
    pattern:
      /(?:^\W{0,4}(?:(?:the|our|current|present|joint|overall) ){0,2}(?:plan|intention|intent)(?: (?:is|remains|was))?:? to |\b(?:we|(?:the|our) (?:\w+ ){0,3}?(?:team|group|committee|council|board|wg|squad|organi[sz]ers|maintainers|editors|project))(?:'ll)? (?:(?:still|now|currently|also|will|have) )?(?:plan(?:s|ned)?|intends?|aims?) (?:on |to |not to )|^\W{0,4}(?:will |currently )?plan(?:ning)? (?:not )?(?:on |to )|\bcurrent (?:plan|intention|intent) is (?:that )?)(?!discuss|talk|look|review|meet|investigate|consider|explore|think|ask|check|present|share|write|send)/,
    status: "decided",
    weight: 0.85,
    only: "written-minutes",
  },
  {
    // "Names accepted", "New slot selected: Thursdays", "Second seat → approved".
    kind: "verdict-behind",
    cues: Cue.approve,
    pattern:
      /^(?![^:]{0,40}\b(?:if|when|once|until|unless|as soon as|which|that|not|no|was|were|be|by|has|have)\b|\W{0,4}(?:already|newly|recently|previously) )[^.:;?!]{3,60} (?:(?:→|->|=>|[-–—]) )?(?:approved|accepted|adopted|ratified|selected|endorsed|rejected|declined|confirmed|reconfirmed|elected|appointed|postponed|deferred)(?:\W{0,2}$|: |[.,;] )/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    // "QR-7 Two lamps at the pier: accepted", "Budget of the summer fair: rejected, five to two".
    kind: "verdict-behind",
    cues: Cue.approve,
    pattern:
      /^\W{0,4}(?=[a-z]{1,6}-\d|(?:[^\s:]+ ){2})(?![^:]{0,90}\b(?:status|if|when|once|until|unless|not|no|was|were|be|by|has|have)\b)[^.:;?!]{8,90}: (?:approved|accepted|adopted|ratified|rejected|declined)(?:\W{0,2}$|[.,;] )/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "proposal-label",
    cues: Cue.propose,
    pattern:
      /^\W{0,4}(?:(?:the|new|last|current|initial|counter|alternative|my|our|one|another|draft|joint|latest) ?-?){0,2}(?:[\p{L}-]+'s )?proposal(?: (?:in|at) the meeting| (?:from|by|of) [^:]{2,40})?(?:: | ?[–—] | - | is (?:to|that) )(?!https?:|see\b|none\b|tbd\b|status\b|reviewed?\b|discuss)\W{0,3}[\p{L}\d]/u,
    status: "open",
    weight: 0.95,
    only: "minutes",
  },
  {
    kind: "proposes",
    cues: Cue.propose,
    pattern:
      /\b(?:propos(?:es?|ed|ing|al is)|(?<!\b(?:was|were|been|be|has|have|had|is|are) )moved(?= that\b| we\b| to (?:add|adopt|allow|approve|accept|amend|appoint|change|close|dissolve|drop|elect|endorse|establish|extend|form|keep|merge|ratify|recommend|reject|remove|rename|rescind|split|suspend|table|authori[sz]e)\b))\s(?:to\s(?!discuss|consider|talk|meet)|that\s|we\s|(?:sig|wg|the) ?[\w-]+ (?!(?:for|to|of|from|in|into|on|onto|at|by|up|out|back|again|with|a|an|the)\b)\w+s?\s|instead\s|reopening|adding|removing|adopting|merging|moving|dropping|splitting|changing|renaming|excluding|including|making|keeping|using|closing|deprecating|a new\s)/,
    status: "open",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    // "Ana moves to adopt the new rules": a motion put, whose outcome stands elsewhere.
    kind: "moves-to",
    cues: Cue.propose,
    pattern:
      /\bmoves? (?:that (?:the|we|this)\b|to (?:adopt|approve|accept|amend|suspend|elect|appoint|ratify|table|extend|close|dissolve|authori[sz]e|reject|remove|establish|form|recommend|rescind|endorse)\b)/,
    status: "open",
    weight: 0.9,
    only: "written-minutes",
    subject: "must",
  },
  {
    kind: "decide-later",
    cues: Cue.decide | Cue.vote | Cue.settles,
    pattern:
      /^\W{0,4}(?:[^:.;?!]{1,44}: )?(?:decide|(?:(?:afterwards|then|later|next),? )?vote)\s(?:whether|if|on|in|by|at|next|between|who|what|how|when|after|once)\b|\bwill (?:\w+ )?(?:vote|decide|finali[sz]e|settle (?:this|it)|make (?:a|the) (?:final )?(?:decision|call)|take (?:a|the) (?:final )?decision)\b|, (?:decide|vote) (?:in|on|at|next|after|by)\b|\bvote (?:afterwards|to follow|next week|at the next)\b|\bvoting (?:today|tomorrow|this week|next week|now|is under)\b|\b(?:so|and|then) (?:that )?(?:we|they|the (?:[\w-]+ )?(?:team|group|committee|council|board|wg|tsc)) can (?:then )?(?:decide|make (?:a|an) (?:\w+ )?decision)\b|\bto be (?:decided|voted|agreed) (?:at|in|on|by|next|later|once|after)\b|\bgo\/no-?go\b/,
    status: "open",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "taken-elsewhere",
    cues: Cue.dispose | Cue.settles,
    pattern:
      /^\W{0,4}(?:[^:.;?!]{1,44}: )?(?:let's |we(?:'ll| will) |to be )?(?:punt(?:ed)?|defer(?:red)?|postponed?|pushed|push|park(?:ed)?|table|tabled|revisit(?:ed)?)(?: (?:it|this|that|discussion|decision|the \w+))? (?:to|until|till|for|at|in) (?:tomorrow|later|the next|next|a (?:later|future)|another|after|when|monday|tuesday|wednesday|thursday|friday)\b|^\W{0,4}(?:[^:.;?!]{1,60}(?:, |: |; |\? |\. ))?(?:let's |we(?:'ll| will) |will )?(?:take|move|bring|continue|defer|leave|push)\s(?:(?:it|this|that|discussion|the discussion|one|decision)\s){0,2}(?:back\s)?(?:to|on|in|for|until)\s(?:the )?(?:mailing list|list|github|gh|issue|thread|next (?:meeting|week|call|time)|pr|ticket|wg|e-?mail)\b/,
    status: "open",
    weight: 0.95,
    only: "written-minutes",
  },
  {
    kind: "not-concluded",
    cues: Cue.decide | Cue.settles | Cue.consensus,
    pattern:
      /^\W{0,4}(?:[^:.;?!]{1,44}: )?(?:no (?:conclusion|decision|resolution|outcome)(?: yet| today| reached| was reached| made)?(?! recorded| (?:is |was |were )?(?:really )?(?:needed|required|necessary|called for|asked for|wanted|due)\b)|inconclusive|back to the drawing board|still (?:being )?(?:discussed|debated|considered|considering))\b/,
    status: "open",
    weight: 0.95,
    only: "written-minutes",
  },
  {
    kind: "needs-approval",
    cues: Cue.approve | Cue.decide,
    pattern:
      /\b(?:needs?|requires?|awaits?|awaiting|pending|waiting (?:for|on))\s(?:\w+\s){0,2}?(?:confirmation|approval|sign-?off|ratification|consent|agreement|a decision|a vote) (?:from|of|by)\b|\bwaiting (?:for|on) [^.;]{2,40} before we (?:can )?(?:say|decide|accept|commit|approve)\b|\bup to (?:the )?[\w ]{2,30} to (?:decide|choose|nominate|pick|select|approve)\b/,
    status: "open",
    weight: 0.9,
    only: "written-minutes",
  },
];

/**
 * Kinds of evidence that tell of a choice without saying whose it is: the model lists them, but no finding asks for their owner (SPEC §6:
 * a bare statement needs "we", the group or a named decider).
 */
export const terseKinds: ReadonlySet<string> = new Set([
  ...minutesPatterns.map(({ kind }) => kind),
  ...outcomePatterns.map(({ kind }) => kind),
  ...recordPatterns.map(({ kind }) => kind),
  "everybody-is-fine",
  "nobody-objected",
  "no-objections",
]);
