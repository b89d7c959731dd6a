import type { Disagreement, Written } from "../../model/facts.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { stampEnd } from "../stamps.js";
import { Cue } from "./cue-words.js";
import { disagreementOf } from "./disagreement-fact.js";
import { isTopical, spokenTopic, topicOf } from "./disagreement-topic.js";
import { isNegated } from "./modality.js";
import { severalNames, writtenIn } from "./names.js";
import { because, idOf, type Passage, sentencePassage } from "./passage.js";
import { type Point, pointOf } from "./points.js";
import { splitSentences } from "./sentences.js";
import type { Setting } from "./setting.js";
import { cuesIn } from "./words-of.js";

/** "resolved battery-life": closes a concern of that name. */
const closing =
  /^\W{0,4}(?:@rfcbot\s+)?(?:resolved?|closed?|withdrawn?)\s+(?:concern\s+)?([\p{L}\p{N}][\p{L}\p{N}_-]{2,60}(?:\s[\p{L}\p{N}_-]{2,30}){0,2})\W{0,3}$/iu;
/** "resolved battery-life: the meter sleeps", where a concern of that name stands above. */
const closingTold =
  /^\W{0,4}(?:resolved?|closed?|withdrawn?|answered)\s+(?:concern\s+)?([\p{L}\p{N}][\p{L}\p{N}_-]{2,60}(?:\s[\p{L}\p{N}_-]{2,30}){0,2})\s?(?::|,|\s[–—-])\s(\S[\s\S]{3,400})$/iu;
/** "battery-life is withdrawn: Ana has seen the figures", where a concern of that name stands above. */
const nameEnded =
  /^\W{0,4}([\p{L}\p{N}][\p{L}\p{N}_-]{2,60}(?:\s[\p{L}\p{N}_-]{2,30}){0,2})\s(?:is|was|has been)\s(?:now\s|since\s)?(?:withdrawn|resolved|answered|settled|closed|dropped)\s?(?:[:,.]|\s[–—-])\s(\S[\s\S]{3,400})$/iu;
/** "mtu-overhead (RFC 34): resolved. Tunnels subtract it." */
const namedEnd =
  /^\W{0,4}([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+)(?:\s\([^()]{1,40}\))?\s?[:–—-]\s?(?:[✅✔☑]\s)?(?:resolved|settled|closed|withdrawn|answered)\b[.,:;]?\s*(.*)$/iu;
/** "RG-4, who pays for the stamps: settled. The sender does.", "RG-4 (stamps) – withdrawn". */
const numberedEnd =
  /^\W{0,4}([A-Z]{1,5}-?\d{1,4}(?:[,:]?\s[^:.;?!]{3,120}|\s\([^()]{3,80}\))?)\s?(?:(?::|,|[–—-])\s(?:(?:is|was|now|has been|✅|✔|☑)\s){0,2}(?:resolved|settled|closed|withdrawn|answered)\b|(?<=[\d)]\s)(?:resolved|settled|closed|withdrawn|answered)(?=\s?(?:[.,:;–—]|-\s|$)))[.,:;–—-]?\s*(.*)$/isu;
/** "late fees (RG-4): disagreement resolved, the sender pays", "Disagreement RG-4 (late fees): settled – the sender pays". */
const numberedWithin =
  /^\W{0,4}(?:(?:the )?(?:disagreement|dispute|objection|conflict) )?((?:[^.:;?!()]{2,80}\s)?\(?[A-Z]{1,5}-\d{1,4}\)?(?:\s?\([^()]{3,80}\)|,\s[^:.;?!]{3,80})?)\s?(?:(?::|,|[–—-])\s(?:(?:the|this|that|our)\s)?(?:(?:disagreement|dispute|objection|conflict|quarrel)\s)?(?:(?:is|was|now|has been|finally|✅|✔|☑)\s){0,2}(?:resolved|settled|closed|withdrawn|answered)\b|(?<=[\d)]\s)(?:resolved|settled|closed|withdrawn|answered)(?=\s?(?:[.,:;–—]|-\s|$)))[.,:;–—-]?\s*(.*)$/isu;
