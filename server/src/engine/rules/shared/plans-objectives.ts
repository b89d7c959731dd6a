import type { PlanDocument } from "../../index/document.js";
import { comparedTitle } from "../../index/item-names.js";
import type { Stated } from "../../index/view.js";
import type { Place } from "../../markdown/slot.js";
import { titleKey } from "../../matching/title-index.js";
import type { DateValue } from "../../model/date.js";
import type { Figure, PlanItem } from "../../model/facts.js";
import { ownPlace } from "../../model/own-place.js";
import { isNumberAlone, resultNumber } from "../../understand/items/stated-results.js";
import type { RuleContext } from "../rule.js";
import { counterparts, itemsOf } from "./plans.js";
import { measureKey, sameUnit } from "./plans-figures.js";

/** Objectives that are under no other; a row of figures, or a line with one, is a key result even where nobody says whose. */
export function topObjectives(document: PlanDocument): readonly PlanItem[] {
  const all = itemsOf(document, "objective");
  const parents = new Set(all.map((item) => item.parent));
  return all.filter((item) => item.parent === undefined && (parents.has(item) || !isKeyResult(item)));
}

function isKeyResult(item: PlanItem): boolean {
  if (item.fields.some((field) => field.name === "keyResult")) return true;
  // "KR 2.1 Product: 40 shops": by its number a key result, though the list names no objective above it.
  if (item.form === "list" && item.unit?.kind === "paragraph" && resultNumber(item.unit.inline.text)) return true;
  return item.figures.length > (item.form === "row" ? 1 : 0) && (item.form === "row" || item.form === "label");
}

/** Where an objective names its owners: the field for a finding's place, and the end of the names to write behind. */
export function ownersPlace(item: PlanItem): { readonly field: Place | undefined; readonly end: Place } | undefined {
  const named = [...item.owners, ...item.domainWords].flatMap(({ place }) => ownPlace(item, place) ?? []);
  const last = named.sort((a, b) => a.start - b.start).at(-1);
  if (!last) return undefined;
  const field = item.fields.find(
    ({ place }) => place.slot === last.slot && place.start <= last.start && place.end >= last.end,
  );
  return { field: field?.place, end: field?.place ?? last };
}

export interface FigureConflict {
  readonly item: PlanItem;
  readonly figure: Figure;
  readonly others: readonly (Stated<PlanItem> & { readonly figure: Figure })[];
}

/** Objectives and key results that aim at different figures in different documents; baselines and actuals are not compared. */
export function* objectiveConflicts(context: RuleContext): Iterable<FigureConflict> {
  for (const item of itemsOf(context.document, "objective")) {
    const targets = aims(item);
    if (targets.length === 0) continue;
    const same = surelySame(item, context);
    for (const figure of targets) {
      const others = same.flatMap((other) => {
        const theirs = matching(figure, targets, aims(other.fact));
        return theirs &&
          theirs.value !== figure.value &&
          sameUnit(theirs, figure) &&
          sameTime(timeOf(figure, item, context.document), timeOf(theirs, other.fact, other.document))
          ? [{ ...other, figure: theirs }]
          : [];
      });
      if (others.length > 0) yield { item, figure, others };
    }
  }
}

/** Counterparts, but where only a number tells ("KR 1.2") and several documents keep another result under it: which of them is meant? */
function surelySame(item: PlanItem, { document, workspace }: RuleContext): readonly Stated<PlanItem>[] {
  const meant = (one: PlanItem, all: readonly Stated<PlanItem>[]): boolean =>
    !isNumberAlone(one.title) || new Set(all.map(({ fact }) => titleKey(comparedTitle(fact)))).size < 2;
  const same = counterparts(item, { document, workspace });
  if (!meant(item, same)) return [];
  return same.filter((other) => meant(other.fact, counterparts(other.fact, { document: other.document, workspace })));
}

/**
 * When a figure is to be reached: as its column says, else some time in the period that its heading names, else in that of its OKRs; notes
 * are dated for when they were written.
 */
function timeOf(
  figure: Figure,
  { section }: PlanItem,
  document: PlanDocument,
): { readonly date: DateValue; readonly own: boolean } | undefined {
  if (figure.by) return { date: figure.by, own: true };
  const heading = section.path.findLast(({ depth, date }) => depth > 1 && date && periods.has(date.grain));
  if (heading?.date) return { date: heading.date, own: false };
  const { kind, period } = document.head;
  return kind === "okr" && period ? { date: period, own: false } : undefined;
}

/**
 * Targets for the ends of different quarters, or of a quarter and its year, are steps on one way and no conflict. A document's period says
 * less than a column: whatever falls into it may be meant.
 */
function sameTime(one: ReturnType<typeof timeOf>, other: ReturnType<typeof timeOf>): boolean {
  if (!one || !other || one.date.ambiguous || other.date.ambiguous) return true;
  if (one.own && other.own) return Math.abs(one.date.end - other.date.end) <= mostApart;
  return one.date.start <= other.date.end && other.date.start <= one.date.end;
}

const periods: ReadonlySet<DateValue["grain"]> = new Set(["quarter", "half", "year"]);

const mostApart = 31;

function aims(item: PlanItem): readonly Figure[] {
  return item.figures.filter((figure) => figure.kind === "target");
}

/** The figure for the same measure; where each document has just one it is the same whatever it is called. */
function matching(figure: Figure, ours: readonly Figure[], theirs: readonly Figure[]): Figure | undefined {
  if (ours.length === 1 && theirs.length === 1) return theirs[0];
  const found = theirs.filter((other) => measureKey(other.measure) === measureKey(figure.measure));
  return found.length === 1 ? found[0] : undefined;
}
