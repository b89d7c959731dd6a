import type { Decision, DecisionStatus } from "../../model/facts.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { isAction, isLeadIn, isLeftOpen, isNothing, isOneVote, isTally, isTask, saysUndecided } from "./choices.js";
import { choice, listChoices } from "./decision-entries.js";
import { mayDecide, readDecisionSentence } from "./decision-sentences.js";
import { announcedProposal, headline, listsCommands, proposes, recordStatus, saysWhatToDo } from "./headlines.js";
import { isProcess, isQuestion } from "./modality.js";
import { isLabelLine } from "./passage.js";
import { recordEntryIn } from "./record-entries.js";
import { longestOpening, openingsOfList, ownParagraphs } from "./section-paragraphs.js";
import { splitSentences } from "./sentences.js";
import { type Setting, settingOf } from "./setting.js";
import { speakerOf } from "./speakers.js";
import { cuesIn, statementsOf } from "./words-of.js";

const openHeading =
  /\b(?:needed|required|open|pending|to (?:be )?ma[dk]e|still|upcoming|outstanding|requests?|proposed|to decide|unresolved|awaiting)\b/i;

/**
 * The choices that a section states because of what its heading calls it: the first statement of a record's decision, the items of a
 * list of decisions, the conclusion of a point in minutes. Marks the units that it has dealt with in `done`.
 */
export function sectionDecisions(reading: SectionReading, setting: Setting, done: Set<number>): Decision[] {
  if (decides(setting) && setting.record && setting.roleDepth > 0) {
    const status = recordStatus(reading, "decided");
    const first = setting.roleDepth > 1 ? [] : firstStatement(reading, setting, done, status);
    return [...first, ...commitments(reading, status, done)];
  }
  if (setting.roleDepth > 1) return [];
  switch (setting.role) {
    case "decision":
    case "decision-outcome":
      return firstStatement(reading, setting, done, recordStatus(reading, "decided"));
    case "proposal":
      if (!(setting.record || reading.head.kind === "roadmap")) return [];
      return setting.roleDepth === 0 && proposes(reading)
        ? firstStatement(reading, setting, done, recordStatus(reading, "open"))
        : [];
    case "summary":
      return setting.roleDepth === 0 && setting.record ? headline(reading, done) : [];
    case "background":
    case undefined:
      return setting.record && reading.section.path.length <= 2 ? announcedProposal(reading, setting, done) : [];
    case "decisions":
      if (
        (reading.head.kind === "charter" || policyTitle.test(reading.head.title?.text ?? "")) &&
        !logHeading.test(reading.section.path.at(-1 - setting.roleDepth)?.text ?? "")
      )
        return [];
      // What stands over the entries of a log, each under a heading of its own, tells of the log.
      if (setting.record && reading.outline.parted && !hasItems(reading)) return [];
      if (setting.roleDepth === 0) return everyChoice(reading, done, headingStatus(reading));
      if (done.size > 0 && !(isLog(reading) && startsWithList(reading))) return [];
      return startsWithList(reading)
        ? everyChoice(reading, done, headingStatus(reading))
        : firstStatement(reading, setting, done, headingStatus(reading), !isLog(reading));
    case "conclusion":
      return setting.roleDepth === 0 ? conclusions(reading, setting, done) : [];
    case "design":
      return setting.record && setting.roleDepth === 0 && isSolution(reading) && proposes(reading)
        ? firstStatement(reading, setting, done, recordStatus(reading, "open"))
        : [];
    default:
      return [];
  }
}

function decides({ role }: Setting): boolean {
  return role === "decision" || role === "decision-outcome";
}

/** "Board decisions bind all crews": what holds of every decision of a kind. */
const ofAnyDecision =
  /^\W{0,4}(?:(?:all|any|most|some|such|these|those|other) )?(?:[\w-]+ ){0,2}decisions (?:do|does|are|have|bind|represent|require|need|must|should|shall|can|may|will|might|go|come|fall|indicate|apply|get|take|reflect)\b(?! (?:made|taken|reached)\b)/i;

/** A paragraph that speaks of the list of decisions rather than of one of them. */
function isIntroduction(reading: SectionReading, unit: ParagraphUnit): boolean {
  if (reading.section.path.at(-1)?.depth === 1 && reading.section.path.length === 1) {
    return (
      ofAnyDecision.test(unit.inline.text) ||
      (!choosing.test(unit.inline.text) && recordEntryIn(unit.inline.text) === undefined)
    );
  }
  const lower = unit.inline.text.toLowerCase();
  // What minutes conclude is told once, also where it holds "in general".
  const concludes = reading.head.kind === "notes" && reading.section.path.at(-1)?.role === "conclusion";
  return (
    ofAnyDecision.test(lower) ||
    (!concludes && isProcess(lower)) ||
    /\b(?:this|these|the) (?:log|register|page|file|list|document|record|section|decisions? (?:below|above|are|were))\b|\b(?:listed|recorded|kept) (?:here|below|in)\b/.test(
      lower,
    )
  );
}

