import type { PlanDocument } from "../index/document.js";
import type { WorkspaceView } from "../index/view.js";
import type { Place } from "../markdown/slot.js";
import { isoDate } from "../model/date.js";
import type { Decision, Field, Input } from "../model/facts.js";
import { phrase } from "../text/phrase.js";
import { domainTitle } from "../text/words.js";
import { isAnswerField } from "../understand/prose/answers.js";
import type { Fix, FixEdit } from "./fix.js";
import { spaced, writeDecisionField } from "./write-field.js";

/** *Record Amelia's input as received*, with today's date, for each input that is awaited. */
export function* recordInput(
  decision: Decision,
  awaited: readonly Input[],
  document: PlanDocument,
  workspace: WorkspaceView,
): Iterable<Fix> {
  const today = isoDate(workspace.today);
  for (const input of awaited) {
    yield {
      title: endsInS(input.from)
        ? phrase`Record ${input.from}’ input as received`
        : phrase`Record ${input.from}’s input as received`,
      edits: [received(decision, input, document, today)],
      safe: false,
      snippet: false,
    };
  }
}

/** *Record Engineering’s input…*: of a domain that was not asked; from whom and when is for a person to say. */
export function* recordDomainInput(
  decision: Decision,
  domains: readonly string[],
  document: PlanDocument,
): Iterable<Fix> {
  for (const domain of domains) {
    const title = domainTitle(domain);
    const { slot, end } = decision.focus;
    const value = `${title} (\${1:YYYY-MM-DD})`;
    const edit =
      decision.form === "prose"
        ? undefined
        : writeDecisionField(decision, document, { names: ["input"], label: "Input", value });
    const inSentence: FixEdit = { document, place: { slot, start: end, end }, newText: ` Input: ${value}.` };
    yield {
      title: endsInS(title) ? phrase`Record ${title}’ input…` : phrase`Record ${title}’s input…`,
      edits: [edit ?? inSentence],
      safe: false,
      snippet: true,
    };
  }
}

function received(decision: Decision, input: Input, document: PlanDocument, today: string): FixEdit {
  const value = `${input.from} (${today})`;
  const field = decision.fields.find(
    (candidate) => (candidate.name === "input" || candidate.name === "inputFrom") && holds(candidate, input),
  );
  if (field) {
    const answer = decision.fields.find((other) => other !== field && isAnswerField(other));
    if (answer) return { document, place: answer.place, newText: spaced(answer, today) };
    return { document, place: remarkAfter(input, field), newText: ` (received ${today})` };
  }
  const told = toldBehind(decision, input);
  const silence = told && lastRemark.exec(told.text);
  // "We will get Uma's input first. Nothing yet.": what has come takes the place of what says that nothing has.
  if (silence) {
    const start = told.start + silence.index;
    const place = { slot: told.slot, start, end: start + silence[0].length };
    return { document, place, newText: `. Input: ${value}` };
  }
  const edit =
    decision.form === "prose" && !decision.record
      ? undefined
      : writeDecisionField(decision, document, { names: [], label: "Input", value });
  if (edit) return edit;
  const { slot, end } = decision.focus;
  return { document, place: { slot, start: end, end }, newText: ` Input: ${value}.` };
}

const awaitedRemark =
  /^\s*(?:\([^()]*\)|⏳|❌|[:–—-]|(?:[:–—-]\s*)?(?:not yet|none yet|none|pending|missing|open|waiting|requested|asked|outstanding))\s*$/i;

/** What stands behind the asked one's name in the paragraph or cell that asks. */
function toldBehind(
  { unit }: Decision,
  { place: { slot, end } }: Input,
): (Place & { readonly text: string }) | undefined {
  const within = unit?.kind === "row" ? unit.cells.find((cell) => cell.start < end && cell.end >= end) : unit;
  if (unit?.slot !== slot || !within || within.end < end) return undefined;
  return { slot, start: end, end: within.end, text: slot.text.slice(end, within.end) };
}

/** What says at the end that nothing has come: "…, none so far", "…. Nothing yet". */
const lastRemark =
  /(?<=[^,;@]{2})(?:[,;.]|\s[–—-])\s*(?:but\s)?(?:nothing|none|no (?:answer|reply|word|reaction)|not (?:answered|heard|yet))(?:\s(?:back|heard|received|in|so far|yet)){0,3}(?=\.?\s*$)/i;

/** What stands behind a name in its field and says only that nothing has come yet ("(asked on Monday)"); empty where nothing does. */
function remarkAfter(input: Input, field: Field): Place {
  const { slot, end } = input.place;
  // "asked Ana for samples, none yet": what nothing has come of stands at the end.
  const last = lastRemark.exec(slot.text.slice(end, field.place.end));
  if (last) return { slot, start: end + last.index, end: end + last.index + last[0].length };
  const rest = /^(?:\s*\([^()]*\)|[^,;]*)/.exec(slot.text.slice(end, field.place.end))?.[0] ?? "";
  const remark = awaitedRemark.exec(rest);
  return { slot, start: end, end: end + (remark?.[0].trimEnd().length ?? 0) };
}

function holds(field: { readonly place: Input["place"]; readonly value: string }, input: Input): boolean {
  return (
    field.place.slot === input.place.slot &&
    field.place.start <= input.place.start &&
    field.place.end >= input.place.end
  );
}

function endsInS(name: string): boolean {
  return name.endsWith("s");
}
