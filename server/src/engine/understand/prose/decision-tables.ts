import type { Decision, DecisionStatus } from "../../model/facts.js";
import type { ParagraphUnit, RowUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { columnsOf } from "../fields.js";
import { decisionStatusOf } from "../head/record-status.js";
import { findDomainWords } from "../headings/domain-words.js";
import { isNothing, isStruck } from "./choices.js";
import { decisionOf } from "./decision-fact.js";
import { isQuestion } from "./modality.js";
import { because, rowPassage, sentencePassage } from "./passage.js";
import type { Setting } from "./setting.js";

/** A table row that records a decision: under a column that names it, or in an index of decision records. */
export function rowDecision(reading: SectionReading, read: ReadUnit, setting: Setting): Decision | undefined {
  const row = read.unit as RowUnit;
  const column = decisionColumn(reading, row, setting);
  if (column === undefined) return setting.minutes ? labelledCell(reading, read, row) : undefined;
  const cell = row.cells[column];
  const text = cell?.inline.text.trim() ?? "";
  if (cell === undefined || isNothing(text)) return undefined;
  const header = row.table.header[column]?.inline.text ?? "";
  // "Decision needed: where the files are kept", in a cell of its own.
  const [, needed, , labelled] = cellLabel.exec(text) ?? [];
  const asked = needed !== undefined || asksInput(row) || isQuestion(text.toLowerCase());
  const status: DecisionStatus = isStruck(cell.inline)
    ? "rejected"
    : asked || /\b(?:needed|required|pending|open|sought|to (?:make|be (?:made|taken)))\b/i.test(header)
      ? "open"
      : "decided";
  return decisionOf(reading, rowPassage(read, column), {
    text: labelled?.trim() ?? text,
    status,
    evidence: [because("decision-column", header)],
  });
}

const cellLabel =
  /^\W{0,4}(?:decision( needed| wanted| required)?|decided|agreed|resolved)(?: \(([^()]{2,40})\))?\s?:\s+(\S[\s\S]{5,})$/iu;

/** "| Bank | Decision: we stay with it. | Ana tells them |": what a table of minutes says under a label of its own. */
function labelledCell(reading: SectionReading, read: ReadUnit, row: RowUnit): Decision | undefined {
  const column = row.cells.findIndex((cell) => cellLabel.test(cell.inline.text));
  const [, needed, remark = "", words] = cellLabel.exec(row.cells[column]?.inline.text ?? "") ?? [];
  const text = words?.trim();
  if (text === undefined || isNothing(text)) return undefined;
  const passage = rowPassage(read, column);
  return decisionOf(reading, passage, {
    text,
    status: needed !== undefined || isQuestion(text.toLowerCase()) ? "open" : "decided",
    evidence: [because("decision-cell", text)],
    domainWords: findDomainWords(remark, reading.context.vocabulary).map((word) => ({
      text: word.text,
      place: passage.focus,
    })),
  });
}

/** "| Question | Domain | Input needed |": a choice that waits for somebody's input is a decision that is still to be made. */
export function asksInput(row: RowUnit): boolean {
  const names = columnsOf(row.table);
  const answered = names.includes("outcome") || names.includes("decision");
  return names.includes("question") && names.includes("input") && !answered;
}

const titleHeader =
  /^(?:(?:title|name|record|adr|decision record|subject|topic|summary|description|what|issue|choice|matter|entry|statement|outcome)s?|text|wording|(?:the )?call|in short|what we (?:have )?(?:decided|agreed|chose|settled)(?: on)?)$/i;

function decisionColumn(reading: SectionReading, row: RowUnit, setting: Setting): number | undefined {
  // A register of disagreements in a decision log holds no decisions.
  if (setting.role === "disagreements") return undefined;
  const headers = row.table.header.map((cell) => cell.inline.text.trim());
  const names = columnsOf(row.table);
  if (names.includes("disagreement") || names.includes("position")) return undefined;
  if (names.includes("question")) return asksInput(row) ? names.indexOf("question") : undefined;
  const named = names.findIndex(
    (name, index) =>
      name === "decision" && !(reading.head.kind === "charter" && workingAgreement.test(headers[index] ?? "")),
  );
  if (named >= 0) {
    // A table of options or topics may have a column for the verdict on each: the row is about its first cell then.
    const verdicts = decisionStatusOf(row.cells[named]?.inline.text ?? "") !== undefined;
    const topic = headers.findIndex(
      (header, index) => index !== named && (titleHeader.test(header) || names[index] === "item"),
    );
    return verdicts && (row.cells[named]?.inline.text.length ?? 0) < 24 && topic >= 0 ? topic : named;
  }
  // An "ADR" column may hold numbers, and the title stands in the next.
  const cellOf = (index: number): string => row.cells[index]?.inline.text.trim() ?? "";
  const titles = headers.flatMap((header, index) =>
    titleHeader.test(header) && /\p{L}{3}/u.test(cellOf(index)) ? [index] : [],
  );
  const title = titles.find((index) => !recordNumber.test(cellOf(index))) ?? titles[0];
  const dated = names.includes("status") || names.includes("date");
  const records =
    reading.head.kind === "decision" && row.cells.slice(0, 2).some((_, index) => recordNumber.test(cellOf(index)));
  if (title !== undefined && dated && (records || isIndex(reading, setting))) return title;
  return undefined;
}

/** "ADR-0007", "RFC 12": by its number a record, whatever the list of them is called. */
const recordNumber = /^(?:ADR|MADR|RFC|RFD|DR|KEP|PEP)[- ]?0*\d{1,5}$/i;

/** What a charter lists under this word is how people work, and no decisions. */
const workingAgreement = /^(?:our |the |working )*agree(?:d|ments?)$/i;

const indexTitle = /\b(?:decisions?|adrs?|decision records?|mdrs?|resolutions)\b/i;

function isIndex(reading: SectionReading, setting: Setting): boolean {
  if (setting.role === "decisions" || setting.roles.includes("decisions")) return true;
  return reading.section.path.some((heading) => indexTitle.test(heading.text));
}

const recordLink =
  /(?:^|\/)(?:[a-z]{0,6}-?)?\d{3,5}[-_][^/]*\.(?:md|markdown)(?:#.*)?$|(?:^|\/)(?:adr|decision)s?\/[^/]+\.md$/i;

/** The items of a list that is an index of decision records: each is a link to one. */
export function indexDecisions(reading: SectionReading, setting: Setting, done: Set<number>): Decision[] {
  if (!isIndex(reading, setting)) return [];
  const items = reading.units.flatMap((read, index) =>
    read.unit.kind === "paragraph" && read.unit.item && !done.has(index) && isRecordLink(read.unit) ? [index] : [],
  );
  if (items.length < 2) return [];
  return items.map((index) => {
    done.add(index);
    const unit = (reading.units[index] as ReadUnit).unit as ParagraphUnit;
    const { text } = unit.inline;
    const link = unit.inline.marks.find((mark) => mark.kind === "link");
    const rest = `${text.slice(0, link?.start ?? 0)} ${text.slice(link?.end ?? 0)}`;
    return decisionOf(reading, sentencePassage(reading, index, 0, text.length, "list"), {
      text: text.trim(),
      status: isStruck(unit.inline) ? "superseded" : (decisionStatusOf(rest) ?? "decided"),
      evidence: [because("record-index", link?.url ?? "")],
    });
  });
}

function isRecordLink(unit: ParagraphUnit): boolean {
  const link = unit.inline.marks.find((mark) => mark.kind === "link");
  if (!link?.url || !recordLink.test(link.url)) return false;
  return link.start < 24 && unit.inline.text.length - (link.end - link.start) < 60;
}
