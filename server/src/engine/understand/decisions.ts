import type { Decision } from "../model/facts.js";
import type { ParagraphUnit } from "../reading/units.js";
import type { ReadUnit, SectionReading } from "./context.js";
import { isAction, isLeadIn } from "./prose/choices.js";
import { listChoices } from "./prose/decision-entries.js";
import { decisionOf } from "./prose/decision-fact.js";
import { headingDecision, labelDecisions } from "./prose/decision-labels.js";
import { sectionDecisions } from "./prose/decision-sections.js";
import { type DecisionSentence, mayDecide, readDecisionSentence } from "./prose/decision-sentences.js";
import { indexDecisions, rowDecision } from "./prose/decision-tables.js";
import { listsCommands, recordStatus } from "./prose/headlines.js";
import { isQuestion } from "./prose/modality.js";
import { sentencePassage } from "./prose/passage.js";
import { proposalKind } from "./prose/record-patterns.js";
import { type Setting, settingOf } from "./prose/setting.js";
import { speakerOfUnit } from "./prose/speakers.js";
import type { Statement } from "./prose/statement.js";
import { announcedDecisions, statusLists, verdictLists } from "./prose/verdict-lists.js";
import { cuesIn, statementsOf } from "./prose/words-of.js";

/** The decisions that a section states: by heading, label, row, place in the document, or in so many words. */
export function recogniseDecisions(reading: SectionReading): Decision[] {
  const setting = settingOf(reading);
  if (setting.silent) return setting.minutes && setting.role === "agenda" ? labelledBetween(reading) : [];
  const done = new Set<number>();
  const decisions: Decision[] = [];
  reading.units.forEach((read, index) => {
    if (read.unit.kind === "heading") {
      const decision = headingDecision(reading, read, index);
      if (decision) decisions.push(decision);
    } else if (read.unit.kind === "row") {
      const decision = rowDecision(reading, read, setting);
      if (decision) decisions.push(decision);
    } else {
      if (read.fields.length === 0) return;
      const labelled = labelDecisions(reading, index);
      if (labelled.length > 0 || read.fields.some((field) => field.name === "disagreement")) done.add(index);
      decisions.push(...labelled);
    }
  });
  dropTitles(decisions);
  const stated = decisions.some((decision) => decision.form === "heading");
  decisions.push(...indexDecisions(reading, setting, done));
  if (!stated) decisions.push(...sectionDecisions(reading, setting, done));
  decisions.push(
    ...verdictLists(reading, setting, done),
    ...announcedDecisions(reading, setting, done),
    ...statusLists(reading, setting, done),
  );
  reading.units.forEach((read, index) => {
    if (setting.agenda || read.unit.kind !== "paragraph" || done.has(index) || saysWhen(read)) return;
    const found = proseDecisions(reading, read, index, setting, done);
    decisions.push(
      ...found.filter((decision) => !stated || decision.status !== "decided" || isFurther.test(decision.text)),
    );
  });
  return decisions.sort((a, b) => a.place.slot.offset + a.place.start - (b.place.slot.offset + b.place.start));
}

/** "We also agreed that …", below a heading that is a decision: another one, and not the same at more length. */
const isFurther =
  /^\W{0,4}(?:besides|in addition|additionally|furthermore|moreover|apart from (?:that|this)|on top of (?:that|this)|separately)\b|^.{0,60}?(?<!\b(?:that|which) (?:is|are|was|were) )\b(?:also|further|besides|in addition|moreover) (?:agreed|decided|resolved|settled|chose)\b/i;

/** What a label states between the points of an agenda; the points themselves say by such a label of what kind they are. */
function labelledBetween(reading: SectionReading): Decision[] {
  return reading.units.flatMap(({ unit, fields }, index) =>
    unit.kind === "paragraph" && unit.item === undefined && fields.length > 0 ? labelDecisions(reading, index) : [],
  );
}

