import type { Field, FieldName, Figure, PlanItem } from "../../model/facts.js";
import type { Cell, RowUnit, TableInfo } from "../../reading/units.js";
import type { SectionReading } from "../context.js";
import { normaliseKey } from "../field-names.js";
import { readHeadingText } from "../headings.js";
import { isPlaceholder } from "../placeholders.js";
import { dateOf } from "../values.js";
import { type Attributes, placeIn, type TextSource, takeField } from "./attributes.js";
import { buildItem } from "./build.js";
import { type Column, cellText, columnOf, columnsOf, isStruck } from "./columns.js";
import { cellAmount, figuresOf } from "./figures.js";
import { type ItemText, readItemText } from "./item-text.js";
import { listKey } from "./list-key.js";
import { referenceOf, type Setting } from "./setting.js";

/** How a table of planned work is laid out. */
interface Layout {
  readonly columns: readonly Column[];
  readonly naming: Column;
  readonly kind: PlanItem["kind"];
  /** For a table of objectives and key results side by side: the objective's column. */
  readonly objective: Column | undefined;
  /** Columns of figures, with what they measure. */
  readonly measures: readonly { readonly column: Column; readonly kind: Figure["kind"] }[];
}

/** The planned work in the rows of one table. */
export function tableItems(rows: readonly RowUnit[], setting: Setting, reading: SectionReading): PlanItem[] {
  const table = rows[0]?.table;
  const layout = table && layoutOf(table, rows, setting, reading);
  if (!table || !layout) return [];
  const items: PlanItem[] = [];
  let current = setting;
  let objective: PlanItem | undefined;
  for (const row of rows) {
    const group = groupRow(row, layout, current, reading);
    if (group) {
      current = group;
      continue;
    }
    const cell = row.cells[layout.naming.index];
    const above = layout.objective && readObjective(row, layout.objective, layout, current, reading);
    if (above) {
      objective = above;
      items.push(above);
    }
    if (!cell || !isTitle(cellText(cell, row.slot.text))) continue;
    const item = readRow(row, cell, layout, current, reading, objective);
    if (layout.kind === "objective" && isLone(row, layout) && !layout.objective) objective = item;
    items.push(item);
  }
  return items;
}

const whoColumns: readonly FieldName[] = [
  "owner",
  "dri",
  "lead",
  "driver",
  "champion",
  "sponsor",
  "contact",
  "approver",
];
const unplanned: ReadonlySet<FieldName> = new Set<FieldName>([
  "decision",
  "disagreement",
  "question",
  "outcome",
  "position",
  "input",
  "inputFrom",
  "nextStep",
  "standIn",
]);
/** Headers that name planned work wherever the table stands. */
const strictNames =
  /^(?:strategic )?(?:initiative|project|epic|feature|deliverable|milestone|workstream|objective|key result|goal|bet|roadmap item|plan item|theme|programme?)s?$/;

function layoutOf(
  table: TableInfo,
  rows: readonly RowUnit[],
  setting: Setting,
  reading: SectionReading,
): Layout | undefined {
  const columns = columnsOf(table);
  if (columns.length < 2 || columns.some((column) => column.name !== undefined && unplanned.has(column.name)))
    return undefined;
  const names = new Set(columns.flatMap((column) => column.name ?? []));
  const hiring = headcountLayout(columns, rows, setting, reading);
  if (hiring) return hiring;
  const measured = measuredLayout(columns, rows);
  if (measured) return measured;
  const keyResult = columnOf(columns, "keyResult");
  const naming =
    keyResult ?? columnOf(columns, "item", "objective", "title") ?? fallbackNaming(columns, rows, setting, names);
  if (!naming) return undefined;
  const who = whoColumns.some((name) => names.has(name));
  const ranked = names.has("priority") || names.has("rank");
  const timed = names.has("target") || names.has("due");
  const said = [ranked, who || names.has("domain") || names.has("team"), timed, names.has("status")].filter(
    Boolean,
  ).length;
  if (setting.readiness === "closed") {
    const planned = setting.planned && (who || ranked || timed) && naming.name === "item";
    const opens =
      planned || (strictNames.test(normaliseKey(naming.header)) && (ranked || (who && (timed || names.has("status")))));
    if (!opens) return undefined;
  } else if (said === 0 && !keyResult && columnOf(columns, "headcount", "people", "budget") === undefined) {
    return undefined;
  }
  const objective = keyResult ? columnOf(columns, "objective") : undefined;
  const kind =
    keyResult || naming.name === "objective" || (setting.kind === "objective" && naming.name !== "item")
      ? "objective"
      : itemKind(setting);
  return { columns, naming, kind, objective, measures: kind === "objective" ? measuresOf(columns, rows) : [] };
}

