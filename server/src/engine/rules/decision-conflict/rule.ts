import { datesConflict } from "../../dates/compare.js";
import { alignOwners, alignStatus } from "../../fixes/records-agree.js";
import { choicesDiffer } from "../../index/named-choices.js";
import { recordOf } from "../../index/record.js";
import { normaliseId } from "../../index/references.js";
import type { Stated, WorkspaceView } from "../../index/view.js";
import type { Place } from "../../markdown/slot.js";
import type { DateValue } from "../../model/date.js";
import type { Decision, Mention } from "../../model/facts.js";
import { listOf, quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { answersDiffer, contrary, denies } from "../shared/contraries.js";
import { dateOf, decisionsForFindings } from "../shared/decisions.js";
import { figuresContradict, surchargeContradicts } from "../shared/figures.js";
import { optionsContradict, optionsOf } from "../shared/options.js";

type Difference = "status" | "outcome" | "owner";

interface Data {
  readonly decision: Decision;
  readonly others: readonly { readonly other: Stated<Decision>; readonly difference: Difference }[];
}

export const rule = defineRule<Data>({
  id: "decision-conflict",
  family: "decisions",
  severity: "warning",
  summary: "The same decision recorded with different outcomes, statuses or owners in two places",
  readsText: true,

  *detect({ document, workspace }) {
    for (const decision of decisionsForFindings(document)) {
      const here = { document, fact: decision };
      const others = workspace.sameDecisions(decision, document).flatMap((elsewhere) => {
        const other = withHeader(elsewhere);
        const difference =
          replaces(here, other) || replaces(other, here) ? undefined : differenceOf(here, other, workspace);
        return difference ? [{ other, difference }] : [];
      });
      const first = others[0];
      if (!first) continue;
      yield {
        place: placeOf(decision, first, workspace),
        data: { decision, others },
        related: others.map(({ other, difference }) => ({
          document: other.document,
          place: other.fact.focus,
          message: difference === "status" ? `${other.fact.status} here` : `Another ${difference} here`,
        })),
      };
    }
  },

  word({ decision, others }) {
    const where = listOf(
      others.map(
        ({ other, difference }) =>
          `${difference === "status" ? `${other.fact.status} in` : `with another ${difference} in`} ${other.document.path}`,
      ),
    );
    const own = others.some(({ difference }) => difference === "status")
      ? `is ${decision.status} here and ${where}`
      : `is recorded ${where}: ${quoted(others[0]?.other.fact.text ?? "")}`;
    return `The decision ${quoted(decision.text)} ${own}. Two records of one decision are two decisions, and each team follows its own. Make them agree, or say in the later one what it supersedes.`;
  },

  *mend({ data: { decision, others } }, { document, workspace }) {
    for (const { other, difference } of others) {
      const documents = [{ document, fact: decision }, other] as const;
      if (difference === "status") yield* alignStatus(status(decision), status(other.fact), documents);
      const role = difference === "owner" ? differingRole(decision, other.fact, workspace) : undefined;
      const ofRole = (fact: Decision): readonly Mention[] => fact.owners.filter((mention) => mention.role === role);
      if (role) yield* alignOwners(ofRole(decision), ofRole(other.fact), documents);
    }
  },
});

/** A record in another document, with what its header says. */
function withHeader(stated: Stated<Decision>): Stated<Decision> {
  const fact = stated.fact.record ? recordOf(stated.document) : undefined;
  return fact ? { ...stated, fact } : stated;
}

function placeOf(decision: Decision, { other, difference }: Data["others"][number], workspace: WorkspaceView): Place {
  if (difference === "status" && decision.statusField) return decision.statusField.place;
  const role = difference === "owner" ? differingRole(decision, other.fact, workspace) : undefined;
  return decision.owners.find((mention) => mention.role === role)?.place ?? decision.focus;
}

function status({ statusField }: Decision): { readonly text: string; readonly place: Place } | undefined {
  return statusField && { text: statusField.value, place: statusField.place };
}

/** Whether one says that it replaces the other: in words, or by an id that is not that of both. */
function replaces({ fact: { supersedes, id } }: Stated<Decision>, { fact: other }: Stated<Decision>): boolean {
  if (other.status === "open" || supersedes.length === 0) return false;
  const isOne = id !== undefined && other.id !== undefined && normaliseId(id) === normaliseId(other.id);
  return !isOne || supersedes.some((named) => normaliseId(named) === normaliseId(id));
}

function differenceOf(
  here: Stated<Decision>,
  there: Stated<Decision>,
  workspace: WorkspaceView,
): Difference | undefined {
  if (here.fact.status !== there.fact.status)
    return overtaken(here, there) || overtaken(there, here) ? undefined : "status";
  if (here.fact.status !== "decided") return undefined;
  const [mine, theirs] = [here.fact.text, there.fact.text];
  if (
    figuresContradict(mine, theirs) ||
    surchargeContradicts(mine, theirs) ||
    contrary(mine, theirs) ||
    choicesDiffer(mine, theirs) ||
    answersDiffer(mine, theirs) ||
    denies(mine, theirs)
  )
    return "outcome";
  if (optionsContradict(here.fact.text, there.fact.text, [...optionsOf(here.document), ...optionsOf(there.document)]))
    return "outcome";
  if (daysContradict(here, there, workspace)) return "outcome";
  return differingRole(here.fact, there.fact, workspace) ? "owner" : undefined;
}

/** What says when it was decided, asked or written, rather than when it is done. */
const ofTheRecord =
  /\b(?:decided|agreed|approved|accepted|asked|made|taken|raised|dated|noted|since|as of|of)\b[^.;:]{0,12}$/i;

/** "Opens on 3 June" and "opens on 10 June" under one id: what goes by its words alone may be done twice. */
function daysContradict(here: Stated<Decision>, there: Stated<Decision>, workspace: WorkspaceView): boolean {
  const [id, other] = [here.fact.id, there.fact.id];
  if (id === undefined || other === undefined || normaliseId(id) !== normaliseId(other)) return false;
  if (weekdaysContradict(here.fact.text, there.fact.text)) return true;
  const [mine, theirs] = [dayOf(here, workspace), dayOf(there, workspace)];
  return mine !== undefined && theirs !== undefined && datesConflict(mine, theirs);
}

const weekday = /\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b/giu;

/** "Rebuilt on Sundays" and "rebuilt on Mondays": days of the week, none of which both name. */
function weekdaysContradict(one: string, other: string): boolean {
  const [mine, theirs] = [one, other].map((text) => [...text.slice(0, 300).matchAll(weekday)]);
  if (!mine?.length || !theirs?.length) return false;
  const ofRecord = [...mine, ...theirs].some(({ input, index }) => ofTheRecord.test(input.slice(0, index)));
  return !ofRecord && !mine.some((day) => theirs.some((its) => its[1]?.toLowerCase() === day[1]?.toLowerCase()));
}

/** The day or month that a decision names first, as what it is about. */
function dayOf({ fact, document }: Stated<Decision>, workspace: WorkspaceView): DateValue | undefined {
  const date = workspace.findDate(fact.text.slice(0, 300), document);
  if (date?.grain !== "day" && date?.grain !== "month") return undefined;
  return ofTheRecord.test(fact.text.slice(0, Math.max(fact.text.indexOf(date.text), 0))) ? undefined : date;
}

/** Dated notes in which it was still open, before the other settled it, are history. */
function overtaken(open: Stated<Decision>, settled: Stated<Decision>): boolean {
  if (open.fact.status !== "open" || open.document.head.kind !== "notes") return false;
  const asked = dateOf(open.fact, open.document);
  const decided = dateOf(settled.fact, settled.document);
  return asked === undefined || decided === undefined || decided.end >= asked.start;
}

const accountable: readonly Mention["role"][] = ["owner", "dri", "decider"];

/** Owners conflict where both name people under the same label and no person is among both: the label. */
function differingRole(here: Decision, there: Decision, workspace: WorkspaceView): Mention["role"] | undefined {
  return accountable.find((role) => {
    const left = peopleOf(here.owners, role, workspace);
    const right = peopleOf(there.owners, role, workspace);
    return left.length > 0 && right.length > 0 && !left.some((person) => right.includes(person));
  });
}

function peopleOf(mentions: readonly Mention[], role: Mention["role"], workspace: WorkspaceView): readonly object[] {
  return mentions
    .filter((mention) => mention.role === role)
    .flatMap((mention) => workspace.roster.resolveAll(mention.text).map((one) => one.person))
    .filter((person) => person !== undefined);
}
