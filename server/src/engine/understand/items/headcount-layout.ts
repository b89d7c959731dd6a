import type { RowUnit } from "../../reading/units.js";
import { currencyBefore, currencyBehind } from "../../text/currencies.js";
import type { SectionReading } from "../context.js";
import { isPlaceholder } from "../placeholders.js";
import { dateOf } from "../values.js";
import { type Column, cellText, columnOf, measureKind } from "./columns.js";
import { cellAmount, totalName } from "./figures.js";
import type { Setting } from "./setting.js";
import { sumsOfHeader, sumsTold } from "./sums.js";
import type { Layout } from "./table-layout.js";

/** "| Engineering | Backend, mobile | 5 |": a row a domain, and which roles its heads have. */
function isListBeside(role: Column, naming: Column, rows: readonly RowUnit[]): boolean {
  if ((naming.name !== "domain" && naming.name !== "team") || naming.index > role.index) return false;
  const textsOf = ({ index }: Column): readonly string[] =>
    rows.map((row) => cellText(row.cells[index], row.slot.text).toLowerCase()).filter((text) => !isPlaceholder(text));
  const names = textsOf(naming);
  return new Set(names).size === names.length && textsOf(role).some((text) => text.includes(","));
}

/** "| Engineering | Rigging | 3 |", "| Engineering | Hull | 5 |": where several rows are of one domain, the column that tells them apart names them. */
function teamBeside(columns: readonly Column[], naming: Column, rows: readonly RowUnit[]): Column | undefined {
  if (naming.name !== "domain" || namesEach(naming, rows)) return undefined;
  const beside = columns.filter(
    ({ name, index }) => name === "team" || (name === undefined && index === naming.index + 1),
  );
  return beside.find((column) => namesEach(column, rows));
}

/** Whether a column holds another name in each row, but for sums. */
function namesEach({ index }: Column, rows: readonly RowUnit[]): boolean {
  const single = rows.filter((row) => !row.cells.some((cell) => totalName.test(cell.inline.text.trim())));
  const names = single.map((row) => cellText(row.cells[index], row.slot.text).toLowerCase());
  const words = names.every((name) => /\p{L}{2}/u.test(name) && !isPlaceholder(name));
  return words && new Set(names).size === names.length;
}

/** Who or what heads are counted by: a table that begins with it is of headcount, whatever its section is called. */
const seatHeader =
  /^(?:role|position|job|job title|domain|team|function|department|discipline|area|group|organisation|organization|org|directorate|division|branch|office|business unit|seat)s?$/i;

/** Whether a table with a column of heads plans them, rather than saying what each piece of work takes. */
function isCounted(columns: readonly Column[], setting: Setting, { head }: SectionReading, split: boolean): boolean {
  if (head.kind === "roadmap" || head.kind === "decision") return false;
  return split || setting.readiness !== "closed" || seatHeader.test(columns[0]?.header ?? "");
}

const moneyLines =
  /^(?:(?:budget |cost )?(?:lines?|posts?|positions?|line items?)|budgets?|costs?|spend(?:ing)?|expenses?|expenditures?|outlays?|(?:kind|type) of (?:cost|spend|expense)s?|cost (?:types?|kinds?|categor(?:y|ies)|centre|center)|money for|paid for)$/i;

/** "| Line | 2026–27 |", "| Cost | Budget |": the lines of a budget, wherever the table stands. */
function splitsMoney([first, ...others]: readonly Column[], rows: readonly RowUnit[]): boolean {
  if (!moneyLines.test(first?.header ?? "")) return false;
  return others.some(({ header, index }) => {
    const texts = rows.map((row) => row.cells[index]?.inline.text ?? "");
    const told = /\b(?:budget|costs?|spend|amount|20\d\d|fy ?\d+)|[€£$]/i.test(header);
    const amounts = texts.filter((text) => cellAmount(text) !== undefined && (told || ofMoney.test(text)));
    return amounts.length > 1 && amounts.length * 2 >= rows.length;
  });
}

/** "£640k", "12 000 €": an amount with its currency. */
const ofMoney = new RegExp(`${currencyBefore}\\s?\\d|\\d\\s?(?:k|m|mn)?\\s?${currencyBehind}`, "iu");

/** "| Product | 140 |", "| Engineering | 410 |": a row a domain, in the first column of words. */
function isByDomain(columns: readonly Column[], rows: readonly RowUnit[], { context }: SectionReading): boolean {
  const [first] = columns;
  const named = rows.filter((row) =>
    context.vocabulary.domainByWord.has(cellText(row.cells[first?.index ?? 0], row.slot.text).toLowerCase()),
  );
  const totals = rows.filter((row) => totalName.test(cellText(row.cells[first?.index ?? 0], row.slot.text)));
  return named.length > 1 && (named.length + totals.length) * 2 > rows.length;
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

const moneyHeader = /\b(?:budgets?|costs?|spend|spent|spending|payroll|salar(?:y|ies))\b/i;
const hiresHeader = /\b(?:hires|openings|(?:new|open) (?:posts|people|roles|seats|heads|positions))\b/i;

/** Whether a table that goes by domains counts money or people, by a header over its figures. */
function splits(pattern: RegExp, [, ...others]: readonly Column[], rows: readonly RowUnit[]): boolean {
  return others.some(
    ({ header, index }) =>
      pattern.test(header) &&
      rows.filter((row) => cellAmount(row.cells[index]?.inline.text ?? "") !== undefined).length * 2 > rows.length,
  );
}

const countHeader = /^(?:number|count|how many|quantity|qty)\b/i;
const headcountHeader =
  /\b(?:headcount|head ?count|fte|ftes|heads|seats|engineers|designers|people|staff|hires|hiring|open(?:ings)?|roles|budget|cost|spend|end of (?:the )?year|eoy|q[1-4]|h[12]|20\d\d|total|plan(?:ned)?)\b/i;

/** The layout of a table that counts people or money by domain, team, role or line; undefined for other tables. */
export function headcountLayout(
  columns: readonly Column[],
  rows: readonly RowUnit[],
  setting: Setting,
  reading: SectionReading,
): Layout | undefined {
  const money = splitsMoney(columns, rows) && reading.head.kind !== "decision";
  const split =
    money ||
    ((splits(moneyHeader, columns, rows) || splits(hiresHeader, columns, rows)) && isByDomain(columns, rows, reading));
  const told =
    split ||
    columns.some((column) => column.name === "headcount" || /\b(?:headcount|ftes?|heads)\b/i.test(column.header));
  const seats = setting.kind === "headcount" || splitsPeople(columns, rows, reading);
  if (!seats && !money && !(told && isCounted(columns, setting, reading, split))) return undefined;
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
  const written = sumsTold(reading.units, true) ?? reading.head.sums;
  return {
    columns,
    naming: role && !isListBeside(role, naming, rows) ? role : (teamBeside(columns, naming, rows) ?? naming),
    kind: "headcount",
    objective: undefined,
    measures: measures.map((column) => ({
      column,
      kind: measureKind(column) ?? "target",
      sums: sumsOfHeader(column.header) ?? (money || moneyHeader.test(column.header) ? written : undefined),
    })),
  };
}
