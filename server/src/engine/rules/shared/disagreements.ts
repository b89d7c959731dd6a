import type { PlanDocument } from "../../index/document.js";
import type { Stated, WorkspaceView } from "../../index/view.js";
import { offsetOf } from "../../markdown/place.js";
import { analyseTitle } from "../../matching/title.js";
import { titleKey } from "../../matching/title-index.js";
import type { DateValue } from "../../model/date.js";
import type { Decision, Disagreement } from "../../model/facts.js";
import { listOf } from "../../text/words.js";
import type { RuleContext } from "../rule.js";
import { dateOf } from "./decisions.js";
import { firstOfEach } from "./first-of-each.js";
import { type Stalled, stalledAfter, stalledOn } from "./limits.js";
import { oncePerFacts } from "./once.js";

/** How a disagreement is open; one problem gives one finding, the most specific one (SPEC §6). */
export type DisagreementOpenness = Stalled | { readonly kind: "without-next-step" } | { readonly kind: "unresolved" };

/** Since when there is a disagreement: its own date, else its section's, else the document's; undefined where none tells. */
export function raisedOn({ since, section }: Disagreement, document: PlanDocument): DateValue | undefined {
  return dateOf({ date: since, section }, document);
}

/**
 * `limit` in days. Undefined where it is resolved, where another document settles it (a conflict, not openness), and where dated notes were
 * overtaken by a later document.
 */
export function disagreementOpenness(
  disagreement: Disagreement,
  document: PlanDocument,
  workspace: WorkspaceView,
  limit: number,
): DisagreementOpenness | undefined {
  if (disagreement.status !== "open" || settledLater(disagreement, document)) return undefined;
  const settled = workspace
    .sameDisagreements(disagreement, document)
    .some(
      (other) =>
        other.fact.status === "resolved" &&
        (!ofOneHeading(disagreement, other.fact) || overtaken({ document, fact: disagreement }, other)),
    );
  if (settled) return undefined;
  const due =
    disagreement.due?.date ?? (disagreement.nextStep && workspace.findDate(disagreement.nextStep.text, document));
  const since = raisedOn(disagreement, document);
  const stalled = stalledOn(workspace.today, { due, since, limit });
  if (stalled) return stalled;
  const carried = disagreement.nextStep ?? disagreement.owner ?? disagreement.due;
  return { kind: carried ? "unresolved" : "without-next-step" };
}

/** A place in notes, and the day under which it stands. */
interface Moment {
  readonly at: number;
  readonly day: number | undefined;
}

/** What a document says to be settled: when last by each id and name, and by what words. */
const settlements = oncePerFacts(({ facts }) => {
  const last = new Map<string, Moment>();
  const told: (Moment & { readonly words: readonly string[] })[] = [];
  for (const fact of facts.disagreements) {
    if (fact.status !== "resolved") continue;
    const moment = momentOf(fact);
    for (const key of matterKeys(fact)) {
      const known = last.get(key);
      if (known === undefined || isLater(moment, known)) last.set(key, moment);
    }
    const words = fact.topicShared || fact.topic.length > longestName ? [] : wordsOfName(fact.topic);
    if (words.length > 0) told.push({ words, ...moment });
  }
  return { last, told };
});

function momentOf({ place, section }: Disagreement): Moment {
  return { at: offsetOf(place), day: section.date?.grain === "day" ? section.date.start : undefined };
}

/** Whether one passage was written after another: by their days, in whatever order these stand, else by where it stands. */
function isLater(one: Moment, other: Moment): boolean {
  const dated = one.day !== undefined && other.day !== undefined && one.day !== other.day;
  return dated ? (one.day ?? 0) > (other.day ?? 0) : one.at > other.at;
}

/** What is longer is no name of a matter but what somebody says of it, in letters. */
const longestName = 60;
/** Words that tell nothing of what is disputed weigh less than this. */
const telling = 0.3;

