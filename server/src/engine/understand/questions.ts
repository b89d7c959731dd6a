import type { OpenQuestion } from "../model/facts.js";
import type { ParagraphUnit, RowUnit } from "../reading/units.js";
import type { ReadUnit, SectionReading } from "./context.js";
import { columnsOf } from "./fields.js";
import { isAction, isNothing, isStruck } from "./prose/choices.js";
import { Cue } from "./prose/cue-words.js";
import { asksInput } from "./prose/decision-tables.js";
import { because, rowPassage, sentencePassage } from "./prose/passage.js";
import { questionOf } from "./prose/question-fact.js";
import { announcedQuestions, sectionQuestions } from "./prose/question-sections.js";
import { mayAsk, readQuestionSentence } from "./prose/question-sentences.js";
import { type Setting, settingOf } from "./prose/setting.js";
import { speakerOf } from "./prose/speakers.js";
import { labelSentence } from "./prose/text-offset.js";
import { cuesIn, statementsOf } from "./prose/words-of.js";

/** The open questions of a section: by label, row, heading, as points of minutes that end in a question, or in so many words. */
export function recogniseQuestions(reading: SectionReading): OpenQuestion[] {
  const setting = settingOf(reading);
  if (setting.silent) return [];
  const done = new Set<number>();
  const questions: OpenQuestion[] = [];
  reading.units.forEach((read, index) => {
    if (read.unit.kind === "row") {
      const question = rowQuestion(reading, read);
      if (question) questions.push(question);
    } else if (read.unit.kind === "paragraph" && read.fields.length > 0) {
      const labelled = labelQuestions(reading, read, index);
      if (
        labelled.length > 0 ||
        read.fields.some(
          ({ name }) =>
            name === "decision" || name === "disagreement" || (name === "question" && isAnsweredAtOnce(reading, index)),
        )
      )
        done.add(index);
      questions.push(...labelled);
    }
  });
  questions.push(...sectionQuestions(reading, setting, done));
  if (setting.role !== "questions" && setting.role !== "resolved-questions") {
    questions.push(...announcedQuestions(reading, done));
    const weighs = weighsOptions(reading);
    reading.units.forEach((read, index) => {
      if (weighs || read.unit.kind !== "paragraph" || done.has(index)) return;
      const question = proseQuestion(reading, read, index, setting);
      if (question) questions.push(question);
    });
  }
  return questions.sort((a, b) => a.place.slot.offset + a.place.start - (b.place.slot.offset + b.place.start));
}

/** Below the options of a record, what is unclear about one of them speaks against it; nobody waits for an answer. */
function weighsOptions({ head, section }: SectionReading): boolean {
  return (
    head.kind === "decision" &&
    section.path.some(({ role }) => role === "options" || role === "alternatives" || role === "drawbacks")
  );
}

function labelQuestions(reading: SectionReading, read: ReadUnit, index: number): OpenQuestion[] {
  const unit = read.unit as ParagraphUnit;
  return read.fields.flatMap((field) => {
    if (field.name !== "question" || field.value === "" || isNothing(field.value)) return [];
    if (/^tb[dc]$/i.test(field.key.trim()) && !/\?|\b(?:who|what|when|where|which|how|whether|if)\b/i.test(field.value))
      return [];
    if (isAnsweredAtOnce(reading, index)) return [];
    const { start, end } = labelSentence(unit.inline, field);
    return [
      questionOf(reading, sentencePassage(reading, index, start, end, unit.item ? "list" : "label"), {
        text: field.value,
        evidence: [because("question-label", field.key)],
        resolved: unit.item?.checked === true || isStruck(unit.inline),
      }),
    ];
  });
}

/** "Question: …? Answer: …", or with the answer as the first point below it: put to somebody who knew. */
function isAnsweredAtOnce(reading: SectionReading, index: number): boolean {
  const { unit } = reading.units[index] as ReadUnit;
  if (unit.kind === "paragraph" && /[?.]\s{1,3}answer\s?:/i.test(unit.inline.text)) return true;
  const next = reading.units[index + 1]?.unit;
  return next?.kind === "paragraph" && /^\W{0,4}(?:answer|a)\s?:/i.test(next.inline.text);
}

function rowQuestion(reading: SectionReading, read: ReadUnit): OpenQuestion | undefined {
  const row = read.unit as RowUnit;
  if (reading.head.kind === "charter" || asksInput(row)) return undefined;
  const column = columnsOf(row.table).indexOf("question");
  const cell = row.cells[column];
  if (!/question|issue/i.test(row.table.header[column]?.inline.text ?? "")) return undefined;
  if (!cell || isNothing(cell.inline.text)) return undefined;
  return questionOf(reading, rowPassage(read, column), {
    text: cell.inline.text.trim(),
    evidence: [because("question-column", row.table.header[column]?.inline.text ?? "")],
    resolved: isStruck(cell.inline),
  });
}

