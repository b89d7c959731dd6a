import type { PlanDocument } from "../index/document.js";
import type { Place } from "../markdown/slot.js";
import type { PlanItem } from "../model/facts.js";
import { phrase } from "../text/phrase.js";
import { domainTitle } from "../text/words.js";
import type { Fix } from "./fix.js";
import { lineEndIn } from "./lines.js";

/** *Mark as internal to Engineering*: a remark behind the name of a row or list item, a sentence below a heading. */
export function* markInternal(item: PlanItem, document: PlanDocument, domain: string): Iterable<Fix> {
  const words = `nternal to ${domainTitle(domain)}`;
  const { unit } = item;
  const title = phrase`Mark as internal to ${domainTitle(domain)}`;
  if (unit?.kind === "heading") {
    const place = at(unit.slot, unit.end);
    const eol = lineEndIn(document);
    yield { title, edits: [{ document, place, newText: `${eol}${eol}I${words}.` }], safe: false, snippet: false };
    return;
  }
  const cell =
    unit?.kind === "row" ? unit.cells.find(({ start, end }) => holds(item.titlePlace, start, end)) : undefined;
  const place = cell && unit ? at(unit.slot, cell.end) : at(item.titlePlace.slot, lineEndAfter(item.titlePlace));
  yield { title, edits: [{ document, place, newText: ` (i${words})` }], safe: false, snippet: false };
}

function holds(place: Place, start: number, end: number): boolean {
  return place.start >= start && place.end <= end;
}

function lineEndAfter({ slot, end }: Place): number {
  let position = end;
  while (position < slot.text.length && slot.text[position] !== "\n" && slot.text[position] !== "\r") position += 1;
  return position;
}

function at(slot: Place["slot"], offset: number): Place {
  return { slot, start: offset, end: offset };
}
