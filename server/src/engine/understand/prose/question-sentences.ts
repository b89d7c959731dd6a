import type { Evidence } from "../../model/facts.js";
import { Cue } from "./cue-words.js";
import { isHistory, isQuestion, isQuoted } from "./modality.js";
import { because } from "./passage.js";
import type { Setting } from "./setting.js";
import type { Statement } from "./statement.js";

interface QuestionPattern {
  readonly kind: string;
  readonly cues: number;
  readonly pattern: RegExp;
  readonly weight: number;
  /** Minutes and notes only: a design's text works such things out as it goes on. */
  readonly minutes?: boolean;
}

const patterns: readonly QuestionPattern[] = [
  {
    kind: "open-question",
    cues: Cue.question,
    pattern:
      /\b(?:remaining|outstanding|unresolved|open|unanswered)\s(?:open\s)?questions?\s?(?!(?:[,:—–(-]\s?|\s(?:is|are|was|were|has|have)\s)?(?:\w+\s){0,2}(?:been\s)?(?:answered|closed|settled|resolved)\b)(?:is|are|:|—|–|,|remains?|about|here|for|whether|how|of whether)|\b(?:an|the|another|still an|one|key) (?:open|unresolved|outstanding|remaining) (?:question|issue)\b|\b(?:a|one|the) (?:further |remaining |second |key |big )question (?:is|remains|for the|relates)\b|\bquestion (?:is |remains )?(?:still )?open\b|\bopen questions? (?:around|about|on)\b/,
    weight: 0.95,
  },
  {
    kind: "undetermined",
    cues: Cue.unclear | Cue.toBeDone,
    pattern:
      /\b(?:to be|tbd)\s(?:determined|decided|figured out|worked out|seen|clarified)\b|\b(?:remains to be|yet to be|still to be|needs to be|still needs to be)\s(?:determined|decided|defined|figured out|worked out|seen|clarified|confirmed|answered|resolved|settled|known)\b|\b(?:is|are|remains?|was|still|currently)\s(?:still\s|currently\s|as yet\s|yet\s|also\s|somewhat\s)?(?:unclear|undecided|undetermined|unresolved|an open question|up in the air|up for debate|subject to bikeshedding|tbd)\b|^\W{0,3}(?:tbd|tbc)\s?[:—–-]\s?\w/,
    weight: 0.95,
  },
  {
    kind: "not-known",
    cues: Cue.unclear | Cue.notKnown,
    pattern:
      /\b(?:it's|it is|is|still|remains?|we're|we are|currently|we|but|and)\s(?:\w+\s)?(?:not (?:yet )?(?:clear|sure|known|certain|decided)|don't (?:yet )?know|do not (?:yet )?know|unclear|unsure|unknown|uncertain)\s(?:yet\s)?(?:whether|if|how|who|what|when|where|which)\b/,
    weight: 0.8,
  },
  {
    kind: "not-known",
    cues: Cue.unclear | Cue.notKnown | Cue.negated,
    pattern:
      /^\W{0,4}(?:(?:but|however|also|currently|so far),? )?(?:it's|it is|it remains|it is still|we are|we're) (?:still |currently |as yet )?(?:unclear|unknown|unsure|uncertain|undecided|not (?:yet )?(?:clear|known|decided|certain|sure))(?: to us| yet)? (?:whether|if|how|who|what|when|where|which|why)\b|^\W{0,4}(?:(?:but|however|also|so far),? )?we (?:have(?: not|n't)(?: yet)? (?:decided|settled|made up our minds)|have yet to (?:decide|settle))(?: yet)? (?:whether|if|how|who|what|when|where|which|why)\b/,
    weight: 0.85,
  },
  {
    // "(name to be confirmed)", "Venue: to be agreed on a separate thread."
    kind: "to-be-settled",
    cues: Cue.unclear | Cue.toBeDone,
    pattern:
      /[([:–—,-]\s?(?:[\p{L}-]+\s){0,3}?to be (?:confirmed|determined|decided|defined|agreed|announced|named|chosen|specified|settled|clarified|discussed|brainstormed|finali[sz]ed|worked out)(?: (?:with|by|in|on|at|later|once|when)\b[^()]{0,60})?(?:\)|\W{0,2}$)/u,
    weight: 0.9,
  },
  {
    // "a concert every month (programme TBD)"
    kind: "to-be-settled",
    cues: Cue.unclear,
    pattern: /\((?:[\p{L}-]+ ){1,4}tb[dca]\)/u,
    weight: 0.9,
  },
  {
    // "TODO: should the crate have a lid?"
    kind: "todo-asks",
    cues: Cue.mark,
    pattern: /\btodo\b[^.?!]{4,160}\?/,
    weight: 1.35,
  },
  {
    kind: "not-defined",
    cues: Cue.findOut | Cue.negated | Cue.unclear | Cue.decide,
    pattern:
      /\bno (?:clear |agreed |written )?(?:definition|description|explanation|indication|agreement|answer|decision) (?:of|on|about|as to|for) (?:what|how|who|whether|when|which|where)\b|\bfor (?:unknown|unclear|unexplained) reasons\b|\b(?:further|more) (?:research|discussion|investigation|analysis|thought|work|clarity|clarification|information|input) (?:is |was |are )?(?:still )?(?:needed|required|necessary)\b(?:,? (?:such as|as to|on|about|around|regarding))? ?(?:to (?:determine|decide|find out|establish|see|understand) )?(?:if|whether|how|what|who|which|where|when)\b/,
    weight: 0.9,
  },
  {
    kind: "to-find-out",
    cues: Cue.findOut,
    pattern:
      /(?<!\bi )\b(?:needs?|have|has|must|still|remains?|yet|want)\s(?:to\s)?(?:be\s)?(?:figured?(?: out)?|clarif(?:y|ied)|investigated?|determined?|work(?:ed)? out|find out|understand|explored?|confirm(?:ed)?|checked?)\s(?:\w+\s)?(?:whether|if|how|what|who|which|where|when|why)\b/,
    weight: 0.85,
  },
  {
    kind: "not-known",
    cues: Cue.unclear | Cue.notKnown | Cue.negated,
    pattern:
      /^\W{0,4}(?:[^:.;?!]{1,44}(?:: |, | - ))?(?:(?:i'm|we're|i am|we are|still|it is|it's|also|but|currently|a bit)\s){0,2}(?:unsure|unclear|uncertain|unknown|undecided|(?:not|n't) (?:yet |really |quite |entirely )?(?:sure|clear|known|certain|decided|obvious))\s?(?:yet |to me |to us )?(?::|how|what|if|whether|who|which|where|when|why)(?! to\b)\b|\b(?:nobody|no one|none of us) (?:knows (?:who|how|if|whether|when|where|why)|has an answer|could say|is sure|remembers)\b|\b(?:we|i|they|group|team) (?:still )?(?:do not|don't|did not|didn't) (?:yet |really |currently )?(?:know|have an answer|have a (?:good )?answer)\b(?! (?:of|that|about that|this person))|\b(?:one|a|another) thing (?:i'm|we're|i am|we are|that is|that's) (?:not (?:clear|sure)|unclear|unsure)\b|\bstill (?:discussing|figuring out|debating|deciding|investigating|looking into) (?:\w+ )?(?:where|how|what|whether|which|who|if)\b/,
    weight: 0.9,
    minutes: true,
  },
  {
    kind: "undetermined",
    cues: Cue.unclear | Cue.toBeDone | Cue.findOut | Cue.decide,
    pattern:
      /(?:\b(?:is|are|still|remains?))\s?tb[dca]\b|\b(?:selection|choice|scope|wording|number|venue|amount|list|topics?|dates?|times?) tb[dca]\b|\b\w+,? \(?\w* ?tb[dca]\)|^\W{0,4}[\w /-]{3,50} tb[dca]\W{0,3}$|\b(?:\w+ )?(?:name|date|details?|format|owner|selection|venue|location|speaker|topic|time|agenda|scope|budget|price) tb[dca]\b|\ba tb[dca] \w+|\b(?:remained|yet|still) to be (?:determined|decided|confirmed|clarified|scheduled|agreed|defined|specified|assigned|announced|found)\b|\b(?:has|have|is|are) not (?:yet )?been (?:decided|settled|determined|agreed|specified|scheduled|defined|assigned|clarified|worked out)\b(?: yet)?|\bhas(?:n't| not) been settled\b|\b(?:whether|how|who|what|which|when|where|if)\b[^.;]{3,120}\b(?:has|have|needs?|remains?|is|are) (?:still |yet )?to be (?:checked|clarified|determined|verified|confirmed|discussed|decided|worked out|seen|figured out|agreed|estimated)\b|\bto be clarified (?:with|by)\b|\b(?:owner|lead|reviewer|driver|speaker|volunteer) (?:is |still )?missing\b|\bnobody has been assigned\b|\bno owner yet\b|→ open\b/,
    weight: 0.9,
    minutes: true,
  },
  {
    kind: "to-think-about",
    cues: Cue.findOut | Cue.notKnown | Cue.question | Cue.decide | Cue.unclear,
    pattern:
      /\b(?:have|has|had) no (?:idea|clue) (?:how|what|who|whether|when|which|where|why)\b|\bneeds? (?:to )?(?:be )?(?:more |further |some )?discuss(?:ion|ed)? (?:about |on |of )?(?:how|what|who|whether|when|which|where)\b|\b(?:how|what|whether|which|who|where|when)\b[^.;?]{3,100}\b(?:needs?|seems? to need|requires?) (?:more |further |some )?discussion\b|\bis a (?:big |bit of a )?question mark\b|\b(?:another|one|the other|a further|next|my|the main) (?:open )?question (?:is|was) (?:how|what|who|whether|when|which|where|why|if)\b|\b(?:we|group|team|also) (?:also )?(?:should|need to|have to|must) (?:also )?consider (?:whether|how|what)\b|\b(?:need|needs|have|has) to (?:find out|work out)\b|(?:^\W{0,4}(?:[^:.;?!]{1,44}: )?(?:(?:we|also|still|but) ){0,2}|\bwe (?:still |also )?)(?:needs?|have) to (?:determine|figure out|find out|sort out|work out|agree (?:on )?(?:how|what|who|whether|when|which)|(?:talk about|discuss) (?:how|what|who|whether|when|which|where)|think (?:about )?|clarify|establish (?:a|the|who|what|how|when)|identify (?:who|someone|somebody|the people|a|which|what)|define (?:who|what|how|when)|understand (?:who|what|how|whether|why)|be explicit about)\b|^\W{0,4}not (?:quite |really |yet )?(?:sure|clear|certain|decided|obvious)(?: \w+)? (?:what|how|who|whether|if|when|where|which|why)\b|\bstill (?:discuss(?:ing|ion)|debating|deciding|figuring out|to be decided|unclear|confusion)\b|\b(?:did not|didn't|does not|doesn't) (?:really )?(?:reach|reached|come to|arrive at) (?:much of )?(?:any |an? )?(?:conclusion|result|answer|decision)\b|\b(?:brought up|raises?|raised|brings up) the (?:issue|question|point) of (?:how|what|who|whether|when)\b|\b(?:issue|question) of (?:how|what|who|whether|[^.;:]{3,40}) (?:was|is|has been) (?:raised|brought up|left open)\b/,
    weight: 0.85,
    minutes: true,
  },
];

const cues = patterns.reduce((bits, each) => bits | each.cues, 0);
const enough = 0.85;

/** Whether a text may hold an open question in so many words. */
export function mayAsk(found: number): boolean {
  return (found & cues) !== 0;
}

const slotOfMeeting =
  /^\W{0,4}(?:note[- ]?takers?|scribes?|minutes?|hosts?|facilitators?|moderators?|chairs?|attend\w+|present|date|time|location|where|when|zoom|link|recording|video|slides|agenda|regrets|apologies)\b[^:]{0,20}:/;

/** Doubt of the one who speaks: "not sure if that was the cause" waits for no answer of the group. */
const ownDoubt =
  /\b(?:not (?:quite |really )?sure|unsure) (?:if|whether|how|what (?:to|we))\b|\b(?:do not|don't|n't) (?:really |currently )?know (?:if|whether|what|the)\b/;

/** Reads a sentence that says of itself that something is undecided or unknown. */
export function readQuestionSentence(statement: Statement, setting: Setting): readonly Evidence[] | undefined {
  for (const way of patterns) {
    if ((statement.cues & way.cues) === 0 || (way.minutes === true && !setting.minutes)) continue;
    const match = way.pattern.exec(statement.lower);
    if (!match) continue;
    let score = way.weight;
    if (setting.minutes) score += 0.05;
    if (/\b(?:if|unless|when|once|where|which|whose)\s/.test(statement.lower.slice(0, match.index))) score -= 0.5;
    // "Note taker: TBD" is a slot of the form that every meeting fills.
    if (way.kind === "to-be-settled" && slotOfMeeting.test(statement.lower)) score -= 0.5;
    if (isHistory(statement.lower, setting.year)) score -= 0.5;
    if (isQuoted(statement.prose, match.index)) score -= 0.5;
    if (way.kind === "undetermined" && isQuestion(statement.lower)) score -= 0.5;
    if (/\b(?:no|none of the|any)\s(?:\w+\s)?$/.test(statement.lower.slice(0, match.index))) score -= 1;
    if (setting.role === "process" || setting.role === "faq" || setting.role === "roles") score -= 0.5;
    if (!setting.minutes && (setting.role === "context" || setting.role === "background")) score -= 0.2;
    if (setting.minutes && ownDoubt.test(match[0])) score -= 0.5;
    if (setting.transcript && !isQuestion(statement.lower) && way.kind === "not-known") score -= 0.3;
    if (/\bto be decided (?:on|by) (?:a |the )?(?:case|team|owner)/.test(statement.lower)) score -= 0.5;
    if (score >= enough) return [because(way.kind, statement.prose.slice(match.index, match.index + match[0].length))];
  }
  return undefined;
}