function proseQuestion(
  reading: SectionReading,
  read: ReadUnit,
  index: number,
  setting: Setting,
): OpenQuestion | undefined {
  const unit = read.unit as ParagraphUnit;
  if (unit.container?.kind === "quote" && unit.container.alert === undefined) return undefined;
  const { text } = unit.inline;
  const cues = cuesIn(read);
  if ((cues & Cue.mark) === 0 && !mayAsk(cues)) return undefined;
  if (isAskedPoint(reading, unit, index, setting)) {
    return questionOf(reading, sentencePassage(reading, index, 0, text.length, "list"), {
      text: text.trim(),
      evidence: [because("point-asks", text)],
      resolved: false,
    });
  }
  if (!mayAsk(cues) || text.trimEnd().endsWith(":") || isAction(text, unit)) return undefined;
  for (const statement of statementsOf(read)) {
    const evidence = readQuestionSentence(statement, setting);
    if (!evidence) continue;
    const passage = sentencePassage(reading, index, statement.start, statement.end, unit.item ? "list" : "prose");
    return questionOf(reading, passage, {
      text: text.slice(statement.start, statement.end),
      evidence,
      resolved: false,
    });
  }
  return undefined;
}

/** A point of written minutes that asks, and that nothing below or after it answers. */
function isAskedPoint(reading: SectionReading, unit: ParagraphUnit, index: number, setting: Setting): boolean {
  if (
    !setting.minutes ||
    (unit.item === undefined && !isLone(unit, setting)) ||
    (cuesIn(reading.units[index] as ReadUnit) & Cue.mark) === 0
  )
    return false;
  const text = unit.inline.text.trim();
  if (text.length < 12 || isLinkAlone(unit)) return false;
  const speaker = speakerOf(text);
  const words = speaker ? text.slice(speaker.end) : text;
  if (social.test(words) || asksConsensus.test(words)) return false;
  if (isAnsweredBehind(words) || /^\W{0,4}what(?:'s| is| are) (?:an? )?[\p{L}-]+\?$/iu.test(words)) return false;
  if (/^\W{0,4}(?:option|alternative|example|q\d?|agenda)\b/i.test(words)) return false;
  const bare = words.replace(connective, "");
  const group = asksGroup.test(bare);
  const plain = speaker === undefined && !setting.transcript && (asksPlainly.test(bare) || asksBetween.test(text));
  const first = !setting.transcript && asksFirst.test(bare) && !answersItself.test(words);
  if (!group && !plain && !first) return false;
  const next = reading.units[index + 1]?.unit;
  const after = next?.kind === "paragraph" && next.item !== undefined ? next : undefined;
  // A turn is answered by the next one, a point by what is noted below it.
  const turn = after && speakerOf(after.inline.text);
  if (speaker && turn && turn.name !== speaker.name && !(ours.test(words) && (unit.item?.depth ?? 0) > 0)) return false;
  if (unit.item === undefined) return true;
  if (!group && plain && unit.item.hasChildren && !ours.test(words)) return false;
  if (unit.item.hasChildren && /^\W{0,4}(?:who|what|how|which|where|when|why)\b/i.test(words)) return false;
  if (unit.item.hasChildren && after && settledBelow(reading, unit, index)) return false;
  return !(
    after &&
    after.item?.list === unit.item.list &&
    /^\W{0,3}(?:[\p{L}]+: )?(?:(?:yes|no|yep|nope|answer|yeah|not yet|probably|up to|correct|agreed)\b|a:|→|->)/iu.test(
      after.inline.text,
    )
  );
}

/** "- [Who owns the gate?](05-04.md#gate)": the title of a point whose notes are elsewhere. */
function isLinkAlone({ inline }: ParagraphUnit): boolean {
  const { text, marks } = inline;
  return marks.some(({ kind, start, end }) => kind === "link" && start <= 1 && end >= text.trimEnd().length - 1);
}

/** "<dimitri> who has the key?" */
const inChat = /^\W{0,3}<[\w-]+>/i;
const answeredNext = /\?\W{1,3}(?:it|this|that|yes|no|an?|i|we|they|not)\b/i;

/** A short paragraph of written minutes that begins with a question, and has no speaker. */
function isLone(unit: ParagraphUnit, setting: Setting): boolean {
  const text = unit.inline.text.trim();
  return (
    !setting.transcript &&
    unit.container === undefined &&
    text.length < 400 &&
    ours.test(text) &&
    !inChat.test(text) &&
    !answeredNext.test(text) &&
    /^[^.?!]{8,200}\?(?=\s|$)/.test(text) &&
    speakerOf(text) === undefined
  );
}

/** A question at the head of a point, with words about it behind. */
const asksFirst =
  /^\W{0,4}(?:[^?:.]{2,40}(?:: | - ))?(?:should|shall|do we|does (?:this|that|it|the)|who|which|how (?:should|will|do we|strict|much|many|often|long|far|can we)|what (?:should|do we|would|will|is|are|about|if)|can (?:we|every|it|this|the)|could|are we|is (?:it|this|there)|where|when)\b(?:[^?.]|\.(?=\w)){6,160}\?(?=\s|$)/i;
const answersItself =
  /\?\W{1,3}(?:[\p{Lu}][\p{L}]+(?: \p{Lu}[\p{L}.]*)?: |(?:yes|no|yeah|answer|a|correct|right|probably|because|it is|it's|we do|we don't|they do|same as|up to|see)\b)/iu;

/** Whether the words behind the first question answer it: they go on in small letters, after a dash, or are few. */
function isAnsweredBehind(words: string): boolean {
  const at = words.indexOf("?");
  const rest =
    at < 0
      ? ""
      : words
          .slice(at + 1)
          .replace(/^[)\]*_"'\s]+/, "")
          .trimEnd();
  if (rest === "" || rest.startsWith("(") || rest.includes("?")) return /^\(?\d+\)$/.test(rest);
  return (
    /^(?:[-–—→=]|->|\p{Ll})/u.test(rest) ||
    /^(?:decision|decided|agreed|resolved|answer|yes|no|deadline|conclusion|outcome)\b/i.test(rest) ||
    (rest.length < 45 && !rest.includes("#"))
  );
}

/** What ties a question to the point before it: "But …", "If so, …", "E.g. …". */
const connective =
  /^\W{0,4}(?:(?:but|and|also|or|if (?:so|not|yes|no)|in that case|e\.g\.|questions?[.:]?|maybe|then again|related|wondering),?:? |todo:? (?:open an? issue )?)/i;

/** Two answers to choose from, without a verb of asking: "Best day - Tuesday as before, or a poll?" */
const asksBetween = /^\W{0,4}(?![@\p{L}]+, )[^?:]{8,100} or [^?:]{3,50}[^?\s]\?\W{0,2}$/u;

/** A question that a group puts to itself ("Should we …?"), perhaps after a topic, perhaps with a link behind it. */
const asksGroup =
  /^\W{0,4}(?:[^?:]{2,40}:\s{1,3})?(?:should|do we (?:need|want|have to|still)|does (?:this|that|it)|shall we|is there a need|are we|how (?:should|will|much|many)|who (?:will|should|owns|can own|takes)|what (?:should|do we|is our|will)|when (?:should|will|do we))\b[^?]{4,300}\?\W{0,3}(?:\([^)]{0,120}\)?\W{0,3})?(?:\S{0,12}#\d+\S{0,2}\W{0,3})?$/i;

/** A question of any form, as a point of its own. */
const asksPlainly =
  /^\W{0,4}(?:[^?:.]{2,40}:\s{1,3})?(?:should|shall|can|could|would|will|do|does|did|is|are|has|have|what|which|who|whom|whose|when|where|why|how|whether)\b[^?]{8,300}\?\W{0,3}(?:\([^)]{0,120}\)?\W{0,3})?$/i;
/** What makes a question one for the group rather than a request to explain. */
const ours = /\b(?:we|our|us|should|shall|who|which|whether)\b/i;
/** Questions that keep a meeting going, or that one asks another. */
const social =
  /\b(?:any(?:one|body|thing)?|questions\?|comments\?|thoughts\?|right\?|okay\?|ok\?|correct\?|everyone|everybody|people have|you|your|sentiment|feedback\?|next steps?|this call|the meeting|today|last time|next meeting|next week)(?:\b|(?<=\?))/i;

/** "Is there general consensus to move the mast?" asks for a decision. */
const asksConsensus =
  /^\W{0,4}(?:[^?:.]{2,40}:\s{1,3})?(?:is there|do we have|have we) (?:(?:a|any|general|rough|broad|wide) ){0,2}(?:consensus|agreement) (?:to|on|for|about|that)\b/i;

/** Whether a point nested below the question says how it was answered. */
function settledBelow(reading: SectionReading, unit: ParagraphUnit, index: number): boolean {
  for (let below = index + 1; below < reading.units.length; below += 1) {
    const other = (reading.units[below] as ReadUnit).unit;
    if (other.kind !== "paragraph" || other.slot !== unit.slot || other.start >= (unit.item?.end ?? 0)) return false;
    if (
      /^\W{0,4}(?:yes|no|agreed|decided|decision|resolved|answer|consensus|conclusion|approved)\b/i.test(
        other.inline.text,
      )
    )
      return true;
  }
  return false;
}
