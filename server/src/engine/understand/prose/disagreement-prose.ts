import type { Decision, Disagreement, Written } from "../../model/facts.js";
import type { Container, ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { isAction } from "./choices.js";
import { disagreementOf } from "./disagreement-fact.js";
import { mayDisagree, readDisagreementSentence } from "./disagreement-sentences.js";
import { topicOf } from "./disagreement-topic.js";
import { writtenIn } from "./names.js";
import { sentencePassage } from "./passage.js";
import { type Setting, settingOf } from "./setting.js";
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
    if (unit.kind !== "paragraph" || !mayDisagree(cuesIn(read)) || done.has(index)) return;
    if (read.fields.some((field) => field.name === "decision")) return;
    if (unit.container?.kind === "quote" && unit.container.alert === undefined) return;
    const thread = threadOf(unit);
    const near = setting.transcript ? 2 : 3;
    if (last && last.thread === thread && (thread !== undefined || index - last.index <= near)) return;
    const disagreement = inParagraph(reading, read, index, setting, decisions);
    if (!disagreement || isAction(unit.inline.text, unit)) return;
    last = { thread, index };
    found.push(disagreement);
  });
  return found;
}

/** The list item that a discussion stands under: the parent of the point where it is raised. */
function threadOf(unit: ParagraphUnit): Container | undefined {
  const item = unit.container;
  if (item?.kind !== "item") return item;
  return item.parent ?? item;
}

function inParagraph(
  reading: SectionReading,
  read: ReadUnit,
  index: number,
  setting: Setting,
  decisions: readonly Decision[],
): Disagreement | undefined {
  const unit = read.unit as ParagraphUnit;
  for (const statement of statementsOf(read)) {
    const rest = unit.inline.text.slice(statement.end, statement.end + 400).toLowerCase();
    const sentence = readDisagreementSentence(statement, rest, setting);
    if (!sentence) continue;
    const passage = sentencePassage(reading, index, statement.start, statement.end, unit.item ? "list" : "prose");
    return disagreementOf(reading, passage, {
      topic: topicOf(reading, unit, unit.inline.text.slice(statement.start, statement.end)),
      evidence: sentence.evidence,
      ...endingOf(reading, unit, index, decisions),
    });
  }
  return undefined;
}

const ended =
  /\b(?:withdrew|withdrawn|withdraws|resolved|settled|that was that|(?:is|was|am|are|'m|'re) (?:ok|okay|fine|happy|satisfied|good) with|did not raise any|nobody (?:else )?objected|no longer (?:objects?|opposed|concerned)|disagreed? and commit|agreed (?:to|that|on|with)|convinced|compromise|happy to (?:go|move|merge|support))\b/i;

/** How the thread goes on to end the disagreement: with a decision, an agreement, a withdrawal, or the record's own choice. */
function endingOf(
  reading: SectionReading,
  unit: ParagraphUnit,
  index: number,
  decisions: readonly Decision[],
): { readonly resolved: boolean; readonly outcome?: Written } {
  const setting = settingOf(reading);
  if (unit.item?.checked === true) return { resolved: true };
  if (setting.transcript) return { resolved: false };
  const { status } = reading.head;
  if (status && isToldInRecord(reading, setting)) return { resolved: true, outcome: status };
  const thread = threadOf(unit);
  const until = thread && thread.kind === "item" ? thread.end : undefined;
  const follows = (slot: ParagraphUnit["slot"], start: number): boolean => {
    if (until !== undefined) return slot === unit.slot && start > unit.start && start < until;
    return slot.offset + start > unit.slot.offset + unit.start;
  };
  const decision = decisions.find(
    (each) => each.status !== "open" && each.unit !== unit && follows(each.place.slot, each.place.start),
  );
  if (decision) return { resolved: true, outcome: { text: decision.text, place: decision.focus } };
  for (let next = index + 1; next < Math.min(reading.units.length, index + 8); next += 1) {
    const other = (reading.units[next] as ReadUnit).unit;
    if (other.kind !== "paragraph" || !follows(other.slot, other.start)) break;
    if (ended.test(other.inline.prose)) {
      const { text } = other.inline;
      return { resolved: true, outcome: writtenIn(other, 0, text.length) };
    }
  }
  return { resolved: false };
}

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
