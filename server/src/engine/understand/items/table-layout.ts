import type { FieldName, Figure, PlanItem } from "../../model/facts.js";
import type { RowUnit, TableInfo } from "../../reading/units.js";
import type { SectionReading } from "../context.js";
import { normaliseKey } from "../field-names.js";
import { isPlaceholder } from "../placeholders.js";
import { dateOf, priorityOf } from "../values.js";
import { type Column, cellText, columnOf, columnsOf } from "./columns.js";
import { cellAmount } from "./figures.js";
import type { Setting } from "./setting.js";

/** How a table of planned work is laid out. */
export interface Layout {
  readonly columns: readonly Column[];
  readonly naming: Column;
  readonly kind: PlanItem["kind"];
  /** For a table of objectives and key results side by side: the objective's column. */
  readonly objective: Column | undefined;
  /** Columns of figures, with what they measure. */
  readonly measures: readonly { readonly column: Column; readonly kind: Figure["kind"] }[];
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
/** Headers that name planned work wherever the table stands. */
const strictNames =
  /^(?:strategic )?(?:initiative|project|epic|feature|deliverable|milestone|workstream|objective|key result|goal|bet|roadmap item|plan item|theme|programme?)s?$/;

/** How the table names its work, and what its columns say of it; undefined for tables that hold none. */
export function layoutOf(
  table: TableInfo,
  rows: readonly RowUnit[],
  setting: Setting,
  reading: SectionReading,
): Layout | undefined {
  const columns = columnsOf(table);
  // "| Rank | Question | Who |": what a plan ranks is its work, whatever it calls it.
  const asks = setting.readiness === "listed" && columns.some((column) => /^rank/i.test(column.header));
  const names = new Set(columns.flatMap((column) => column.name ?? []));
  const aimed = aimedAt(columns, names, reading);
  const other = ({ name, index }: Column): boolean =>
    name !== undefined && unplanned.has(name) && !(asks && name === "question") && index !== aimed?.index;
  if (columns.length < 2 || columns.some(other)) return undefined;
  const hiring = headcountLayout(columns, rows, setting, reading);
  if (hiring) return hiring;
  const measured = measuredLayout(columns, rows);
  if (measured) return measured;
  const called = calledPriority(columns, rows, reading);
  const keyResult = keyResultColumn(columns, rows);
  const naming =
    called ??
    keyResult ??
    columnOf(columns, "item", "objective", "title") ??
    aimed ??
    fallbackNaming(columns, rows, setting, names);
  if (!naming) return undefined;
  const who = whoColumns.some((name) => names.has(name));
  const ranked = names.has("priority") || names.has("rank");
  const timed = names.has("target") || names.has("due");
  const said = [ranked, who || names.has("domain") || names.has("team"), timed, names.has("status")].filter(
    Boolean,
  ).length;
  if (setting.readiness === "closed" && naming !== aimed) {
    const planned = setting.planned && (who || ranked || timed) && naming.name === "item";
    const opens =
      planned || (strictNames.test(normaliseKey(naming.header)) && (ranked || (who && (timed || names.has("status")))));
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
      : itemKind(setting, naming);
  return { columns, naming, kind, objective, measures: kind === "objective" ? measuresOf(columns, rows) : [] };
}

/** "| Ref | Outcome | DRIs | Due |": what a plan is to come to, with people and dates, is its work. */
function aimedAt(
  columns: readonly Column[],
  names: ReadonlySet<FieldName>,
  { head }: SectionReading,
): Column | undefined {
  if (head.kind !== "roadmap" || names.has("decision") || names.has("disagreement") || names.has("item"))
    return undefined;
  if (!whoColumns.some((name) => names.has(name)) || !(names.has("target") || names.has("due"))) return undefined;
  return columns.find(({ name, header, index }) => name === "outcome" && index <= 1 && /^outcomes?$/i.test(header));
}

/** "| Engineering | Backend, mobile | 5 |": a row a domain, and which roles its heads have. */
function isListBeside(role: Column, naming: Column, rows: readonly RowUnit[]): boolean {
  if ((naming.name !== "domain" && naming.name !== "team") || naming.index > role.index) return false;
  const textsOf = ({ index }: Column): readonly string[] =>
    rows.map((row) => cellText(row.cells[index], row.slot.text).toLowerCase()).filter((text) => !isPlaceholder(text));
  const names = textsOf(naming);
  return new Set(names).size === names.length && textsOf(role).some((text) => text.includes(","));
}

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
      candidate.name !== "notes" &&
      !(candidate.name === "role" && /^jobs?$/i.test(candidate.header))
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

/** Who or what heads are counted by: a table that begins with it is of headcount, whatever its section is called. */
const seatHeader =
  /^(?:role|position|job|job title|domain|team|function|department|discipline|area|group|organisation|organization|org|seat)s?$/i;

/** Whether a table with a column of heads plans them, rather than saying what each piece of work takes. */
function isCounted(columns: readonly Column[], setting: Setting, { head }: SectionReading, money: boolean): boolean {
  if (head.kind === "roadmap" || head.kind === "decision") return false;
  return money || setting.readiness !== "closed" || seatHeader.test(columns[0]?.header ?? "");
}

/** "| Line | 2026–27 |": the lines of a budget, wherever the table stands. */
function splitsMoney([first, ...others]: readonly Column[], rows: readonly RowUnit[]): boolean {
  if (!/^(?:budget |cost )?(?:lines?|posts?|line items?)$/i.test(first?.header ?? "")) return false;
  const figures = others.filter(({ header }) => /\b(?:budget|costs?|spend|amount|20\d\d|fy ?\d+)|[€£$]/i.test(header));
  return figures.some(({ index }) => {
    const amounts = rows.filter((row) => cellAmount(row.cells[index]?.inline.text ?? "") !== undefined);
    return amounts.length > 1 && amounts.length * 2 >= rows.length;
  });
}

const ofPeople = /\b(?:people|head ?count|staff(?:ing)?|hires|team sizes?|ftes?|heads|seats|posts)\b/i;

/** "People at the end of the year", and below it a row a domain with nothing but numbers: heads, in whatever document. */
function splitsPeople(
  [first, ...others]: readonly Column[],
  rows: readonly RowUnit[],
  { section, head }: SectionReading,
): boolean {
  if (head.kind === "decision" || rows.length < 2 || others.length === 0) return false;
  if (!seatHeader.test(first?.header ?? "") || !ofPeople.test(section.path.at(-1)?.text ?? "")) return false;
  return others.every(({ name, index }) => {
    if (name !== undefined && name !== "baseline" && name !== "headcount" && name !== "people" && name !== "total")
      return false;
    const texts = rows.map((row) => cellText(row.cells[index], row.slot.text)).filter((text) => !isPlaceholder(text));
    return texts.length * 2 >= rows.length && texts.every((text) => cellAmount(text) !== undefined);
  });
}

const countHeader = /^(?:number|count|how many|quantity|qty)\b/i;
const headcountHeader =
  /\b(?:headcount|head ?count|fte|ftes|heads|seats|engineers|designers|people|staff|hires|hiring|open(?:ings)?|roles|budget|cost|spend|end of (?:the )?year|eoy|q[1-4]|h[12]|20\d\d|total|plan(?:ned)?)\b/i;

function headcountLayout(
  columns: readonly Column[],
  rows: readonly RowUnit[],
  setting: Setting,
  reading: SectionReading,
): Layout | undefined {
  const money = splitsMoney(columns, rows);
  const told =
    money ||
    columns.some((column) => column.name === "headcount" || /\b(?:headcount|ftes?|heads)\b/i.test(column.header));
  const seats = setting.kind === "headcount" || splitsPeople(columns, rows, reading);
  if (!seats && !(told && isCounted(columns, setting, reading, money))) return undefined;
  const numeric = columns.filter((column) => {
    if (
      !countHeader.test(column.header) &&
      (column.name === "rank" || column.name === "id" || column.name === "priority")
    )
      return false;
    const filled = rows
      .map((row) => cellText(row.cells[column.index], row.slot.text))
      .filter((text) => !isPlaceholder(text));
    const amounts = filled.filter(
      (text) => cellAmount(text) !== undefined && dateOf(text, reading.context) === undefined,
    ).length;
    return amounts > 0 && amounts * 2 >= filled.length;
  });
  const measures = numeric.filter(
    (column) => told || seats || headcountHeader.test(column.header) || countHeader.test(column.header),
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
    naming: role && !isListBeside(role, naming, rows) ? role : naming,
    kind: "headcount",
    objective: undefined,
    measures: measures.map((column) => ({ column, kind: measureKind(column) ?? "target" })),
  };
}
