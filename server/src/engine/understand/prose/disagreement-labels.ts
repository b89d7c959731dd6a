import type { Disagreement, Field, FieldName } from "../../model/facts.js";
import type { ParagraphUnit, RowUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { columnsOf } from "../fields.js";
import { registerOf } from "../headings/register-groups.js";
import { roleOfHeading } from "../headings.js";
import { isNothing, isStruck } from "./choices.js";
import { isExample } from "./decision-labels.js";
import { disagreementOf, endInCell } from "./disagreement-fact.js";
import { headingTopic, spokenTopic } from "./disagreement-topic.js";
import { because, idOf, rowPassage, sentencePassage } from "./passage.js";
import { splitSentences } from "./sentences.js";
import { type Setting, settingOf } from "./setting.js";
import { stancesOf } from "./stances.js";
import { labelSentence } from "./text-offset.js";

/** Disagreements that a label states: `Disagreement: …`, `Objection (Ana): …`, `concern: battery-life`. */
export function labelDisagreements(reading: SectionReading, index: number): Disagreement[] {
  const read = reading.units[index] as ReadUnit;
  const unit = read.unit as ParagraphUnit;
  const { role, record, minutes } = settingOf(reading);
  // A proposal's author weighs the drawbacks himself: "Concern: … Mitigation: …".
  if (record && (role === "drawbacks" || role === "risks")) return [];
  return read.fields.flatMap((field) => {
    if (field.name !== "disagreement" || field.value === "" || isExample(reading, index)) return [];
    const ended = endedKey.test(field.key);
    // "Disagreement of May is resolved: …": how minutes tell an end is read as a sentence.
    if (ended && minutes) return [];
    const about = namedInKey.exec(field.key)?.[1] ?? matterInBrackets(field, reading);
    const remark = remarkInKey.exec(field.key);
    const over = (about ?? remark) ? overInValue.exec(field.value) : undefined;
    const name = namedConcern(field);
    const closed = name === undefined ? undefined : closingOf(name, field.value);
    const told = toldIn(over, ended, field) ?? closed;
    if (!over && saysNone(field)) return [];
    const { start, end } = labelSentence(unit.inline, field);
    const passage = sentencePassage(reading, index, start, end, unit.item ? "list" : "label");
    return [
      disagreementOf(
        reading,
        { ...passage, id: passage.id ?? idAbove(reading) },
        {
          topic:
            about ??
            name ??
            (over ? (remark?.[2] ?? remark?.[1]) : undefined) ??
            topicBelow(reading, unit, topicTold(field.value)),
          evidence: [because("disagreement-label", field.key)],
          resolved:
            unit.item?.checked === true ||
            isStruck(unit.inline) ||
            closedKey.test(field.key) ||
            ended ||
            Boolean(over ?? closed),
          outcome: told === undefined ? undefined : { text: told, place: field.place },
        },
      ),
    ];
  });
}

/** "## Lamps or torches (QR-6)": the id under which the heading above the only disagreement of its section names it. */
function idAbove({ section, units }: SectionReading): string | undefined {
  const heading = section.path.at(-1);
  if (heading === undefined || heading.depth < 2) return undefined;
  const stated = units.flatMap(({ fields }) => fields.filter(({ name }) => name === "disagreement"));
  return stated.length === 1 ? idOf(heading.text) : undefined;
}

/** What points at something named before it. */
const pointing = /\b(?:there|here|this|that|it|they|them|these|those)\b/i;

/** "Brass screws or nails (Ana, Bo).": what may be chosen, and not what for. */
const eitherOr =
  /^(?!(?:who|whose|whether|which|what|how|where|when)\b)(?:[\p{L}\d'’-]+ ){1,6}or [\p{L}\d'’-]+(?: [\p{L}\d'’-]+){0,5}(?: \([^()]{2,40}\))?\.?$/iu;

/** Of minutes with a heading for each matter: the heading, where the words of the label only point at it, or say no more than who wants what. */
function topicBelow(reading: SectionReading, unit: ParagraphUnit, topic: string): string {
  if (!settingOf(reading).minutes || unit.item !== undefined) return topic;
  const heading = headingTopic(reading);
  if (heading === undefined || !heading.includes(" ")) return topic;
  const labels = reading.units.filter(({ fields }) => fields.some(({ name }) => name === "disagreement"));
  const named = !pointing.test(topic) && !eitherOr.test(topic) && stancesOf(topic).parties.length < 2;
  return labels.length === 1 && !named ? heading : topic;
}

/** How it ended: what stands behind the word, the word itself where none is needed, or what a label says that calls it over. */
function toldIn(over: RegExpExecArray | null | undefined, ended: boolean, { value }: Field): string | undefined {
  if (ended) return value;
  if (over && endsAsSuch.test(value)) return value;
  const words = over?.[1];
  return words === undefined || saysHowItFeels.test(words) || saysWhen.test(words) ? undefined : words;
}

const endsAsSuch = /^\W{0,4}(?:answered|withdrawn|dropped|addressed)\b/i;
const saysWhen = /^(?:on |in |at |since )?(?:the )?\d[\d./-]*(?:st|nd|rd|th)?(?:\s\p{L}{3,9})?(?:\s\d{4})?[.!]?$/iu;
/** "Disagreement of 4 May is resolved". */
const endedKey =
  /^\W{0,4}(?:(?:the|this|our|that|last) )?(?:disagreement|objection|dispute|concern)s?\b[^:]{0,80}\s(?:is|are|was|were|has been|have been)\s(?:now |since |finally )?(?:resolved|settled|closed|over|withdrawn|answered|ended)$/i;

/** "Disagreement about the bells (Ana / Bo): resolved, two of them.", "Concern of the night shift about the keys: answered". */
const namedInKey =
  /^\W{0,4}(?:disagreement|objection|dispute|concern)s?(?: (?:(?:of|from|by|raised by) [^():]{2,40}?|between [^():]{2,60}?))? (?:about|over|on|to|regarding) ([^()]{3,60}?)(?: \([^()]*\))?$/iu;
/** "Disagreement (tide lamps)", "Disagreement (tide lamps, 9 March)": what it is about; a name, a domain, a day or a state tells something else. */
const inBrackets =
  /^\W{0,4}(?:disagreement|objection|dispute|concern)s?\s\((?!(?:the |an? )?(?:\p{L}+ly )?(?:open|un\p{L}+|still|new|old|resolved|settled|closed|withdrawn|answered|over|parked|pending|blocking|non-blocking|minor|major|small|serious|strong|formal|raised|owned|owner|since|from|by|of|for|on|between|with|see|next|not|no|joint|shared)\b)(\p{Ll}[^(),;:?!]{5,60})(?:, [^()]{2,30})?\)$/u;

function matterInBrackets({ key }: Field, { context }: SectionReading): string | undefined {
  const matter = inBrackets.exec(key.replace(/^\W{0,4}\p{Lu}/u, (start) => start.toLowerCase()))?.[1]?.trim();
  if (matter === undefined || !matter.includes(" ")) return undefined;
  const words = matter.split(/\s(?:and|vs\.?|versus|against)\s|\s?[/&+]\s?/);
  return words.some((word) => context.vocabulary.domainByWord.has(word.toLowerCase())) ? undefined : matter;
}

/** "Disagreement RG-2 (opening hours): settled, we open at nine": its number, and what it is about. */
const remarkInKey =
  /^\W{0,4}(?:disagreement|objection|dispute|concern)s?\s([A-Z]{1,5}-?\d{1,4})(?: \(([^()]{3,60})\))?\W{0,3}$/iu;
const overInValue =
  /^\W{0,4}(?:resolved|settled|closed|withdrawn|over|answered|addressed|dropped)\b[\s,.;:–—-]*(\S[\s\S]*)?$/iu;
const saysHowItFeels =
  /^(?:thank(?:s|fully)?|at last|finally|phew|luckily|happily|today|yesterday|last week|this week|on (?:mon|tues|wednes|thurs|fri)day)\b[^.;,]{0,30}[.!]?$/i;

/** A label that says itself that it is over: "Settled disagreement: …", "Objection (closed): …". */
const closedKey = /^\W{0,4}(?:resolved|settled|closed)\b|[([](?:now |since )?(?:resolved|settled|closed|withdrawn)\b/i;

/** The name under which a concern is raised: "concern: battery-life, raised by …", and on the next line "Withdrawn by …". */
function namedConcern({ value }: Field): string | undefined {
  const name = /^[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)+(?=$|[,.;:]|\s[(—–])/u.exec(value)?.[0];
  return (
    name ??
    /^[\p{Ll}\p{N}]+(?:[ -][\p{Ll}\p{N}]+){0,2}(?=\s[—–]\s@?\p{Lu}|\s\(@?\p{Lu}[^()]{0,60}\))/u.exec(value)?.[0] ??
    /^[\p{Ll}\p{N}]+(?:[-_ ][\p{Ll}\p{N}]+){0,2}(?=[.,;]?\s(?:Raised|Withdrawn|Resolved|Closed|Answered)\s)/u.exec(
      value,
    )?.[0]
  );
}

/** "Resolved battery-life" behind the concern of that name. */
function closingOf(name: string, value: string): string | undefined {
  const match = /[.,;]\s((?:resolved?|closed?|withdrawn?)\s([^.,;:]{2,60}))/iu.exec(value);
  return match?.[2]?.trim().toLowerCase() === name.toLowerCase() ? match[1] : undefined;
}

/** "Ana and Bo are apart on the lamps: white or green": who disagrees, and then about what. */
const apartOn =
  /^\W{0,4}@?[\p{L}][^.;:?!]{1,60}?\s(?:(?:still|both|again|now|do|did|are|were|is|was|remain|cannot|can)\s){0,3}(?:disagree[ds]?|differ(?:s|ed)?|apart|divided|split|at odds|argue[ds]?|(?:not\s|n['’]t\s)?(?:yet\s)?agree)\s(?=(?:about|over|on|as to|regarding|concerning|whether|which|who|how|where)\s)/iu;

/** "Ana and Bo on whether the gate is locked", "Ana vs. Bo over the lamps": the same without a verb. */
const pairOn =
  /^\W{0,4}@?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?(?:(?:,? and |, | & | ?\/ ?| vs?\.? | versus | against | with )(?:the )?@?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?){1,4}\s(?:on|over|about|as to|regarding|concerning)\s(?=\S)/u;

function topicTold(value: string): string {
  const sentence = firstSentence(value);
  const pair = pairOn.exec(sentence);
  if (pair) return sentence.slice(pair[0].length).trim();
  return (apartOn.test(sentence) ? spokenTopic(sentence) : undefined) ?? sentence;
}

/** What a label calls contested, before the sentences that say who holds what. */
function firstSentence(value: string): string {
  const [first, second] = splitSentences(value);
  return first && second && first.end - first.start >= 12
    ? value.slice(first.start, first.end).replace(/\.$/, "")
    : value;
}

function saysNone(field: Field): boolean {
  return isNothing(field.value) || /^\W{0,3}(?:none|no |nothing|n\/a|resolved\b)/i.test(field.value);
}

/** Columns that a table below "Open disagreements" has for what it says of each. */
const columnsTold = ["status", "parties", "nextStep", "since", "due"] as const;

/** What heads the column that names what a row is about. */
const topical =
  /^(?:the )?(?:topic|subject|matter|issue|point|question|title|name|theme|what|what about|about|about what|over what|concern(?:s|ing)?|summary|what it is about|in dispute|what is (?:disputed|contested|at issue|open))s?\??$/i;

/** Columns that number or date a row, or say who raised it. */
const aside: ReadonlySet<FieldName | undefined> = new Set<FieldName | undefined>(["id", "date", "since", "author"]);

/** Whether a cell only numbers its row: "7", "#7", "DG-7". */
function isNumber(row: RowUnit, index: number): boolean {
  return /^#?(?:[A-Z]{1,6}-?)?\d{1,5}[.)]?$/.test(row.cells[index]?.inline.text.trim() ?? "");
}

/** Whether the title in front matter calls the document a register, where no heading does. */
function isTitledRegister({ head, context }: SectionReading): boolean {
  return head.title !== undefined && roleOfHeading(head.title.text, context) === "disagreements";
}

const cellLabel = /^\W{0,4}(disagreement|objection|dispute)(?: \([^()]{2,60}\))?\s?:\s+(\S[\s\S]{5,})$/iu;

/** "| 14:09 | Disagreement: the warranty. Ana says two years, Bo says one. |": what a table of minutes says under a label of its own. */
function labelledCell(reading: SectionReading, read: ReadUnit, row: RowUnit): Disagreement | undefined {
  const column = row.cells.findIndex((cell) => cellLabel.test(cell.inline.text));
  const [, label = "", value = ""] = cellLabel.exec(row.cells[column]?.inline.text ?? "") ?? [];
  if (value === "" || isNothing(value) || /^(?:none|no|nothing|n\/a)\b/i.test(value)) return undefined;
  const passage = rowPassage(read, column);
  const { resolved, outcome } = endInCell(value);
  return disagreementOf(reading, passage, {
    topic: firstSentence(value),
    evidence: [because("disagreement-cell", label)],
    resolved,
    outcome: outcome === undefined ? undefined : { text: outcome, place: passage.focus },
  });
}

/** A row of a register of disagreements: under a column that names them, or with positions. */
export function rowDisagreement(reading: SectionReading, read: ReadUnit, setting: Setting): Disagreement | undefined {
  const row = read.unit as RowUnit;
  const headers = row.table.header.map((cell) => cell.inline.text.trim());
  const names = columnsOf(row.table);
  const inSection =
    setting.role === "disagreements" ||
    setting.role === "concerns" ||
    setting.roles.includes("disagreements") ||
    (reading.section.path.length === 0 && isTitledRegister(reading));
  let column = names.indexOf("disagreement");
  if (column < 0) {
    const tells = columnsTold.some((name) => names.includes(name));
    // "| Team | Positions |" counts posts, "| Position | 2027 |" names what money goes into.
    const naming = headers.findIndex((_, index) => !aside.has(names[index]) && headers[index] !== "#");
    const stated = names.includes("position") && !/^positions?$/i.test(headers[naming] ?? "");
    const told = inSection ? names.includes("position") : stated && reading.head.kind !== "hiring";
    if (!told && !(inSection && tells))
      return setting.minutes && !names.includes("decision") ? labelledCell(reading, read, row) : undefined;
    const isNamed = (index: number): boolean => !isNumber(row, index) && headers[index] !== "#";
    column = headers.findIndex((header, index) => topical.test(header) && isNamed(index));
    if (column < 0) column = names.findIndex((name, index) => !aside.has(name) && isNamed(index));
  }
  const cell = row.cells[column];
  if (!cell || isNothing(cell.inline.text)) return undefined;
  return disagreementOf(reading, rowPassage(read, column), {
    topic: cell.inline.text.trim(),
    evidence: [because("disagreement-column", headers[column] ?? "")],
    resolved: isStruck(cell.inline) || registerOf(reading.section.path)?.standing === "closed",
  });
}
