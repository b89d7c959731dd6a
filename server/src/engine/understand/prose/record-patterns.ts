import { Cue } from "./cue-words.js";
import type { DecisionPattern } from "./decision-patterns.js";

/** The kind of a proposal told in a sentence: its status is that of the document. */
export const proposalKind = "this-proposes";

/** How records, proposals and other documents tell of choices along the way. */
export const recordPatterns: readonly DecisionPattern[] = [
  {
    kind: "we-chose",
    cues: Cue.decide | Cue.approve | Cue.dispose,
    pattern:
      /(?<!\b(?:option|approach|way|name|one|what|that|which|design|solution|path|route) )\bwe (?:(?:have|therefore|ultimately|finally|deliberately|consciously|also|then|eventually)\s){0,2}(?:chose|chosen|picked|selected|adopted|ruled out|discarded|dismissed|rejected|opted|settled|standardi[sz]ed on|landed on|went with|left (?:it|this|that|them) out|said no)\b/,
    status: "decided",
    weight: 1,
  },
  {
    kind: "preferred-option",
    cues: Cue.decide | Cue.approve | Cue.want | Cue.dispose | Cue.weWill,
    pattern:
      /\b(?:is|are|becomes?|remains?) (?:thus |therefore |hence |currently )?(?:our|the) (?:preferred|chosen|selected|favou?red|recommended) (?:option|approach|solution|choice|design|alternative|candidate|way forward)\b|\b(?:we(?:'ll| will| shall| have decided to)|will) (?:use|go with|choose|take|follow|pick|implement|adopt|proceed with) (?:the )?(?:option|alternative|approach|variant|solution) (?:#? ?\d|[a-z]\b)/,
    status: "decided",
    weight: 1.2,
  },
  {
    kind: "no-longer",
    cues: Cue.dispose | Cue.decide | Cue.approve,
    pattern:
      /\b(?:will|shall) no longer (?:be )?(?:require|support|accept|maintain|ship|publish|offer|provide|allow|use|fund|run|host|sell|need|build)(?:d|ed|s|ted)?\b|\b(?:is|are) no longer (?:accepted|supported|allowed|required|maintained|offered|permitted)\b/,
    status: "decided",
    weight: 0.95,
    only: "record",
  },
  {
    kind: "has-chosen",
    cues: Cue.decide | Cue.approve,
    pattern:
      /\b(?:has|have)\s(?:(?:now|therefore|finally|also|jointly)\s)?(?:selected|chosen|picked|adopted|opted for|settled on|standardi[sz]ed on|committed to|decided on)\b/,
    status: "decided",
    weight: 0.9,
    subject: "must",
  },
  {
    kind: "option-rejected",
    cues: Cue.approve | Cue.decide | Cue.dispose,
    pattern:
      /\b(?:is|was|were|are|been|and)\s(?<!\bare\s(?=discarded\b))(?:(?:therefore|ultimately|also|thus|explicitly|both|finally|eventually|considered (?:but|and))\s){0,3}(?:not chosen|not selected|ruled out|turned down|discarded|dismissed|rejected|selected against|decided against|voted down)\b|\b(?:is|was) (?:not )?(?:left out|omitted|excluded) (?:on purpose|deliberately|intentionally|by design)\b|\bwhy we (?:did not|didn't|decided not to|chose not to) (?:choose|pick|use|adopt|do|go)\b/,
    status: "rejected",
    weight: 0.95,
    only: "record",
  },
  {
    // "As paper gets wet, we propose to print on foil.": open, or what has become of the proposal as a whole.
    kind: proposalKind,
    cues: Cue.propose,
    pattern:
      /^\W{0,4}(?:[^.:;?!,]{3,90}, |[^.:;?!,]{3,90} (?=i\b))?(?:we|i|this (?:rfc|proposal|document|adr|enhancement|[a-z]{2,5}ep|[a-z]{1,3}ip)) (?:therefore |hence |now |also |would like to )?(?:proposes?|(?:are|am) proposing)\b(?! (?:to )?(?:consider|explor|discuss|investigat))/,
    status: "open",
    weight: 0.97,
    only: "record",
  },
  {
    // "We considered renting, but decided against it": an alternative, and what became of it.
    kind: "considered-and-rejected",
    cues: Cue.approve | Cue.decide | Cue.dispose,
    pattern:
      /\b(?:we|team|group|committee|council|board) (?:have |also |had |briefly |initially |first ){0,2}(?:considered|entertained|pondered|weighed|debated|evaluated|explored|looked (?:at|into)|thought about|toyed with)\b[^.;:?!]{3,160}?\b(?:but|and|yet|only to)\b[^.;:?!]{0,40}?\b(?:reject(?:ed)?|(?:decided|chose) (?:against|not to)|dismiss(?:ed)?|discard(?:ed)?|rul(?:ed|e) (?:it|this|that|them) out|dropped (?:it|this|that|the idea)|turned (?:it|this|that) down)\b|\b(?:was|were) (?:also )?considered,? (?:but|and)\b[^.;:?!]{0,30}?\b(?:deemed|found|judged|rejected|dismissed|discarded|dropped|ruled out|not (?:chosen|selected|pursued))\b/,
    status: "rejected",
    weight: 1.25,
  },
  {
    // "Rejected due to cost.", "Reason for rejection: …" below an alternative.
    kind: "why-not",
    cues: Cue.approve | Cue.dispose | Cue.commit,
    pattern:
      /^\W{0,4}(?:(?:this (?:option|alternative|approach|idea|proposal|one) |it )?(?:was |has been |is )?)?(?:reject(?:ed)?|discard(?:ed)?|dismiss(?:ed)?|ruled out|not chosen|not selected|turned down|declined|dropped|abandoned|withdrawn|shelved)(?: (?:due to|because|since|as|for|in favou?r of|on the grounds)\b|: ?\w)|^\W{0,4}(?:reasons? (?:for|of) (?:rejection|rejecting(?: it)?|not choosing(?: it)?)|why (?:it was |we )?(?:rejected|not chosen|not selected|not (?:this|that)(?: one)?)|rejection reason)(?:: ?\w|\W{0,2}$)/,
    status: "rejected",
    weight: 1.1,
    only: "record",
  },
  {
    // A promise to everybody: "We will never sell your address."
    kind: "never",
    cues: Cue.weWill,
    pattern: /\bwe(?:'ll| will| shall) never (?!know|be able|see|forget|get)\w/,
    status: "rejected",
    weight: 0.95,
  },
  {
    kind: "non-goal",
    cues: Cue.negated,
    pattern:
      /\b(?:is|are) (?:explicitly |deliberately )?(?:a non-goal|non-goals|out of scope)\b[^.;]{0,40}\b(?:will|shall) not\b/,
    status: "rejected",
    weight: 1,
    only: "record",
  },
  {
    // "A flat list was chosen because it is short": with the reason that a choice has.
    kind: "chosen-because",
    cues: Cue.decide,
    pattern:
      /\b(?:is|was|are|were|has been)\s(?:(?:deliberately|explicitly|ultimately|therefore)\s)?chosen (?:because|since|over|for (?:its|their|the sake|simplicity|consistency|compatibility|performance|reasons|backwards?|ease|clarity|safety|readability))\b/,
    status: "decided",
    weight: 0.95,
    only: "record",
  },
  {
    kind: "voted-by",
    cues: Cue.approve,
    pattern:
      /^\W{0,4}(?:approved|accepted|ratified|adopted|rejected|declined) (?:by|in|after|with|at) (?:an? |the )?(?:[\w-]+ ){0,3}?(?:vote|ballot|board|council|committee|tsc|toc|tac|meeting)\b/,
    status: "decided",
    weight: 1,
    only: "record",
  },
  {
    // "This proposal was adopted by a majority": what became of the document itself.
    kind: "proposal-passed",
    cues: Cue.approve | Cue.decide | Cue.vote,
    pattern:
      /(?<!\b(?:since|when|while|after|before|until|as|once|if|that) )\b(?:this|the) (?:proposal|resolution|motion|rfc|adr|amendment|enhancement) (?:was|has been) (?:(?:unanimously|formally|provisionally|conditionally|ultimately|therefore|not) )?(?:adopted|approved|accepted|ratified|rejected|declined|turned down|withdrawn)\b(?! (?:before|after|while|when|months|weeks|years|long)\b)/,
    status: "decided",
    weight: 1,
    only: "record",
  },
  {
    kind: "body-resolves",
    cues: Cue.approve | Cue.decide,
    pattern:
      /(?<=\b(?:committee|council|board|assembly|society|association|foundation|group|team|panel|tsc|toc|tac|wg|sig) (?:hereby |therefore )?)(?:approves|adopts|ratifies|accepts|endorses|authori[sz]es|declines|rejects|appoints|determines|resolves)\b/,
    status: "decided",
    weight: 0.85,
    only: "decision-section",
    subject: "must",
  },
  {
    kind: "chooses-to",
    cues: Cue.decide,
    pattern: /\b(?:decides?|chooses?|elects?|opts?)\s(?:not\s|instead\s|therefore\s)?(?:to|for|against)\b/,
    status: "decided",
    weight: 0.85,
    only: "decision-section",
    subject: "must",
  },
  {
    // "Record 8 explains the decision that …": told by another record.
    kind: "decision-told",
    cues: Cue.decide,
    pattern:
      /\b(?:explain(?:s|ed)|record(?:s|ed)|captur(?:es|ed)|document(?:s|ed)|describ(?:es|ed)|announc(?:es|ed)) (?:the|our|its|their) decisions? (?:that|to|not to)\b/,
    status: "decided",
    weight: 1.1,
    only: "record",
  },
  {
    kind: "deliberately-not",
    cues: Cue.negated,
    pattern:
      /\bwe (?:are|have|will) (?:deliberately|intentionally|explicitly|consciously) not\b|\bwe (?:deliberately|intentionally|explicitly|consciously) (?:do not|don't|did not|left|excluded|chose)\b/,
    status: "rejected",
    weight: 1,
  },
  {
    kind: "still-to-be-decided",
    cues: Cue.toBeDone | Cue.decide,
    pattern:
      /^\W{0,4}(?:still )?to be (?:decided|agreed)(?: by [^:]{2,30})?: ?\w|^\W{0,4}decide (?:what|whether|how|if|which|when|who)\b/,
    status: "open",
    weight: 1.1,
  },
];