/** The words of a name, of which there are two or more and one that tells something; none where that is too little. */
function wordsOfName(topic: string): readonly string[] {
  const { tokens } = analyseTitle(topic);
  return tokens.length > 1 && tokens.some(({ weight }) => weight >= telling) ? tokens.map(({ stem }) => stem) : [];
}

function matterKeys({ id, topic }: Disagreement): readonly string[] {
  const key = titleKey(topic);
  return [...(id === undefined ? [] : [`# ${id}`]), ...(key === "" ? [] : [key])];
}

/**
 * Whether notes that go on from day to day say later how a disagreement ended: by its id or name, or by a name all of whose words it was
 * told in ("Ana would rather not paint the mole", then "Painting the mole is settled").
 */
function settledLater(disagreement: Disagreement, document: PlanDocument): boolean {
  if (document.head.kind !== "notes" || disagreement.topicShared) return false;
  const { last, told } = settlements(document);
  const open = momentOf(disagreement);
  const named = matterKeys(disagreement).some((key) => {
    const settled = last.get(key);
    return settled !== undefined && isLater(settled, open);
  });
  if (named || told.length === 0) return named;
  const words = new Set(analyseTitle(disagreement.topic).tokens.map(({ stem }) => stem));
  return told.some((settled) => isLater(settled, open) && settled.words.every((word) => words.has(word)));
}

/**
 * Whether an open disagreement is history: dated notes that were open, and a later document settled it (SPEC §6). Registers, records,
 * charters and roadmaps are expected to be current, so theirs is a conflict.
 */
export function overtaken(open: Stated<Disagreement>, resolved: Stated<Disagreement>): boolean {
  if (open.document.head.kind !== "notes") return false;
  const asked = open.fact.section.date ?? open.document.head.date;
  const settled = resolved.fact.section.date ?? resolved.document.head.date;
  return asked !== undefined && (settled === undefined || settled.end >= asked.start);
}

/** Whether no more than the same heading makes the two one: what comes up under it again and again need not be one quarrel. */
export function ofOneHeading(one: Disagreement, other: Disagreement): boolean {
  return one.topicShared && other.topicShared;
}

/** The disagreements of a document that findings are about: one recorded twice counts at its first place. */
export const disagreementsForFindings = oncePerFacts(({ facts }) =>
  firstOfEach(facts.disagreements, ({ topic }) => topic),
);

/** Decisions elsewhere that may have settled a disagreement: about the same, and not older than it. */
export function settlingDecisions(
  disagreement: Disagreement,
  document: PlanDocument,
  workspace: WorkspaceView,
): readonly Stated<Decision>[] {
  const raised = raisedOn(disagreement, document);
  return workspace.decisionsAbout(disagreement, document).filter(({ fact, document: elsewhere }) => {
    const decided = dateOf(fact, elsewhere);
    return raised === undefined || decided === undefined || decided.end >= raised.start;
  });
}

/** The disagreements of a document that are open in the given way, by the limit of `disagreement-stalled`. */
export function* disagreementsOpenAs<Kind extends DisagreementOpenness["kind"]>(
  kind: Kind,
  context: RuleContext,
): Iterable<{ readonly disagreement: Disagreement; readonly openness: Extract<DisagreementOpenness, { kind: Kind }> }> {
  const { document, workspace } = context;
  const limit = stalledAfter("disagreement-stalled", document);
  for (const disagreement of disagreementsForFindings(document)) {
    const openness = disagreementOpenness(disagreement, document, workspace, limit);
    if (openness?.kind === kind)
      yield { disagreement, openness: openness as Extract<DisagreementOpenness, { kind: Kind }> };
  }
}

/** " between Product and Engineering", " raised by Ana", or nothing where nobody is named. */
export function partiesInWords(disagreement: Disagreement): string {
  const parties = [...new Set(disagreement.parties.map((party) => party.text))];
  if (parties.length === 0) return "";
  return parties.length === 1 ? ` raised by ${parties[0]}` : ` between ${listOf(parties)}`;
}