/** Whether the document as a whole is a log: what one of its sections says is one decision of many. */
function isLog(reading: SectionReading): boolean {
  const title = reading.section.path[0];
  return title?.depth === 1 && title.role === "decisions" && /\b(?:log|register|decisions)\b/i.test(title.text);
}

/** Whether the section goes right into a list or table, as the group of decisions of one domain does. */
function startsWithList(reading: SectionReading): boolean {
  const first = reading.units.find(({ unit }) => unit.kind !== "heading")?.unit;
  return first?.kind === "row" || (first?.kind === "paragraph" && first.item !== undefined);
}

/** A charter tells how decisions are made; only a log in it holds any. */
const logHeading = /\b(?:log|register|records?|made|taken|reached|so far)\b/i;

/** So does a policy. */
const policyTitle = /\b(?:polic(?:y|ies)|procedures?|process(?:es)?)\W{0,3}$/i;

function hasItems(reading: SectionReading): boolean {
  return reading.units.some(
    ({ unit }) => unit.kind === "row" || (unit.kind === "paragraph" && unit.item !== undefined),
  );
}

function headingStatus(reading: SectionReading): DecisionStatus {
  const { path } = reading.section;
  return path.some((heading) => heading.depth > 1 && openHeading.test(heading.text)) ? "open" : "decided";
}

/** A proposal to think about something proposes no choice. */
const hedged =
  /^\W{0,3}(?:i |we )?(?:propose|suggest|recommend)(?: that)?(?: we)? (?:to )?(?:consider|explore|discuss|investigate|look)/i;

/** Words without which a first sentence may only lead up to the choice. */
const commits =
  /\b(?:will|shall|should|must|decid\w+|cho(?:se|sen|ose)|use|adopt|propose|recommend|select\w*|agreed|going|opt\w*)\b|^\W{0,3}(?!(?:there|the|a|an|this|that|these|those|it|its|in|at|as|for|from|with|given|since|because|when|while|although|neither|both|some|many|most|several|currently|our|we)\b)\w+/i;

