import { Cue } from "./cue-words.js";
import type { DecisionPattern } from "./decision-patterns.js";

const body =
  "(?:team|group|wg|sig|committee|council|board|tsc|toc|tac|maintainers?|editors?|chairs?|champions?|authors?|owners?|implementers?|implementors?|implementations?|vendors?|projects?|reviewers?|organi[sz]ers|discretion)";

const settlement = "(?:consensus|agreement|compromise|decision|resolution|conclusion)";

/** What was asked in a meeting, where nobody's objection is the answer waited for. */
const asksObjection =
  /(?:^\W{0,4}|[.;,:–—] |\bthere |\bhave )any (?:further |other |more |strong )?objections? (?:to|of|with|about|if|from) [^?]{6,200}\?|\b(?:would|does|do|will) (?:anyone|anybody|people|folks|everyone|the (?:group|wg|cg|committee)) (?:here )?(?:object|oppose|mind (?:if|us)|have (?:any |an )?objections?)\b[^?]{0,200}\?|\b(?:would|are|is|do) (?:everyone|everybody|people|folks|we all|the (?:group|wg|cg|committee)) (?:be |all |feel )?(?:ok|okay|fine|happy|comfortable|agreed) (?:with|to|on|about) [^?]{4,200}\?/;

const office =
  "(?:chair|co-?chair|chairperson|president|secretary|treasurer|director|lead|maintainer|editor|facilitator|representative|rep|liaison|manager|coordinator|moderator|champion)s?";

