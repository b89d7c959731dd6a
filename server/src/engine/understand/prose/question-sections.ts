import type { OpenQuestion } from "../../model/facts.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { roleOfHeading } from "../headings.js";
import { isLeadIn, isNothing, isStruck } from "./choices.js";
import { Cue } from "./cue-words.js";
import { because, headingPassage, isLabelLine, sentencePassage } from "./passage.js";
import { questionOf } from "./question-fact.js";
import { splitSentences } from "./sentences.js";
import type { Setting } from "./setting.js";
import { cuesIn } from "./words-of.js";

const nothingOpen =
  /^\W{0,4}(?:(?:(?:i|we) (?:believe|think) (?:that )?)?all (?:(?:[a-z]+ ){0,3}(?:questions|issues|points)\b[^.?]{0,60}? )?(?:are |have been )?(?:resolved|answered|closed|settled)\b|none\b|no (?:[a-z]+ ){0,2}(?:questions?|issues?)|nothing\b|n\/?a\b|not applicable|there are no|no\W{0,3}$|none (?:yet|at this time|so far|identified|currently|known))/i;
/** "What parts of the design do you expect to settle before this is merged?": a template asks whoever fills it. */
const asksAuthor =
  /^\W{0,4}what (?:parts|aspects|related (?:issues|points|questions))\b[^?]{0,80}\b(?:do you (?:expect|consider|think)|are still (?:undecided|unresolved|open|to be decided)\W*$)/i;
/** "If you have questions, ask on the list": where to ask, and no question. */
const whereToAsk = /^\W{0,4}(?:if you have|for|got|have) (?:any )?(?:\w+ (?:or |and ))?(?:questions|feedback)\b/i;