function itemKind(setting: Setting): PlanItem["kind"] {
  return setting.kind === "headcount" ? "item" : setting.kind;
}

/** "| Goal | Now | Target |": results with figures, wherever the table stands. */
function measuredLayout(columns: readonly Column[], rows: readonly RowUnit[]): Layout | undefined {
  const naming =
    columnOf(columns, "keyResult", "objective") ??
    columns.find((column) => /^(?:goal|result|metric|measure|kpi|outcome)s?$/i.test(column.header));
  if (!naming) return undefined;
  const measures = measuresOf(
    columns.filter((column) => column !== naming),
    rows,
  );
  const kinds = new Set(measures.map((measure) => measure.kind));
  if (!kinds.has("target") || (naming.name !== "keyResult" && kinds.size < 2)) return undefined;
  const objective = naming.name === "keyResult" ? columnOf(columns, "objective") : undefined;
  return { columns, naming, kind: "objective", objective, measures };
}

/** The first column of words, where others say when, how urgent or how far: its header may be anything ("Search team H2"). */
function fallbackNaming(
  columns: readonly Column[],
  rows: readonly RowUnit[],
  setting: Setting,
  names: ReadonlySet<FieldName>,
): Column | undefined {
  if (setting.readiness === "closed") return undefined;
  const sure =
    names.has("priority") ||
    names.has("rank") ||
    names.has("target") ||
    names.has("due") ||
    (names.has("status") && whoColumns.some((name) => names.has(name)));
  if (!sure && setting.readiness !== "listed") return undefined;
  if (!sure && !whoColumns.some((name) => names.has(name)) && !names.has("status")) return undefined;
  const column = columns.find((candidate) => {
    if (
      candidate.name !== undefined &&
      candidate.name !== "name" &&
      candidate.name !== "scope" &&
      candidate.name !== "notes"
    )
      return false;
    const filled = rows.filter((row) => /\p{L}{3}/u.test(row.cells[candidate.index]?.inline.text ?? "")).length;
    return filled * 2 > rows.length;
  });
  return column && column.index <= 2 ? column : undefined;
}

const targetHeader = /^(?:to|aim|goal|target\b.*|.*\btarget)$/i;
const baselineHeader =
  /^from$|\b(?:last (?:year|quarter|half|month)|previous|today|current(?:ly)?|now|at the start|start|baseline|existing|before|as of)\b/i;
const actualHeader = /\b(?:actual|actuals|result|so far|mid[- ]?q|end[- ]?q|score|grade|progress|filled)\b/i;

function measuresOf(columns: readonly Column[], rows: readonly RowUnit[]): Layout["measures"] {
  return columns.flatMap((column) => {
    const kind = measureKind(column);
    if (kind === undefined) return [];
    const numeric = rows.filter((row) => cellAmount(row.cells[column.index]?.inline.text ?? "") !== undefined).length;
    return numeric > 0 ? [{ column, kind }] : [];
  });
}

function measureKind(column: Column): Figure["kind"] | undefined {
  if (column.name === "baseline" || baselineHeader.test(column.header)) return "baseline";
  if (column.name === "actual" || actualHeader.test(column.header)) return "actual";
  if (column.name === "target" || column.name === "headcount" || column.name === "budget") return "target";
  if (targetHeader.test(column.header)) return "target";
  return undefined;
}

