import { findDates } from "../../dates/parse.js";
import type { DateValue } from "../../model/date.js";
import type { Disagreement, Evidence, Field, Mention, Written } from "../../model/facts.js";
import type { SectionReading } from "../context.js";
import { fieldOf } from "../context.js";
import { idOfTitle } from "../head/title.js";
import { rejoined } from "../parted-names.js";
import { referenceOf } from "./decision-fact.js";
import { isOwnerField, mentionsOf, writtenIn } from "./names.js";
import type { Passage } from "./passage.js";
import { splitSentences } from "./sentences.js";
import { bareStances, stancesOf } from "./stances.js";

/** What a recogniser knows of a disagreement besides its passage. */
export interface DisagreementReading {
  readonly topic: string;
  /** See `Disagreement`; false unless given. */
  readonly topicShared?: boolean;
  readonly evidence: readonly Evidence[];
  /** Whether the thread records how it ended, or its mark says so (a tick, a strike). */
  readonly resolved: boolean;
  /** How it ended, where words outside of fields say so. */
  readonly outcome?: Written | undefined;
}

/** A disagreement with everything that its passage says of it: who holds what, what happens next, how it ended. */
export function disagreementOf(reading: SectionReading, passage: Passage, read: DisagreementReading): Disagreement {
  const statusField = fieldOf(passage.fields, "status");
  const outcome = outcomeOf(passage) ?? read.outcome ?? endingOf(passage) ?? endIn(statusField);
  const answered = passage.fields.find(isBareAnswer);
  const named = statusField
    ? statusOf(statusField.value)
    : answered && (noAnswer.test(answered.value) ? "open" : "resolved");
  const nextStep = nextStepOf(passage);
  return {
    kind: "disagreement",
    topic: read.topic,
    topicShared: read.topicShared ?? false,
    status:
      named ??
      (outcome || read.resolved || passage.fields.some(isBareEnding) || isOver(passage.text) ? "resolved" : "open"),
    statusField,
    place: passage.place,
    focus: passage.focus,
    form: passage.form,
    unit: passage.unit,
    fields: passage.fields,
    section: reading.section,
    evidence: read.evidence,
    id: passage.id ?? idOfHeading(reading),
    links: passage.links,
    parties: rejoined(partiesOf(passage), reading.context.vocabulary),
    nextStep,
    owner: rejoined(passage.fields.filter(isOwnerField).flatMap(mentionsOf), reading.context.vocabulary)[0],
    due: dueOf(reading, passage, nextStep),
    since: sinceOf(reading, passage),
    outcome,
  };
}

/** "## Disagreement (DG-6)": what is told below goes by the id of its heading. */
function idOfHeading({ section }: SectionReading): string | undefined {
  const heading = section.path.at(-1);
  return heading?.role === "disagreements" ? idOfTitle(heading.text) : undefined;
}

function isOver(text: string): boolean {
  return settles.test(text) || bareEnd.test(text) || ticked.test(text);
}

const resolvedWords =
  /\b(?:resolved|closed|settled|withdrawn|answered|done|decided|agreed|disagree[sd]? and commit(?:s|ted)?|dropped|addressed|outvoted|voted|accepted|moot|solved|fixed|no longer)\b|✅|✔|☑/i;
const openWords =
  /\b(?:open|unresolved|unsettled|pending|active|ongoing|blocked|blocking|in discussion|under discussion|escalated|not (?:yet )?(?:resolved|settled|agreed|closed)|stuck|waiting|raised|new|in progress)\b|🚧|❌|⏳|🔴/i;

/** "Closed on 4 June: the new one": over, whatever the words behind it tell. */
const beginsOver =
  /^\W{0,4}(?:resolved|closed|settled|withdrawn|answered|dropped|outvoted)\b(?!\s?\?|[^\n]{0,80}\b(?:re-?opened|(?:open|contested) again|again open|still open|pending\b|partly|in part|subject to|unless|until|not yet))/i;

function isOpenStatus(text: string): boolean {
  return openWords.test(text) && !beginsOver.test(text);
}

function statusOf(text: string): Disagreement["status"] | undefined {
  if (isOpenStatus(text)) return "open";
  return resolvedWords.test(text) ? "resolved" : undefined;
}

