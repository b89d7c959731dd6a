import type { FieldName } from "../../model/facts.js";
import type { RowUnit } from "../../reading/units.js";
import type { SectionReading } from "../context.js";
import { isPlaceholder } from "../placeholders.js";
import { readStatus } from "../statuses.js";
import { dateOf, priorityOf } from "../values.js";
import { type Column, cellText, columnOf } from "./columns.js";
import { referenceOf } from "./setting.js";

/** An id that a cell consists of: "BX-101", "#12", "S/07", "RM 3". */
const idCell = /^[([]?(?:#\d{1,6}|[A-Z][A-Z0-9]{0,9}[-/ .]\d{1,6}|\p{Lu}{2,4}\d{1,5})[)\]]?$/u;
/** Columns whose header may as well stand over ids ("| Issue | What |"), where others name the work ("| Project | Name |"). */
const mayHoldIds: ReadonlySet<FieldName | undefined> = new Set<FieldName | undefined>([undefined, "link", "rank"]);
const mayName: ReadonlySet<FieldName | undefined> = new Set<FieldName | undefined>(["item", "title", "name"]);
const ofOthers =
  /\b(?:parent|depend\w*|block\w*|after|needs?|related|belongs|epic link|okrs?|krs?|goals?|objectives?)\b/i;
/** A day on which work began, was entered or was looked at last is no target. */
const otherDay =
  /^from$|\b(?:start(?:s|ed|ing)?|beg[iau]n(?:s|ning)?|since|kick[- ]?off|created|added|raised|opened|logged|entered|asked|update[sd]?|changed|touched|checked|review(?:ed)?|last|was|were|old|original(?:ly)?|previous(?:ly)?|baseline|approved|agreed|decided|actual(?:ly)?)\b/i;
const longestStatus = 32;

/**
 * The columns of a table of planned work, with the fields that their cells tell where the header does not: ids, dates, statuses. A column
 * that has a name keeps it, unless all that stands below it are ids.
 */
export function toldColumns(
  columns: readonly Column[],
  rows: readonly RowUnit[],
  reading: SectionReading,
): readonly Column[] {
  const textsOf = ({ index }: Column): readonly string[] =>
    rows.map((row) => cellText(row.cells[index], row.slot.text)).filter((text) => !isPlaceholder(text));
  const named = new Map<Column, FieldName>();
  const isMisnamed = ({ index, name, header }: Column): boolean =>
    index <= 2 &&
    !named.has(columns[index] as Column) &&
    namesWork(name, header, textsOf(columns[index] as Column), reading);
  const holdsIds = (column: Column): boolean =>
    !ofOthers.test(column.header) && areIds(textsOf(column), column.name === "rank", reading);
  const ids =
    columns.find((column) => mayHoldIds.has(column.name) && holdsIds(column)) ??
    columns.find(
      (column) => mayName.has(column.name) && holdsIds(column) && columns.some((other) => isInWords(other, textsOf)),
    );
  if (ids && !columnOf(columns, "id")) named.set(ids, "id");
  const work = columnOf(columns, ...namesOfWork) ? undefined : columns.find((column) => isMisnamed(column));
  if (work) named.set(work, "item");
  const open = columns.filter((column) => column.name === undefined && column !== ids);
  if (
    !columnOf(
      columns.filter((column) => column !== work),
      "target",
      "due",
      "date",
    )
  ) {
    const dated = open.filter((column) => !otherDay.test(column.header) && areDates(textsOf(column), reading));
    if (dated.length === 1 && dated[0]) named.set(dated[0], "target");
  }
  if (!columnOf(columns, "status")) {
    const states = columns.filter(
      (column) =>
        (column.name === undefined || column.name === "position") && !named.has(column) && areStatuses(textsOf(column)),
    );
    if (states.length === 1 && states[0]) named.set(states[0], "status");
  }
  if (!columnOf(columns, "priority")) {
    const levels = columns.filter(
      (column) => mayHoldLevels.has(column.name) && !named.has(column) && areLevels(textsOf(column), reading),
    );
    if (levels.length === 1 && levels[0]) named.set(levels[0], "priority");
  }
  if (named.size === 0) return columns;
  return columns.map((column) => ({ ...column, name: named.get(column) ?? column.name }));
}

/** "| What | When | Target |" over "Now", "Next" and "Later": headers of times and states that stand as well over levels. */
const mayHoldLevels: ReadonlySet<FieldName | undefined> = new Set<FieldName | undefined>([
  undefined,
  "target",
  "due",
  "period",
  "status",
]);

/** Whether all cells of a column are levels whose words say of themselves that they are: Now/Next/Later, Must/Should/Could. */
function areLevels(texts: readonly string[], { context }: SectionReading): boolean {
  const levels = texts.map((text) => priorityOf(text, context));
  const scheme = levels[0]?.scheme;
  if (levels.length < 2 || (scheme !== "horizon" && scheme !== "moscow")) return false;
  return levels.every((level) => level?.scheme === scheme) && new Set(levels.map((level) => level?.level)).size > 1;
}

/** Columns that name what a row is about. */
const namesOfWork: readonly FieldName[] = ["item", "title", "objective", "keyResult", "name", "role"];
/** Headers of times, places and reasons that stand as well over the work itself: "| Delivery | Accountable | Target |". */
const sparesForWork: ReadonlySet<FieldName | undefined> = new Set<FieldName | undefined>([
  "target",
  "due",
  "date",
  "domain",
  "team",
  "why",
]);
/** Of the headers over reasons those that may name what is asked for. */
const asked = /^(?:(?:customer|user|business) )?(?:needs?|problems?|asks?|wants?|values?|benefits?)$/i;

/** Whether a column holds the names of the work although its header reads as something else that its cells are not. */
function namesWork(
  name: FieldName | undefined,
  header: string,
  texts: readonly string[],
  reading: SectionReading,
): boolean {
  if (!sparesForWork.has(name) || name === undefined || (name === "why" && !asked.test(header))) return false;
  const worded = texts.filter((text) => /\p{L}{2,}[\s-]\p{L}/u.test(text));
  if (texts.length === 0 || worded.length * 2 <= texts.length || new Set(texts).size !== texts.length) return false;
  if (name === "domain" || name === "team") {
    const { domainByWord } = reading.context.vocabulary;
    return !texts.some((text) => domainByWord.has(text.toLowerCase()) || ofPeople.test(text));
  }
  return !areDates(texts, reading) && !areStatuses(texts);
}

/** "Checkout team", "@amelia": whose work it is rather than the work. */
const ofPeople = /@|(?:^|\s)(?:team|squad|crew|guild|group|department|chapter|tribe|office)s?$/i;

/** Whether a column can name the work in a table whose ids stand below another header. */
function isInWords(column: Column, textsOf: (column: Column) => readonly string[]): boolean {
  if (column.name !== undefined && !mayName.has(column.name) && column.name !== "notes") return false;
  const texts = textsOf(column);
  return texts.filter((text) => /\p{L}{2,}\s\p{L}/u.test(text)).length * 2 > texts.length;
}

function areIds(texts: readonly string[], lettered: boolean, { context }: SectionReading): boolean {
  if (texts.length === 0 || new Set(texts).size !== texts.length) return false;
  if (!texts.every((text) => idCell.test(text.trim()) && (!lettered || /\p{L}/u.test(text)))) return false;
  return texts.every((text) => dateOf(text, context) === undefined && priorityOf(text, context) === undefined);
}

function areDates(texts: readonly string[], reading: SectionReading): boolean {
  if (!texts.some((text) => /\d|[a-z]{3}/i.test(text))) return false;
  const reference = referenceOf(reading);
  const dates = texts.filter((text) => {
    const date = text.length <= 40 && !/^\d+$/.test(text.trim()) ? dateOf(text, reading.context, reference) : undefined;
    return date !== undefined && text.length <= date.text.length + 12;
  });
  return dates.length * 10 >= texts.length * 6;
}

/** Whether the cells of a column say when, and no more: "March", "Q3", "week 12". */
export function holdsDates({ index }: Column, rows: readonly RowUnit[], reading: SectionReading): boolean {
  const texts = rows.map((row) => cellText(row.cells[index], row.slot.text)).filter((text) => !isPlaceholder(text));
  return areDates(texts, reading);
}

function areStatuses(texts: readonly string[]): boolean {
  const states = texts.filter((text) => text.length <= longestStatus && readStatus(text)?.class !== undefined);
  return texts.length > 0 && states.length * 10 >= texts.length * 6;
}
