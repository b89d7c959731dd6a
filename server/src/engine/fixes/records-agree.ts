import type { Stated } from "../index/view.js";
import { sourceOf } from "../markdown/place.js";
import type { Place } from "../markdown/slot.js";
import type { Decision, Mention } from "../model/facts.js";
import { type Phrase, phrase } from "../text/phrase.js";
import { listOf } from "../text/words.js";
import type { Fix } from "./fix.js";
import { inCaseOf } from "./reopen.js";

/** A status that is one word or two, without a date or a reason that would be lost or made untrue. */
const plainStatus = /^\P{L}*\p{L}[\p{L} -]{2,24}$/u;

/** *Use “accepted” here*, *Use “superseded” in adr/index.md*: one record's status in the other. */
export function* alignStatus(
  here: { readonly text: string; readonly place: Place } | undefined,
  there: { readonly text: string; readonly place: Place } | undefined,
  documents: readonly [Stated<Decision>, Stated<Decision>],
): Iterable<Fix> {
  if (!here || !there || !plainStatus.test(here.text) || !plainStatus.test(there.text)) return;
  yield* bothWays(
    { ...here, text: inCaseOf(sourceOf(there.place), here.text.toLowerCase()), title: here.text },
    { ...there, text: inCaseOf(sourceOf(here.place), there.text.toLowerCase()), title: there.text },
    documents,
  );
}

/** *Use “Priya Nair” here*: one record's owners in the other, where each names them in one place. */
export function* alignOwners(
  here: readonly Mention[],
  there: readonly Mention[],
  documents: readonly [Stated<Decision>, Stated<Decision>],
): Iterable<Fix> {
  const one = together(here);
  const other = together(there);
  if (one && other) yield* bothWays({ ...one, title: one.text }, { ...other, title: other.text }, documents);
}

interface Value {
  readonly title: string;
  readonly text: string;
  readonly place: Place;
}

function* bothWays(
  here: Value,
  there: Value,
  [own, other]: readonly [Stated<Decision>, Stated<Decision>],
): Iterable<Fix> {
  const fix = (title: Phrase, document: Stated<Decision>["document"], place: Place, newText: string): Fix => ({
    title,
    edits: [{ document, place, newText }],
    safe: false,
    snippet: false,
  });
  yield fix(phrase`Use “${there.title}” here`, own.document, here.place, there.text);
  yield fix(phrase`Use “${here.title}” in ${other.document.path}`, other.document, there.place, here.text);
}

/** Mentions of one field as one value; undefined where they are spread over several blocks. */
function together(mentions: readonly Mention[]): Omit<Value, "title"> | undefined {
  const [first] = mentions;
  const last = mentions[mentions.length - 1];
  if (!first || !last || first.place.slot !== last.place.slot) return undefined;
  return {
    text: listOf(mentions.map((mention) => mention.text)),
    place: { slot: first.place.slot, start: first.place.start, end: last.place.end },
  };
}
