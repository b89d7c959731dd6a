import type { PlanDocument } from "../engine/index/document.js";
import { isWithin } from "../engine/markdown/place.js";
import { isoDate } from "../engine/model/date.js";
import type { Decision, Mention } from "../engine/model/facts.js";
import type { Finding } from "../engine/rules/check.js";
import { numberOption } from "../engine/rules/rule.js";
import { dateOf, decisionOpenness, decisionsForFindings } from "../engine/rules/shared/decisions.js";
import type { LockstepService } from "../engine/service/service.js";
import type { DecisionsResult, WorkspaceDecision } from "../protocol/messages.js";
import type { Addresses } from "./addresses.js";
import { rangeIn } from "./diagnostics.js";
import { nameOf } from "./entities/facts.js";
import { whoIs } from "./who.js";

/**
 * The decisions that findings are about, of all planning documents by path and place, whatever their status; and how many documents were looked at. A record is one
 * decision, and what a document states twice counts at its first place.
 */
export function decisionsOf(service: LockstepService, addresses: Addresses): Omit<DecisionsResult, "indexing"> {
  const { documents } = service.workspace;
  const decisions: WorkspaceDecision[] = [];
  let planningDocuments = 0;
  for (const path of [...documents.keys()].sort()) {
    const document = documents.get(path)!;
    if (!document.head.planning) continue;
    planningDocuments += 1;
    const findings = service.findings(path).filter(({ rule }) => rule.startsWith("decision-"));
    for (const fact of decisionsForFindings(document)) {
      const own = findings.filter((finding) => isAbout(finding, fact));
      decisions.push(decisionOf(fact, own, document, service, addresses));
    }
  }
  return { decisions, documents: documents.size, planningDocuments };
}

/** A finding is about a decision where it underlines something in its passage, or a field of it. Of a record, all of them are. */
function isAbout({ place }: Finding, { record, focus, place: passage, fields }: Decision): boolean {
  return record || [focus, passage, ...fields.map((field) => field.place)].some((part) => isWithin(place, part));
}

function decisionOf(
  fact: Decision,
  findings: readonly Finding[],
  document: PlanDocument,
  { workspace }: LockstepService,
  addresses: Addresses,
): WorkspaceDecision {
  const ownership = workspace.ownershipOf(fact, document);
  // How it is open does not depend on whether the rule that says so is on.
  const limit = numberOption(document.settings.rule("decision-stalled"), "days");
  const openness = decisionOpenness(fact, document, workspace, limit);
  const date = dateOf(fact, document);
  const asked = fact.inputs.map((input): Mention => ({ text: input.from, place: input.place, role: "input" }));
  return {
    uri: addresses.uriOf(document.path),
    path: document.path,
    text: fact.text,
    name: nameOf(fact, document),
    status: fact.status,
    domains: ownership.domains,
    owners: [...new Set(ownership.owners.map((owner) => owner.text))],
    people: whoIs([...ownership.owners, ...asked], document, workspace).people,
    inputs: fact.inputs.map((input) => {
      const domain = workspace.domainOf({ text: input.from, place: input.place, role: "input" }, document);
      return { from: input.from, state: input.state, ...(domain !== undefined && { domain }) };
    }),
    joint: ownership.joint,
    range: rangeIn(document, fact.focus),
    findings: findings.map(({ rule, severity, message, place }) => ({
      rule,
      severity,
      message,
      range: rangeIn(document, place),
    })),
    ...(document.head.title && { title: document.head.title.text }),
    ...(openness && { openness: openness.kind }),
    ...(date && { date: isoDate(date.end), days: Math.max(0, workspace.today - date.end) }),
    ...(fact.id !== undefined && { id: fact.id }),
  };
}
