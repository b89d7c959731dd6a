import type { PlanDocument } from "../../engine/index/document.js";
import type { WorkspaceView } from "../../engine/index/view.js";
import { type DateValue, isoDate } from "../../engine/model/date.js";
import type { Decision, Disagreement, Evidence, Mention, PlanItem } from "../../engine/model/facts.js";
import { dateOf } from "../../engine/rules/shared/decisions.js";
import { raisedOn } from "../../engine/rules/shared/disagreements.js";
import { domainTitle } from "../../engine/text/words.js";
import type { Addresses } from "../addresses.js";
import { type Fact, kindOf, nameOf, withHeader, wordsOf } from "../entities/facts.js";
import { statementsOf } from "../entities/groups.js";
import { withoutStop } from "../entities/word-place.js";
import { bullet, type Line, linkToPlace, paragraph, shortened } from "../markup.js";

/** What all documents say of a fact, and why Lockstep reads it so. */
export function factLines(
  stated: Fact,
  document: PlanDocument,
  workspace: WorkspaceView,
  addresses: Addresses,
): readonly Line[] {
  const fact = stated.kind === "decision" ? withHeader(stated, document) : stated;
  const id = fact.id === undefined ? "" : `${fact.id}: `;
  const lines: Line[] = [
    paragraph({ strong: `${id}${shortened(nameOf(fact, document))}` }),
    paragraph(headline(fact, document, workspace)),
    ...detailsOf(fact, document, workspace).map(([label, value]) => bullet(`${label}: ${shortened(value)}`)),
  ];
  const statements = statementsOf(fact, document, workspace).filter((other) => other.fact !== stated);
  if (statements.length > 0) {
    lines.push(paragraph("Also stated:"));
    for (const other of statements) {
      lines.push(
        bullet(
          linkToPlace(other.document, other.fact.focus, addresses),
          ` ${headline(other.fact, other.document, workspace)}`,
        ),
      );
    }
  }
  if (fact.kind === "decision") {
    for (const dispute of workspace.disputesOf(stated as Decision, document)) {
      lines.push(
        bullet(
          "Disputed in ",
          linkToPlace(dispute.document, dispute.fact.focus, addresses),
          ` (${dispute.fact.status})`,
        ),
      );
    }
  }
  lines.push(...evidenceLines(fact.evidence, fact));
  return lines;
}

/** "decision · decided · Engineering": what the fact is and how it stands. */
function headline(fact: Fact, document: PlanDocument, workspace: WorkspaceView): string {
  return [kindOf(fact), ...standing(fact, document, workspace)].filter((part) => part !== "").join(" · ");
}

function standing(fact: Fact, document: PlanDocument, workspace: WorkspaceView): readonly string[] {
  switch (fact.kind) {
    case "decision": {
      const { domains } = workspace.ownershipOf(fact, document);
      return [fact.status, domains.length > 0 ? domains.map(domainTitle).join(", ") : "no owning domain"];
    }
    case "disagreement":
    case "question":
      return [fact.status];
    default:
      return [
        fact.priority ? `priority ${fact.priority.text}` : "",
        fact.status?.text ?? "",
        fact.target?.text ?? "",
        workspace.domainsOfItem(fact, document).map(domainTitle).join(", "),
      ];
  }
}

type Detail = readonly [label: string, value: string];

function detailsOf(fact: Fact, document: PlanDocument, workspace: WorkspaceView): readonly Detail[] {
  switch (fact.kind) {
    case "decision":
      return decisionDetails(fact, document, workspace);
    case "disagreement":
      return disagreementDetails(fact, document);
    case "question":
      return [];
    default:
      return itemDetails(fact);
  }
}

const ownedBy: Readonly<Record<string, string>> = {
  passage: "said in the passage",
  context: "said by its headings, its table or its document",
  path: "said by the document's path alone",
};

function decisionDetails(decision: Decision, document: PlanDocument, workspace: WorkspaceView): readonly Detail[] {
  const ownership = workspace.ownershipOf(decision, document);
  const date = dateOf(decision, document);
  return present([
    ["Decides", decision.record ? wordsOf(decision) : undefined],
    ["Owners", namesOf(ownership.owners)],
    ["Domain", ownedBy[ownership.ownedBy]],
    ...decision.inputs.map((input): Detail => ["Input", `${input.from} (${input.state})`]),
    ["Backed by", namesOf(decision.backing)],
    ["Joint", ownership.joint ? "owned or backed by two domains or more" : undefined],
    ["Date", date && dayOf(date)],
    ["Review by", decision.reviewBy && dayOf(decision.reviewBy.date)],
    ["Supersedes", decision.supersedes.join(", ")],
  ]);
}

function disagreementDetails(fact: Disagreement, document: PlanDocument): readonly Detail[] {
  const since = raisedOn(fact, document);
  return present([
    ["Between", namesOf(fact.parties)],
    ["Open since", fact.status === "open" ? since && dayOf(since) : undefined],
    ["Next step", fact.nextStep?.text],
    ["Owner", fact.owner?.text],
    ["Due", fact.due && withoutStop(fact.due.text)],
    ["Outcome", fact.outcome?.text],
  ]);
}

function itemDetails(item: PlanItem): readonly Detail[] {
  return present([
    ["Owners", namesOf(item.owners)],
    ["Depends on", item.dependsOn.map(({ text }) => text).join(", ")],
    ["Why", item.why?.text],
    ...item.figures.map((figure): Detail => [figure.measure, `${figure.text} (${figure.kind})`]),
    ["Part of", item.parent?.title],
    ["Internal", item.internal ? "a matter of its own domain only" : undefined],
  ]);
}

function present(details: readonly (readonly [string, string | undefined])[]): readonly Detail[] {
  return details.flatMap(([label, value]): Detail[] => (value === undefined || value === "" ? [] : [[label, value]]));
}

function namesOf(mentions: readonly Mention[]): string {
  return [...new Set(mentions.map(({ text }) => text.trim()))].join(", ");
}

function dayOf(date: DateValue): string {
  return date.start === date.end ? isoDate(date.end) : date.text;
}

function withArticle(noun: string): string {
  return `${/^[aeio]/.test(noun) ? "an" : "a"} ${noun}`;
}

function evidenceLines(evidence: readonly Evidence[], fact: Fact): readonly Line[] {
  if (evidence.length === 0) return [];
  return [
    paragraph(`Why Lockstep reads this as ${withArticle(kindOf(fact))}:`),
    ...evidence.map(({ kind, text }) =>
      bullet(`${kind.replace(/-/g, " ")}${text.trim() === "" ? "" : ` “${shortened(text)}”`}`),
    ),
  ];
}