/** Ways to end that are their own outcome (SPEC §6): "Status: withdrawn". */
const endsAsSuch =
  /\b(?:withdrawn|withdrew|retracted|dropped|moot|obsolete|answered|disagree[sd]? and commit(?:s|ted)?|(?:tossed|flipped|threw) a coin|drew (?:lots|straws)|outvoted|voted|(?:by|after|in) (?:a )?(?:[a-z]+ )?(?:vote|ballot|show of hands|majority|compromise|handshake)|with an? (?:[a-z-]+ )?(?:vote|compromise|handshake)|by (?:lot|the toss of a coin)|(?:took|held|had) a (?:[a-z-]+ )?vote|no longer (?:relevant|needed|contested)|gave (?:in|way)|gives? (?:in|way)|c(?:a|o)me round|conceded|overruled)\b/i;

/** "settled: 4 months", "Resolved – we buy": the outcome behind the word. */
const endWithOutcome =
  /^\W{0,4}(?:resolved|closed|settled|decided|agreed|done|solved)\s?(?:[:–—,]|-\s|\()(?=\W{0,4}[\p{L}\d])(?!\W{0,4}(?:\d{4}-\d|(?:on\s)?\d{1,2}(?:st|nd|rd|th)?(?:[./]\d|\.?\s(?:of\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\s\d|(?:in|on|by|see|with)\s))[^\n]*\p{L}{2}/iu;

/** "settled 10 June: at six": the day between the word and the outcome. */
const endedOn =
  /^\W{0,4}(?:resolved|closed|settled|decided|agreed),?\s\(?(?:on\s|in\s|by\s|at\s)?(?:\d{4}-\d\d-\d\d|\d{1,2}\.?\s\p{L}{3,9}(?:\s\d{4})?|\p{L}{3,9}\s\d{1,2}(?:,?\s\d{4})?)\)?\s?(?:[:–—;]|-\s|,(?!\s?(?:by|in|on|at|see|with|after|during)\s))\s?\p{L}{2}/iu;

/** "resolved by Ana's decision of 12 May: two metres", "settled after some talk – it stays". */
const endedSomehow =
  /^\W{0,4}(?:resolved|closed|settled|decided|agreed)\b[^:–—\n]{0,80}(?::|\s[–—])\s\W{0,3}\p{L}[^\n]*\p{L}/iu;

/** "resolved, 3 June 2026. We keep the bells.": told in a sentence of its own behind the day. */
const endedThen =
  /^\W{0,4}(?:resolved|closed|settled|decided|agreed)\b[^.\p{L}]{0,6}(?:on\s|in\s)?(?:\d{4}-\d\d-\d\d|\d{1,2}\.?\s\p{L}{3,9}(?:\s\d{4})?|\p{L}{3,9}\s\d{1,2}(?:,?\s\d{4})?)\.\s(\p{L}[\s\S]+)$/iu;
/** That people are at peace, and not what holds now: "They had it out over lunch and are friends again." */
const madePeace =
  /\b(?:had it out|talked it (?:over|out|through)|cleared the air|made (?:it )?up|made (?:their )?peace|shook hands|hugged|(?:are|were) (?:friends|fine|on good terms|at peace|happy)\b|buried the hatchet|no hard feelings)/i;

function endIn(status: Field | undefined): Written | undefined {
  if (!status || isOpenStatus(status.value)) return undefined;
  const then = endedThen.exec(status.value)?.[1];
  const told = then !== undefined && !madePeace.test(then);
  const ways = [endsAsSuch, endWithOutcome, endedOn, endedSomehow];
  return told || ways.some((way) => way.test(status.value)) ? { text: status.value, place: status.place } : undefined;
}

/** Words in the passage itself that end it. */
const settles =
  /\b(?:vote:|voted?\b[^.]{0,40}\b(?:pass|carri|fail|\d)|(?:took|held|had) a (?:[a-z-]+ )?vote\b(?! (?:next|on (?:mon|tues|wednes|thurs|fri)))|(?<!\b(?:will|to|be|shall|should|must|may|can|could|would|us|let|if|not|never|and) )put (?:it|this|that|them|the [a-z]+(?: [a-z]+)?) to (?:a|the) vote\b|(?:was|were) put to (?:a|the) vote(?! (?:next|on)\b)|put to (?:a|the) vote\b[^.;]{0,40}?[,:(–—-]\s?(?:the )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all|nobody|unanimous|carried|passed|won|lost)(?![a-z])|passed \d+ to \d+|(?:ended|(?:was|were) (?:decided|settled|ended)) (?:in|with|by|through) an? (?:[a-z-]+ )?(?:vote|ballot|show of hands|compromise|handshake|draw of lots|toss of a coin)\b|disagree[sd]? and commit(?:ted|s)?|(?:tossed|flipped|threw) a coin|drew (?:lots|straws)|withdrew (?:the|his|her|their|its|that|this|it)\b|withdrawn by|answered by|objection (?:was )?withdrawn|withdrawn(?=[:.,])|concern (?:was )?(?:resolved|addressed|withdrawn)|(?<!\b(?:should|could|would|might|must|may|never|not|nothing|nobody|if|until|unless|once|when)(?: never| not| ever| it| this| that| they)? )(?:has|have|was|were) (?:since )?(?:been )?(?:resolved|settled)|now resolved|came to an agreement|in the end (?:we|they|both)(?! (?:\w+ )?(?:agreed to disagree|could not|did not|still)))\b/i;

/** Says that it is over, and not how. */
const bareEnd = /(?:[.!?]|[,;–—-]\s?(?:now|since|meanwhile)?)\s(?:[✅✔☑]\s)?(?:resolved|settled|closed)[.!]?\s*$/iu;
/** "Resolved, the system font.", "Settled: it stays.", "Answered by Ana on 3 June: it does." after the positions. */
const tailOutcome =
  /(?:[.!?;]|\),)\s(?:✅\uFE0F?\s?)?(?:resolved|settled|closed|answered|addressed|agreed)(?:\s\d[^:.;]{3,20}|\s(?:on|in|by|over|at|after|since|during|within|there|right|straight|immediately|quickly)\b[^:.;]{0,40})?\s?[,:–—-]\s?(?!\d{4}-\d|\d{1,2}[./]\d|\d{1,2}(?:st|nd|rd|th)?\.?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(\S[^\n]{3,})$/i;
/** "Resolved 2026-03-02: snake case.", "Answered 5 March. It does not.": with nothing but a day between. */
const tailDated =
  /(?:[.!?;]|\),)\s(?:it (?:is|was) )?(?:resolved|settled|closed|answered|addressed|agreed|outcome|withdrawn),?\s\(?(?:(?:on|of|in) )?(?:\d{4}-\d\d-\d\d|\d{1,2}\.?\s[a-z]{3,9}(?:\s\d{4})?|[a-z]{3,9}\s\d{1,2}(?:,?\s\d{4})?)\)?\s?[:,.;–—-]\s(?:outcome: )?(?!(?:raised|see|owner|next)\b)(\S[^\n]{3,})$/i;
/** "The concern about the bells was answered": what a group of words is called, and how it ended, further on in the sentence. */
const answeredLater =
  /\b(?:objections?|concerns?|worr(?:y|ies)|doubts?|reservations?|disagreements?|disputes?)\b(?:\s(?!(?:not|never|nor|if|until|unless|once|but|and)\b)[^\s.;:?!]+){1,14}?\s(?:is|are|was|were|has been|have been|had been|got)\s(?:(?:now|since|also|then|finally|both|all|already|quickly|fully)\s){0,2}(?:answered|addressed|withdrawn|taken back|dropped|lifted|cleared up|dealt with|laid to rest|put to rest|retracted)\b|\b(?:objections?|concerns?|worr(?:y|ies)|doubts?|reservations?|disagreements?|disputes?)\b(?:\s(?!(?:not|never|nor|if|until|unless|once|but|and)\b)[^\s.;:?!]+){0,10}?\sno longer (?:stands?|holds?|appl(?:y|ies)|exists?)\b/i;
const notYet = /\b(?:if|until|unless|once|when|before|as soon as|not|never|no|none)\b[^.;:?!]{0,40}$/i;

const goesOn = /^[^.;!?]{0,140}\b(?:but|though|although|still|however|except)\b/i;

/** Ways to end that need no more words, said in the passage itself: "Withdrawn by Bo.", "… and the objection was withdrawn". */
const endedAsSuch =
  /(?<!\b(?:if|until|unless|once|not|never|be)\s)\b(?:withdrawn by|answered by|(?<=[.!?;]\s)withdrawn(?=[.:,]|\s(?:on|in|at|after|when|since|once|because|\d))|(?:objections?|concerns?) (?:was |were |has been |have been )?(?:withdrawn|answered)|(?:withdrew|withdraws) (?:the|his|her|their|its|that|this) (?:objections?|concerns?))\b/i;

const ticked = /^\s*(?:✅|✔|☑|🟢)/u;

/** Whether the words of a cell say behind the positions that it is over, and how. */
export function endInCell(text: string): { readonly resolved: boolean; readonly outcome: string | undefined } {
  const outcome = (tailDated.exec(text) ?? tailOutcome.exec(text))?.[1] ?? endedAsSuch.exec(text)?.[0];
  return { resolved: outcome !== undefined || bareEnd.test(text), outcome };
}

/** The sentence of the passage that ends it ("He withdrew his objection when …"). */
function endingOf(passage: Passage): Written | undefined {
  const { unit, text } = passage;
  if (unit.kind === "row") return undefined;
  const base = unit.inline.text.length - text.length;
  const told = tailDated.exec(text) ?? tailOutcome.exec(text);
  if (told?.[1] && !bareAnswer.test(told[1]))
    return writtenIn(unit, base + text.length - told[1].length, base + text.length);
  const clause = endedBy(text);
  if (clause) return writtenIn(unit, base + clause.start, base + clause.end);
  const asSuch = endedAsSuch.exec(text) ?? answeredIn(text);
  if (asSuch) return writtenIn(unit, base + asSuch.index, base + asSuch.index + asSuch[0].length);
  const match = settles.exec(text);
  if (!match) return undefined;
  const sentence = splitSentences(text).find(({ start, end }) => start <= match.index && match.index < end);
  if (!sentence || (sentence.start === 0 && !endsAsSuch.test(match[0]))) return undefined;
  return writtenIn(unit, base + sentence.start, base + sentence.end);
}

/** "They weighed it; Bea was right, and that settled it." */
const thatSettledIt =
  /(?:^|[.;:!?]\s)([^.;:!?]{4,160}?,?\s(?:and |which |so )(?:that |this |it )?(?:finally |then |at last )?(?:(?:closed|settled|ended|resolved|decided) (?:it|the matter|the question|the argument|the discussion|things)|was (?:that|the end of it|the end of the matter)))\b/i;
/** "Bo was against the lamps at first. He is for them now that they are green." */
const turnedAround =
  /\b(?:at first|initially|to begin with|originally|in the beginning)\b[\s\S]{0,160}?(?:[.;!–—,]|\bbut)\s((?:but |and |now |then |since )?(?:he|she|they|both|all)\s(?![^.;]{0,40}\b(?:not|never|still|neither|nor|nobody)\b|[^.;]{0,40}n['’]t\b)[^.;,]{0,40}?\b(?:(?:is|are|was|were) (?:now )?(?:all )?(?:for|in favou?r|fine|happy|content|convinced|persuaded|won over|on board|behind)|agree[sd]?|c[ao]mes? round|changed (?:his|her|their) minds?|likes?|gave (?:in|way)|accept(?:s|ed)?)\b[^.;]{0,100})/i;
/** "Bo offered green, Ana took blue. Closed." */
const tookIt =
  /[;,.]\s((?:(?:and|so|then|but|until) )?[^;,.]{2,60}?\s(?:took|accepted|chose|picked|went with|settled (?:for|on)|agreed (?:to|on)|conceded|gave (?:in|way)|came round)\b[^;.]{0,80})[.;,]\s(?:closed|settled|resolved|done)\W*$/i;

const noEnd = /\b(?:if|unless|once|nothing|nobody|no one|not|never|would|could|should|might|may)\b/i;

/** The clause that tells how it ended, where no word such as "resolved" introduces it. */
function endedBy(text: string): { readonly start: number; readonly end: number } | undefined {
  for (const pattern of [thatSettledIt, turnedAround, tookIt]) {
    const match = pattern.exec(text);
    if (!match?.[1] || noEnd.test(match[1])) continue;
    const start = match.index + match[0].lastIndexOf(match[1]);
    return { start, end: start + match[1].length };
  }
  return undefined;
}

function answeredIn(text: string): RegExpExecArray | null {
  const match = answeredLater.exec(text);
  if (!match || notYet.test(text.slice(0, match.index))) return null;
  return goesOn.test(text.slice(match.index + match[0].length)) ? null : match;
}

const noAnswer = /^\W*(?:no|not yet|n|false)\W*$/i;
const bareAnswer = /^\W*(?:yes|no|not yet|y|n|true|false|done|ok(?:ay)?|x|✅|✔|☑)\W*$/iu;

/** "Resolved: yes": whether it is over, and not how it ended. */
export function isBareAnswer({ key, value }: Field): boolean {
  return /^\W*(?:(?:is it |is this |now )?(?:resolved|settled|closed))\W*$/i.test(key) && bareAnswer.test(value);
}

const bareEnding =
  /^\W*(?:(?:is|was|now|has been)\s)?(?:closed|resolved|settled|done|over|ended|finished|solved|sorted(?: out)?|decided|fixed)(?:\W*(?:(?:on|in|since)\s)?[\d\s.,/-]*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*)?[\d\s.,/-]*)\W*$/iu;

/** "Outcome: closed (12 May)": that it is over, and not how it ended. */
function isBareEnding({ name, value }: Field): boolean {
  return name === "outcome" && value.length <= 40 && bareEnding.test(value);
}

function outcomeOf(passage: Passage): Written | undefined {
  const fields = passage.fields.filter((each) => !isBareAnswer(each) && !isBareEnding(each));
  const field = fieldOf(fields, "outcome") ?? fields.find((each) => each.name === "decision" && each.value !== "");
  return field ? { text: field.value, place: field.place } : undefined;
}

const nextStepSentence =
  /(?:^|[.;:!?]\s)((?:[\p{Lu}@](?:[^.;!?:]|:(?!\s)){0,80}?\s)?(?:will (?:look|meet|talk|bring|come back|return|propose|draft|collect|measure|count|call|discuss|write|try|test|show|prepare|revisit|decide|take|ask|check|follow)|(?:look|looks|meet|meets|talk|talks|decide|decides|come back|comes back|return|returns|asks?|writes?|drafts?|prepares?|proposes?|collects?|measures?|counts?|tests?|revisit|revisits|bring|brings|sets? out|lays? out|works? out|puts? together|goes? through|gathers?|finds? out|discuss|show|shows|report|reports)\s[^.;!?]{0,60}\b(?:on|by|in|next|again|at|before|until|for(?= (?:the )?(?:\d|next|Mon|Tue|Wed|Thu|Fri))|to (?:the |our )(?:next )?[\p{Ll} ]{3,20} (?:of|on)(?= (?:the )?(?:\d|Mon|Tue|Wed|Thu|Fri)))\b)[^.;!?]{0,120})/u;

/** "We'll have another go on 17 June", "They sit down with the table on Monday", "You will have a paper by 30 June". */
const arranged =
  /(?:^|[.;:!?]\s)((?:\p{Lu}[^.;:!?]{0,60}?\s|\p{Ll}{1,12}(?= will| is to| are to|['’]ll)\s?)?(?:will|(?<=we|they|she|he|I|you)['’]ll|is to|are to|sits? down|gets? together|comes? together)\s[^.;!?]{2,120}?\b(?:on|by|until|before)\s(?:the\s)?(?:next\s)?(?:\d|mon|tue|wed|thu|fri|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[^.;!?]{0,80})/iu;

/** "To be settled on 19 June", "Will be taken up again at the next meeting". */
const toBeSettled =
  /(?:^|[.;:!?,–—]\s)((?:[^.;:!?]{0,40}\s)?(?:to|will|is to|are to) be (?:settled|decided|resolved|closed|answered|discussed|taken up|picked up|looked at)(?: again)?\s(?:on|by|at|before|in)\s[^.;!?]{3,80})/iu;

const month = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const monthName = month.replaceAll(/\b\w/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
/** "Ana measures, 22 June.", "Ana and Bo ask the guests on 22 June.": who does what, and by when. */
const doesByDay = new RegExp(
  String.raw`(?:^|[.;!?]\s)(@?\p{Lu}[\p{L}'’-]+(?:\s(?!(?:wants|says|thinks|objects|insists|prefers|holds|argues|disagrees|opposes|sees|believes|fears|refuses|asks for)\b)\p{Ll}{3,}s|\sand\s@?\p{Lu}[\p{L}'’-]+\s(?!(?:want|say|think|object|insist|prefer|argue|disagree|differ|agreed|fell|\p{Ll}+ed)\b)\p{Ll}{3,})\b(?:\s[^.;:!?,]{1,60})?(?:,|\s(?:on|by|until|before))\s(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)?\.?\s(?:of\s)?(?:${monthName})\p{L}*|(?:${monthName})\p{L}*\s\d{1,2}|\d{4}-\d\d-\d\d)(?:,?\s\d{4})?)(?=[.;!?]|\s?$)`,
  "u",
);

function nextStepOf(passage: Passage): Written | undefined {
  const field = fieldOf(passage.fields, "nextStep");
  if (field) return { text: field.value, place: field.place };
  // A heading names the topic: "Two tests or one before a change" takes no step.
  if (passage.unit.kind === "row" || passage.form === "heading") return undefined;
  const { text } = passage;
  const match = nextStepSentence.exec(text) ?? arranged.exec(text) ?? toBeSettled.exec(text) ?? doesByDay.exec(text);
  if (!match?.[1]) return undefined;
  const base = passage.unit.inline.text.length - passage.text.length;
  const start = base + match.index + match[0].indexOf(match[1]);
  return writtenIn(passage.unit, start, start + match[1].length);
}

function dueOf(reading: SectionReading, passage: Passage, nextStep: Written | undefined): Disagreement["due"] {
  // "Until 30 June" of an entry that was raised in May 2026, where nothing else is dated.
  const reference = referenceOf(reading) ?? sinceOf(reading, passage)?.start;
  const options = { settings: reading.context.dates, reference, lean: "future" as const };
  const field: Field | undefined = fieldOf(passage.fields, "due", "target");
  if (field) return { date: findDates(field.value, options)[0]?.value, text: field.value, place: field.place };
  if (!nextStep) return undefined;
  const dates = findDates(nextStep.text, options);
  const found = dates.filter(({ value }) => value.grain === "day").at(-1) ?? dates.at(-1);
  return found ? { date: found.value, text: found.value.text, place: nextStep.place } : undefined;
}

/** "Status: open since 14 April", "open, raised by Ana on 3 June", "open (3 June)": of what is open, the day from which it is. */
function sinceInStatus(reading: SectionReading, passage: Passage): DateValue | undefined {
  const status = fieldOf(passage.fields, "status")?.value;
  if (status === undefined || !/\d/.test(status) || statusOf(status) !== "open") return undefined;
  const options = { settings: reading.context.dates, reference: referenceOf(reading), lean: "past" as const };
  return findDates(status, options).find(({ start }) => {
    const before = status.slice(0, start);
    return sinceWords.test(before) || openSince.test(before);
  })?.value;
}

const openSince = /^\W{0,4}(?:still |now )?open(?:\s?[,;:(–—-]{1,2}\s?|\s)(?:as of |from )?$/i;
const sinceWords = /\b(?:since|raised|opened|first raised|started|asked)\b[^.;]{0,40}$/i;

function sinceOf(reading: SectionReading, passage: Passage): DateValue | undefined {
  const options = { settings: reading.context.dates, reference: referenceOf(reading), lean: "past" as const };
  const field = fieldOf(passage.fields, "since", "date");
  if (field) return findDates(field.value, options)[0]?.value;
  // "Raised: 4 May", "Opened by: Ana, 4 May": the field says by whom, or when, or both.
  const raised = fieldOf(passage.fields, "author");
  const day = (raised && findDates(raised.value, options)[0]?.value) ?? sinceInStatus(reading, passage);
  if (day) return day;
  if (passage.unit.kind === "row" || !/\d/.test(passage.text)) return undefined;
  const text = passage.text.slice(0, 400);
  return findDates(text, options).find(
    (found) => sinceWords.test(text.slice(0, found.start)) || stamped(text, found.start, found.end),
  )?.value;
}

/** "concern: mtu-overhead (Ana, 9 June 2026)": by whom and when, and nothing else in the brackets. */
function stamped(text: string, start: number, end: number): boolean {
  return /\((?:@?\p{L}[\p{L}'’. -]{1,40}[,;]? )?(?:on )?$/u.test(text.slice(0, start)) && text[end] === ")";
}

function partiesOf(passage: Passage): readonly Mention[] {
  const fields = passage.fields.filter((field) => field.name === "parties" && field.value !== "").flatMap(mentionsOf);
  if (fields.length > 0) return fields;
  const positions = passage.fields.filter((field) => field.name === "position" && field.value !== "");
  const held = positions.flatMap((field) =>
    [...field.value.matchAll(/(?:^|[.;]\s*)([\p{Lu}@][^:.;]{0,40}):/gu)].map((match) => ({
      text: match[1] ?? "",
      place: field.place,
      role: "position" as const,
    })),
  );
  if (held.length > 0) return held;
  const { parties } = stancesOf(passage.text);
  const two = parties.length === 1 ? bareStances(passage.text) : [];
  return (two.length > 0 ? two : parties).map((text) => ({ text, place: passage.focus, role: "prose" as const }));
}