/** A part of a record's decision that says what will be; others tell what is behind it, its drawbacks, its terms. */
const laysDown =
  /\b(?:will|shall|must|should|decid(?:ed?|ing)|agreed|chosen?|chose|adopt(?:ed|s)?|going to|no longer|selected|recommend(?:ed)?)\b|^\W{0,4}we\b|^\W{0,4}(?:add|adopt|allow|always|avoid|build|change|create|delete|do not|don't|drop|enable|ensure|implement|introduce|keep|limit|merge|migrate|move|never|prefer|provide|publish|remove|rename|replace|require|run|split|standardi[sz]e|stop|store|support|switch|treat|update|upgrade|use|write)\s(?!of\b|cases?\b)/i;

/** Where a paragraph of reasons leads to, the first one behind it that says what will be: "Paper gets wet. ¶ We will print on foil." */
function leadsUpTo({ units }: SectionReading, index: number): number | undefined {
  const says = ({ unit }: ReadUnit): boolean =>
    unit.kind === "paragraph" && unit.container === undefined && willDo.test(firstSentence(unit.inline.text));
  const { unit } = units[index] as ReadUnit;
  if (unit.kind !== "paragraph" || laysDown.test(unit.inline.text)) return undefined;
  const behind = units.slice(index + 1, index + 4).findIndex(says);
  return behind < 0 ? undefined : index + 1 + behind;
}

const willDo =
  /^\W{0,4}(?:(?:therefore|so|hence|thus|instead),? )?we (?:will|shall|have decided|decided|are going to|'ll)\b/i;

/** A choice of a group, outside of records and minutes. */
const choosing =
  /\b(?:we|team|group|committee|council|board|leads|product|engineering|design)\b[^.]{0,40}\b(?:will|shall|decided|agreed|chose|choose|use|go with|opted|settled|adopted?)\b/i;

/** "### Decision" among the options of a document that is no record: what follows says what will be. */
function isOutcome({ section }: SectionReading, text: string): boolean {
  return (
    /^\W{0,4}(?:the |our |final )?(?:decision|outcome)\W{0,3}$/i.test(section.path.at(-1)?.text ?? "") &&
    /\b(?:will|is (?:selected|chosen|picked))\b/i.test(firstSentence(text))
  );
}

/** Whether a later paragraph of the section says in so many words what was decided. */
function statedLater(reading: SectionReading, index: number, setting: Setting): boolean {
  return reading.units
    .slice(index + 1)
    .some(
      (read) =>
        mayDecide(cuesIn(read)) &&
        statementsOf(read).some((statement) => readDecisionSentence(statement, setting) !== undefined),
    );
}

/** A rule in the form of a command: "Use the loading dock for glass". */
const commands =
  /^\W{0,4}(?:always|avoid|do not|don't|keep|limit|never|prefer|publish|require|run|store|treat|use|write)\s(?!of\b|cases?\b)[\w"'`\ufffc]/i;

/** A thing to be done or kept to, in the form of a command. */
const does =
  /^\W{0,4}(?:add|adopt|allow|always|avoid|build|change|create|delete|disable|do not|don't|drop|enable|ensure|introduce|keep|leave|limit|make|merge|migrate|move|never|prefer|provide|publish|remove|rename|replace|require|run|split|standardi[sz]e|stop|store|support|switch|treat|update|upgrade|use|write)\s(?!of\b|cases?\b)/i;

/** Words that only send the reader elsewhere. */
const pointer =
  /^\W{0,3}(?:please )?(?:see|refer to|for (?:more|further|details|background)|more (?:details|information))\b/i;

/** The first paragraph of the section; where it only announces a list, or is none, the items of the list. */
function firstStatement(
  reading: SectionReading,
  setting: Setting,
  done: Set<number>,
  status: DecisionStatus,
  record = true,
): Decision[] {
  const { units } = reading;
  for (let index = 0; index < units.length; index += 1) {
    const read = units[index] as ReadUnit;
    const { unit } = read;
    if (unit.kind === "heading") continue;
    if (unit.kind === "row") return [];
    // "Chosen option: …" is the choice; the paragraphs behind it may lay down more.
    if (done.has(index))
      return record && setting.record && setting.roleDepth === 0 && decides(setting)
        ? furtherRules(reading, index, status, done)
        : [];
    const text = unit.inline.text.trim();
    if (text === "" || isPlainQuote(unit) || isLabelLine(read) || isNothing(text) || pointer.test(text)) continue;
    if (unit.item !== undefined)
      return setting.roleDepth === 0 &&
        (setting.record || setting.minutes) &&
        ((setting.role !== "proposal" && setting.role !== "design") || listsCommands(reading, index))
        ? listChoices(reading, done, index, status)
        : [];
    if (setting.record && setting.role === "decision" && !commits.test(firstSentence(text))) {
      const rules = listedRules(reading, index, done, status);
      if (rules.length > 0) return rules;
    }
    const choiceAt =
      setting.record && setting.role === "decision" && setting.roleDepth === 0 ? leadsUpTo(reading, index) : undefined;
    if (choiceAt !== undefined) {
      index = choiceAt - 1;
      continue;
    }
    if (!commits.test(text) && statedLater(reading, index, setting))
      return record && setting.record && setting.role === "decision" ? furtherRules(reading, index, status, done) : [];
    if (!setting.record && !setting.minutes && !choosing.test(text) && !isOutcome(reading, text)) return [];
    const entry =
      setting.role === "decisions" && logHeading.test(reading.section.path.at(-1 - setting.roleDepth)?.text ?? "");
    if (setting.roleDepth > 0 && setting.record && !entry && !laysDown.test(firstSentence(text)) && !rule.test(text))
      return [];
    done.add(index);
    if (hedged.test(text)) return [];
    return [
      choice(reading, index, status, "decision-section", record),
      ...(record && setting.record && setting.roleDepth === 0 ? listedChoices(reading, index, status, done) : []),
      ...(record && setting.record && (setting.role === "decision" || setting.role === "proposal")
        ? furtherRules(reading, index, status, done)
        : []),
    ];
  }
  return [];
}

/** What a paragraph lays down for others, once and for all. */
const rule =
  /^(?!\W{0,3}(?:this|that|these|those|it|we|if|when|since|because|as|given|however|note|to be clear|in other words|while|although|for example|in the (?:future|meantime)|there|they)\b)(?:[^.:;?!]|\.(?=\w)){4,120}? (?:should(?: not)?|must(?: not)?|may(?: not)?|shall(?: not)?|will(?: not)?|(?:is|are) (?:not )?(?:no longer|required to|expected to|allowed to)) (?:only |always |never |also |now )?(?:be |use |request |need |have to |follow |live |go )|^\W{0,3}(?:the|an?) exceptions? (?:to (?:this|that|these|the rule) )?(?:is|are)\b|^[^.:;?!]{4,160} (?:is|are) (?:no longer (?:accepted|allowed|supported|permitted)|(?:required|mandatory|forbidden|prohibited|not allowed|not permitted)\b)/i;

function firstSentence(text: string): string {
  return text.slice(0, splitSentences(text)[0]?.end);
}

/** The rules that a list gives behind a paragraph which states nothing but the case: "Since the lake is small:". */
function listedRules(reading: SectionReading, from: number, done: Set<number>, status: DecisionStatus): Decision[] {
  const at = reading.units.findIndex(
    ({ unit }, index) => index > from && unit.kind === "paragraph" && unit.item !== undefined,
  );
  if (at < 0) return [];
  const entries = openingsOfList(reading, (reading.units[at] as ReadUnit).unit as ParagraphUnit);
  const laidDown = entries.filter((opening) => rule.test(opening));
  return laidDown.length > 1 && laidDown.length * 2 >= entries.length ? listChoices(reading, done, at, status) : [];
}

/** What a point of minutes came to, an open question of a proposal, or a record in the form of commands. */
function conclusions(reading: SectionReading, setting: Setting, done: Set<number>): Decision[] {
  if (setting.minutes) return everyChoice(reading, done, "decided").filter(({ text }) => !isTask(text));
  if (!setting.record) return [];
  const asked = setting.roles.some((role) => role === "questions" || role === "resolved-questions");
  if (asked && reading.section.path.length > 2) return firstStatement(reading, setting, done, "decided", false);
  const at = reading.units.findIndex(({ unit }) => unit.kind === "paragraph");
  const { unit } = reading.units[at] ?? {};
  if (unit?.kind !== "paragraph" || unit.item === undefined) return [];
  const entries = openingsOfList(reading, unit);
  const told = entries.filter((entry) => saysWhatToDo(entry) && !isTask(entry)).length;
  return told * 2 > entries.length ? listChoices(reading, done, at, recordStatus(reading, "decided")) : [];
}

/** "## Solution" of a record that calls its decision so. */
function isSolution({ section }: SectionReading): boolean {
  return /^(?:\d+\.? )?(?:the |our |chosen )?solution\W{0,3}$/i.test(section.path.at(-1)?.text ?? "");
}

/** What says that a list of choices follows: "we have agreed to the following changes:". */
const announcesChoices = /\b(?:will|decided|agreed|going to|chosen|adopt)\b(?:[^.?!]|\.(?=\w))*[:;]\W{0,3}$/i;

/** The choices of a list behind the paragraph that announces them, where most are told as commands: "we will build on stone and: - Use slate". */
function listedChoices(reading: SectionReading, at: number, status: DecisionStatus, done: Set<number>): Decision[] {
  const lead = (reading.units[at] as ReadUnit).unit as ParagraphUnit;
  const first = reading.units[at + 1]?.unit;
  if (first?.kind !== "paragraph" || first.item === undefined || !announcesChoices.test(lead.inline.text.trimEnd()))
    return [];
  const entries = openingsOfList(reading, first);
  const commanded = entries.filter((opening) => does.test(opening)).length;
  return commanded * 2 > entries.length ? listChoices(reading, done, at + 1, status) : [];
}

/** The same in the capitals of RFC 2119; what somebody MAY do is left to them. */
const normative = /^(?:[^.:;?!]|\.(?=\w)){2,120}?\b(?:MUST|SHALL|SHOULD|REQUIRED)\b/;
const leftToThem = /^[^.:;?!]{2,120}?\bMAY\b(?! NOT\b)/;

/** What holds for everybody from then on, told in a sentence of its own. */
const forAll =
  /^[^:;?!]{4,160} (?:(?:is|are) (?:no longer (?:accepted|allowed|supported|permitted)|(?:required|mandatory|forbidden|prohibited|not allowed|not permitted)\b)|will (?:also |therefore |thus )*(?:no longer be|be (?:removed|deprecated|prohibited|forbidden|included in|required to|renamed|merged|archived|retired)))\b/i;

function laysDownForAll(text: string): boolean {
  const opening = text.slice(0, longestOpening);
  return (normative.test(opening) && !/:\s*$/.test(text)) || forAll.test(opening);
}

/** What tells the reason for a rule rather than the rule. */
const explains = /^[^.]{0,200}\b(?:because|in order to|so that)\b/i;

/** The paragraphs behind a record's first choice that lay down rules of their own. */
function furtherRules(reading: SectionReading, from: number, status: DecisionStatus, done: Set<number>): Decision[] {
  if (status === "open") return [];
  const decisions: Decision[] = [];
  const first = (reading.units[from] as ReadUnit).unit;
  // What a proposal describes below its first words is its design.
  const proposal = settingOf(reading).role === "proposal";
  const whole = !proposal && settingOf(reading).roleDepth === 0;
  const commanded = first.kind === "paragraph" && commands.test(first.inline.prose.slice(0, 80));
  for (const { index, unit } of ownParagraphs(reading, from + 1, done)) {
    const opening = unit.inline.prose.slice(0, longestOpening);
    if (explains.test(opening) || (proposal && !laysDownForAll(unit.inline.prose))) continue;
    const laidDown = (rule.test(opening) && !leftToThem.test(opening)) || normative.test(opening);
    if (!laidDown && !(commanded && commands.test(opening)) && !(whole && commitsItself(unit))) continue;
    done.add(index);
    const turnsDown = status === "decided" && refusal.test(opening);
    decisions.push(choice(reading, index, turnsDown ? "rejected" : status, "decision-rule", true));
  }
  return decisions;
}

/** "We will keep the ferry": what a part of a record's decision commits its people to. */
const committing =
  /\bwe(?:['’]ll| will| shall| have decided to| are going to)\b(?! (?:also |then )?(?:need|have|be able|see|know|discuss|explore|investigate|consider|re-?visit|review|reconsider|look|monitor|evaluate|assess)\b)/i;

/** "In the spring we will open the second gate", "**The gate stays where it is.** …": a paragraph that begins with a choice of its own. */
function commitsItself({ inline }: ParagraphUnit): boolean {
  const opening = firstSentence(inline.prose).slice(0, longestOpening);
  const first = inline.marks.find(({ kind, start }) => kind === "strong" && start < 2);
  const inBold = first !== undefined && /[.!]$/.test(inline.text.slice(0, first.end).trimEnd());
  return (inBold && first.end > 24 && first.end < 240) || (committing.test(opening) && willFirst.test(opening));
}

const refusal = /^\W{0,4}we (?:will not|won['’]t|shall not|will never|have decided not|are not going)\b/i;

/** "We will", with no more before it than when or for what. */
const willFirst =
  /^\W{0,4}(?:(?:in|for|from|to|on|at|as|until|after|going|when|instead|also|additionally|therefore|finally|furthermore|moreover|similarly|initially|first|next|then|so)\b[^.;:?!]{0,90}?,? )?we(?:['’]ll| will| shall| have decided to| are going to)\b/i;

/** The paragraphs below a heading of a record's decision that say what its people will do. */
function commitments(reading: SectionReading, status: DecisionStatus, done: Set<number>): Decision[] {
  if (status === "open") return [];
  const decisions: Decision[] = [];
  for (const { index, read } of ownParagraphs(reading, 0, done)) {
    const sentence = statementsOf(read).find(({ prose }) => committing.test(prose.slice(0, 300)));
    if (sentence === undefined) continue;
    done.add(index);
    decisions.push(choice(reading, index, status, "decision-commitment", true, sentence));
  }
  return decisions;
}

/** Every outer list item of the section, and every paragraph that announces no list. */
function everyChoice(reading: SectionReading, done: Set<number>, status: DecisionStatus): Decision[] {
  const decisions: Decision[] = [];
  const listed = hasItems(reading);
  reading.units.forEach((read, index) => {
    const { unit } = read;
    if (unit.kind !== "paragraph" || done.has(index) || isPlainQuote(unit)) return;
    if (unit.item === undefined && (listed || isIntroduction(reading, unit))) return;
    if (unit.container !== undefined && unit.item === undefined) return;
    if (unit.item !== undefined && unit.item.depth > 0) return;
    const text = unit.inline.text.trim();
    if (status === "decided" && saysUndecided(text)) done.add(index);
    if (text === "" || isNothing(text) || isTally(text) || isOneVote(text) || isLabelLine(read)) return;
    if (speakerOf(text) !== undefined || /\b(?:took|takes|taken) note\b/i.test(text)) return;
    if (read.fields.some((field) => field.name === "decision" || field.name === "disagreement")) return;
    if (unit.item === undefined && isLeadIn(text)) done.add(index);
    if (done.has(index) || isAction(text, unit)) return;
    if (status === "decided" && (isQuestion(text.toLowerCase()) || isLeftOpen(text) || saysUndecided(text))) return;
    done.add(index);
    decisions.push(choice(reading, index, status, "decisions-section", false));
  });
  return decisions;
}

function isPlainQuote(unit: ParagraphUnit): boolean {
  return unit.container?.kind === "quote" && unit.container.alert === undefined;
}
