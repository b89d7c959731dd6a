import type { PlanDocument } from "../../index/document.js";
import { comparedTitle } from "../../index/item-names.js";
import type { Stated, WorkspaceView } from "../../index/view.js";
import type { Place } from "../../markdown/slot.js";
import { titleKey } from "../../matching/title-index.js";
import type { DateValue } from "../../model/date.js";
import type { Field, Mention, PlanItem } from "../../model/facts.js";
import { ownPlace } from "../../model/own-place.js";
import { ownerLabels } from "../../model/owner-roles.js";
import { sameWords } from "../../people/roster.js";
import { groupBy } from "../../text/group.js";
import { normaliseKey } from "../../understand/field-names.js";
import { isReport } from "../../understand/items/setting.js";
import { oncePerFacts } from "./once.js";
import { counterparts, isBefore, isOpen, type PlanContext, plannedIn } from "./plans.js";

export interface StatedOwners {
  /** The label as written: "Owner". */
  readonly label: string;
  readonly field: Field;
  readonly names: readonly Mention[];
}

/** One value of an item that contradicts other documents, with those that it contradicts and all that state it. */
export type ValueConflict =
  | {
      readonly field: "status" | "target";
      readonly item: PlanItem;
      readonly others: readonly Stated<PlanItem>[];
      readonly all: readonly Stated<PlanItem>[];
    }
  | {
      readonly field: "owner";
      readonly item: PlanItem;
      readonly owners: StatedOwners;
      readonly others: readonly (Stated<PlanItem> & { readonly owners: StatedOwners })[];
    };

/** Statuses, targets and owners of a document's items that contradict the same items elsewhere (SPEC §6 "Plans"). */
export function* valueConflicts(context: PlanContext): Iterable<ValueConflict> {
  for (const item of plannedIn(context.document)) {
    const all = counterparts(item, context);
    if (all.length === 0) continue;
    const byStatus = stating(all, ({ fact }) => fact.status !== undefined).filter(
      (other) => statusesConflict(item, other.fact) && !isDated(context.document, other.document),
    );
    if (byStatus.length > 0) yield { field: "status", item, others: byStatus, all };
    if (!isOpen(item)) continue;
    const open = all.filter((other) => isOpen(other.fact));
    const target = targetOf(item, context.document);
    const byTarget = stating(open, ({ fact, document }) => targetOf(fact, document) !== undefined).filter((other) => {
      const theirs = targetOf(other.fact, other.document);
      return target !== undefined && theirs !== undefined && datesConflict(target, theirs);
    });
    if (byTarget.length > 0) yield { field: "target", item, others: byTarget, all: open };
    const led = stating(open, ({ fact }) => ownersOf(fact).length > 0);
    const owners = ownerConflict(item, led, context.workspace);
    if (owners) yield owners;
  }
}

/** The same items where they state a value: what a document names in a list first and in a table again has it in either place. */
export function stating(
  all: readonly Stated<PlanItem>[],
  states: (stated: Stated<PlanItem>) => boolean,
): readonly Stated<PlanItem>[] {
  return all.flatMap((stated) => {
    if (states(stated)) return [stated];
    const { fact, document } = stated;
    const again = byTitle(document).get(titleKey(comparedTitle(fact))) ?? [];
    const found = again
      .filter(({ kind }) => kind === fact.kind)
      .map((other) => ({ fact: other, document }))
      .find(states);
    return found ? [found] : [];
  });
}

const byTitle = oncePerFacts(({ facts }) => {
  const found = groupBy(facts.items, (item) => titleKey(comparedTitle(item)));
  found.delete("");
  return found;
});

/** Where the contradicting value stands: in the item's own lines, else the item. */
export function conflictPlace(conflict: ValueConflict): Place {
  const { item } = conflict;
  const place = conflict.field === "owner" ? conflict.owners.field.place : item[conflict.field]?.place;
  return ownPlace(item, place) ?? item.focus;
}

