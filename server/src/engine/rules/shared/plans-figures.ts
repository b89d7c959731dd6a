import type { PlanDocument } from "../../index/document.js";
import { plainName } from "../../index/item-names.js";
import type { Stated } from "../../index/view.js";
import type { Figure, PlanItem } from "../../model/facts.js";
import { dictionary } from "../../text/dictionary.js";
import { groupBy } from "../../text/group.js";
import { normaliseKey } from "../../understand/field-names.js";
import type { RuleContext } from "../rule.js";
import { current, itemsOf } from "./plans.js";
import { byList } from "./plans-lists.js";

const measures = dictionary<string>({
  hc: "headcount",
  heads: "headcount",
  people: "headcount",
  ftes: "fte",
  "full time equivalents": "fte",
  budgets: "budget",
  number: "headcount",
  count: "headcount",
  "how many": "headcount",
  positions: "headcount",
  openings: "hires",
  hire: "hires",
});

/** "Planned hires" and "Hires" are one measure: a plan is what all of them are. */
const adjective = /^(?:planned|approved|total|(?:new|open|additional)(?= (?:hires?|hiring|openings?)\b)) (?=\p{L})/u;
/** "New posts", "Additional seats": what comes on top of those that there are, and no measure of them. */
const more = /^(?:new|additional|extra|further|added) (?=\p{L})/u;

/** "New seats", "Open roles": those who come. */
const coming = /^(?:planned )?(?:new|open|additional) (?:seats|posts|people|roles|heads|positions|joiners|hires)$/u;