const headcountHeader =
  /\b(?:headcount|head ?count|fte|ftes|heads|seats|engineers|designers|people|staff|hires|hiring|open(?:ings)?|roles|budget|cost|spend|end of (?:the )?year|eoy|q[1-4]|h[12]|20\d\d|total|plan(?:ned)?)\b/i;

function headcountLayout(
  columns: readonly Column[],
  rows: readonly RowUnit[],
  setting: Setting,
  reading: SectionReading,
): Layout | undefined {
  const told = columns.some(
    (column) => column.name === "headcount" || /\b(?:headcount|ftes?|heads)\b/i.test(column.header),
  );
  if (setting.kind !== "headcount" && !(told && reading.head.kind !== "roadmap" && setting.readiness !== "closed"))
    return undefined;
  const numeric = columns.filter((column) => {
    if (column.name === "rank" || column.name === "id" || column.name === "priority") return false;
    const filled = rows
      .map((row) => cellText(row.cells[column.index], row.slot.text))
      .filter((text) => !isPlaceholder(text));
    const amounts = filled.filter(
      (text) => cellAmount(text) !== undefined && dateOf(text, reading.context) === undefined,
    ).length;
    return amounts > 0 && amounts * 2 >= filled.length;
  });
  const measures = numeric.filter(
    (column) => told || setting.kind === "headcount" || headcountHeader.test(column.header),
  );
  const naming = columns.find(
    (column) =>
      !numeric.includes(column) && rows.some((row) => /\p{L}{2}/u.test(row.cells[column.index]?.inline.text ?? "")),
  );
  const role = columnOf(columns, "role", "title");
  if (
    !naming ||
    (measures.length === 0 && !role && columnOf(columns, "priority", "target", "owner", "status", "lead") === undefined)
  )
    return undefined;
  return {
    columns,
    naming: role ?? naming,
    kind: "headcount",
    objective: undefined,
    measures: measures.map((column) => ({ column, kind: measureKind(column) ?? "target" })),
  };
}

function isTitle(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !isPlaceholder(text) && !/^p[0-4]\s*[-–]\s*p[0-4]$/i.test(text);
}

/** Whether nothing but the naming cell says anything. */
function isLone(row: RowUnit, layout: Layout): boolean {
  return row.cells.every(
    (cell, index) =>
      index === layout.naming.index || cellText(cell, row.slot.text) === "" || /^[-–—]$/.test(cell.inline.text.trim()),
  );
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

/** Fields of a row, by the columns' names. */
function rowFields(row: RowUnit, layout: Layout): Field[] {
  return layout.columns.flatMap((column) => {
    const cell = row.cells[column.index];
    if (!cell || column.name === undefined || column === layout.naming) return [];
    const header = row.table.header[column.index] as Cell;
    const value = cellText(cell, row.slot.text);
    return [
      {
        name: column.name,
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

const totalName = /^(?:(?:grand|sub|overall) ?)?(?:total|sum)s?\b|^(?:all|overall|gesamt|summe)$/i;

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
  const figures = figuresIn(row, layout);
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
  // A dash or colon inside a cell belongs to the name.
  const end = /^[\s)\]]*$|^\s*[([]/.test(cut) ? read.end : text.trimEnd().length;
  return { ...read, end };
}

function figuresIn(row: RowUnit, layout: Layout): Figure[] {
  return layout.measures.flatMap(({ column, kind }) => {
    const cell = row.cells[column.index];
    const amount = cell && cellAmount(cell.inline.text);
    if (!cell || !amount) return [];
    const place = { slot: row.slot, start: cell.start, end: cell.end };
    return [
      { measure: column.header, kind, value: amount.value, unit: amount.unit, text: cell.inline.text.trim(), place },
    ];
  });
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
