import type { Decision, Disagreement, Written } from "../../model/facts.js";
import type { Container, ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { lineOf } from "../entry-lines.js";
import { stampEnd } from "../stamps.js";
import { isAction } from "./choices.js";
import { disagreementOf } from "./disagreement-fact.js";
import { mayDisagree, readDisagreementSentence } from "./disagreement-sentences.js";
import { isTopical, spokenTopic, topicOf } from "./disagreement-topic.js";
import { isConditional, isNegated } from "./modality.js";
import { writtenIn } from "./names.js";
import { because, idOf, type Passage, sentencePassage } from "./passage.js";
import { type Setting, settingOf } from "./setting.js";
import { speakerOfUnit } from "./speakers.js";
import { stancesOf } from "./stances.js";
import type { Statement } from "./statement.js";
import { textOffsetOf } from "./text-offset.js";
import { cuesIn, statementsOf } from "./words-of.js";

/** Disagreements that sentences record, one for each thread: a point of a list with what is nested in it, or neighbouring paragraphs. */
export function proseDisagreements(
  reading: SectionReading,
  setting: Setting,
  decisions: readonly Decision[],
  done: ReadonlySet<number>,
): Disagreement[] {
  const found: Disagreement[] = [];
  let last: { thread: Container | undefined; index: number } | undefined;
  const register = setting.role === "disagreements" && reading.units.some(({ unit }) => unit.kind === "row");
  if (register) return found;
  reading.units.forEach((read, index) => {
    const { unit } = read;
    if (unit.kind !== "paragraph" || !(setting.pair || mayDisagree(cuesIn(read)))) return;
    const labelled = decisionLines(read);
    if (labelled === undefined ? done.has(index) : labelled.length === 0) return;
    if (unit.container?.kind === "quote" && unit.container.alert === undefined) return;
    const thread = threadOf(unit);
    const near = setting.transcript ? 4 : 3;
    const before = last && (reading.units[last.index] as ReadUnit).unit;
    const loose = setting.minutes && !setting.transcript && !isTopical(reading.section.path.at(-1));
    const apart =
      thread === undefined &&
      (isHeaded(unit) ||
        isStamped(unit) ||
        (!setting.transcript && before?.kind === "paragraph" && opensAnother(unit.inline.text, before.inline.text)) ||
        (loose && before?.kind === "paragraph" && !isSameMatter(before.inline.text, unit.inline.text)));
    if (last && !apart && last.thread === thread && (thread !== undefined || index - last.index <= near)) return;
    const here = inParagraph(reading, read, index, setting, decisions);
    if (here.length === 0 || isAction(unit.inline.text, unit)) return;
    last = { thread, index };
    found.push(...here);
  });
  return found;
}

const opening =
  /^\W{0,4}(@?\p{Lu}[\p{L}'’-]+)(?:,? and |, | & )(@?\p{Lu}[\p{L}'’-]+)[^.;:?!]{0,60}?\b(?:disagreed?|differ(?:ed)?|(?:do|did|could|can)(?: not|n['’]t|not) (?:yet )?agree|are at odds|argued?)\b/u;

/** Whether a paragraph begins with two who disagree, one of whom had no part in the one before, about something else. */
function opensAnother(text: string, before: string): boolean {
  const [, one, other] = opening.exec(text) ?? [];
  if (one === undefined || other === undefined) return false;
  if ((before.includes(one) && before.includes(other)) || takesUp.test(text)) return false;
  const names = [one, other].map((name) => name.toLowerCase().replace(/^@/, ""));
  const words = new Set(tellingWords(before).filter((word) => !names.includes(word)));
  return new Set(tellingWords(text).filter((word) => words.has(word))).size < fewestShared;
}

/** One word may well be in both of two quarrels of one meeting ("the second van", "the second depot"). */
const fewestShared = 2;

/** Whether a paragraph begins with the time at which it was said: "[00:12:40] …"; each tells of a matter of its own. */
function isStamped({ inline }: ParagraphUnit): boolean {
  return stampEnd(inline.text) > 0;
}

/** The list item that a discussion stands under: the parent of the point where it is raised. */
function threadOf(unit: ParagraphUnit): Container | undefined {
  const item = unit.container;
  if (item?.kind !== "item") return item;
  return item.parent ?? item;
}

/** The disagreement that a paragraph tells; one for each line where it gives a line to each matter. */
function inParagraph(
  reading: SectionReading,
  read: ReadUnit,
  index: number,
  setting: Setting,
  decisions: readonly Decision[],
): Disagreement[] {
  const found: Disagreement[] = [];
  const unit = read.unit as ParagraphUnit;
  const decided = decisionLines(read);
  for (const statement of statementsOf(read)) {
    if (decided && !standsApart(unit, statement, decided)) continue;
    const rest = unit.inline.text.slice(statement.end, statement.end + 400).toLowerCase();
    if (introducesRegister(reading, unit, statement.lower)) continue;
    const settled = setting.minutes ? settledAfter(unit, statement) : undefined;
    const sentence = settled ? settledPositions : readDisagreementSentence(statement, rest, setting);
    if (!sentence) continue;
    const passage = sentencePassage(reading, index, statement.start, statement.end, unit.item ? "list" : "prose");
    const said = unit.inline.text.slice(statement.start, statement.end);
    found.push(
      disagreementOf(reading, decided ? withinLine(passage, unit, statement.start) : passage, {
        ...(decided ? { topic: spokenTopic(said) ?? said } : topicOf(reading, unit, said)),
        evidence: sentence.evidence,
        ...(settled ?? endedAtOnce(unit, statement) ?? endingOf(reading, unit, index, decisions)),
      }),
    );
    if (!decided) break;
  }
  return found;
}

/** What a passage says in its own line: what follows is blanked, so that offsets hold. */
function withinLine(passage: Passage, { slot, inline }: ParagraphUnit, start: number): Passage {
  const from = inline.sourceStart(start);
  const newline = slot.text.indexOf("\n", from);
  const until = newline < 0 ? slot.text.length : newline;
  const text = inline.text.slice(start, Math.max(start, textOffsetOf(inline, until)));
  return {
    ...passage,
    fields: passage.fields.filter(({ keyPlace }) => keyPlace.start >= from && keyPlace.start < until),
    id: idOf(text),
    text: text.padEnd(inline.text.length - start),
  };
}

/** The lines of a paragraph that begin with a decision's label; undefined where it has none, empty where it is all one line. */
function decisionLines({ unit, fields }: ReadUnit): readonly number[] | undefined {
  const labels = fields.filter((field) => field.name === "decision");
  if (labels.length === 0 || unit.kind !== "paragraph") return undefined;
  const { slot, inline, start, end } = unit;
  if (unit.item !== undefined || !slot.text.slice(start, end).includes("\n")) return [];
  return labels.map(({ keyPlace }) => lineOf(slot, inline, textOffsetOf(inline, keyPlace.start)));
}

/** What the line names that is contested, rather than what the decision above it says. */
const namesMatter = /\b(?:to|with|about|over|on|that|whether) (?!(?:it|this|that|them|both|him|her)\b)\p{L}/u;

/** "Decision: … Owner: @ana", and on a line of its own "Bo objects to the new lamps": told beside the decision, about something else. */
function standsApart(unit: ParagraphUnit, { start, prose }: Statement, decided: readonly number[]): boolean {
  const line = lineOf(unit.slot, unit.inline, start);
  return line === start && !decided.includes(line) && namesMatter.test(prose);
}

const told =
  /\b(?:disagreed|argued|differed|objected|quarrell?ed|(?:was|were) (?:against|split|divided|opposed|at odds))\b/i;
/** "Ana objected to the lamps; Bo explained the price, and Ana dropped it": who gave way, by name. */
const letGo =
  /(?:[,;—–.]|\band\b|\bbut\b|\buntil\b)\s(?:(?:and|but|then|so|until) ){0,2}(?:@?[a-z’'-]{2,20} )(?:(?:has|have|had|then|since|finally|eventually|now|was|is) ){0,3}((?:dropped (?:it|that|the (?:point|objection|matter))|let (?:it|that|the (?:point|objection|matter)) (?:go|rest)|took (?:it|that) back|taken (?:it|that) back|backed (?:down|off)|relented|conceded|withdrew\b|withdrawn (?:it|that|his|her|their|the)|gave (?:in|way|up)|given (?:in|way|up)|came round|come round|(?:satisfied|content|convinced|persuaded|won over|happy with (?:it|that))(?=[.,;]|$))(?! (?:the )?(?:call|meeting|line)\b)[\s\S]*)$/i;
const nobodyDid =
  /\b(?:nobody|no one|neither|none|never|not|if|until|unless|once|would|could|might|may|should|or)\b|n['’]t\b/i;
const atOnce =
  /(?:[,;—–]|\band\b|\bbut\b|\buntil\b)\s(?:(?:and|but|then|in the end|finally|eventually|soon|afterwards|we|they|both|he|she|the two(?: of (?:us|them))?|all)\s){0,4}((?:agreed(?! (?:to|that we) (?:disagree|talk|look|meet|discuss|come back|revisit|return|ask|bring|think|wait|decide|differ))|settled(?! nothing)|went with|chose|dropped (?:it|the|that)|gave (?:in|way)|came round|split the difference|found (?:an?|the) (?:compromise|middle|answer|way))\b[\s\S]*)$/i;

const whom = "(?:me|him|her|us|them|each other|both of us|\\p{Lu}[\\p{L}'’-]+)";
/** "…, then she had me convinced", "… until Ana saw his point": one of them gave way, whatever they came to. */
const persuaded = new RegExp(
  `(?:[,;—–]|\\b(?:and|but|until))\\s(?:(?:and|but|then|in the end|finally|soon|afterwards)\\s){0,3}((?:s?he|they|we|I|both|\\p{Lu}[\\p{L}'’-]+)\\s(?:(?:was|were) (?:convinced|persuaded|won over)|had ${whom} convinced|(?:talked|won|brought) ${whom} (?:round|around|over|out of it)|(?:persuaded|convinced) ${whom}|saw (?:the|his|her|my|our|their) point|changed (?:my|his|her|our|their) minds?|came (?:round|around)|let it go)(?![\\p{L}])[\\s\\S]*)$`,
  "u",
);

/** "They disagreed over the stamps and then settled on two": told as over in the same sentence. */
function endedAtOnce(
  unit: ParagraphUnit,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly resolved: boolean; readonly outcome: Written } | undefined {
  const text = unit.inline.text.slice(start, end);
  const match = atOnce.exec(text) ?? persuaded.exec(text) ?? gaveWayIn(text);
  if (!match?.[1] || !told.test(text.slice(0, match.index))) return undefined;
  return { resolved: true, outcome: writtenIn(unit, end - match[1].length, end) };
}

function gaveWayIn(text: string): RegExpExecArray | null {
  const match = letGo.exec(text);
  return match?.[1] && !nobodyDid.test(match[0].slice(0, -match[1].length)) ? match : null;
}

const settledPositions = { evidence: [because("two-positions", "settled")] } as const;
const thenSettled =
  /^\W{0,3}(?:(?:[^.:;!?]{0,40} )?(?:they|we|both|the two|all) (?:then |finally |both |all )?(?:settled (?:on|for|it\b(?! (?:later|next|tomorrow)))|agreed on|chose|went with|met in the middle)|(?:[^.:!?]{0,60}[;,–—-] (?:and )?)?the (?:outcome|result|upshot|compromise) (?:is|was)(?= (?:that|to|an?|the|\p{Ll}{3,}[.,]?$)))(?! (?:nothing|no |not |open|a draw))[^.!?]*/iu;
const differed =
  /\b(?:disagreed|argued|quarrell?ed|differed|objected|were (?:split|divided|at odds)|(?:did not|didn['’]t|could not|couldn['’]t) agree|saw (?:it|this|that|things|the [\w ]{2,20}) differently)\b/;

/** Whether a sentence tells of two who were apart, each with a position or in so many words. */
function setsApart({ prose, lower }: Statement): boolean {
  if (stancesOf(prose).parties.length > 1) return true;
  const match = differed.exec(lower);
  if (!match || isNegated(lower, match.index)) return false;
  return (
    /\b(?:we|they|both|the two)\b/.test(lower.slice(0, match.index)) ||
    namesTwo.test(prose) ||
    /objected/.test(match[0])
  );
}

const namesTwo = /(?:^|\W)@?\p{Lu}[\p{L}'’-]+(?:,? and |, | & )@?\p{Lu}/u;

/** "Ana wanted stamps and Bo wanted labels. After an hour they settled on labels.": two positions, and what became of them. */
function settledAfter(
  unit: ParagraphUnit,
  statement: Statement,
): { readonly resolved: boolean; readonly outcome: Written } | undefined {
  const { lower, end } = statement;
  if (isConditional(lower, lower.length) || !setsApart(statement)) return undefined;
  const match = thenSettled.exec(unit.inline.text.slice(end, end + 400));
  if (!match) return undefined;
  return { resolved: true, outcome: writtenIn(unit, end + match[0].search(/\S/), end + match[0].length) };
}

const general =
  /^\W{0,4}(?:what|whatever|where|when|whenever|this|these|here|below|each|every|everything|anything|any|all|an?|if|in this|we (?:write|keep|record|list|collect|note|put)|(?:open )?disagreements)\b/;

/** What the head of a register says of the register, before its entries. */
function introducesRegister(reading: SectionReading, unit: ParagraphUnit, lower: string): boolean {
  const heading = reading.section.path.at(-1);
  return heading?.role === "disagreements" && heading.depth === 1 && unit.item === undefined && general.test(lower);
}

const ended =
  /\b(?:withdrew|withdrawn|withdraws|resolved(?! (?:the|an?|all|our|its)\b(?! (?:disagreement|dispute|matter|issue|question|concern|objection)))|settled|that was that|(?:is|was|am|are|'m|'re) (?:ok|okay|fine|happy|satisfied|good) with|did not raise any|nobody (?:else )?objected|no longer (?:objects?|opposed|concerned)|disagree[sd]? and commit|agreed (?:to(?! disagree)|that|on|with)|convinced|compromise|happy to (?:go|move|merge|support))\b/i;

/** How the thread goes on to end the disagreement: with a decision, an agreement, a withdrawal, or the record's own choice. */
function endingOf(
  reading: SectionReading,
  unit: ParagraphUnit,
  index: number,
  decisions: readonly Decision[],
): { readonly resolved: boolean; readonly outcome?: Written } {
  const setting = settingOf(reading);
  if (unit.item?.checked === true) return { resolved: true };
  const withdrawal = takenBack(reading, unit, index);
  if (withdrawal) return { resolved: true, outcome: withdrawal };
  if (setting.transcript) return { resolved: false };
  const { status } = reading.head;
  if (status && isToldInRecord(reading, setting) && !goesOnNow.test(unit.inline.prose))
    return { resolved: true, outcome: status };
  const thread = threadOf(unit);
  const until = thread && thread.kind === "item" ? thread.end : undefined;
  const follows = (slot: ParagraphUnit["slot"], start: number): boolean => {
    if (until !== undefined) return slot === unit.slot && start > unit.start && start < until;
    return slot.offset + start > unit.slot.offset + unit.start;
  };
  // Minutes without a heading for each topic go on to the next one with the next paragraph.
  const apart = setting.minutes && until === undefined && !isTopical(reading.section.path.at(-1));
  const lingers = lingering.test(unit.inline.prose);
  const goesOn = (text: string, other: Decision["unit"]): boolean => {
    if (other?.kind === "paragraph" && isHeaded(other) && isHeaded(unit)) return false;
    if (until === undefined && told.test(text) && !isSameMatter(unit.inline.text, text)) return false;
    return lingers && until === undefined ? takesUp.test(text) : !apart || isSameMatter(unit.inline.text, text);
  };
  const decision = decisions.find(
    (each) =>
      each.status !== "open" &&
      each.unit !== unit &&
      follows(each.place.slot, each.place.start) &&
      goesOn(each.text, each.unit) &&
      !(apart && startsElsewhere(each, unit)),
  );
  if (decision) return { resolved: true, outcome: { text: decision.text, place: decision.focus } };
  for (let next = index + 1; next < Math.min(reading.units.length, index + 8); next += 1) {
    const { unit: other, fields } = reading.units[next] as ReadUnit;
    if (other.kind !== "paragraph" || !follows(other.slot, other.start)) break;
    // "RESOLVED: …" is among the decisions, "Disagreement: … Status: resolved." is one of its own.
    if (fields.some(({ name }) => name === "decision" || name === "disagreement")) continue;
    if (ended.test(other.inline.prose) && goesOn(other.inline.text, other)) {
      const { text } = other.inline;
      return { resolved: true, outcome: writtenIn(other, 0, text.length) };
    }
  }
  return { resolved: false };
}

/** "Opening hours: we asked the shop. So we take nine.": what a later sentence takes up is what its own paragraph began with. */
function startsElsewhere({ unit: other, focus, text }: Decision, unit: ParagraphUnit): boolean {
  if (other?.kind !== "paragraph" || !takesUp.test(text)) return false;
  const begins = other.inline.sourceStart(0) >= focus.start;
  return !begins && !isSameMatter(unit.inline.text, other.inline.text);
}

const takesBack =
  /\bI(?:['’]ll| will| do| can| now|['’]d)?\s(?:withdraw|retract|take back|drop)\s(?:that|it|this|mine|my (?:objection|concern|point|veto))\b|\bI(?:['’]ll| will)?\stake (?:that|it) back\b/i;

/** "Happy with that.", "Works for me.": how the one who objected takes what another offers. */
const takesOffer =
  /^\W{0,3}(?:(?:ok(?:ay)?|yes|yeah|all ?right|great|good|then|thanks|thank you|sure),? ){0,2}(?:i(?:['’]m| am) )?(?:(?:happy|fine|ok(?:ay)?|good|content|satisfied) (?:with|by|for|then)\b|(?:that|this|it) (?:works|will do|would do|helps|is (?:fine|better|good))\b|(?:works|fine|good|ok(?:ay)?) (?:for|by|with) me\b|fair enough\b|deal\b|sold\b|i can live with (?:that|it)\b)/i;
const reserves = /\b(?:but|still|though|although|unless|except|not|n['’]t)\b/i;

/** Where the one who spoke takes back in a later turn what was said ("**Ana:** Then I withdraw that.") or takes what was offered. */
function takenBack(reading: SectionReading, unit: ParagraphUnit, index: number): Written | undefined {
  const speaker = turnOf(unit);
  if (speaker === undefined) return undefined;
  for (const { unit: later } of reading.units.slice(index + 1, index + 8)) {
    if (later.kind !== "paragraph" || turnOf(later) !== speaker) continue;
    const said = later.inline.text.slice(speakerOfUnit(later)?.end ?? 0);
    if (takesBack.test(said) || (takesOffer.test(said) && !reserves.test(said)))
      return writtenIn(later, 0, later.inline.text.length);
  }
  return undefined;
}

/** The last word of what stands before a turn's colon: "A voice" and "The voice" are the same. */
function turnOf(unit: ParagraphUnit): string | undefined {
  const named = speakerOfUnit(unit)?.name;
  if (named !== undefined) return named.toLowerCase();
  const { inline } = unit;
  return /^\W{0,4}(?:[\p{L}.'’-]{1,20} ){0,3}([\p{L}'’-]{1,20}): /u.exec(inline.text.slice(0, 90))?.[1]?.toLowerCase();
}

/** How a paragraph says that a disagreement goes on beyond it; what follows is another matter, unless it takes this one up. */
const lingering =
  /\b(?:left it (?:there|at that|open)|left (?:there|open|at that)|(?:no (?:agreement|conclusion|decision|result)|nothing (?:was )?(?:settled|agreed))(?: today| yet| this time| (?:at|by|in|before|on|after) [^.;!?]{3,40})?[.!]|not (?:yet )?settled|(?:[,;–—]|still|remains?|stays?|is) (?:open|undecided|unresolved|unsettled)[.!]|neither (?:of them )?(?:moved|gave|budged)|nobody moved|to be continued|no next steps?\b|next step:)/i;

/** Whether a paragraph begins with words in bold that name what it is about. */
function isHeaded({ inline, item }: ParagraphUnit): boolean {
  return item === undefined && inline.marks.some((mark) => mark.kind === "strong" && mark.start === 0);
}

/** Words that speak of what was said before. */
const takesUp =
  /^\W{0,4}(?:it(?! (?:had|has|was) (?:been )?(?:suggested|proposed|asked|reported|noted|argued|said|mentioned)\b)|this|that|they|he|she|both|in the end|after (?:that|this|some)|then|finally|eventually|so|the (?:objection|disagreement|concern|dispute|matter|issue)|agreed|settled|resolved|outcome|decision|withdrawn|vote)\b/i;
const telling = /(?<![\p{L}\p{N}])[\p{L}\p{N}-]{5,}/gu;
const common: ReadonlySet<string> = new Set(
  "parked tabled about after again agree agreed agrees because before being between cannot concern could decide decided disagree disagreed disagreement disagrees every group should still their there these those today until wanted wants where whether which while would".split(
    " ",
  ),
);

/** Whether a later paragraph goes on about the same: it takes up what was said, or shares a telling word with it. */
function isSameMatter(first: string, later: string): boolean {
  if (takesUp.test(later)) return true;
  const words = new Set(tellingWords(first));
  return tellingWords(later).some((word) => words.has(word));
}

function tellingWords(text: string): string[] {
  return [...text.slice(0, 1_000).toLowerCase().matchAll(telling)]
    .map(([word]) => word)
    .filter((word) => !common.has(word));
}

/** "Ana still objects": whoever says so of a record that is settled does not speak of the way to it. */
const goesOnNow =
  /\p{Lu}[\p{L}'’-]+ still (?:objects?|disagrees?|opposes?|disputes?|refuses?|insists?|wants? (?!to (?:know|see|thank)))\b/u;

/** What a settled record tells of the way to its choice was settled with it; its own sections of concerns stand for themselves. */
function isToldInRecord(reading: SectionReading, setting: Setting): boolean {
  const { kind, status } = reading.head;
  if ((kind !== "decision" && kind !== "roadmap") || status?.decision !== "decided") return false;
  return (
    setting.role === undefined ||
    setting.role === "context" ||
    setting.role === "background" ||
    setting.role === "history" ||
    setting.role === "discussion"
  );
}
