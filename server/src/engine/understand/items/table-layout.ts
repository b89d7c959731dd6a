import type { FieldName, Figure, PlanItem } from "../../model/facts.js";
import type { RowUnit, TableInfo } from "../../reading/units.js";
import type { SectionReading } from "../context.js";
import { normaliseKey } from "../field-names.js";
import { priorityOf } from "../values.js";
import { type Column, cellText, columnOf, columnsOf, measureKind } from "./columns.js";
import { cellAmount, totalName } from "./figures.js";
import { headcountLayout } from "./headcount-layout.js";
import type { Setting } from "./setting.js";
import type { Sums } from "./sums.js";
import { holdsDates, toldColumns } from "./told-columns.js";

/** How a table of planned work is laid out. */
export interface Layout {
  readonly columns: readonly Column[];
  readonly naming: Column;
  readonly kind: PlanItem["kind"];
  /** For a table of objectives and key results side by side: the objective's column. */
  readonly objective: Column | undefined;
  /** Columns of figures, with what they measure. */
  readonly measures: readonly {
    readonly column: Column;
    readonly kind: Figure["kind"];
    /** How the sums of the column are written, where its header or the document says so. */
    readonly sums?: Sums | undefined;
  }[];
}

/** Columns that say whose an item is. */
export const whoColumns: readonly FieldName[] = [
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
/** What the rows of a plan may say of their work as well. */
const besideWork: ReadonlySet<FieldName> = new Set<FieldName>([
  "outcome",
  "position",
  "input",
  "inputFrom",
  "nextStep",
]);
/** Headers that name planned work wherever the table stands. */
const strictNames =
  /^(?:strategic )?(?:initiative|project|epic|feature|deliverable|milestone|workstream|objective|key result|goal|bet|roadmap item|plan item|theme|programme?)s?$/;

/** "| Priority | Piece | Cost |" of a memo: what it gives a level each, whatever it calls it, in a part that is about nothing else. */
function graded(
  columns: readonly Column[],
  rows: readonly RowUnit[],
  setting: Setting,
  reading: SectionReading,
): Column | undefined {
  if (!setting.unclosed || rows.length < fewestGraded) return undefined;
  const level = columns.find(({ header }) => /^(?:priority|moscow|prio)$/i.test(header));
  const naming = columns.find((column) => column !== level && (column.name === undefined || column.name === "item"));
  if (!level || !naming || naming.index > 1) return undefined;
  const levels = rows.map((row) => priorityOf(cellText(row.cells[level.index], row.slot.text), reading.context));
  const sure = levels.every((each) => each && (each.scheme === "p-level" || each.scheme === "moscow"));
  return sure ? naming : undefined;
}

const fewestGraded = 3;

/** What a report calls the work that it reports on. */
const ofReport =
  /\b(?:commitments?|promises?|promised|pieces?|deliver\w*|launch\w*|releases?|plans?|bets?|things?|work)\b/i;

/** How the table names its work, and what its columns say of it; undefined for tables that hold none. */
export function layoutOf(
  table: TableInfo,
  rows: readonly RowUnit[],
  setting: Setting,
  reading: SectionReading,
): Layout | undefined {
  const columns =
    setting.readiness === "closed" && !setting.planned && !setting.ranking && !setting.reported
      ? columnsOf(table)
      : scheduled(toldColumns(columnsOf(table), rows, reading), reading);
  // "| Rank | Question | Who |": what a plan ranks is its work, whatever it calls it.
  const asks = setting.readiness === "listed" && columns.some((column) => /^rank/i.test(column.header));
  const names = new Set(columns.flatMap((column) => column.name ?? []));
  // "| # | Follow-up | Who |" below "Follow-ups, by priority": what the heading ranks is a priority list, whatever it is called.
  const ranking = setting.ranked && setting.readiness === "listed" && names.has("rank") && !names.has("item");
  const follows = ranking ? columnOf(columns, "nextStep") : undefined;
  const aimed = aimedAt(columns, names, reading);
  const planned = setting.planned && names.has("item") && (names.has("target") || names.has("due"));
  // "| Wish | Priority | Heard from |": of what a list gives a level each, who asked for it.
  const wished = setting.readiness === "listed" && (names.has("priority") || names.has("rank"));
  const other = ({ name, index }: Column): boolean =>
    name !== undefined &&
    unplanned.has(name) &&
    !(asks && name === "question") &&
    !(planned && besideWork.has(name)) &&
    !(wished && name === "inputFrom") &&
    index !== aimed?.index &&
    index !== follows?.index;
  // "| Position | H2 2027 |", "| Position | Heads |": what money or people are counted by, beside numbers.
  const counted = columns.filter((column) => other(column) && !(column.index === 0 && namesPosts(column)));
  if (columns.length < 2 || counted.length > 0) return undefined;
  if (columns.some(other)) return headcountLayout(columns, rows, setting, reading);
  const who = whoColumns.some((name) => names.has(name));
  const ranked = names.has("priority") || names.has("rank");
  const timed = names.has("target") || names.has("due");
  // "Capacity", "Targets": whatever a roadmap's part is called, what it ranks and times there is its work.
  const work =
    (reading.head.kind === "roadmap" && names.has("item") && ranked && (timed || names.has("status"))) ||
    givesToWork(columns, rows);
  const hiring = work ? undefined : headcountLayout(columns, rows, setting, reading);
  if (hiring) return hiring;
  const measured = measuredLayout(columns, rows);
  if (measured) return measured;
  const called = calledPriority(columns, rows, reading);
  const keyResult = keyResultColumn(columns, rows);
  const naming =
    called ??
    follows ??
    keyResult ??
    itemColumn(columns, rows) ??
    (work ? columnOf(columns, "sharedPriority") : undefined) ??
    columnOf(columns, "objective", "title") ??
    aimed ??
    fallbackNaming(columns, rows, setting, names, reading) ??
    graded(columns, rows, setting, reading) ??
    (setting.reported
      ? columns.find((column) => column.name === undefined && ofReport.test(column.header))
      : undefined);
  if (!naming) return undefined;
  const said = [ranked, who || names.has("domain") || names.has("team"), timed, names.has("status")].filter(
    Boolean,
  ).length;
  if (setting.readiness === "closed" && naming !== aimed) {
    const reported = setting.reported && (ranked ? timed || names.has("status") : timed && names.has("status"));
    const plans =
      setting.planned ||
      reported ||
      (setting.ranking && ranked && timed && names.has("status") && !/^action/i.test(naming.header));
    const opens =
      (plans && (who || ranked || timed) && (naming.name === "item" || (work && naming.name === "sharedPriority"))) ||
      (reported && naming.name === undefined) ||
      naming === graded(columns, rows, setting, reading) ||
      (strictNames.test(normaliseKey(naming.header)) && (ranked || (who && (timed || names.has("status")))));
    if (!opens) return undefined;
  } else if (
    said === 0 &&
    !keyResult &&
    columnOf(columns, "headcount", "people", "budget") === undefined &&
    !(setting.readiness === "listed" && naming.name === "item" && columnOf(columns, "why") !== undefined)
  ) {
    return undefined;
  }
  const objective = keyResult ? columnOf(columns, "objective") : undefined;
  const kind =
    keyResult || naming.name === "objective" || (setting.kind === "objective" && naming.name !== "item")
      ? "objective"
      : work && (naming.name === "item" || naming.name === "sharedPriority")
        ? "item"
        : itemKind(setting, naming);
  return { columns, naming, kind, objective, measures: kind === "objective" ? measuresOf(columns, rows) : [] };
}

/** "| Date | Event |" below "Schedule": the days are those by which each comes, unless the document tells what went wrong. */
function scheduled(columns: readonly Column[], { section, head }: SectionReading): readonly Column[] {
  if (section.path.findLast(({ role }) => role !== undefined)?.role !== "milestones" || head.kind === "notes")
    return columns;
  if (
    columnOf(columns, "target", "due") ||
    !columns.some(({ name, header }) => name === undefined && happens.test(header))
  )
    return columns;
  if (/\b(?:incidents?|post-?mortem|outages?|retrospective)\b/i.test(head.title?.text ?? "")) return columns;
  return columns.map((column) => (column.name === "date" ? { ...column, name: "target" as const } : column));
}

/** What a schedule calls what is to happen. */
const happens = /^(?:events?|activit(?:y|ies)|what(?: happens)?|steps?|action|description|phases?)$/i;

/** A column of posts, or of what money goes into, rather than of who holds what. */
function namesPosts({ header }: Column): boolean {
  return /^positions?$/i.test(header);
}

/** "| Initiative | Priority | People | Budget |", without a sum: what each piece of work is given, also in a hiring plan or a budget. */
function givesToWork(columns: readonly Column[], rows: readonly RowUnit[]): boolean {
  const naming = columns.find(
    ({ name, header }) => name !== "id" && name !== "rank" && !/^(?:key|code|ticket)$/i.test(header),
  );
  const names =
    naming?.name === "sharedPriority" ||
    strictNames.test(normaliseKey(naming?.header ?? "")) ||
    (naming?.name === "item" && areTickets(columns, naming, rows));
  if (!naming || !names || !columnOf(columns, "priority") || !columnOf(columns, "people", "headcount", "budget"))
    return false;
  return !rows.some((row) => totalName.test(cellText(row.cells[naming.index], row.slot.text)));
}

/** "| Item |" over "BX-4 Berth map", or "| Id | Item |": a budget calls its lines items as well, and gives none of them a ticket. */
function areTickets(columns: readonly Column[], naming: Column, rows: readonly RowUnit[]): boolean {
  const beside = columnOf(columns, "id") ?? naming;
  return rows.every((row) => ticket.test(cellText(row.cells[beside.index], row.slot.text)));
}

const ticket = /^[([]?(?:[A-Z][A-Z0-9]{1,9}-|#)\d{1,6}\b/;

/** "| Ref | Outcome | DRIs | Due |": what a plan is to come to, with people and dates, is its work. */
function aimedAt(
  columns: readonly Column[],
  names: ReadonlySet<FieldName>,
  { head }: SectionReading,
): Column | undefined {
  if (head.kind !== "roadmap" || names.has("decision") || names.has("disagreement") || names.has("item"))
    return undefined;
  if (!whoColumns.some((name) => names.has(name)) || !(names.has("target") || names.has("due"))) return undefined;
  return columns.find(
    ({ name, header, index }) => name === "outcome" && index <= 1 && /^(?:outcome|result)s?$/i.test(header),
  );
}

/** "| Theme | Item |": of several columns of that name the first that names each row, rather than several together. */
function itemColumn(columns: readonly Column[], rows: readonly RowUnit[]): Column | undefined {
  const named = columns.filter((column) => column.name === "item");
  const groups = ({ header, index }: Column): boolean => {
    const texts = rows.map((row) => cellText(row.cells[index], row.slot.text)).filter((text) => text !== "");
    return grouping.test(header) || new Set(texts).size < texts.length;
  };
  return named.length > 1 ? (named.find((column) => !groups(column)) ?? named[0]) : named[0];
}

const grouping = /^(?:themes?|program(?:me)?s?)$/i;

/** "| KR | Key result |": of two columns of that name the one that holds more than numbers. */
function keyResultColumn(columns: readonly Column[], rows: readonly RowUnit[]): Column | undefined {
  const named = columns.filter((column) => column.name === "keyResult");
  const inWords = (column: Column): boolean =>
    rows.some((row) => /\p{L}{3}/u.test(row.cells[column.index]?.inline.text ?? ""));
  return named.find(inWords) ?? named[0];
}

function itemKind(setting: Setting, naming: Column): PlanItem["kind"] {
  // Who works on what, beside the objectives that it is for.
  const work =
    setting.kind === "objective" &&
    /^(?:initiative|project|epic|feature|work|task|activit(?:y|ie))s?$/i.test(naming.header);
  return setting.kind === "headcount" || work ? "item" : setting.kind;
}

/** "| # | Priority | Owner |": a column of that name that holds what has priority, beside its rank or owner. */
function calledPriority(
  columns: readonly Column[],
  rows: readonly RowUnit[],
  reading: SectionReading,
): Column | undefined {
  const column = columnOf(columns, "priority");
  if (!column || columnOf(columns, "item", "objective", "keyResult")) return undefined;
  if (!columnOf(columns, "rank", "owner", "dri", "lead")) return undefined;
  const texts = rows.map((row) => cellText(row.cells[column.index], row.slot.text)).filter((text) => text !== "");
  const named = texts.filter((text) => text.length > 8 && priorityOf(text, reading.context) === undefined);
  return named.length * 2 > texts.length ? column : undefined;
}

/** "| Goal | Now | Target |": results with figures, wherever the table stands. */
function measuredLayout(columns: readonly Column[], rows: readonly RowUnit[]): Layout | undefined {
  const naming =
    keyResultColumn(columns, rows) ??
    columnOf(columns, "objective") ??
    columns.find((column) =>
      /^(?:goal|result|metric|measure|kpi|outcome|number|figure|indicator)s?$/i.test(column.header),
    );
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
  reading: SectionReading,
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
  const filled = ({ index }: Column): readonly string[] =>
    rows.map((row) => row.cells[index]?.inline.text ?? "").filter((text) => /\p{L}{3}/u.test(text));
  const worded = columns.filter(
    (column) =>
      column.index <= 2 &&
      mayName(column) &&
      filled(column).length * 2 > rows.length &&
      // "| Month | Piece | Target |": when, beside the day itself.
      !holdsDates(column, rows, reading),
  );
  // "| Wave | What the berth gets |": what stands over several rows parts them.
  const parts = (column: Column): boolean => new Set(filled(column)).size * 3 <= rows.length * 2;
  const [first, second] = worded;
  return first && second?.name === undefined && second && parts(first) && !parts(second) ? second : first;
}

/** Whether a column may hold the names of the work, its header being about nothing else. */
function mayName({ name, header }: Column): boolean {
  // "| Issue | Owner |": a link that goes by words.
  if (name === undefined || name === "name" || name === "scope" || name === "notes" || name === "link") return true;
  return name === "role" && /^jobs?$/i.test(header);
}

function measuresOf(columns: readonly Column[], rows: readonly RowUnit[]): Layout["measures"] {
  return columns.flatMap((column) => {
    const kind = measureKind(column);
    if (kind === undefined) return [];
    const numeric = rows.filter((row) => cellAmount(row.cells[column.index]?.inline.text ?? "") !== undefined).length;
    return numeric > 0 ? [{ column, kind }] : [];
  });
}
