import type { DateValue } from "../../model/date.js";
import type { Field, FieldName, Figure, PlanItem } from "../../model/facts.js";
import type { Cell, RowUnit } from "../../reading/units.js";
import type { SectionReading } from "../context.js";
import { readHeadingText } from "../headings.js";
import { isPlaceholder } from "../placeholders.js";
import { dateOf, findDate } from "../values.js";
import { type Attributes, placeIn, type TextSource, takeField } from "./attributes.js";
import { buildItem } from "./build.js";
import { type Column, cellText, columnOf, isStruck } from "./columns.js";
import { cellAmount, figuresOf, totalName } from "./figures.js";
import { type ItemText, readItemText } from "./item-text.js";
import { listKey } from "./list-key.js";
import { referenceOf, type Setting } from "./setting.js";
import { type Layout, layoutOf, whoColumns } from "./table-layout.js";

/** The planned work in the rows of one table; `above` is the objective that the section is about. */
export function tableItems(
  rows: readonly RowUnit[],
  setting: Setting,
  reading: SectionReading,
  above: PlanItem | undefined,
): PlanItem[] {
  const table = rows[0]?.table;
  const layout = table && layoutOf(table, rows, setting, reading);
  if (!table || !layout) return [];
  const items: PlanItem[] = [];
  let current = withoutPeriod(setting, layout, reading);
  let objective = above?.kind === "objective" ? above : undefined;
  for (const row of rows) {
    const group = groupRow(row, layout, current, reading);
    if (group) {
      current = group;
      continue;
    }
    const cell = namingCell(row, layout);
    const named = layout.objective && readObjective(row, layout.objective, layout, current, reading);
    if (named) {
      objective = named;
      items.push(named);
    }
    if (!cell || !isTitle(cellText(cell, row.slot.text))) continue;
    const item = readRow(row, cell, layout, current, reading, objective);
    if (layout.kind === "objective" && isLone(row, layout) && !layout.objective) objective = item;
    items.push(item);
  }
  return items;
}

/** A row that leaves its column of dates empty has none; the document's period is not its date. */
function withoutPeriod(setting: Setting, layout: Layout, { head }: SectionReading): Setting {
  const dated = columnOf(layout.columns, "target", "due") !== undefined;
  return dated && setting.target?.place.slot === head.place.slot ? { ...setting, target: undefined } : setting;
}

const longestTitle = 1_000;

function isTitle(text: string): boolean {
  return (
    text.length <= longestTitle &&
    /\p{L}&?\p{L}/u.test(text) &&
    !isPlaceholder(text) &&
    !/^p[0-4]\s*[-–]\s*p[0-4]$/i.test(text)
  );
}

/** Whether nothing but the naming cell says anything. */
function isLone(row: RowUnit, layout: Layout): boolean {
  return row.cells.every(
    (cell, index) =>
      index === layout.naming.index || cellText(cell, row.slot.text) === "" || /^[-–—]$/.test(cell.inline.text.trim()),
  );
}

/** The cell that names what a row is about; a total stands in the first column of words, whichever column names the others. */
function namingCell(row: RowUnit, layout: Layout): Cell | undefined {
  const cell = row.cells[layout.naming.index];
  if (layout.kind !== "headcount" || cell === undefined || !isPlaceholder(cellText(cell, row.slot.text))) return cell;
  const measured = layout.measures.map(({ column }) => column.index);
  const total = row.cells.find(
    (other, index) => !measured.includes(index) && totalName.test(cellText(other, row.slot.text).trim()),
  );
  return total ?? cell;
}

/** A row that heads those below it: "**Q3 2026** | | |". */
function groupRow(row: RowUnit, layout: Layout, setting: Setting, reading: SectionReading): Setting | undefined {
  const filled = row.cells.filter((cell) => cell.inline.text.trim() !== "");
  const cell = filled[0];
  if (filled.length !== 1 || !cell || layout.columns.length < 2) return undefined;
  const read = readHeadingText({ ...row, kind: "heading", depth: 6, inline: cell.inline }, reading.context);
  const text = cell.inline.text.trim();
  const dated = read.date && text.length < read.date.text.length + 10 ? read.date : undefined;
  const domains = read.domainWords.length > 0 && text.length < 40 ? read.domainWords : undefined;
  if (!dated && !domains && !(read.priority && text.length < 24) && !(read.status && text.length < 24))
    return undefined;
  const place = { slot: row.slot, start: row.start, end: row.end };
  return {
    ...setting,
    priority: read.priority ?? setting.priority,
    status: read.status ?? setting.status,
    target: dated ? { text: dated.text, date: dated, place } : setting.target,
    domainWords: domains ?? setting.domainWords,
  };
}