/** "No.", "Answer: …", "They cannot; …", "It does.": the last ones in the words of the question. */
const answer =
  /^\W{0,4}(?:(?:answer(?:ed)?|a|resolved|resolution|decision|decided|conclusion|outcome|yes|no)\b\s?[:.,;!—–-]|(?:they|it|we|this|that|both|neither|nobody|everybody) (?:do|does|did|can|cannot|will|is|are|must|may|should|has|have)(?:n['’]t| not)?\s?[;.,:—–])/i;
const asks =
  /\?|\b(?:whether|unclear|undecided|tbd|to be (?:determined|decided)|how (?:to|should|do)|question|decide|determine|figure out|unsure|unknown|need to)\b/i;

/** The questions that stand under a heading which calls them open: outer list items, paragraphs that ask, or headings of their own. */
export function sectionQuestions(reading: SectionReading, setting: Setting, done: Set<number>): OpenQuestion[] {
  const resolvedSection = setting.role === "resolved-questions";
  if (setting.role !== "questions" && !resolvedSection) return [];
  if (
    reading.head.kind === "charter" &&
    !/\b(?:open|unresolved|outstanding|remaining)\b/i.test(reading.section.path.at(-1)?.text ?? "")
  )
    return [];
  if (setting.roleDepth === 1) return headingQuestion(reading, resolvedSection);
  if (setting.roleDepth > 1) return [];
  const questions: OpenQuestion[] = [];
  const paragraphs: number[] = [];
  let aside = false;
  let listAt: number | undefined;
  let guidance = false;
  reading.units.forEach((read, index) => {
    const { unit } = read;
    if (unit.kind !== "paragraph" || done.has(index) || isLabelLine(read)) return;
    const text = unit.inline.text.trim();
    if (guidance || leavesBracketOpen(text)) {
      guidance = !text.endsWith("]");
      return;
    }
    if (unit.container === undefined) aside = text.endsWith(":") && setsAside.test(text);
    if (text === "" || nothingOpen.test(text) || isNothing(text)) return;
    if (asksAuthor.test(text) || whereToAsk.test(text)) return;
    if (unit.item?.depth === 0 && unit.item.hasChildren && announcesPoints.test(text)) {
      listAt = unit.item.end;
    } else if (unit.item !== undefined && (unit.item.depth === 0 || isBelow(unit, listAt))) {
      if (!aside && !(assigned.test(text) && !asks.test(text)))
        questions.push(entry(reading, index, resolvedSection, "questions-section"));
    } else if (unit.container === undefined) {
      paragraphs.push(index);
    }
  });
  for (const index of paragraphs) {
    const unit = (reading.units[index] as ReadUnit).unit as ParagraphUnit;
    const { text } = unit.inline;
    if (isLeadIn(text) && questions.length > 0) continue;
    if (answer.test(text) || text.endsWith(":") || text.startsWith("(")) continue;
    if (asks.test(text) || (paragraphs.length === 1 && questions.length === 0)) {
      questions.push(entry(reading, index, resolvedSection, "questions-section"));
    }
  }
  return questions;
}

/** "2026-05-04: Bo: Send the survey round": what somebody is to do about it. */
const assigned = /^\W{0,3}\d{4}[.-]\d{2}[.-]\d{2}\W{1,3}\p{Lu}[\p{L}]+(?:(?: |\/)\p{Lu}[\p{L}]+){0,3}: \p{Lu}/u;

/** What a template says between brackets, over several lines: "[Explain what is left to settle. Consider". */
function leavesBracketOpen(text: string): boolean {
  return text.startsWith("[") && !text.includes("]") && text.length > 20;
}

/** "Things left to resolve:", "[ ] Details need to be decided, including:" */
const announcesPoints =
  /\b(?:(?:be|to|get|not|yet) (?:\w+ )?(?:resolved?|settled?|decided?|clarif(?:y|ied)|determined?|answer(?:ed)?|discuss(?:ed)?|work(?:ed)? out)|open|unresolved|questions?)\b[^.?!]*:$/i;

/** Whether it is a point of the list that an item ending in a colon announces. */
function isBelow(unit: ParagraphUnit, end: number | undefined): boolean {
  return end !== undefined && unit.item?.depth === 1 && unit.start < end;
}

/** "Smaller points that need no discussion:": the list below it is told beside the questions. */
const setsAside =
  /\b(?:(?:do|does|need|needs|should) (?:not|no) (?:(?:need|warrant|merit|require|block|be) )?(?:any |further |more )*(?:discussion|discussed|decision|answer|debate|resolution)|for completeness|already (?:settled|answered|resolved|decided)|out of scope|not blocking)\b/i;

/** What is said for and against an answer. */
const weighs = /^\W{0,3}(?:pros?|cons?|pros (?:and|&) cons|(?:dis)?advantages|benefits|drawbacks|trade-?offs)\W{0,3}$/i;

/** A heading below "Open questions" is a question itself; what stands below it talks about it. */
function headingQuestion(reading: SectionReading, resolvedSection: boolean): OpenQuestion[] {
  const read = reading.units[0] as ReadUnit;
  if (read.unit.kind !== "heading") return [];
  const text = read.unit.inline.text.trim();
  if (text === "" || isNothing(text) || weighs.test(text)) return [];
  if (!asks.test(text)) {
    const asked = askedBelow(reading);
    if (asked !== undefined) return [entry(reading, asked, resolvedSection, "questions-section")];
    if (mixedHeading.test(reading.section.path.at(-2)?.text ?? "")) return [];
  }
  return [
    questionOf(reading, headingPassage(reading, 0), {
      text,
      evidence: [because("questions-section", reading.section.path.at(-2)?.text ?? "")],
      resolved: resolvedSection || isStruck(read.unit.inline) || hasAnswer(reading, 0),
    }),
  ];
}

/** "Scenarios and open questions": not every heading below it is a question. */
const mixedHeading = /\w(?: and | & |\/|, )(?:open |unresolved )?questions\b|\bquestions?(?: and | & |\/|, )\w/i;

/** The first paragraph below a heading that only names the point, where that paragraph opens with the question. */
function askedBelow({ units }: SectionReading): number | undefined {
  const index = units.findIndex(({ unit }) => unit.kind === "paragraph");
  const unit = units[index]?.unit;
  if (unit?.kind !== "paragraph" || unit.item !== undefined || unit.container !== undefined) return undefined;
  return /^[^.?!]{8,300}\?(?=\s|$)/.test(unit.inline.text.trim()) ? index : undefined;
}

function entry(reading: SectionReading, index: number, resolved: boolean, kind: string): OpenQuestion {
  const unit = (reading.units[index] as ReadUnit).unit as ParagraphUnit;
  const sentences = splitSentences(unit.inline.text);
  const first = sentences[0] ?? { start: 0, end: unit.inline.text.length };
  return questionOf(reading, sentencePassage(reading, index, first.start, first.end, unit.item ? "list" : "prose"), {
    text: unit.inline.text.slice(first.start, first.end),
    evidence: [because(kind, reading.section.path.at(-1)?.text ?? "")],
    resolved: resolved || unit.item?.checked === true || startsStruck(unit) || hasAnswer(reading, index),
  });
}

/** "~~Is it encrypted?~~ Yes, with …" */
function startsStruck(unit: ParagraphUnit): boolean {
  return unit.inline.marks.some((mark) => mark.kind === "delete" && mark.start < 3 && mark.end - mark.start > 8);
}

/** "Who may enter? Resolved on 3 June: guests too.", "… Settled by Ana in May – guests too.": who answered it, or when, before the answer. */
const answeredLater =
  /\?\W{0,4}(?:(?:this|it|that) (?:is|was|has been) (?:now )?)?(?:answered|resolved|settled|closed|decided|cleared up)(?:,? \(?(?:\d|on |in |by |at |with |during |after |since )[^:.;?!]{1,50})?\s?(?:[:.,;!–—]|-\s)/i;

/** Whether a block nested in the item, or under the heading, begins as an answer does; or the item itself goes on with one. */
function hasAnswer(reading: SectionReading, index: number): boolean {
  const { unit } = reading.units[index] as ReadUnit;
  if (
    unit.kind === "paragraph" &&
    (/\?\W{0,4}(?:answer|resolved|yes|no|decided|decision)\b\s?[:.,;!—–-]/i.test(unit.inline.text) ||
      answeredLater.test(unit.inline.text))
  ) {
    return true;
  }
  for (let next = index + 1; next < reading.units.length; next += 1) {
    const below = (reading.units[next] as ReadUnit).unit;
    if (below.kind !== "paragraph") continue;
    if (unit.kind === "paragraph" && (below.container === undefined || below.item?.depth === unit.item?.depth))
      return false;
    if (answer.test(below.inline.text)) return true;
  }
  return false;
}

/** Words one of which such a line holds. */
const announcing = Cue.question | Cue.unclear | Cue.decide | Cue.toBeDone;
const announces =
  /^\W{0,4}(?:(?:open|unresolved|outstanding|remaining|unanswered|key|major) questions?|questions? (?:to resolve|for (?:the )?(?:next|later|follow-up)[^:]{0,20})|still open|not (?:yet )?decided|to be (?:decided|determined))\W{0,3}$/i;

/** "- Open issues", "- [Unresolved points](…)": an item that only names what is nested in it, as a heading would. */
function isHeadOfList({ item, inline: { text } }: ParagraphUnit, { context }: SectionReading): boolean {
  if (!item?.hasChildren || !/\b(?:open|unresolved|outstanding|remaining|unanswered|undecided|unsettled)\b/i.test(text))
    return false;
  return roleOfHeading(text, context) === "questions";
}

/** The points below one that announces open questions, in a list item or as a line of its own ("**Open questions:**"). */
export function announcedQuestions(reading: SectionReading, done: Set<number>): OpenQuestion[] {
  const questions: OpenQuestion[] = [];
  reading.units.forEach((read, index) => {
    const { unit } = read;
    if (unit.kind !== "paragraph" || unit.inline.text.length > 60) return;
    const told = (cuesIn(read) & announcing) !== 0 && announces.test(unit.inline.text);
    if (!told && !isHeadOfList(unit, reading)) return;
    done.add(index);
    const depth = unit.item === undefined ? 0 : unit.item.depth + 1;
    for (let below = index + 1; below < reading.units.length; below += 1) {
      const other = (reading.units[below] as ReadUnit).unit;
      if (other.kind !== "paragraph" || other.item === undefined) break;
      if (unit.item !== undefined && (other.slot !== unit.slot || other.start >= unit.item.end)) break;
      if (other.item.depth !== depth || done.has(below)) continue;
      const text = other.inline.text.trim();
      if (text === "" || nothingOpen.test(text) || isNothing(text)) continue;
      done.add(below);
      questions.push(entry(reading, below, false, "questions-announced"));
    }
  });
  return questions;
}
