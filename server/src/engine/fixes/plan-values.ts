import type { PlanDocument } from "../index/document.js";
import type { Stated, WorkspaceView } from "../index/view.js";
import { sourceOf } from "../markdown/place.js";
import type { DateValue } from "../model/date.js";
import type { Figure, PlanItem, Priority, StatusClass } from "../model/facts.js";
import { ownPlace } from "../model/own-place.js";
import { readPriority } from "../understand/priorities.js";
import { align, type Side } from "./align.js";
import type { Fix } from "./fix.js";

/** The same item in each document that states it, the finding's first. */
type Sides = readonly Stated<PlanItem>[];

/** *Use P1 here*, *Use P3 in …*: the level of one document in the others, in the words of each. */
export function alignPriority(sides: Sides, workspace: WorkspaceView): Iterable<Fix> {
  const stated = sides.flatMap(({ fact, document }): Side<Priority>[] => {
    const { priority } = fact;
    if (!priority) return [];
    const text = bareLevel(priority, document, workspace);
    return [{ document, place: ownPlace(fact, priority.place), value: priority, text }];
  });
  return align(stated, {
    conflict: (a, b) => {
      const compared = sides[0] && workspace.comparePriorities(a, b, sides[0].document);
      return compared !== undefined && compared !== 0;
    },
    write: (source, target) => levelIn(target.document, source.value, source.text, target.value, workspace),
  });
}

function bareLevel(priority: Priority, document: PlanDocument, workspace: WorkspaceView): string {
  return readPriority(priority.text, workspace.vocabularyOf(document))?.text ?? priority.text;
}

/** A level in the words of a document: as it stands if it is of the same scheme, else what configuration or a legend calls it there. */
export function levelIn(
  document: PlanDocument,
  level: Priority,
  text: string,
  current: Priority,
  workspace: WorkspaceView,
): string | undefined {
  return workspace.translatePriority({ ...level, text }, current, document);
}

/** *Use In progress here*, *Use Blocked in …*. */
export function alignStatus(sides: Sides): Iterable<Fix> {
  const stated = sides.flatMap(({ fact, document }): Side<StatusClass>[] => {
    const { status } = fact;
    if (!status?.class) return [];
    // What is struck through has no word to put another in the place of: its place is the item itself.
    if (fact.struck) return [{ document, place: undefined, value: status.class, text: status.class }];
    return [{ document, place: ownPlace(fact, status.place), value: status.class, text: wordOf(status.text) }];
  });
  return align(stated, {
    conflict: (a, b) => a !== b,
    write: (source, target) =>
      target.place && statusWord(target.document, source.value, source.text, sourceOf(target.place)),
  });
}

/** A status without the emoji and marks around its words; the mark itself where it has none. */
export function wordOf(text: string): string {
  const words = text.replace(/\p{Extended_Pictographic}\uFE0F?/gu, " ").trim();
  return /\p{L}/u.test(words) ? words : text;
}

/**
 * The word that a document has for a status, where another of its items shows one in the same form; else `text`. A checkbox is only
 * ticked or cleared: undefined for anything that it cannot say.
 */
export function statusWord(
  document: PlanDocument,
  wanted: StatusClass,
  text: string,
  current: string,
): string | undefined {
  if (/^\[[ xX]\]$/.test(current)) return wanted === "done" ? "[x]" : wanted === "planned" ? "[ ]" : undefined;
  const known = document.facts.items.find(
    ({ status }) =>
      status?.class === wanted && !/^\[[ xX]\]$/.test(status.text) && sourceOf(status.place) === status.text,
  );
  if (known?.status) return known.status.text;
  const words = /^\[[ xX]\]$/.test(text) ? (wanted === "done" ? "done" : "planned") : text;
  const lower = /^\p{Ll}/u.test(current);
  return `${lower ? words.charAt(0).toLowerCase() : words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** *Use Q3 2026 here*, *Use 31 August 2026 in …*. */
export function alignTarget(sides: Sides, conflict: (a: DateValue, b: DateValue) => boolean): Iterable<Fix> {
  const stated = sides.flatMap(({ fact, document }): Side<DateValue>[] => {
    const { target } = fact;
    if (!target?.date) return [];
    return [{ document, place: datePlace(fact), value: target.date, text: target.date.text }];
  });
  return align(stated, { conflict, write: (source) => source.text });
}

/** The date inside of what an item says of its target, without the words around it. */
export function datePlace(item: PlanItem): Side<DateValue>["place"] {
  const place = ownPlace(item, item.target?.place);
  if (!place || !item.target?.date) return undefined;
  const at = sourceOf(place).indexOf(item.target.date.text);
  if (at < 0) return place;
  return { slot: place.slot, start: place.start + at, end: place.start + at + item.target.date.text.length };
}

/** *Use 9 s here*, *Use 8 s in …*: the figure of one document in the others, in their digits. */
export function alignFigure(
  sides: readonly { readonly document: PlanDocument; readonly fact: PlanItem; readonly figure: Figure }[],
): Iterable<Fix> {
  const stated = sides.map(
    ({ document, fact, figure }): Side<Figure> => ({
      document,
      place: ownPlace(fact, figure.place),
      value: figure,
      text: figure.text,
    }),
  );
  // A figure in thousands cannot be written as it stands where they are in units.
  return align(stated, {
    conflict: (a, b) => a.value !== b.value || a.scale !== b.scale,
    write: (source, target) => (source.value.scale === target.value.scale ? source.text : undefined),
  });
}