/** How written minutes tell how a point ended: what the talk came to, whom it was left to, who holds an office from now on. */
export const outcomePatterns: readonly DecisionPattern[] = [
  {
    // "Talks with the ferry company led to an agreement that …", "A smaller circle met and came to a decision".
    kind: "came-to",
    cues: Cue.consensus | Cue.agree | Cue.decide | Cue.settles,
    pattern: new RegExp(
      `\\b(?:came|led|arrived|brought \\w{1,12}|(?:has|have|had|'ve) (?:come|gotten|got)) (?:to|at) (?:an?\\s|the\\s|some\\s)?(?:\\w{3,12} )?${settlement}\\b|\\b(?:reached|found|struck) (?:an?|the|some) (?:\\w{3,12} )?(?:compromise|decision|resolution|conclusion)\\b|^\\W{0,4}(?:[^:.;?!]{1,44}: )?compromise (?:is |was )?(?:to|that)\\b`,
    ),
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "consensus-is",
    cues: Cue.consensus,
    pattern:
      /^\W{0,4}(?:so,? )?(?:the |our )?(?:general |overall |rough |current |emerging |broad )?consensus (?:here )?(?:is|was|seems|seemed|appears) (?:to be )?(?:that|to)\b/,
    status: "decided",
    weight: 0.95,
  },
  {
    kind: "set-aside",
    cues: Cue.dispose | Cue.commit,
    pattern:
      /(?:'s|'ve|\b(?:has|have|had|was|were|is|are)) (?:now |therefore |also )?(?:been )?(?:set aside|shelved|put (?:on hold|on ice|off)|called off|scrapped|mothballed|abandoned|discontinued|disbanded|dissolved)\b/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "green-light",
    cues: Cue.approve | Cue.settles,
    pattern:
      /^\W{0,4}(?:[^:.;?!]{1,44}: )?(?:green[ -]?light|go-ahead|thumbs[ -]up) (?:given )?(?:on|for|to|from)\b|\b(?:got|gave|gives|has|have|had|given|received|receives) (?:(?:the|a|an|its|our|full|final|their) ){1,2}(?:green[ -]?light|go-ahead|blessing)\b|\b(?:was|were|been|is|got|now) green-?lit\b/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    // "The colour of the door: left up to the printing team."
    kind: "left-to",
    cues: Cue.dispose,
    pattern: new RegExp(`\\bleft (?:it |this |that )?(?:up )?to (?:the |each |every )(?:[\\w-]+ ){0,3}?${body}\\b`),
    status: "open",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "is-now",
    cues: Cue.change,
    pattern:
      /\b(?:is|are) (?:therefore |hence )?now (?:the (?!same\b|only way\b|case\b|problem\b|issue\b|question\b|time\b|next\b)|(?:officially|required|mandatory|called|named|known as|owned by|led by|chaired by)\b)|\b(?:has|have) (?:now )?(?:moved|switched|migrated) (?:over )?to (?=[^;]{2,60}\b(?:as|instead|from)\b)/,
    status: "decided",
    weight: 0.85,
    only: "written-minutes",
  },
  {
    kind: "objections-asked",
    cues: Cue.object | Cue.concern | Cue.oppose | Cue.agree,
    pattern: asksObjection,
    status: "open",
    weight: 1,
    only: "minutes",
  },
  {
    // "Hearing none, resolved." A member of the group says it as its chair.
    kind: "hearing-none",
    cues: Cue.object | Cue.unclear | Cue.settles | Cue.agree | Cue.concern | Cue.oppose,
    pattern:
      /(?:^\W{0,4}|[,;.–—] )hearing (?:none|nothing|silence|support|agreement|no (?:objections?|concerns?|opposition|dissent|disagreement))\b[^,.;?]{0,60}, (?!(?:let's|we(?:'ll| can| will)) (?:move on|continue|go on)|moving on|next)\w/,
    status: "decided",
    weight: 1,
    only: "minutes",
  },
  {
    // "The bell is rung at nine. No objections."
    kind: "none-objected",
    cues: Cue.object,
    pattern: /^\W{0,3}no objections?(?: (?:raised|heard|voiced|noted|from \w+))?\W{0,3}$/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "verdict-in-brackets",
    cues: Cue.approve | Cue.agree | Cue.decide | Cue.consensus | Cue.vote,
    pattern:
      /\w[^()[\]]{0,3} [([](?:(?:all|everyone|group|on (?:the )?call|in (?:the )?meeting|those present|unanimously|tentatively|we) ){0,4}(?:agreed|adopted|rejected|passed(?! (?:on|by|to|along|down|over)\b)|unanimous(?:ly)?|no objections?)(?: [^()[\]]{0,24})?[)\]]\W{0,3}$/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "new-office",
    cues: Cue.change,
    pattern: new RegExp(
      `\\b(?:is|are|as) (?:our|the) new (?:[\\w-]+ ){0,3}?${office}\\b|\\b(?:steps|stepped|stepping) down (?:as|from)\\b|\\b(?:takes|taking) over (?:as|the role|the chair)|\\b(?:assumes?|accepts|takes on) the (?:[\\w-]+ )?(?:role|chair|position|office|seat) \\b|\\bwill (?:be )?(?:now )?(?:be )?(?:the (?:new )?|our (?:new )?|(?=co-?chair|chair(?:ing)? the (?:group|committee|council|board|wg|tac|tsc|toc)))(?:chairing|${office})\\b(?! the (?:call|meeting|session|discussion))`,
    ),
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "moves-ahead",
    cues: Cue.commit,
    pattern:
      /^\W{0,4}(?:[^:.;?!]{1,44}: )?(?:moving (?:ahead|forward) with|proceeding with|landing (?:it\b|this\b|that\b|since|as\b|because))|(?:^\W{0,4}|[,;:] )(?:so )?we can (?:now |just |then |safely )?close(?: (?:it|this|that|them))?(?: (?:now|one|issue|pr|ticket))?\W{0,3}(?:$|\()/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "votes-missing",
    cues: Cue.vote | Cue.approve,
    pattern:
      /\(\d{1,3} (?:more )?(?:checkbox(?:es)?|approvals?|votes?|sign-?offs?) (?:left|missing|needed|remaining|to go|pending|outstanding)\)/,
    status: "open",
    weight: 1,
    only: "minutes",
  },
  {
    kind: "tries-it",
    cues: Cue.dispose,
    pattern:
      /(?:^\W{0,4}(?:[^:.;?!]{1,44}: )?|[,;] )(?:so )?(?:we can|we'll|we will|let's) try (?:it|this|that|the [\w -]{3,40}) (?:and|for (?:now|a |the |one|two|three|\d))\b/,
    status: "decided",
    weight: 0.95,
    only: "minutes",
  },
  {
    // "Moving the meeting to Mondays", "changing the date of the release to 9 July".
    kind: "new-date",
    cues: Cue.change,
    pattern:
      /\b(?:changing|moving|pushing|extending|shifting|rescheduling) (?:the |this |our )?(?:[\w-]+ ){0,3}?(?:date|deadline|meeting|call|release|slot|election)s?(?: time| date)? (?:of [\w ]{3,30} )?(?:to|until) (?!be\b)/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
  {
    kind: "preferred-is",
    cues: Cue.decide | Cue.agree,
    pattern:
      /\b(?:is|are|remains?) (?:now |still )?the (?:preferred|chosen|agreed|favou?red) (?:solution|option|approach|way|path|direction|candidate|date|name)\b/,
    status: "decided",
    weight: 0.9,
    only: "written-minutes",
  },
];
