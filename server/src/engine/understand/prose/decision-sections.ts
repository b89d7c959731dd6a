import type { Decision, DecisionStatus } from "../../model/facts.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { isAction, isLeadIn, isNothing, isStruck } from "./choices.js";
import { decisionOf } from "./decision-fact.js";
import { mayDecide, readDecisionSentence } from "./decision-sentences.js";
import { isQuestion } from "./modality.js";
import { because, isLabelLine, sentencePassage } from "./passage.js";
import { splitSentences } from "./sentences.js";
import type { Setting } from "./setting.js";
import { cuesIn, statementsOf } from "./statement.js";

const openHeading =
  /\b(?:needed|required|open|pending|to (?:be )?ma[dk]e|still|upcoming|outstanding|requests?|proposed|to decide|unresolved|awaiting)\b/i;

/**
 * The choices that a section states because of what its heading calls it: the first statement of a record's decision, the items of a
 * list of decisions, the conclusion of a point in minutes. Marks the units that it has dealt with in `done`.
 */
export function sectionDecisions(reading: SectionReading, setting: Setting, done: Set<number>): Decision[] {
  if (setting.roleDepth > 1) return [];
  switch (setting.role) {
    case "decision":
    case "decision-outcome":
      return firstStatement(reading, setting, done, recordStatus(reading, "decided"));
    case "proposal":
      if (!setting.record || reading.head.status?.decision === "rejected") return [];
      return setting.roleDepth === 0 && proposes(reading)
        ? firstStatement(reading, setting, done, recordStatus(reading, "open"))
        : [];
    case "decisions":
      return everyChoice(reading, done, headingStatus(reading));
    case "conclusion":
      return setting.minutes && setting.roleDepth === 0 ? everyChoice(reading, done, "decided") : [];
    default:
      return [];
  }
}

