import type { FieldName, Figure } from "../../model/facts.js";
import type { Cell, TableInfo } from "../../reading/units.js";
import { fieldNameOf, normaliseKey } from "../field-names.js";

/** A column of a table of planned work. */
export interface Column {
  readonly index: number;
  readonly header: string;
  /** The field that the header names; undefined where it names none. */
  readonly name: FieldName | undefined;
}

const byTable = new WeakMap<TableInfo, readonly Column[]>();

/** The columns of a table, by the names in its header. */
export function columnsOf(table: TableInfo): readonly Column[] {
  let columns = byTable.get(table);
  if (!columns) {
    columns = table.header.map((cell, index) => ({
      index,
      header: headerText(cell),
      name: columnName(headerText(cell)),
    }));
    byTable.set(table, columns);
  }
  return columns;
}

function headerText(cell: Cell): string {
  return cell.inline.text.trim();
}

const tails: ReadonlyMap<string, FieldName> = new Map(
  Object.entries({
    owner: "owner",
    owners: "owner",
    lead: "lead",
    leads: "lead",
    director: "lead",
    dri: "dri",
    driver: "driver",
    champion: "champion",
    sponsor: "sponsor",
    approver: "approver",
    accountable: "owner",
    contact: "contact",
    priority: "priority",
    rank: "rank",
    status: "status",
    date: "target",
    quarter: "target",
    eta: "target",
    headcount: "headcount",
    fte: "headcount",
    ftes: "headcount",
    budget: "budget",
    money: "budget",
    funding: "budget",
    funds: "budget",
    team: "team",
    goal: "item",
    initiative: "item",
    project: "item",
    feature: "item",
    epic: "item",
    work: "item",
    item: "item",
    deliverable: "item",
    milestone: "item",
    objective: "objective",
    result: "keyResult",
    role: "role",
    need: "why",
    reason: "why",
  } satisfies Record<string, FieldName>),
);

/** Whoever has the work in hand, over a column of people. */
const ofPerson =
  /^(?:whose|who(?:['’]s)? (?:leads?|does it|runs it|has it|is on it|owns it|delivers|answers)|engineers? (?:on it|in charge)|(?:person )?in charge|(?:assigned|given|allocated) to|in (?:whose )?hands? of|(?:held|delivered|built|run) by|named person|(?:responsible|answerable)(?: (?:person|officer|manager|lead))?|developer|engineer|officer|manager|(?:project|product|delivery|programme|program|engineering) manager|pm|lead (?:pm|(?:product |project )?manager|engineer|designer|developer)|owner or lead)$/i;

/** Whoever acts while the lead cannot: "Deputises", "When the lead is away", "In her absence". */
const ofStandIn =
  /^(?:deputi[sz](?:es|ing)|stands? in(?: for (?:them|the lead))?|understudy|locum|(?:when|if|while) (?:[\p{L}’']+ ){0,3}(?:away|absent|out|on leave|on holiday|ill|unavailable)|in (?:(?:his|her|their|the|case of) )?(?:[\p{L}’']+ )?absence)$/iu;

/** The field that a header names: as a whole, by its first of several words for one thing ("Owner(s) or team(s)"), or by its last word ("Tech lead"). */
export function columnName(header: string): FieldName | undefined {
  if (header === "") return undefined;
  if (/^directors?$/i.test(header)) return "lead";
  if (/^(?:people|staff|engineers|headcount needed)$/i.test(header)) return "people";
  if (/^(?:level|tier|urgency)$/i.test(header)) return "priority";
  if (ofPerson.test(header)) return "owner";
  if (ofStandIn.test(header)) return "standIn";
  const whole = fieldNameOf(header);
  if (whole) return whole;
  const plain = header.replace(/\((?:s|es)\)/g, "").replace(/\([^()]*\)/g, " ");
  const first = plain.split(/\s*(?:\/|&|\bor\b|\band\b|,)\s*/)[0] ?? "";
  const known = fieldNameOf(plain) ?? fieldNameOf(first);
  if (known) return known;
  const words = normaliseKey(first).split(" ");
  return words.length > 1 && words.length <= 4 ? tails.get(words.at(-1) ?? "") : undefined;
}

/** The first column of any of these names. */
export function columnOf(columns: readonly Column[], ...names: readonly FieldName[]): Column | undefined {
  for (const name of names) {
    const column = columns.find((candidate) => candidate.name === name);
    if (column) return column;
  }
  return undefined;
}

/** What a reader sees in a cell; of an image its description, for badges such as a picture of "P1". */
export function cellText(cell: Cell | undefined, source: string): string {
  if (!cell) return "";
  const text = cell.inline.text.trim();
  if (text !== "" || !cell.inline.marks.some((mark) => mark.kind === "image")) return text;
  return /!\[([^\]]{1,40})\]/.exec(source.slice(cell.start, cell.end))?.[1]?.trim() ?? "";
}

/** Whether all that a cell shows is struck through. */
export function isStruck(cell: Cell): boolean {
  const text = cell.inline.text.trim();
  if (text === "") return false;
  const shown = cell.inline.marks
    .filter((mark) => mark.kind === "delete")
    .reduce((sum, mark) => sum + mark.end - mark.start, 0);
  return shown >= text.length - 1;
}

const targetHeader =
  /^(?:to|aim|goal|target\b.*|.*\btarget|by (?:the )?(?:end|close|start) of .*|by (?:q[1-4]|h[12])\b.*)$/i;
const baselineHeader =
  /^from$|\b(?:last (?:year|quarter|half|month)|previous|today|current(?:ly)?|now|at the start|start|baseline|existing|before|as of)\b/i;
const actualHeader = /\b(?:actual|actuals|spent|paid|result|so far|mid[- ]?q|end[- ]?q|score|grade|progress|filled)\b/i;

/** What a column of figures says: what is aimed at, what was, what is; undefined where its header does not tell. */
export function measureKind(column: Column): Figure["kind"] | undefined {
  if (column.name === "baseline" || baselineHeader.test(column.header)) return "baseline";
  if (column.name === "actual" || actualHeader.test(column.header)) return "actual";
  if (column.name === "target" || column.name === "headcount" || column.name === "budget") return "target";
  if (targetHeader.test(column.header)) return "target";
  return undefined;
}
