import type { Decision, DecisionStatus, Mention, Written } from "../../model/facts.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { decisionStatusOf } from "../head/record-status.js";
import { findDomainWords } from "../headings/domain-words.js";
import { isAction, isNothing, saysUndecided } from "./choices.js";
import { decisionOf } from "./decision-fact.js";
import { mayDecide, readDecisionSentence } from "./decision-sentences.js";
import { isQuestion } from "./modality.js";
import { writtenIn } from "./names.js";
import { because, isLabelLine, sentencePassage } from "./passage.js";
import { recordEntryIn } from "./record-entries.js";
import { splitSentences } from "./sentences.js";
import { settingOf } from "./setting.js";
import { cuesIn, statementsOf } from "./words-of.js";

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
    if (status === "decided" && saysUndecided(text)) continue;
    if (done.has(index) || isNothing(text) || isAction(text, unit) || isLabelLine(reading.units[index] as ReadUnit))
      continue;
    done.add(index);
    decisions.push(choice(reading, index, status, "decision-list", reading.head.kind === "decision"));
  }
  return decisions;
}

/** A paragraph or list item that its section makes a decision: what it says of its own status and domain counts before what the section says. */
export function choice(
  reading: SectionReading,
  index: number,
  status: DecisionStatus,
  kind: string,
  record: boolean,
  sentence?: { readonly start: number; readonly end: number },
): Decision {
  const unit = (reading.units[index] as ReadUnit).unit as ParagraphUnit;
  const { text } = unit.inline;
  const first = sentence ?? stated(text) ?? { start: 0, end: text.length };
  const heading = reading.section.path.at(-1)?.text ?? "";
  return decisionOf(reading, sentencePassage(reading, index, first.start, first.end, unit.item ? "list" : "prose"), {
    text: text.slice(first.start, first.end),
    status: ownStatus(unit, status),
    evidence: [because(kind, heading)],
    domainWords: domainInEntry(reading, unit),
    deciders: decidersOf(reading, index),
    record: record && reading.head.kind === "decision",
  });
}

/** The first sentence of an entry; of one that asks and then answers, the answer. */
function stated(text: string): { readonly start: number; readonly end: number } | undefined {
  const sentences = splitSentences(text);
  const [first] = sentences;
  if (first === undefined || !isQuestion(text.slice(first.start, first.end).toLowerCase())) return first;
  return sentences.find(({ start, end }) => !isQuestion(text.slice(start, end).toLowerCase())) ?? first;
}

/** "Ana decided to keep the bells": whoever the entry itself says that decided. */
function decidersOf(reading: SectionReading, index: number): readonly Mention[] {
  const read = reading.units[index] as ReadUnit;
  const [first] = mayDecide(cuesIn(read)) ? statementsOf(read) : [];
  return first ? (readDecisionSentence(first, settingOf(reading))?.deciders ?? []) : [];
}

/** "D-14 (Product): paper bags." */
const entryDomain = /^\W{0,4}[A-Z][A-Z0-9]{0,6}-\d{1,5}\s?\(([^()]{2,40})\)/;

function domainInEntry(reading: SectionReading, unit: ParagraphUnit): readonly Written[] {
  const match = entryDomain.exec(unit.inline.text.slice(0, 60));
  const remark = match?.[1];
  if (!match || remark === undefined) return [];
  const at = match[0].length - 1 - remark.length;
  return findDomainWords(remark, reading.context.vocabulary).map((word) =>
    writtenIn(unit, at + word.start, at + word.end),
  );
}

/** "Paper bags in the kit. Rejected, they tear.": the verdict behind the entry. */
const verdictBehind =
  /(?:[.!:]|\s[–—-])\s(rejected|declined|turned down|withdrawn|dropped|superseded)(?=[,.:;!]|\s(?:by|because|as|for|on|in)\b|$)/i;

/** What stands before the words of an entry: an id, a date, both, in brackets or not. */
const entryPrefix =
  /^\W{0,4}(?:[A-Z][A-Z0-9]{0,6}-\d{1,5}\b(?:\s?\([^()]{2,40}\):?\s?)?\W{0,3})?(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?\W{1,4})?/;
const entryStatus =
  /^(?:(?:still |now )?(open|pending|proposed|undecided|deferred|postponed|rejected|declined|withdrawn|dropped|superseded|replaced|accepted|decided|agreed|approved|not approved|not accepted|not advancing|no consensus|decision needed|proposal rejected|proposal withdrawn))\b(?=\W{0,2}(?:$|[,:;.(–—-]|\b(?:to|by|for)\b))/i;

/** The status that an entry of a list gives itself: struck out, "superseded by …", a first word, a question, a refusal. */
function ownStatus(unit: ParagraphUnit, status: DecisionStatus): DecisionStatus {
  const { text, marks } = unit.inline;
  if (/\bsuperseded by\b|\breplaced by\b/i.test(text)) return "superseded";
  if (marks.some((mark) => mark.kind === "delete" && mark.end - mark.start > text.length / 2)) return "rejected";
  const recorded = recordEntryIn(text);
  if (recorded) return recorded.status;
  const words = text.slice(entryPrefix.exec(text)?.[0].length ?? 0);
  const word = entryStatus.exec(words)?.[1]?.toLowerCase();
  if (word !== undefined) {
    if (/needed/.test(word)) return "open";
    if (/not |no consensus|rejected|withdrawn/.test(word)) return "rejected";
    return decisionStatusOf(word) ?? status;
  }
  const behind = verdictBehind.exec(words.slice(0, 400))?.[1];
  if (behind !== undefined) return /superseded/i.test(behind) ? "superseded" : "rejected";
  if (status !== "decided") return status;
  if (isQuestion(words.toLowerCase().trim())) return "open";
  return /^(?:we )?(?:decided|agreed) (?:not to|against)\b/i.test(words) ? "rejected" : "decided";
}