/** "Resolution: the new well" over "RESOLVED: that the well is dug" names what is decided below it: takes it out again. */
function dropTitles(decisions: Decision[]): void {
  for (let at = decisions.length - 1; at >= 0; at -= 1) {
    const { unit } = decisions[at] as Decision;
    if (unit?.kind !== "paragraph" || unit.item?.hasChildren !== true || !resolution.test(unit.inline.text)) continue;
    const { end } = unit.item;
    const below = decisions.some(
      (other) =>
        other.unit?.kind === "paragraph" &&
        other.unit.slot === unit.slot &&
        other.unit.start > unit.start &&
        other.unit.start < end &&
        resolved.test(other.unit.inline.text),
    );
    if (below) decisions.splice(at, 1);
  }
}

const resolution = /^\W{0,4}resolution\b/i;
const resolved = /^\W{0,4}resolved\b/i;

/** "Decide by: 22 June 2026" says when, of the decision that stands before it. */
function saysWhen({ fields, unit }: ReadUnit): boolean {
  const first = fields[0];
  return (
    first?.name === "due" && first.value !== "" && unit.kind === "paragraph" && first.keyPlace.start <= unit.start + 8
  );
}

/** The sentence of a paragraph that records a decision, if one does: the first of those that say so most plainly. */
function proseDecisions(
  reading: SectionReading,
  read: ReadUnit,
  index: number,
  setting: Setting,
  done: Set<number>,
): Decision[] {
  const unit = read.unit as ParagraphUnit;
  if (!mayDecide(cuesIn(read)) || (unit.container?.kind === "quote" && unit.container.alert === undefined)) {
    return [];
  }
  let chosen: Stated | undefined;
  let first: number | undefined;
  const stated: Stated[] = [];
  for (const statement of statementsOf(read)) {
    const found = readDecisionSentence(statement, setting);
    if (!found || (found.status === "open" && isAnsweredTurn(reading, statement, index))) continue;
    stated.push({ start: statement.start, end: statement.end, found });
    first ??= statement.start;
    const owned = chosen?.found.evidence[0]?.kind === "owned-decision";
    if (chosen === undefined || owned || found.score > chosen.found.score + 0.3) {
      chosen = { start: statement.start, end: statement.end, found };
    }
  }
  if (heads(unit, reading.units[index + 1])) return [];
  if (!chosen || first === undefined || isAction(unit.inline.text, unit) || isEntryOfContents(unit)) return [];
  if (mayBeTitle(unit, chosen.found) && isTopicTitle(unit)) return [];
  if (setting.role === "actions" && isAssigned(unit, chosen.found)) return [];
  const last = unit.inline.text.trimEnd().length <= chosen.end;
  const byTheWay = ofTitles.has(chosen.found.evidence[0]?.kind ?? "") && chosen.end - chosen.start > 40;
  const proposed = chosen.found.evidence[0]?.kind === proposalKind;
  if (last && !byTheWay && isLeadIn(unit.inline.text.slice(chosen.start)) && isList(reading.units[index + 1])) {
    // "We propose the following rooms:" goes on to name them; only a list of what is to be done holds a choice each.
    if (!proposed || listsCommands(reading, index + 1))
      return listChoices(reading, done, index + 1, proposed ? recordStatus(reading, "open") : chosen.found.status);
  }
  const others = setting.minutes
    ? stated.filter((each) => each.start >= (chosen?.end ?? 0) && announcesAnother(unit, each))
    : [];
  return [{ ...chosen, start: Math.min(first, chosen.start) }, ...others].map(({ start, end, found }) =>
    decisionOf(reading, sentencePassage(reading, index, start, end, unit.item ? "list" : "prose"), {
      text: unit.inline.text.slice(start, end),
      status: found.evidence[0]?.kind === proposalKind ? recordStatus(reading, "open") : found.status,
      evidence: found.evidence,
      deciders: found.deciders,
    }),
  );
}

/** "Ana: propose a date", in a list of what is to be done next. */
function isAssigned({ item, inline }: ParagraphUnit, { evidence }: DecisionSentence): boolean {
  const kind = evidence[0]?.kind;
  return (
    item !== undefined &&
    (kind === "disposes" || kind === "proposes") &&
    /^\W{0,4}\p{L}[^:.?!]{1,60}: \p{L}/u.test(inline.text)
  );
}

const answers =
  /^\W{0,3}(?:yes|no|yep|nope|yeah|nah|already|it was|that was|never mind|agreed|not (?:us|ours|needed))\b/i;

