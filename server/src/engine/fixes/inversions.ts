import type { PlanDocument } from "../index/document.js";
import type { Stated, WorkspaceView } from "../index/view.js";
import { sourceOf } from "../markdown/place.js";
import type { Place } from "../markdown/slot.js";
import type { PlanItem } from "../model/facts.js";
import { ownPlace } from "../model/own-place.js";
import { phrase } from "../text/phrase.js";
import { quoted } from "../text/words.js";
import type { Fix, FixEdit } from "./fix.js";
import { levelIn } from "./plan-values.js";

/** *Use P1 for “Gateway upgrade”*, and *Use P2 here*: the levels of an item and of what it depends on brought together. */
export function* raiseDependencies(
  item: PlanItem,
  lower: readonly Stated<PlanItem>[],
  document: PlanDocument,
  workspace: WorkspaceView,
): Iterable<Fix> {
  const { priority } = item;
  if (!priority || priority.scheme === "rank" || priority.scheme === "ordinal") return;
  const raising = lower.flatMap((other): FixEdit[] => {
    const place = ownPlace(other.fact, other.fact.priority?.place);
    const newText =
      other.fact.priority && levelIn(other.document, priority, priority.text, other.fact.priority, workspace);
    return place && newText !== undefined ? [{ document: other.document, place, newText }] : [];
  });
  const [first] = lower;
  if (raising.length === lower.length && first) {
    const title =
      lower.length === 1
        ? phrase`Use ${priority.text} for ${quoted(first.fact.title, 40)}`
        : phrase`Use ${priority.text} for all that it depends on`;
    yield { title, edits: raising, safe: false, snippet: false };
  }
  const place = ownPlace(item, priority.place);
  const levels = lower.flatMap(({ fact }) => (fact.priority?.scheme === priority.scheme ? [fact.priority] : []));
  const lowest = levels.sort((a, b) => b.level - a.level)[0];
  if (!place || !lowest || levels.length < lower.length) return;
  yield {
    title: phrase`Use ${lowest.text} here`,
    edits: [{ document, place, newText: lowest.text }],
    safe: false,
    snippet: false,
  };
}

/** *Move “New calendar sync” before it*: in a numbered list, what the item waits for takes its place and all between move down. */
export function* putFirst(item: PlanItem, lower: readonly Stated<PlanItem>[], document: PlanDocument): Iterable<Fix> {
  const [only] = lower;
  if (!only || lower.length > 1 || only.document !== document || only.fact.list !== item.list) return;
  const from = item.priority;
  const to = only.fact.priority;
  if (from?.scheme !== "ordinal" || to?.scheme !== "ordinal") return;
  const run = document.facts.items
    .filter(
      ({ list, priority }) =>
        list === item.list && priority && priority.level >= from.level && priority.level <= to.level,
    )
    .sort((a, b) => (a.priority?.level ?? 0) - (b.priority?.level ?? 0));
  const places = run.map(contentOf);
  if (places.some((place) => place === undefined)) return;
  const edits = places.map((place, index): FixEdit => {
    const next = places[index === 0 ? places.length - 1 : index - 1] as Place;
    return { document, place: place as Place, newText: sourceOf(next) };
  });
  yield { title: phrase`Move ${quoted(only.fact.title, 40)} before it`, edits, safe: false, snippet: false };
}

function contentOf({ unit }: PlanItem): Place | undefined {
  if (unit?.kind !== "paragraph" || !unit.item) return undefined;
  return { slot: unit.slot, start: unit.start, end: unit.item.end };
}

/** *Put people to it…*: how many is for people to say. */
export function* staff(item: PlanItem, document: PlanDocument): Iterable<Fix> {
  const place = ownPlace(item, item.resources?.place);
  if (!place) return;
  yield {
    title: phrase`Put people to it…`,
    edits: [{ document, place, newText: `\${1:1}` }],
    safe: false,
    snippet: true,
  };
}
