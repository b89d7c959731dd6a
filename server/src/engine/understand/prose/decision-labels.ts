import type { Decision, DecisionStatus, Field } from "../../model/facts.js";
import type { HeadingUnit, ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { decisionStatusOf } from "../head/record-status.js";
import { isStruck } from "./choices.js";
import { decisionOf } from "./decision-fact.js";
import { isBareAnswer } from "./disagreement-fact.js";
import { recordStatus } from "./headlines.js";
import { isQuestion } from "./modality.js";
import { because, headingPassage, isLabelLine, sentencePassage } from "./passage.js";
import { splitSentences } from "./sentences.js";
import { describesHow } from "./setting.js";
import { labelSentence, textOffsetOf } from "./text-offset.js";

const openKey =
  /\b(?:needed|required|open|pending|requested|proposed|due|wanted|outstanding|missing|deferred|postponed|put off|to come|(?:up)?coming|ahead|to (?:be )?(?:make|made|take|taken|reach|reached|decided?)|not (?:yet )?(?:made|taken|reached|decided|final))\b/i;
const refusal =
  /^\W{0,4}(?:not to\b|do not\b|don't\b|no\b[,.:;]|won't\b|reject|decline|against\b|we (?:will not|won't|shall not)\b)/i;

/** The blank of a template: `Chosen option: "<title>"`. */
const blank = /^["“”'\s]*(?:<[^<>]{1,60}>|\{[^{}]{1,60}\}|\[[^[\]]{1,60}\](?!\())/;

/** Decisions that a label states: `Decision: …`, `Decision needed: …`, `RESOLVED: …`, in a paragraph, an item or a quotation. */
export function labelDecisions(reading: SectionReading, index: number): Decision[] {
  const read = reading.units[index] as ReadUnit;
  const unit = read.unit as ParagraphUnit;
  return read.fields.flatMap((field, at) => {
    if (field.name === "status") {
      const verdict = refusedRecord(reading, index, field) ?? optionVerdict(reading, index, field);
      return verdict ? [verdict] : [];
    }
    if (field.name !== "decision" || field.value === "" || blank.test(field.value) || isBareAnswer(field)) return [];
    if (isExample(reading, index)) return [];
    const next = read.fields.slice(at + 1).find((other) => other.keyPlace.start > field.keyPlace.start);
    const limit = next ? textOffsetOf(unit.inline, next.keyPlace.start) : unit.inline.text.length;
    const { start, end } = labelSentence(unit.inline, field, limit);
    const chosen = optionOf(reading, field) || isOfRecord(reading, field);
    return [
      decisionOf(reading, sentencePassage(reading, index, start, end, unit.item ? "list" : "label"), {
        text: field.value,
        status: strikes(unit, start)
          ? "rejected"
          : (verdictIn(field.value) ??
            (chosen ? recordStatus(reading, "decided") : statusOf(field, toldBehind(read, field)))),
        evidence: [because("decision-label", field.key)],
        record: chosen,
      }),
    ];
  });
}

const verdictBehind =
  /(?:[.;!]\s|\s[–—-]\s|\s\()(?:(superseded|replaced|overtaken|overruled|reversed)|rejected|declined|turned down|withdrawn|dropped|abandoned|cancelled|retracted)(?:,\s[^.;()]{2,80}|\s(?:by|on|in|after|as|because|since|for)\b[^.;()]{2,80})?[.!)]*\s*$/i;

/** "paper bags. Superseded by the line of 5 May.", "a tent on the roof (declined)": what became of it, as its last words say. */
function verdictIn(value: string): DecisionStatus | undefined {
  const match = verdictBehind.exec(value.slice(-160));
  if (!match) return undefined;
  return match[1] === undefined ? "rejected" : "superseded";
}

/** "Decision: …" right below the title of a record, whose header says how far it is: what the record is about. */
function isOfRecord({ head, section }: SectionReading, { key }: Field): boolean {
  return (
    head.kind === "decision" &&
    head.status?.decision !== undefined &&
    section.path.length <= 1 &&
    section.path.every(({ role }) => role === undefined) &&
    /^decision$/i.test(key.trim())
  );
}

/** "Decision status: not recommended", "Verdict: top choice" below the heading of an option. */
function optionVerdict(reading: SectionReading, index: number, field: Field): Decision | undefined {
  if (!/^(?:decision status|verdict|selection status)$/i.test(field.key.trim()) || reading.section.path.length < 2)
    return undefined;
  const unit = (reading.units[index] as ReadUnit).unit as ParagraphUnit;
  const refused = /\b(?:not|rejected|declined|discarded|no)\b/i.test(field.value);
  if (
    !refused &&
    !/\b(?:chosen|selected|accepted|adopted|top|preferred|first choice|winner|recommended|decided|yes)\b/i.test(
      field.value,
    )
  )
    return undefined;
  return decisionOf(
    reading,
    sentencePassage(reading, index, 0, unit.inline.text.length, unit.item ? "list" : "label"),
    {
      text: unit.inline.text,
      status: refused ? "rejected" : "decided",
      evidence: [because("option-verdict", field.key)],
    },
  );
}

/** "Status: Rejected" in the header of a proposal: what became of it, where it says nothing else. */
function refusedRecord(reading: SectionReading, index: number, field: Field): Decision | undefined {
  const { kind, status } = reading.head;
  if (kind !== "decision" || status?.decision !== "rejected") return undefined;
  if (status.place.slot !== field.place.slot || status.place.start !== field.place.start) return undefined;
  const { text } = status;
  const unit = (reading.units[index] as ReadUnit).unit as ParagraphUnit;
  const next = (reading.units[index] as ReadUnit).fields.find((each) => each.keyPlace.start > field.keyPlace.start);
  const start = textOffsetOf(unit.inline, field.keyPlace.start);
  const end = next ? textOffsetOf(unit.inline, next.keyPlace.start) : unit.inline.text.length;
  return decisionOf(reading, sentencePassage(reading, index, start, end, unit.item ? "list" : "label"), {
    text,
    status: "rejected",
    evidence: [because(refusedKind, field.key)],
    record: true,
  });
}

/** The evidence of a proposal that was refused: it has no other where it tells what was refused. */
export const refusedKind = "refused-proposal";

/** Whether what begins there is struck through, whatever is said of it afterwards. */
function strikes({ inline }: ParagraphUnit, start: number): boolean {
  return inline.marks.some((mark) => mark.kind === "delete" && mark.start <= start && mark.end > start + 1);
}

/** A quotation below "Example:" shows how to write. */
export function isExample(reading: SectionReading, index: number): boolean {
  const unit = (reading.units[index] as ReadUnit).unit;
  if (unit.kind !== "paragraph" || unit.container?.kind !== "quote" || unit.container.alert !== undefined) return false;
  if (isCalledExample(reading, index)) return true;
  for (let before = index - 1; before >= 0; before -= 1) {
    const above = (reading.units[before] as ReadUnit).unit;
    if (above.kind !== "paragraph") return false;
    if (above.container?.kind !== "quote") return exampleLead.test(above.inline.text);
  }
  return false;
}

/** "(Example of a line that we would not accept.)": said behind it, in the quotation or right below. */
function isCalledExample(reading: SectionReading, index: number): boolean {
  for (let next = index + 1; next < reading.units.length; next += 1) {
    const { unit } = reading.units[next] as ReadUnit;
    if (unit.kind !== "paragraph") return false;
    if (exampleBehind.test(unit.inline.text)) return true;
    if (unit.container?.kind !== "quote") return false;
  }
  return false;
}

const exampleBehind =
  /^\W{0,4}(?:(?:this|that|the (?:above|line above)|it) (?:is|was|would be) )?(?:(?:only|just|merely) )?(?:an? (?:\w+ )?|the )?(?:(?:example|sample|illustration)(?: (?:only|line|entry|text)\b| (?:of|for) (?:(?:an?|the|how|what|one) )?(?:line|entry|decision|record|row|sentence|wording|label|note|way|we|to)\b|\s?(?:[.,:;()–—]|$))|made[- ]up\b|fictitious\b)/i;
const exampleLead = /\b(?:examples?|for instance|e\.g\.|like this|like so|such as|template)\b[^.!?]{0,40}:?\s*$/i;

/**
 * A heading that states a decision itself: `## Decision: use Postgres`, or an entry of a register with its fields below
 * (`### DR-31: Two people sign`).
 */
export function headingDecision(reading: SectionReading, read: ReadUnit, index: number): Decision | undefined {
  const unit = read.unit as HeadingUnit;
  const field = read.fields.find((each) => each.name === "decision" && each.value !== "");
  if (field && !(unit.depth === 1 && reading.head.kind === "decision")) {
    return decisionOf(reading, headingPassage(reading, index), {
      text: field.value,
      status: statusOf(field),
      evidence: [because("decision-heading", field.key)],
    });
  }
  const marked = markedOption(reading, unit);
  if (marked) {
    return decisionOf(reading, headingPassage(reading, index), {
      text: unit.inline.text.trim(),
      status: marked === "chosen" ? recordStatus(reading, "decided") : "rejected",
      evidence: [because("marked-option", unit.inline.text.trim())],
      record: marked === "chosen",
    });
  }
  const below = reading.units[index + 1];
  const { path } = reading.section;
  const register = path.slice(0, -1).find((heading) => heading.role === "decisions");
  const own = path.at(-1);
  if (register === undefined || own?.role !== undefined || below === undefined || !isLabelLine(below)) return undefined;
  if (own && describesHow(own)) return undefined;
  const text = unit.inline.text.trim();
  return decisionOf(reading, headingPassage(reading, index), {
    text,
    status: isStruck(unit.inline) ? "rejected" : isQuestion(text.toLowerCase()) ? "open" : "decided",
    evidence: [because("decision-register", register.text)],
  });
}

const chosenMark =
  /[([—–:-]\s?(?:decided|chosen|selected|accepted|adopted|preferred|picked|our choice|the chosen (?:one|option)|winner)\W{0,3}$|^(?:✅|✔️?|☑️?|🏆)\s|\s(?:✅|✔️?|🏆)\W{0,2}$/iu;
const refusedMark =
  /[([—–:-]\s?(?:rejected|not (?:chosen|selected|recommended|accepted|adopted)|discarded|dismissed|declined|ruled out)\W{0,3}$/i;

/** The heading of an option of a record that is marked as the one chosen, or as turned down: "Option 2: check each file (Decided)". */
function markedOption(reading: SectionReading, unit: HeadingUnit): "chosen" | "refused" | undefined {
  if (reading.head.kind !== "decision" || unit.depth === 1) return undefined;
  const text = unit.inline.text.trim();
  const among = reading.section.path.slice(0, -1).some(({ role }) => role === "options" || role === "alternatives");
  if (!among && !/^(?:option|alternative|approach|proposal|variant|solution)\b|^[A-Z]\d?[:.)]/i.test(text))
    return undefined;
  if (refusedMark.test(text)) return "refused";
  return chosenMark.test(text) ? "chosen" : undefined;
}

/** A record's own choice ("Chosen option: …") has the record's status. */
function optionOf(reading: SectionReading, field: Field): boolean {
  if (reading.head.kind !== "decision") return false;
  const role = reading.section.path.at(-1)?.role;
  return role === "decision" || role === "decision-outcome" || /^chosen\b/i.test(field.key);
}

/** "VOTE: … Owner: @ana. Approved, 5 of 5.": what a label's line goes on to say behind other fields, up to the next decision. */
function toldBehind({ unit, fields }: ReadUnit, { place, keyPlace }: Field): string {
  if (unit.kind !== "paragraph") return "";
  const next = fields.find(({ name, keyPlace: key }) => name === "decision" && key.start > keyPlace.start);
  const to = next ? textOffsetOf(unit.inline, next.keyPlace.start) : unit.inline.text.length;
  return unit.inline.text.slice(textOffsetOf(unit.inline, place.start), to);
}

function statusOf(field: Field, told = field.value): DecisionStatus {
  if (/^(?:vote|motion)/i.test(field.key)) return voteStatus(told);
  const word = /^\W{0,3}([\p{L}]+(?: [\p{L}]+)?)\W{0,3}(?:$|[.,;:(–—-])/u.exec(field.value)?.[1];
  const stated = word === undefined ? undefined : decisionStatusOf(word);
  if (stated !== undefined) return stated;
  if (openKey.test(field.key) || isQuestion(field.value.toLowerCase().trim()) || asksFirst(field.value)) return "open";
  return refusal.test(field.value) ? "rejected" : "decided";
}

/** A motion is decided once its outcome stands beside it. */
function voteStatus(value: string): DecisionStatus {
  if (/\b(?:fail(?:s|ed)|rejected|defeated|not (?:passed|approved|carried)|lost)\b/i.test(value)) return "rejected";
  if (
    /\b(?:pass(?:es|ed)|approved|carried|carries|adopted|accepted|unanimous(?:ly)?|agreed|yes)\b|\d\s?(?:to|of|:|-|–)\s?\d/i.test(
      value,
    )
  )
    return "decided";
  return "open";
}

/** "keep or drop the old client? Owner: …": the label's own sentence is a question, and the next word is no answer. */
function asksFirst(value: string): boolean {
  const first = splitSentences(value)[0];
  if (first === undefined || !isQuestion(value.slice(first.start, first.end).toLowerCase())) return false;
  return !/^\W*(?:yes|no)\b/i.test(value.slice(first.end));
}