/** What a column says of planned work: a date without another name is when it is due, "Who" is who does it. */
function plannedName(column: Column, { columns }: Layout): FieldName | undefined {
  if (column.name === "date" && !columnOf(columns, "target", "due")) return "target";
  if (column.name === "parties" && !columnOf(columns, ...whoColumns)) return "owner";
  return column.name;
}

/** Fields of a row, by the columns' names. */
function rowFields(row: RowUnit, layout: Layout): Field[] {
  return layout.columns.flatMap((column) => {
    const cell = row.cells[column.index];
    const name = plannedName(column, layout);
    if (!cell || name === undefined || column === layout.naming) return [];
    const header = row.table.header[column.index] as Cell;
    const value = cellText(cell, row.slot.text);
    return [
      {
        name,
        key: column.header,
        value: isPlaceholder(value) ? "" : value,
        place: { slot: row.slot, start: cell.start, end: cell.end },
        keyPlace: { slot: row.slot, start: header.start, end: header.end },
        form: "row" as const,
      },
    ];
  });
}

function readObjective(
  row: RowUnit,
  column: Column,
  layout: Layout,
  setting: Setting,
  reading: SectionReading,
): PlanItem | undefined {
  const cell = row.cells[column.index];
  if (!cell || !isTitle(cell.inline.text.trim())) return undefined;
  return itemOf(
    row,
    cell,
    { ...layout, measures: [] },
    setting,
    reading,
    rowFields(row, layout).filter((field) => whoColumns.includes(field.name)),
    undefined,
  );
}

function readRow(
  row: RowUnit,
  cell: Cell,
  layout: Layout,
  setting: Setting,
  reading: SectionReading,
  parent: PlanItem | undefined,
): PlanItem {
  return itemOf(row, cell, layout, setting, reading, rowFields(row, layout), parent);
}

function itemOf(
  row: RowUnit,
  cell: Cell,
  layout: Layout,
  setting: Setting,
  reading: SectionReading,
  fields: readonly Field[],
  parent: PlanItem | undefined,
): PlanItem {
  const source: TextSource = {
    unit: row,
    inline: cell.inline,
    context: reading.context,
    reference: referenceOf(reading),
  };
  const read = readCell(cell, source);
  const { attributes } = read;
  const figures = figuresIn(row, layout, reading);
  const measured = new Set(
    layout.measures
      .filter((measure) => measure.column.name === "target" || measure.column.name === "baseline")
      .map((measure) => measure.column.header),
  );
  for (const field of fields) {
    if (field.name === "target" && measured.has(field.key) && dateOf(field.value, reading.context) === undefined)
      continue;
    takeField(field, attributes, reading.context, source.reference);
  }
  const lone = isLone(row, layout);
  if (lone && layout.kind === "objective") takeNamesInBrackets(source, read);
  const struck = isStruck(cell);
  if (struck)
    attributes.status = {
      text: "struck",
      class: "dropped",
      place: { slot: row.slot, start: cell.start, end: cell.end },
    };
  const title = cell.inline.text.slice(read.start, read.end).trim();
  const domain =
    layout.kind === "headcount" &&
    attributes.domainWords.length === 0 &&
    reading.context.vocabulary.domainByWord.has(title.toLowerCase());
  if (domain) attributes.domainWords.push({ text: title, place: { slot: row.slot, start: cell.start, end: cell.end } });
  return buildItem(
    {
      kind: layout.kind,
      title,
      titlePlace: { slot: row.slot, start: cell.start, end: cell.end },
      place: { slot: row.slot, start: row.start, end: row.end },
      form: "row",
      unit: row,
      attributes,
      fields,
      text: cell.inline.text,
      links: row.cells.flatMap((one) =>
        one.inline.marks.flatMap((mark) => (mark.kind === "link" && mark.url !== undefined ? [mark.url] : [])),
      ),
      list: listKey(row.slot, row.table.start),
      ranked: setting.ranked || columnOf(layout.columns, "rank", "priority") !== undefined,
      struck,
      total: totalName.test(title),
      figures:
        figures.length > 0 || layout.kind === "item"
          ? figures
          : figuresOf(cell.inline.text, (start, end) => placeIn(source, start, end)),
      parent: layout.kind === "objective" && !lone ? parent : undefined,
      evidence: [
        {
          kind: "table-row",
          text: layout.columns
            .map((column) => column.header)
            .join(" | ")
            .slice(0, 80),
        },
      ],
    },
    setting,
    reading,
  );
}

