import type { PlanDocument } from "../index/document.js";
import type { Workspace } from "../index/workspace.js";
import { rangeOf } from "../markdown/place.js";
import type { Place } from "../markdown/slot.js";
import { type DateValue, isoDate } from "../model/date.js";
import type { Decision, Disagreement, Evidence, FactBase, Mention, OpenQuestion, PlanItem } from "../model/facts.js";
import type { Range } from "../text/range.js";
import type {
  DecisionOutput,
  DisagreementOutput,
  ItemOutput,
  Located,
  ModelOutput,
  QuestionOutput,
} from "./formats.js";
import { sortedPaths } from "./sorted.js";

export interface ModelOptions {
  readonly root: string;
  /** Say of each passage which evidence made it what it is. */
  readonly explain?: boolean;
  /** Names a document of the workspace in the output; its own path unless given. */
  readonly pathOf?: (path: string) => string;
}

export type { DecisionOutput, DisagreementOutput, ItemOutput, ModelOutput, QuestionOutput } from "./formats.js";

/** What `lockstep model --format json` prints (SPEC §5): everything understood, before any rule. */
export function modelOutput(
  workspace: Workspace,
  { root, explain = false, pathOf = (path) => path }: ModelOptions,
): ModelOutput {
  const documents = sortedPaths(workspace.documents.keys())
    .map((path) => workspace.documents.get(path))
    .filter((document) => document?.head.planning === true) as PlanDocument[];
  const all = <Fact, Output extends Located>(
    facts: (document: PlanDocument) => readonly Fact[],
    print: (fact: Fact, document: PlanDocument) => Output,
  ): Output[] =>
    documents.flatMap((document) =>
      facts(document).map((fact) => ({ ...print(fact, document), path: pathOf(document.path) })),
    );
  const evidence = (fact: FactBase): { evidence?: readonly Evidence[] } => (explain ? { evidence: fact.evidence } : {});
  const items = (kind: PlanItem["kind"]): ItemOutput[] =>
    all(
      (document) => document.facts.items.filter((item) => item.kind === kind),
      (item, document) => ({ ...itemOutput(item, document, workspace), ...evidence(item) }),
    );
  return {
    version: 1,
    root,
    documents: documents.map((document) => ({
      path: pathOf(document.path),
      kind: document.head.kind,
      planning: true,
      domains: workspace.domainsOfDocument(document),
      title: document.head.title?.text ?? null,
      date: dateText(document.head.date),
      ...(explain ? { because: document.head.because } : {}),
    })),
    people: workspace.roster.people.map((person) => ({
      name: person.name ?? null,
      handle: person.handle ?? null,
      domain: person.domain ?? null,
      lead: person.lead,
    })),
    decisions: all(
      (document) => document.facts.decisions,
      (decision, document) => ({ ...decisionOutput(decision, document, workspace), ...evidence(decision) }),
    ),
    disagreements: all(
      (document) => document.facts.disagreements,
      (disagreement, document) => ({ ...disagreementOutput(disagreement, document), ...evidence(disagreement) }),
    ),
    openQuestions: all(
      (document) => document.facts.questions,
      (question, document) => ({ ...questionOutput(question, document), ...evidence(question) }),
    ),
    items: items("item"),
    objectives: items("objective"),
    headcount: items("headcount"),
  };
}

function where(place: Place, document: PlanDocument): { path: string; range: Range } {
  return { path: document.path, range: rangeOf(place) };
}

function decisionOutput(decision: Decision, document: PlanDocument, workspace: Workspace): DecisionOutput {
  const ownership = workspace.ownershipOf(decision, document);
  return {
    ...where(decision.place, document),
    text: decision.text,
    status: decision.status,
    domains: ownership.domains,
    owners: names(ownership.owners),
    ownedBy: ownership.ownedBy,
    inputs: decision.inputs.map((input) => ({
      from: input.from,
      domain: workspace.domainOf({ text: input.from, place: input.place, role: "input" }, document) ?? null,
      state: input.state,
    })),
    backing: names(decision.backing),
    joint: ownership.joint,
    date: dateText(decision.date),
    id: decision.id ?? null,
  };
}

function disagreementOutput(disagreement: Disagreement, document: PlanDocument): DisagreementOutput {
  return {
    ...where(disagreement.place, document),
    topic: disagreement.topic,
    status: disagreement.status,
    parties: names(disagreement.parties),
    nextStep: disagreement.nextStep?.text ?? null,
    owner: disagreement.owner?.text ?? null,
    due: disagreement.due ? (dateText(disagreement.due.date) ?? disagreement.due.text) : null,
    since: dateText(disagreement.since),
    outcome: disagreement.outcome?.text ?? null,
    id: disagreement.id ?? null,
  };
}

function questionOutput(question: OpenQuestion, document: PlanDocument): QuestionOutput {
  return { ...where(question.place, document), text: question.text, status: question.status };
}

function itemOutput(item: PlanItem, document: PlanDocument, workspace: Workspace): ItemOutput {
  return {
    ...where(item.place, document),
    title: item.title,
    priority: item.priority
      ? { text: item.priority.text, scheme: item.priority.scheme, level: item.priority.level }
      : null,
    domains: workspace.domainsOfItem(item, document),
    owners: names(item.owners),
    status: item.status?.text ?? null,
    target: item.target?.text ?? null,
    dependsOn: item.dependsOn.map((other) => other.text),
    id: item.id ?? null,
  };
}

function names(mentions: readonly Mention[]): string[] {
  return [...new Set(mentions.map((mention) => mention.text))];
}

/** A day as ISO; a longer period as it is written. */
function dateText(date: DateValue | undefined): string | null {
  if (!date) return null;
  return date.grain === "day" && !date.ambiguous ? isoDate(date.start) : date.text;
}