/** What the document says of itself, where it is the record of a decision. */
export function recordStatus(reading: SectionReading, otherwise: DecisionStatus): DecisionStatus {
  return reading.head.kind === "decision" ? (reading.head.status?.decision ?? otherwise) : otherwise;
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
  /\b(?:will|shall|should|must|decid\w+|cho(?:se|sen|ose)|use|adopt|propose|recommend|select\w*|agreed|going|opt\w*)\b|^\W{0,3}(?!(?:there|the|a|an|this|that|in|as|for|given|since|because|when|while|currently|our|we)\b)\w+/i;

/** A choice of a group, outside of records and minutes. */
const choosing = /\b(?:we|team|group|committee|council|board|leads|product|engineering|design)\b[^.]{0,40}\b(?:will|shall|decided|agreed|chose|choose|use|go with|opted|settled|adopted?)\b/i;

/** Whether a later paragraph of the section says in so many words what was decided. */
function statedLater(reading: SectionReading, index: number, setting: Setting): boolean {
  return reading.units
    .slice(index + 1)
    .some(
      ({ unit }) =>
        unit.kind === "paragraph" &&
        mayDecide(cuesIn(unit)) &&
        statementsOf(unit).some((statement) => readDecisionSentence(statement, setting) !== undefined),
    );
}

/** A proposal of a design describes it; one of a choice says "we should", or stands in a record of decisions. */
const advises =
  /\b(?:we|i|this (?:rfc|proposal|pep|document|adr|jep|enhancement|kep)|it is|the (?:team|group|committee|council))\s(?:\w+\s)?(?:should|shall|will|propose[sd]?|recommend(?:s|ed|ing)?|suggests?|proposed|want to|need to|ought to|plan to|proposing)\b/i;

function proposes(reading: SectionReading): boolean {
  if (/decision|adr/i.test(reading.context.path) || /\bdecision\b/i.test(reading.head.title?.text ?? "")) return true;
  const first = reading.units.find(({ unit }) => unit.kind === "paragraph")?.unit;
  if (first?.kind !== "paragraph") return false;
  const sentence = splitSentences(first.inline.text)[0];
  return advises.test(first.inline.text.slice(0, sentence?.end ?? 0));
}

/** The first paragraph of the section; where it only announces a list, or is none, the items of the list. */
function firstStatement(
  reading: SectionReading,
  setting: Setting,
  done: Set<number>,
  status: DecisionStatus,
): Decision[] {
  const { units } = reading;
  for (let index = 0; index < units.length; index += 1) {
    const read = units[index] as ReadUnit;
    const { unit } = read;
    if (unit.kind === "heading") continue;
    if (unit.kind === "row" || done.has(index)) return [];
    const text = unit.inline.text.trim();
    if (text === "" || isPlainQuote(unit) || isLabelLine(read) || isNothing(text)) continue;
    if (unit.item !== undefined) return setting.roleDepth === 0 && (setting.record || setting.minutes) ? listChoices(reading, done, index, status) : [];
    if (!commits.test(text) && statedLater(reading, index, setting)) return [];
    if (!setting.record && !setting.minutes && !choosing.test(text)) return [];
    done.add(index);
    if (hedged.test(text)) return [];
    return [choice(reading, index, status, "decision-section", true)];
  }
  return [];
}

/** Outer items of the list that begins at `from`. */
export function listChoices(
  reading: SectionReading,
  done: Set<number>,
  from: number,
  status: DecisionStatus,
): Decision[] {
  const decisions: Decision[] = [];
  const list = ((reading.units[from] as ReadUnit).unit as ParagraphUnit).item;
  for (let index = from; index < reading.units.length; index += 1) {
    const { unit } = reading.units[index] as ReadUnit;
    if (unit.slot !== reading.units[from]?.unit.slot) break;
    if (unit.kind !== "paragraph" || unit.item === undefined || unit.item.depth !== list?.depth) continue;
    if (unit.item.list !== list.list) break;
    const { text } = unit.inline;
    if (done.has(index) || isNothing(text) || isAction(text, unit) || isLabelLine(reading.units[index] as ReadUnit))
      continue;
    done.add(index);
    decisions.push(choice(reading, index, status, "decision-list", reading.head.kind === "decision"));
  }
  return decisions;
}

/** Every outer list item of the section, and every paragraph that announces no list. */
function everyChoice(reading: SectionReading, done: Set<number>, status: DecisionStatus): Decision[] {
  const decisions: Decision[] = [];
  reading.units.forEach((read, index) => {
    const { unit } = read;
    if (unit.kind !== "paragraph" || done.has(index) || isPlainQuote(unit)) return;
    if (unit.container !== undefined && unit.item === undefined) return;
    if (unit.item !== undefined && unit.item.depth > 0) return;
    const text = unit.inline.text.trim();
    if (text === "" || isNothing(text) || isLabelLine(read)) return;
    if (read.fields.some((field) => field.name === "decision" || field.name === "disagreement")) return;
    if (unit.item === undefined && isLeadIn(text)) done.add(index);
    if (done.has(index) || isAction(text, unit)) return;
    if (status === "decided" && isQuestion(text.toLowerCase())) return;
    done.add(index);
    decisions.push(choice(reading, index, status, "decisions-section", false));
  });
  return decisions;
}

function choice(
  reading: SectionReading,
  index: number,
  status: DecisionStatus,
  kind: string,
  record: boolean,
): Decision {
  const unit = (reading.units[index] as ReadUnit).unit as ParagraphUnit;
  const { text } = unit.inline;
  const first = splitSentences(text)[0] ?? { start: 0, end: text.length };
  const heading = reading.section.path.at(-1)?.text ?? "";
  return decisionOf(reading, sentencePassage(reading, index, first.start, first.end, unit.item ? "list" : "prose"), {
    text: text.slice(first.start, first.end),
    status: isStruck(unit.inline) ? "rejected" : refused(text, status),
    evidence: [because(kind, heading)],
    record: record && reading.head.kind === "decision",
  });
}

/** A decided choice not to do something counts as a rejection. */
function refused(text: string, status: DecisionStatus): DecisionStatus {
  if (status !== "decided") return status;
  return /^\W{0,4}(?:rejected|declined|not (?:accepted|approved|advancing)|no consensus|withdrawn|proposal (?:was )?(?:rejected|declined|withdrawn)|(?:we )?(?:decided|agreed) (?:not to|against))\b/i.test(
    text,
  )
    ? "rejected"
    : status;
}

function isPlainQuote(unit: ParagraphUnit): boolean {
  return unit.container?.kind === "quote" && unit.container.alert === undefined;
}