/** "pricing page is settled: prices stay". */
const settledPoint =
  /^\W{0,4}((?!(?:it|this|that|all|everything|nothing)\b)[\p{L}\p{N}][^:.;?!]{2,46}?)(?:\s(?:is|are|was|were)\s(?:now\s|finally\s)?(?:settled|resolved|closed)\s?[:,–—-]|\s(?:now\s|finally\s)?(?:settled|resolved)\s?(?::|\s[–—-]))\s?(.+)$/iu;
/** "The price of the hall, over which we fell out in May, is settled: Ana came round." */
const settledAside =
  /^\W{0,4}((?!(?:it|this|that|all|everything|nothing)\b)[\p{L}\p{N}][^:.;?!,]{2,60}?),\s(?:(?:over|about|on|for|in)\s)?(?:which|that|where|who)\s(?=[^:.;?!,]{0,60}\b(?:fell out|at odds|(?:disagree|argue|quarrel|differ|fight|fought|dispute|contest|debate|divide)\p{L}*|split|not agree))[^:.;?!,]{4,80},\s(?:is|are|was|were|has been|have been)\s(?:now\s|finally\s|since\s)?(?:settled|resolved|closed)\s?(?:[:,–—-]\s?|\.\s)(.+)$/iu;
/** "Who holds the spare keys: resolved, the night shift does." */
const clauseEnd =
  /^\W{0,4}((?:who|whose|whether|which|what|how|where|when)\s[^:;.?!]{6,140}?)\s?[:–—]\s?(?:(?:is|was|now|finally|✅|✔|☑)\s){0,2}(?:resolved|settled)\b\s?[.,:;–—]?\s*(.*)$/isu;
/** "The number of vans: settled, twelve.", "Colour of the door, left from May – resolved: green": some words, and how it ended. */
const topicEnd =
  /^\W{0,4}((?!(?:status|state|outcome|decision|result|it|this|that|all|everything|nothing)\b)[\p{L}\p{N}][\p{L}\p{N}'’&/-]*(?:(?:\s[\p{L}\p{N}'’&/-]+){1,9}|(?=(?:,\s|\s\()(?:(?:left|still)\s)?open\b)))(?:,\s[^,:;.?!]{3,60}|\s\([^():;?!]{3,60}\))?\s?(?::|\s[–—-])\s(?:(?:is|was|now|finally|✅|✔|☑)\s){0,2}(?:resolved|settled)(?:\s?[,:;–—]\s?|(?:\s(?:on|in|by|at)\s[^.:;?!]{2,40})?\.\s(?=(?:the )?outcome\b))((?!(?:see|thanks?|on \d|in the)\b)\S[\s\S]*)$/iu;
/** "Spare keys, from May: settled. The night shift has them.": a few words, and how it ended in a sentence of its own. */
const matterEnd =
  /^\W{0,4}((?!(?:status|state|outcome|decision|result|it|this|that|all|everything|nothing)\b)\p{L}[\p{L}\p{N}'’&/-]*(?:\s(?!(?:and|about|over|on|is|are)\b)[\p{L}\p{N}'’&/-]+){1,3})(?:,\s[^,:;.?!]{3,60}|\s\([^():;?!]{3,60}\))?\s?(?::|\s[–—-])\s(?:(?:is|was|now|finally|✅|✔|☑)\s){0,2}(?:resolved|settled)\.\s((?!(?:see|thanks?|outcome)\b)\S[\s\S]*)$/iu;