/** What notes say of progress was so on their day; a report to the board is held to what the plans said until then. */
function isDated(one: PlanDocument, other: PlanDocument): boolean {
  const ofOneDay = [one, other].some(({ head }) => head.kind === "notes" && !isReport(head));
  return ofOneDay || isBefore(one, other) || isBefore(other, one);
}

/** An empty box says no more than that the item is still to be done. */
export function statusesConflict(a: PlanItem, b: PlanItem): boolean {
  const one = a.status?.class;
  const other = b.status?.class;
  if (one === undefined || other === undefined || one === other) return false;
  if (isEmptyBox(a)) return isEnd(other);
  return isEmptyBox(b) ? isEnd(one) : true;
}

function isEnd(status: string): boolean {
  return status === "done" || status === "dropped";
}

function isEmptyBox({ status }: PlanItem): boolean {
  return status?.text === "[ ]";
}

/** The day or period that an item aims at by its own words or its heading; that of the whole document says less than it seems. */
export function targetOf(item: PlanItem, document: PlanDocument): DateValue | undefined {
  const { target } = item;
  if (!target?.date || target.date.ambiguous) return undefined;
  const ofDocument = target.place.slot === document.head.place.slot && !ownPlace(item, target.place);
  return ofDocument ? undefined : target.date;
}

/** Two dates contradict each other where no day is in both, give or take what "mid-" and "about" leave open. */
export function datesConflict(a: DateValue, b: DateValue): boolean {
  const leeway = a.leeway + b.leeway;
  return a.start > b.end + leeway || b.start > a.end + leeway;
}

/** Owners contradict each other under the same label only, and where neither list is part of the other. */
function ownerConflict(
  item: PlanItem,
  all: readonly Stated<PlanItem>[],
  workspace: WorkspaceView,
): ValueConflict | undefined {
  for (const owners of ownersOf(item)) {
    const others = all.flatMap((other) => {
      const same = ownersOf(other.fact).find((theirs) => labelKey(theirs.label) === labelKey(owners.label));
      return same && ownersDiffer(owners, same, workspace) ? [{ ...other, owners: same }] : [];
    });
    if (others.length > 0) return { field: "owner", item, owners, others };
  }
  return undefined;
}

function ownersOf(item: PlanItem): readonly StatedOwners[] {
  return item.fields.flatMap((field): StatedOwners[] => {
    if (!ownerLabels.has(field.name) || field.value === "") return [];
    const names = item.owners.filter(
      ({ place }) =>
        place.slot === field.place.slot && place.start >= field.place.start && place.end <= field.place.end,
    );
    return names.length > 0 ? [{ label: field.key, field, names }] : [];
  });
}

function labelKey(label: string): string {
  return normaliseKey(label).replace(/s$/, "");
}

function ownersDiffer(a: StatedOwners, b: StatedOwners, workspace: WorkspaceView): boolean {
  const covered = (names: readonly Mention[], by: readonly Mention[]): boolean =>
    names.every((name) => by.some((other) => mayBeSame(name.text, other.text, workspace)));
  return !covered(a.names, b.names) && !covered(b.names, a.names);
}

/** A team or domain and a person do not contradict each other; two people do unless the roster or their names make them one. */
function mayBeSame(a: string, b: string, workspace: WorkspaceView): boolean {
  if (sameWords(a, b)) return true;
  const one = workspace.roster.resolve(a);
  const other = workspace.roster.resolve(b);
  if (one.person && other.person) return one.person === other.person;
  if (one.person || other.person) {
    const group = one.person ? other : one;
    return group.domain !== undefined || group.team !== undefined;
  }
  const domains = one.domain !== undefined && other.domain !== undefined;
  return domains ? one.domain === other.domain : sameHead(a, b);
}

/** "Amelia" and "Amelia Chen" may be one, where no roster says. */
function sameHead(a: string, b: string): boolean {
  const head = (text: string): string =>
    text
      .toLowerCase()
      .replace(/^@/, "")
      .split(/[\s._-]+/)[0] ?? "";
  return head(a) === head(b);
}