/** "Headcount at the end of 2026", "Headcount at year's end": when it is reached is no part of what is measured. */
const atEnd = /(?<=\p{L}) (?:(?:at|by) )?(?:the )?(?:end of .*|year'?s? end|year s end|eoy)$/u;
/** "End of Q4" over a column: how many there are then. */
const bareEnd = /^(?:end of )(?:the )?(?:year|quarter|[qh][1-4]|fy ?\d\d|20\d\d)(?: (?:fy ?)?(?:20)?\d\d)?$/u;

/** "Hires planned for 2026": the time is the column's, and no part of what is measured. */
const forYear =
  /(?<=\p{L}) (?:planned |approved |budgeted )?(?:for|in|during) (?:(?:q[1-4]|h[12]|fy) ?)?(?:19|20)?\d\d$/u;

/** A measure's name as it compares: "HC" and "Headcount" are one, "FTE" and "Headcount" are two. */
export function measureKey(measure: string): string {
  const name = normaliseKey(measure.replace(/\([^()]*\)/g, " "));
  if (coming.test(name.replace(forYear, ""))) return "hires";
  const key = name
    .replace(adjective, "")
    .replace(more, "new ")
    .replace(/^(?:at|by|on) (?:the )?/, "")
    .replace(atEnd, "")
    .replace(forYear, "");
  return bareEnd.test(key) ? "headcount" : (measures.get(key) ?? key);
}

export function sameUnit(a: Figure, b: Figure): boolean {
  return a.unit === "" || b.unit === "" || a.unit === b.unit;
}

const mostApart = 31;

/**
 * Figures for the ends of different times say nothing of each other, and neither does one in thousands of one that may be in thousands as
 * well and does not say so.
 */
function comparable(one: Figure, other: Figure): boolean {
  // Of two that are written alike one leaves out that it is in thousands.
  if (scaleOf(one) !== scaleOf(other) && one.value === other.value) return false;
  const untold = [one, other].some((figure) => scaleOf(figure) === 1 && !isInUnits(figure));
  if (scaleOf(one) !== scaleOf(other) && untold && !areOfOneSize(one, other)) return false;
  if (!one.by || !other.by || one.by.ambiguous || other.by.ambiguous) return true;
  return Math.abs(one.by.end - other.by.end) <= mostApart;
}

function scaleOf({ scale = 1 }: Figure): number {
  return scale;
}

/** "180" where all is in thousands, "210" where nobody says: bare numbers of one size are in the same, and two in any other case. */
function areOfOneSize(one: Figure, other: Figure): boolean {
  const bare = [one, other].every(({ text }) => /^\d+(?:[.,]\d+)?$/.test(text));
  return bare && one.value < 2 * other.value && other.value < 2 * one.value;
}

/** "640k", "£640,000": whoever writes so writes no thousands. */
function isInUnits({ text }: Figure): boolean {
  return /\d\s?(?:k|m|mn|bn)\b|\d[ ,.'\u2009\u202f]\d{3}(?!\d)/i.test(text);
}

/** What a figure comes to. */
function amountOf(figure: Figure): number {
  return figure.value * scaleOf(figure);
}

/** Half of the last digit that a figure gives of what it comes to, where it is rounded: "1.2m" may be 1.15 to 1.25 million. */
function roundingOf(figure: Figure): number {
  const suffix = /\d\s?(k|m|mn|bn)\b/i.exec(figure.text)?.[1]?.toLowerCase();
  const scale = suffix === undefined ? scaleOf(figure) : ({ k: 1e3, bn: 1e9 }[suffix] ?? 1e6);
  const decimals = /\d[.,](\d{1,2})(?!\d)/.exec(figure.text)?.[1]?.length ?? 0;
  return scale === 1 ? 0 : scale / 10 ** decimals / 2;
}

/** Whether two figures come to different amounts; one in thousands or millions is rounded. */
function differ(one: Figure, other: Figure): boolean {
  const rounding = scaleOf(one) === scaleOf(other) ? 0 : Math.max(roundingOf(one), roundingOf(other));
  return Math.abs(amountOf(one) - amountOf(other)) > rounding;
}

export interface RowConflict {
  readonly kind: "row";
  readonly item: PlanItem;
  readonly figure: Figure;
  readonly others: readonly (Stated<PlanItem> & { readonly figure: Figure })[];
}

/** Planned figures of a headcount row that another document gives otherwise, for the same label, measure and time. */
export function* rowConflicts(context: RuleContext): Iterable<RowConflict> {
  const { document, workspace } = context;
  for (const item of itemsOf(document, "headcount")) {
    if (item.total || item.struck) continue;
    const rows = workspace.rowsLike(item).filter(({ fact }) => !fact.total && !fact.struck);
    const own = rows.filter((row) => row.document === document);
    const elsewhere = byDocument(rows.filter((row) => row.document !== document && current(document, row.document)));
    if (elsewhere.length === 0) continue;
    let before: RowConflict | undefined;
    for (const figure of item.figures) {
      if (figure.kind !== "target") continue;
      const counting = own.filter(({ fact }) => measured(fact, figure).length > 0);
      const others = elsewhere.flatMap((all) => {
        const same = all.filter(({ fact }) => measured(fact, figure).length > 0);
        // Teams of one domain go by its name as well: what is called just so comes first.
        const named = same.filter(({ fact }) => calledAs(fact, item));
        const holding = named.length > 0 ? named : same;
        const twins = named.length > 0 ? counting.filter(({ fact }) => calledAs(fact, item)) : counting;
        if (twins.some(({ fact }) => isUnderSame(fact, item))) return [];
        const told =
          twins.length > 0 || holding.length > 1 ? holding.filter(({ fact }) => isUnderSame(fact, item)) : holding;
        const [other] = told;
        const found = other && told.length === 1 ? measured(other.fact, figure) : [];
        const [theirs] = found;
        const differs =
          theirs &&
          found.length === 1 &&
          differ(theirs, figure) &&
          sameUnit(theirs, figure) &&
          comparable(theirs, figure);
        return other && differs ? [{ ...other, figure: theirs }] : [];
      });
      if (others.length === 0) {
        before = undefined;
        continue;
      }
      const conflict: RowConflict = { kind: "row", item, figure, others };
      if (!before || !carriesOn(conflict, before)) yield conflict;
      before = conflict;
    }
  }
}

function calledAs(one: PlanItem, other: PlanItem): boolean {
  return plainName(one.title) === plainName(other.title);
}

/** What a row aims at by the measure of a figure; where it gives two such, by that of the same words, or of the same time. */
function measured({ figures }: PlanItem, { measure }: Figure): readonly Figure[] {
  const found = figures.filter(
    ({ kind, measure: other }) => kind === "target" && measureKey(other) === measureKey(measure),
  );
  if (found.length < 2) return found;
  const name = normaliseKey(measure);
  return found.filter((one) => {
    const other = normaliseKey(one.measure);
    return other === name || other.endsWith(` ${name}`) || name.endsWith(` ${other}`);
  });
}

/** Of several tables that count by one measure ("Q3"), those under the same heading count the same. */
function isUnderSame(one: PlanItem, other: PlanItem): boolean {
  return headingOf(one) === headingOf(other);
}

function headingOf({ section }: PlanItem): string {
  return normaliseKey(section.path.at(-1)?.text ?? "");
}

function byDocument(rows: readonly Stated<PlanItem>[]): readonly (readonly Stated<PlanItem>[])[] {
  return [...groupBy(rows, ({ document }) => document).values()];
}

const period = /\b(?:[qh][1-4]|fy ?\d{2,4}|20\d{2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Whether a column of a later period only carries on the difference of the one before it: whoever is one more in Q3 is so in Q4. */
function carriesOn(conflict: RowConflict, before: RowConflict): boolean {
  return (
    period.test(conflict.figure.measure) &&
    period.test(before.figure.measure) &&
    differences(conflict) === differences(before)
  );
}

function differences({ figure, others }: RowConflict): string {
  return others.map((other) => `${other.document.path} ${amountOf(other.figure) - amountOf(figure)}`).join("\n");
}

export interface WrongTotal {
  readonly kind: "total";
  readonly item: PlanItem;
  readonly figure: Figure;
  readonly sum: number;
  readonly rows: readonly Figure[];
}

/** Totals that are not the sum of the rows above them in their table; struck rows leave the sum (SPEC §6). */
export function* wrongTotals(document: PlanDocument): Iterable<WrongTotal> {
  for (const items of byList(itemsOf(document, "headcount"))) {
    let from = 0;
    for (const [index, item] of items.entries()) {
      if (!item.total) continue;
      yield* totalsOf(item, items.slice(from, index), items.slice(0, index));
      from = index + 1;
    }
  }
}

function totalsOf(total: PlanItem, since: readonly PlanItem[], all: readonly PlanItem[]): readonly WrongTotal[] {
  return total.figures.flatMap((figure): WrongTotal[] => {
    const near = sumOf(figure, total, since);
    const far =
      since.length === all.length
        ? near
        : sumOf(
            figure,
            total,
            all.filter((item) => !item.total),
          );
    if (!near || !far || equal(near.sum, figure) || equal(far.sum, figure)) return [];
    return [{ kind: "total", item: total, figure, ...far }];
  });
}

/** Undefined where a row's cell holds something that is no figure, or there are no rows. */
function sumOf(
  figure: Figure,
  total: PlanItem,
  rows: readonly PlanItem[],
): { readonly sum: number; readonly rows: readonly Figure[] } | undefined {
  const counted: Figure[] = [];
  for (const row of rows) {
    if (row.struck) continue;
    const found = row.figures.filter((other) => other.measure === figure.measure && other.kind === figure.kind);
    const [own] = found;
    if (found.length > 1 || (own && !sameUnit(own, figure))) return undefined;
    if (own) counted.push(own);
    else if (!isEmptyBelow(figure, total, row)) return undefined;
  }
  if (counted.length === 0) return undefined;
  return { sum: counted.reduce((sum, { value }) => sum + value, 0), rows: counted };
}

/** Whether the row's cell in the column of a figure says nothing, or a dash. */
function isEmptyBelow(figure: Figure, total: PlanItem, row: PlanItem): boolean {
  if (total.unit?.kind !== "row" || row.unit?.kind !== "row") return false;
  const column = total.unit.cells.findIndex(({ start, end }) => figure.place.start >= start && figure.place.end <= end);
  const text = row.unit.cells[column]?.inline.text.trim() ?? "";
  return text === "" || /^[–—-]+$/.test(text);
}

/** Figures in thousands or millions are rounded, and so is their sum. */
function equal(sum: number, { value, text }: Figure): boolean {
  const tolerance = /\d\s?(?:k|m|mn|bn)\b/i.test(text) ? 0.01 * Math.abs(value) : 1e-6;
  return Math.abs(sum - value) <= tolerance;
}
