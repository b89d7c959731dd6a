import type { Place } from "../../markdown/slot.js";
import type { DateValue } from "../../model/date.js";
import type { DocumentHead } from "../../model/section.js";

/** Whether two heads say the same, at the same places. */
export function sameHead(a: DocumentHead, b: DocumentHead): boolean {
  return (
    a.kind === b.kind &&
    a.because === b.because &&
    a.planning === b.planning &&
    a.body === b.body &&
    a.id === b.id &&
    sameWritten(a.title, b.title) &&
    sameDate(a.date, b.date) &&
    sameDate(a.period, b.period) &&
    a.status?.decision === b.status?.decision &&
    sameWritten(a.status, b.status) &&
    samePlace(a.place, b.place) &&
    sameList(a.domainWords, b.domainWords, (x, y) => x.text === y.text && x.source === y.source) &&
    sameList(a.owners, b.owners, (x, y) => x.role === y.role && sameWritten(x, y))
  );
}

interface Placed {
  readonly text: string;
  readonly place: Place;
}

function sameWritten(a: Placed | undefined, b: Placed | undefined): boolean {
  if (!a || !b) return a === b;
  return a.text === b.text && samePlace(a.place, b.place);
}

function samePlace(a: Place, b: Place): boolean {
  return a.slot === b.slot && a.start === b.start && a.end === b.end;
}

function sameDate(a: DateValue | undefined, b: DateValue | undefined): boolean {
  if (!a || !b) return a === b;
  return a.text === b.text && a.start === b.start && a.end === b.end && a.ambiguous === b.ambiguous;
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((item, index) => same(item, b[index] as T));
}