/** The naming cell holds the title and little else: only brackets, codes and labels are taken off it. */
function readCell(cell: Cell, source: TextSource): ItemText {
  const read = readItemText(source, []);
  const { text } = cell.inline;
  const cut = text.slice(read.end);
  // What stands below the name is said of it ("Berth map<br>*BX-12*").
  if (cut.startsWith("\n")) return read;
  // "Berth map ✅ done": the sign that was taken for its status.
  const sign = /^[\s,;|·]*(\p{Extended_Pictographic})/u.exec(cut)?.[1];
  if (sign !== undefined && read.attributes.status?.text.startsWith(sign)) return read;
  // A dash or colon inside a cell belongs to the name.
  const end = /^[\s)\]]*$|^\s*[([]/.test(cut) ? read.end : text.trimEnd().length;
  return { ...read, end };
}

function figuresIn(row: RowUnit, layout: Layout, reading: SectionReading): Figure[] {
  return layout.measures.flatMap(({ column, kind, sums }) => {
    const cell = row.cells[column.index];
    const amount = cell && cellAmount(cell.inline.text);
    if (!cell || !amount) return [];
    const place = { slot: row.slot, start: cell.start, end: cell.end };
    const text = cell.inline.text.trim();
    const by = kind === "target" ? timeOf(column, layout, reading) : undefined;
    const figure = { measure: column.header, kind, value: amount.value, unit: amount.unit, text, place, by };
    return [sums && amount.unit === "" && !scaledItself.test(text) ? { ...figure, ...sums } : figure];
  });
}

/** "640k": no figure of thousands, but one of units. */
const scaledItself = /\d\s?(?:k|m|mn|bn)\b/i;

/** A column's own time; a table that counts people or money may give it over the names ("| First half of 2026 | Budget |"). */
function timeOf(column: Column, { kind, naming }: Layout, reading: SectionReading): DateValue | undefined {
  return timeOfColumn(column, reading) ?? (kind === "headcount" ? timeOfColumn(naming, reading) : undefined);
}

const times = new WeakMap<Column, { readonly found: DateValue | undefined }>();

/** The period that a column's header names: "Target, third quarter", "Q3 target". */
function timeOfColumn(column: Column, reading: SectionReading): DateValue | undefined {
  let known = times.get(column);
  if (!known) {
    const { header } = column;
    const reference = referenceOf(reading);
    const rest = header.replace(/\b(?:targets?|goals?|aims?)\b[\s,:;(–-]*/i, "");
    const found = findDate(header, reading.context, reference)?.value ?? dateOf(rest, reading.context, reference);
    known = { found };
    times.set(column, known);
  }
  return known.found;
}

/** "1 Ship on a schedule (Ana, Bo)": whoever answers for an objective that has a row of its own. */
function takeNamesInBrackets(source: TextSource, read: ItemText): void {
  const attributes: Attributes = read.attributes;
  const match = /\(([\p{Lu}][\p{L}'’. -]{1,20}(?:(?:,| and| &) ?[\p{Lu}][\p{L}'’. -]{1,20}){0,3})\)\s*$/u.exec(
    source.inline.text,
  );
  if (!match?.[1] || attributes.owners.length > 0) return;
  let from = match.index + match[0].indexOf(match[1]);
  for (const part of match[1].split(/(,| and | & )/)) {
    const name = part.trim();
    if (/^\p{Lu}/u.test(name)) {
      const start = from + part.indexOf(name);
      attributes.owners.push({ text: name, place: placeIn(source, start, start + name.length), role: "owner" });
    }
    from += part.length;
  }
}
