import type { PlanDocument } from "../index/document.js";
import { sourceOf } from "../markdown/place.js";
import type { Place } from "../markdown/slot.js";
import { phrase } from "../text/phrase.js";
import { cadencePlace } from "../understand/charter/one-on-one-arrangements.js";
import { atEnd } from "./agreements.js";
import type { Fix, FixEdit } from "./fix.js";
import { lineEndIn } from "./lines.js";

/** *Add a weekly one-on-one*: one line, among those of other pairs where there are any; that they will meet is for the pair to keep. */
export function* addOneOnOne(pair: readonly [string, string], document: PlanDocument): Iterable<Fix> {
  const section = `## One-on-ones\n\n${pair[0]} and ${pair[1]} meet one-on-one every week.\n`;
  yield {
    title: phrase`Add a weekly one-on-one`,
    edits: [bulletAmongOthers(pair, document) ?? atEnd(document, section)],
    safe: false,
    snippet: false,
  };
}

function bulletAmongOthers(pair: readonly [string, string], document: PlanDocument): FixEdit | undefined {
  const last = document.facts.charter?.oneOnOnes.filter((meeting) => meeting.people.length > 1).at(-1);
  if (!last) return undefined;
  const { slot, start, end } = last.place;
  const lineStart = Math.max(slot.text.lastIndexOf("\n", start - 1), slot.text.lastIndexOf("\r", start - 1)) + 1;
  const bullet = /^[ \t]*[-*+][ \t]+$/.exec(slot.text.slice(lineStart, start))?.[0];
  if (bullet === undefined) return undefined;
  const what = /one|1/i.test(sourceOf(last.place).slice(0, 3)) ? "One-on-one of " : "";
  return {
    document,
    place: { slot, start: end, end },
    newText: `${lineEndIn(document)}${bullet}${what}${pair[0]} and ${pair[1]}: weekly`,
  };
}

/** *Make it weekly*: the words that say how often. */
export function* makeWeekly(meeting: Place, document: PlanDocument): Iterable<Fix> {
  const text = sourceOf(meeting);
  const found = cadencePlace(text);
  if (!found) return;
  const place = { slot: meeting.slot, start: meeting.start + found.start, end: meeting.start + found.end };
  const newText = /^[\w-]+ly$/i.test(text.slice(found.start, found.end)) ? "weekly" : "every week";
  yield { title: phrase`Make it weekly`, edits: [{ document, place, newText }], safe: false, snippet: false };
}
