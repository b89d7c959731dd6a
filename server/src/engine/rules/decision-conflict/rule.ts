import type { PlanDocument } from "../../index/document.js";
import type { Stated, WorkspaceView } from "../../index/view.js";
import type { Decision, Mention } from "../../model/facts.js";
import { listOf, quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { dateOf, decisionsForFindings } from "../shared/decisions.js";
import { figuresContradict } from "../shared/figures.js";

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

  *detect({ document, workspace }) {
    for (const decision of decisionsForFindings(document)) {
      const here = { document, fact: decision };
      const others = workspace.sameDecisions(decision, document).flatMap((other) => {
        const difference =
          replaces(here, other) || replaces(other, here) ? undefined : differenceOf(here, other, workspace);
        return difference ? [{ other, difference }] : [];
      });
      const first = others[0];
      if (!first) continue;
      yield {
        place:
          first.difference === "status"
            ? (decision.statusField?.place ?? statusOfRecord(decision, document) ?? decision.focus)
            : decision.focus,
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
});

function statusOfRecord(decision: Decision, document: PlanDocument): Decision["focus"] | undefined {
  return decision.record ? document.head.status?.place : undefined;
}

/** Whether one says that it replaces the other. */
function replaces(one: Stated<Decision>, other: Stated<Decision>): boolean {
  return one.fact.supersedes.length > 0 && other.fact.status !== "open";
}

function differenceOf(
  here: Stated<Decision>,
  there: Stated<Decision>,
  workspace: WorkspaceView,
): Difference | undefined {
  if (here.fact.status !== there.fact.status)
    return overtaken(here, there) || overtaken(there, here) ? undefined : "status";
  if (here.fact.status !== "decided") return undefined;
  if (figuresContradict(here.fact.text, there.fact.text)) return "outcome";
  return ownersDiffer(here, there, workspace) ? "owner" : undefined;
}

/** Dated notes in which it was still open, before the other settled it, are history. */
function overtaken(open: Stated<Decision>, settled: Stated<Decision>): boolean {
  if (open.fact.status !== "open" || open.document.head.kind !== "notes") return false;
  const asked = dateOf(open.fact, open.document);
  const decided = dateOf(settled.fact, settled.document);
  return asked === undefined || decided === undefined || decided.end >= asked.start;
}

const accountable: readonly Mention["role"][] = ["owner", "dri"];

/** Owners conflict where both name people under the same label and no person is among both. */
function ownersDiffer(here: Stated<Decision>, there: Stated<Decision>, workspace: WorkspaceView): boolean {
  return accountable.some((role) => {
    const left = peopleOf(here.fact.owners, role, workspace);
    const right = peopleOf(there.fact.owners, role, workspace);
    return left.length > 0 && right.length > 0 && !left.some((person) => right.includes(person));
  });
}

function peopleOf(mentions: readonly Mention[], role: Mention["role"], workspace: WorkspaceView): readonly object[] {
  return mentions
    .filter((mention) => mention.role === role)
    .flatMap((mention) => workspace.roster.resolveAll(mention.text).map((one) => one.person))
    .filter((person) => person !== undefined);
}