/** "Ana and Bo on whether the gate is locked: settled. It is.": who disagreed, about what, and that it is over. */
const pairEnd = new RegExp(
  `^\\W{0,4}(?:the )?${severalNames}\\s(?:on|over|about|as to|regarding|concerning)\\s([^:.;?!]{4,140}?)\\s?[:–—]\\s?(?:(?:is|was|now|finally|✅|✔|☑)\\s){0,2}(?:resolved|settled|closed|over)\\b[.,:;–—]?\\s*(.*)$`,
  "su",
);
/** "The disagreement between A and B about the colour is resolved: …", "Disagreement about the colour: resolved." */
const toldEnd =
  /^\W{0,4}(?:(?:@?\p{Lu}[\p{L}'’-]+\s(?:and|&)\s)?@?\p{Lu}[\p{L}'’-]+['’]s?\s)?(?:(?:the|our|their|this|that|old|long|last|little|running)\s){0,3}(?:disagreement|dispute|conflict|quarrel|argument|row|fight)s?\b[^.;:?!]{0,180}?(?:\s(?:is|are|was|were|has|have|had)\s(?:(?:been|now|finally|then|since|also|at last)\s){0,3}|\s?[:–—]\s?(?:(?:now|since|✅|✔|☑)\s){0,2})(?:resolved|settled|closed|over|ended|withdrawn)\b([\s\S]*)$/iu;
const ofQuarrel =
  /^(?:(?:the|our|that|this|last) )?(?:disagreement|dispute|conflict|quarrel|argument) (?:about|over|on|between)\b/i;
const ending =
  /(?:\s(?:is|are|was|were|has|have|had)\s(?:(?:been|now|finally|then|since|also|at last)\s){0,3}|\s?[:–—]\s?(?:(?:now|since|✅|✔|☑)\s){0,2})(?:resolved|settled|closed|over|ended|withdrawn)$/i;
/** "Bea and Nadia settled who sets the temperature: the grower does". */
const settledBetween =
  /^\W{0,4}@?\p{Lu}[\p{L}'’-]+(?:(?:,? and |, | & )@?\p{Lu}[\p{L}'’-]+){1,3}\s(?:have\s)?(?:now\s|finally\s)?(?:settled|resolved|sorted out)\s((?:who|what|whether|how|where|which|when|the)\b[^.;:?!]{3,140}):\s(.+)$/u;
/** "Ana and Bo met on the 6th and settled the disagreement about the lamps: green ones". */
const settledThe =
  /\b(?:settled|resolved|ended|closed|sorted out|put an end to|laid to rest)\s(?:the|our|their|that|this)\s(?:\p{Ll}+\s)?(?:disagreement|dispute|conflict|quarrel|argument)\s(?:about|over|on|regarding|concerning)\s([^:;.?!]{3,140}?)\s?(?:[:;.]|,\s(?=with\b|by\b)|\s[–—-])\s(\S[\s\S]*)$/u;
/** How it ended, in the words that follow: behind a mark, or what it was resolved by. */
const howItEnded =
  /^(?:\s?[:–—]\s(?!yes\b|ok\b)|(?=[\s\S]{8})\W{0,3})(?:(?:by|with|in favou?r of|so that|after|when|through|as)\s)?([\p{L}\p{N}][\s\S]{2,})$/iu;
/** Sentences that tell how people feel about an end, or when it came, and not what it is. */
const noOutcome =
  /^\W{0,3}(?:(?:today|yesterday|last week|this week|on \w+|at last|in the meantime|meanwhile|since)\W{0,3})?$|^[^.]{0,60}\b(?:happy|pleased|glad|content|relieved|satisfied|thank(?:s|ed)?)\b[^.]{0,40}\.?$/iu;
/** "Settled: it stays." below a heading that names what it is about; "Resolved:" may as well be a resolution. */
const settledLead =
  /^\W{0,4}(?:(?:finally|at last|now|it is|that is)\s)?(settled|resolved|sorted out|sorted|put to bed|laid to rest|no longer contested)(?:(?:\s(?:over|on|in|by|at|after|between|this|last|since|yesterday|today|meanwhile|outside)\b[^.:;!?]{0,40})?[.!]\s|(?:\s(?:over|on|in|by|at|after|between|this|last|since|yesterday|today|meanwhile|outside)\b[^.:;!?]{0,40})?\s?[:–—]\W{0,4})(\S[\s\S]*)$/iu;
/** A quarrel told of as past: "Ana and Bo had argued over the stamps for weeks." */
const pastQuarrel =
  /\b(?:had|have|has)\s(?:long\s|still\s|both\s)?(?:been\s(?:at odds|arguing|disagreeing|quarrell?ing|fighting|divided|split|apart)|argued|disagreed|quarrell?ed|differed|fought)\b|\b(?:were|was)\s(?:long\s|still\s)?(?:at odds|divided|split|apart|contested)\b|\bdid not agree\b|\bdidn't agree\b|\bcould not agree\b|\bdisagreed\b/i;
/** How it ended, later in the same paragraph: "Settled on Monday: the sender pays." */
const endsAfter =
  /[.!?;]\s(?:it (?:is|was) |that (?:is|was) |now |since )?(?:resolved|settled|sorted out|solved|closed)(?:\s[^.:;!?]{1,40})?\s?(?:[:–—]|[.!]\s(?=\p{Lu}))\s?(\S[\s\S]{3,})$/iu;
const labelledOutcome = /^\W{0,4}(?:the )?outcome\W{0,4}:\W{0,4}(\S[\s\S]*)$/iu;
/** What tells the end of a disagreement from a resolution. */
const acceptance =
  /\b(?:(?:can|could|will) live with|lives with|gives? (?:in|way)|gave (?:in|way)|outvoted|overruled|withdr[ae]ws?|no longer (?:objects?|opposes?|insists?)|disagrees?(?: and|, but) commits?|came round|comes round|compromise|(?:is|are|was|were) (?:fine|content|ok|okay|satisfied) with|accepts? (?:it|that|this)|drop(?:s|ped) (?:the|his|her|their) (?:objection|concern))\b/i;
const gaveWay =
  /\b(?:withdrew|withdraws|(?:has|have) (?:since |now )?(?:withdrawn|dropped|taken back|given up)|dropped|drops|lets? go of|lifted|lifts|waived|waives|gave up|gives up|takes back|took back)\s(?:his|her|their|its|the)\s(?:proposal|objections?|concerns?|opposition|resistance|veto|-1)\b|\b(?:agrees|agreed|sides|sided)\swith\s\p{Lu}|\b(?:came round|gave in|gave way|no longer objects?|dropped the objection)\b/u;

/** A paragraph that closes a concern raised elsewhere by its name; it is no disagreement itself. */
export function closedConcern(reading: SectionReading, index: number): Disagreement | undefined {
  const read = reading.units[index] as ReadUnit;
  const unit = read.unit as ParagraphUnit;
  const { text } = unit.inline;
  if (text.length > 500 || (cuesIn(read) & (Cue.ended | Cue.decide)) === 0) return undefined;
  const told = closing.test(text) ? undefined : (closingTold.exec(text) ?? nameEnded.exec(text));
  const name = closing.exec(text)?.[1] ?? told?.[1];
  if (name === undefined || (told && !isRaised(reading, index, name))) return undefined;
  return disagreementOf(reading, sentencePassage(reading, index, 0, text.length, "list"), {
    topic: name,
    evidence: [because("concern-closed", text)],
    resolved: true,
    outcome: rest(unit, text, told?.[2] ?? ""),
  });
}

/** Whether a label above raises a concern of that name. */
function isRaised(reading: SectionReading, index: number, name: string): boolean {
  return reading.units
    .slice(0, index)
    .some(({ fields }) =>
      fields.some((field) => field.name === "disagreement" && field.value.toLowerCase().startsWith(name.toLowerCase())),
    );
}

/** A paragraph of minutes that records how a disagreement ended: who gave way, and what holds now. */
export function endedDisagreement(reading: SectionReading, setting: Setting, index: number): Disagreement | undefined {
  const read = reading.units[index] as ReadUnit;
  const unit = read.unit as ParagraphUnit;
  if (setting.record && !setting.minutes) return numberedInRecord(reading, index);
  if (!setting.minutes || setting.transcript || (cuesIn(read) & (Cue.ended | Cue.decide)) === 0) return undefined;
  const text = unit.inline.text.slice(stampEnd(unit.inline.text));
  const before = unit.inline.text.length - text.length;
  const named = pointOf(unit);
  // "**Disagreement about the lamps:** ✅ resolved" says itself what it is about.
  const point = named && ofQuarrel.test(named.name) ? undefined : named;
  const about = point ? point.end - before : 0;
  const stop = before + about + firstStop(text.slice(about));
  const passage = (): Passage => sentencePassage(reading, index, 0, stop, unit.item ? "list" : "prose");
  const told = [namedEnd, numberedEnd, numberedWithin].some((pattern) => pattern.test(text))
    ? undefined
    : endTold(reading, unit, text.slice(about), point);
  if (told) return disagreementOf(reading, { ...passage(), id: told.id }, { ...told, resolved: true });
  const pair = pairEnd.exec(text.slice(about));
  if (pair?.[1]) {
    return disagreementOf(reading, passage(), {
      topic: pair[1],
      evidence: [because("settled-point", pair[0])],
      resolved: true,
      outcome: rest(unit, text, labelledOutcome.exec(pair[2] ?? "")?.[1] ?? pair[2] ?? ""),
    });
  }
  for (const pattern of [
    namedEnd,
    numberedEnd,
    numberedWithin,
    clauseEnd,
    topicEnd,
    matterEnd,
    settledPoint,
    settledAside,
    settledBetween,
  ]) {
    const match = pattern.exec(text);
    if (!match?.[1]) continue;
    return disagreementOf(reading, passage(), {
      topic: pattern === numberedWithin ? match[1].replace(/\s?\([A-Z]{1,5}-\d{1,4}\)/, "") : match[1],
      evidence: [because("settled-point", match[0])],
      resolved: true,
      outcome: rest(unit, text, labelledOutcome.exec(match[2] ?? "")?.[1] ?? match[2] ?? ""),
    });
  }
  const further = endedFurtherOn(reading, index, text, about);
  if (further) return further;
  const outcome = read.fields.find((field) => field.name === "outcome" && field.value !== "");
  const match = gaveWay.exec(text);
  if (match && isNegated(text.toLowerCase(), match.index)) return undefined;
  if (
    !match ||
    (outcome === undefined &&
      !/\b(?:withdrew|withdraws|withdrawn|gave|gives|given|drops|lets? go|lift(?:ed|s)|waive[ds])\b/.test(match[0]))
  )
    return undefined;
  return disagreementOf(reading, passage(), {
    ...topicOf(reading, unit, text.slice(0, firstStop(text))),
    evidence: [because("gave-way", match[0])],
    resolved: true,
    outcome: rest(unit, text, text.slice(match.index)),
  });
}

/** "RG-4, who pays for the stamps: resolved on 3 May. Outcome: the sender.": what a record says of an entry of a register, with how it ended. */
function numberedInRecord(reading: SectionReading, index: number): Disagreement | undefined {
  const unit = (reading.units[index] as ReadUnit).unit as ParagraphUnit;
  const { text } = unit.inline;
  const match = text.length > 600 ? null : numberedEnd.exec(text);
  const outcome = match && outcomeWithin.exec(match[2] ?? "")?.[1];
  if (!match?.[1] || !outcome) return undefined;
  const passage = sentencePassage(reading, index, 0, firstStop(text), unit.item ? "list" : "prose");
  return settledByNumber(reading, passage, match, rest(unit, text, outcome));
}

const outcomeWithin = /(?:^|[.;]\s)(?:the )?outcome\s?(?::|was|is|[–—])\s(\S[\s\S]*)$/i;

/** The entry of a register that a passage settles by its number. */
function settledByNumber(
  reading: SectionReading,
  passage: Passage,
  [whole, topic = ""]: RegExpExecArray,
  outcome: Disagreement["outcome"],
): Disagreement {
  const evidence = [because("settled-point", whole)];
  return disagreementOf(reading, { ...passage, id: idOf(topic) }, { topic, evidence, resolved: true, outcome });
}

/** "We went through the register. RG-4, who pays for the stamps: settled, the sender does.": told in a later sentence by its number. */
function endedFurtherOn(reading: SectionReading, index: number, text: string, from: number): Disagreement | undefined {
  const unit = (reading.units[index] as ReadUnit).unit as ParagraphUnit;
  for (const { start, end } of splitSentences(text).slice(1, mostSentences)) {
    const match = numberedEnd.exec(text.slice(start));
    if (!match?.[1]) continue;
    const passage = sentencePassage(reading, index, from + start, from + end, unit.item ? "list" : "prose");
    const words = match[2] ?? "";
    return settledByNumber(reading, passage, match, rest(unit, text, labelledOutcome.exec(words)?.[1] ?? words));
  }
  return undefined;
}

const mostSentences = 8;

/** A paragraph that says of a disagreement that it is over, by its name or below a heading that names it. */
function endTold(
  reading: SectionReading,
  unit: ParagraphUnit,
  text: string,
  point: Point | undefined,
):
  | { topic: string; evidence: Disagreement["evidence"]; outcome: Written | undefined; id?: string | undefined }
  | undefined {
  const told = toldEnd.exec(text);
  if (told) {
    const words = told[1] ?? "";
    const how = noOutcome.test(words) ? undefined : howItEnded.exec(words)?.[1];
    const sentence = text.slice(0, text.length - words.length);
    const topic = point?.name ?? spokenTopic(sentence.replace(ending, "")) ?? topicOf(reading, unit, sentence).topic;
    return { topic, evidence: [because("told-end", sentence)], outcome: rest(unit, text, how ?? "") };
  }
  const named = settledThe.exec(text);
  if (named?.[1] && !isNegated(text.toLowerCase(), named.index))
    return { topic: named[1], evidence: [because("told-end", named[0])], outcome: rest(unit, text, named[2] ?? "") };
  const quarrel = endsAfter.exec(text);
  if (quarrel?.[1] && pastQuarrel.test(text.slice(0, quarrel.index))) {
    const sentence = text.slice(0, quarrel.index);
    const { topic } = topicOf(reading, unit, sentence);
    return { topic, evidence: [because("quarrel-ended", quarrel[0])], outcome: rest(unit, text, quarrel[1]) };
  }
  const heading = reading.section.path.at(-1);
  const name = point?.name ?? (heading && isTopical(heading) ? heading.text : undefined);
  const lead = name === undefined ? undefined : settledLead.exec(text);
  if (name === undefined || !lead?.[1] || !lead[2] || lead[1] === lead[1].toUpperCase()) return undefined;
  const id = idOf(name);
  const outcome = labelledOutcome.exec(lead[2])?.[1] ?? lead[2];
  // Below "G-4 Length of the tour" it is G-4 that is resolved, whatever the words; "Length of the tour: resolved." says it of the tour.
  const saidOf = point !== undefined && /^resolved/.test(lead[1]);
  if (!saidOf && /^resolved/i.test(lead[1]) && id === undefined && outcome === lead[2] && !acceptance.test(text))
    return undefined;
  const { topic } = topicOf(reading, unit, name);
  return { topic, evidence: [because("settled-lead", text)], outcome: rest(unit, text, outcome), id };
}

/** "Decided on 20 May: we close at six.", "Ended in a vote – seven to two for the lamps." */
const decidedLead =
  /^\W{0,4}(?:(?:it|this|that) (?:was|is) )?(?:decided|agreed|closed|ended|over|done)\b[^.:;!?–—]{0,40}?(?::|\s[–—-])\s(\S[\s\S]*\p{L}{2}[\s\S]*)$/iu;

/** "Decided 4 June: two.", "We settled this on Monday, two it is.": a later sentence of the entry. */
const endsInSentence =
  /^\W{0,4}(?:(?:[Ii]t (?:was|is) )?(?:[Dd]ecided|[Aa]greed|[Cc]losed|[Ss]ettled|[Rr]esolved)\b(?! by\b)[^.:;!?–—]{0,40}?(?::|\s[–—-])\s(?!(?:yes|no|done|ok)\b)\S|(?:[Ww]e|[Tt]hey|[Bb]oth|[Tt]he two|[Tt]he leads|@?\p{Lu}[\p{L}'’-]+(?: and @?\p{Lu}[\p{L}'’-]+)?) (?:then |finally |have |both ){0,2}(?:closed|settled|resolved|ended|sorted out) (?:this|it|that)\b[^.!?]{0,40}?[,:;–—])/u;

/** What a paragraph of an entry of a register says it was settled by: "Settled on 3 May: the sender pays." */
export function settledBy(unit: ParagraphUnit): Written | undefined {
  const { text } = unit.inline;
  const words = settledLead.exec(text)?.[2] ?? labelledOutcome.exec(text)?.[1] ?? decidedLead.exec(text)?.[1];
  if (words !== undefined) return rest(unit, text, words);
  const later = splitSentences(text).find(({ start, end }) => start > 0 && endsInSentence.test(text.slice(start, end)));
  if (later) return writtenIn(unit, later.start, later.end);
  const match = gaveWay.exec(text);
  if (!match || isNegated(text.toLowerCase(), match.index)) return undefined;
  const sentence = splitSentences(text).find(({ start, end }) => start <= match.index && match.index < end);
  return sentence && writtenIn(unit, sentence.start, sentence.end);
}

function rest(unit: ParagraphUnit, text: string, words: string): Written | undefined {
  const at = words === "" ? -1 : text.lastIndexOf(words);
  // The words may be looked for behind the point that the unit names.
  const from = unit.inline.text.length - text.length + at;
  return at < 0 ? undefined : writtenIn(unit, from, from + words.length);
}

function firstStop(text: string): number {
  const stop = /[.!?](?= |$)/.exec(text);
  return stop ? stop.index + 1 : text.length;
}