/** A question in one's turn that the next one answers: "AB: Do we need a decision on paint?", "CD: No, the crew did that." */
function isAnsweredTurn({ units }: SectionReading, { speaker, lower }: Statement, index: number): boolean {
  const next = units[index + 1]?.unit;
  if (speaker === undefined || next?.kind !== "paragraph" || !isQuestion(lower)) return false;
  const turn = speakerOfUnit(next);
  return turn !== undefined && turn.name !== speaker && answers.test(next.inline.text.slice(turn.end));
}

interface Stated {
  readonly start: number;
  readonly end: number;
  readonly found: DecisionSentence;
}

/** Whether a later sentence of minutes says of somebody that they decided something too, rather than say the same again. */
function announcesAnother(unit: ParagraphUnit, { start, end, found }: Stated): boolean {
  return (
    found.evidence[0]?.kind === "decided-to" &&
    found.evidence.some(({ kind }) => kind === "who") &&
    !/^\W{0,4}(?:instead|so|thus|therefore|hence|as such|that is|in other words|for this reason)\b/i.test(
      unit.inline.text.slice(start, end),
    )
  );
}

/** An entry of a table of contents: a list item that is a link into the document, and nothing else. */
function isEntryOfContents({ item, inline, slot, start, end }: ParagraphUnit): boolean {
  if (item === undefined) return false;
  const link = inline.marks.find((mark) => mark.kind === "link");
  if (link === undefined || link.start > 1 || inline.text.trimEnd().length > link.end + 1) return false;
  return /\]\(#[^)]*\)\W{0,2}$/.test(slot.text.slice(start, end).trimEnd());
}

/** Ways whose words stand as well in the title of what is to be talked about, where notes follow below it. */
const ofTitles: ReadonlySet<string> = new Set([
  "disposes",
  "proposes",
  "proposal-label",
  "doing",
  "will-be",
  "decide-later",
  "moves-ahead",
  "new-date",
  "plans-to",
]);

function mayBeTitle({ item }: ParagraphUnit, { evidence }: DecisionSentence): boolean {
  const kind = evidence[0]?.kind ?? "";
  return kind === "disposes" || (ofTitles.has(kind) && item !== undefined && (item.depth === 0 || item.hasChildren));
}

/** The minutes that a point is given, and who brings it: "(10m, Ana)", "(Bo, 15 min)". */
const timebox = /\((?:[^()]{1,40}, ?)?\d{1,3} ?m(?:in(?:ute)?s?)?(?:, [^()]{1,60})?\)\W{0,2}$/i;

/**
 * "Allow a second door #381", with a link at its end, or "Allow a second door (10m, Ana)": an entry of an agenda goes by the title of its ticket, or of
 * its topic, which often begins with a verb.
 */
function isTopicTitle({ inline }: ParagraphUnit): boolean {
  const text = inline.text.trimEnd();
  if (/^\W{0,4}(?:we|let['’]s)\b/i.test(text)) return false;
  const end = /(?:[\w./-]*#\d{1,6}|\[#?\d{1,6}\])(?:,? (?:and )?[\w./-]*#\d{1,6})*\W{0,2}$/.exec(text);
  if (end === null) return timebox.test(text.slice(-90));
  if (/^\W{0,3}["“]/.test(text)) return true;
  return (
    !/[.!?;,]\s|[^:]{60}:\s/.test(text.slice(0, end.index)) &&
    inline.marks.some((mark) => mark.kind === "link" && mark.end > end.index)
  );
}

/** "**Not decided**" over a list: a short line in bold that says what the points below it are. */
function heads({ inline, item }: ParagraphUnit, next: ReadUnit | undefined): boolean {
  const text = inline.text.trim();
  const [bold] = inline.marks;
  return (
    item === undefined &&
    text.length < 40 &&
    bold?.kind === "strong" &&
    bold.start < 2 &&
    bold.end >= text.length - 1 &&
    isList(next)
  );
}

function isList(read: ReadUnit | undefined): boolean {
  return read?.unit.kind === "paragraph" && read.unit.item !== undefined;
}
