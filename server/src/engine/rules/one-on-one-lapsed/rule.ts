import type { PlanDocument } from "../../index/document.js";
import type { Stated, WorkspaceView } from "../../index/view.js";
import { isoDate } from "../../model/date.js";
import type { OneOnOneNote } from "../../model/facts.js";
import { days, listOf } from "../../text/words.js";
import { cadenceOf } from "../../understand/charter/one-on-one-arrangements.js";
import { defineRule, numberOption } from "../rule.js";
import { notesOfPair, pairOf } from "../shared/one-on-ones.js";

interface Data {
  readonly people: readonly string[];
  readonly last: OneOnOneNote;
  /** Days without a note, after `last`. */
  readonly gap: number;
  /** The note that ended the gap; undefined where it goes on. */
  readonly next: OneOnOneNote | undefined;
  readonly cadence: number;
}

const week = 7;

export const rule = defineRule<Data>({
  id: "one-on-one-lapsed",
  family: "charters",
  severity: "information",
  summary: "The notes of a pair’s one-on-ones stop, or have a gap, for more than a week beyond their cadence",
  options: {
    days: {
      type: "integer",
      default: 7,
      minimum: 0,
      description: "Days beyond the cadence that the notes may be silent.",
    },
  },

  readsText: true,

  *detect(context) {
    const { document, workspace } = context;
    const own = document.facts.oneOnOnes;
    if (own.length === 0) return;
    const cadences = cadencesOf(workspace);
    const leeway = numberOption(context, "days");
    for (const note of own) {
      const pair = pairOf(note.people, workspace);
      const series = notesOfPair(pair, workspace);
      const at = positionOf(note, series);
      const next = series[at + 1]?.fact;
      const cadence = cadences.get(pair) ?? ownCadence(document) ?? cadences.get("") ?? week;
      const gap = (next?.date.start ?? workspace.today) - note.date.end;
      if (at >= 0 && gap > cadence + leeway)
        yield { place: note.place, data: { people: note.people, last: note, gap, next, cadence } };
    }
  },

  word({ people, last, gap, next, cadence }) {
    const who = people.length > 0 ? `of ${listOf(people)} ` : "";
    const until = next ? `, until ${isoDate(next.date.start)}` : "";
    return `The one-on-one notes ${who}are silent for ${days(gap)} after ${isoDate(last.date.end)}${until}; they meet every ${days(cadence)}. What two leads no longer tell each other turns up as a surprise in a plan. Take the one-on-one up again, or write down what was said.`;
  },
});

/** "Once a month, on a Friday" between the title of a series and its first entry. */
function ownCadence(document: PlanDocument): number | undefined {
  if (document.facts.oneOnOnes.length < 2) return undefined;
  const [title, intro] = document.markdown.slots.filter(({ type }) => type !== undefined && type !== "yaml");
  if (title?.type !== "heading" || intro?.type !== "paragraph" || intro.text.length > longestIntro) return undefined;
  return cadenceOf(intro.text);
}

const longestIntro = 160;

/** Where a note stands in its series, which is in the order of its dates; -1 where its date cannot be told. */
function positionOf(note: OneOnOneNote, series: readonly Stated<OneOnOneNote>[]): number {
  let [low, high] = [0, series.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((series[middle]?.fact.date.start ?? 0) < note.date.start) low = middle + 1;
    else high = middle;
  }
  while (low < series.length && series[low]?.fact !== note) low += 1;
  return low < series.length ? low : -1;
}

/** Days between one-on-ones by pair, as the charters say; "" for all pairs of leads. Who meets in a working group besides meets more often, not less. */
function cadencesOf(workspace: WorkspaceView): ReadonlyMap<string, number> {
  const cadences = new Map<string, number>();
  for (const charter of workspace.charters()) {
    for (const meeting of charter.facts.charter?.oneOnOnes ?? []) {
      if (meeting.everyDays === undefined) continue;
      const pair = pairOf(meeting.people, workspace);
      cadences.set(pair, Math.min(cadences.get(pair) ?? meeting.everyDays, meeting.everyDays));
    }
  }
  return cadences;
}
