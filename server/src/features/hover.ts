import { type Hover, MarkupKind, type Position } from "vscode-languageserver-types";
import type { PlanDocument } from "../engine/index/document.js";
import type { WorkspaceView } from "../engine/index/view.js";
import { type DateValue, isoDate } from "../engine/model/date.js";
import { rules } from "../engine/rules/registry.js";
import type { LockstepService } from "../engine/service/service.js";
import { domainTitle } from "../engine/text/words.js";
import type { Addresses } from "./addresses.js";
import { rangeIn } from "./diagnostics.js";
import { sameElsewhere } from "./entities/facts.js";
import { type Entity, occurrenceAt } from "./entities.js";
import { factLines } from "./hover/facts.js";
import { domainLines, personLines } from "./hover/people.js";
import { asMarkdown, asPlainText, bullet, type Line, linkToPlace, paragraph } from "./markup.js";

export interface HoverSupport {
  /** Whether the client shows Markdown; else it is sent plain text. */
  readonly markdownHover: boolean;
}

/** Everything that all documents say of what stands at a position; null where nothing does. */
export function hoverOf(
  service: LockstepService,
  path: string,
  position: Position,
  addresses: Addresses,
  support: HoverSupport,
): Hover | null {
  const document = service.document(path);
  if (!document) return null;
  const { workspace } = service;
  const occurrence = occurrenceAt(document, document.markdown.offsetAt(position), workspace);
  if (!occurrence) return null;
  const lines = linesOf(occurrence.entity, document, workspace, addresses);
  if (lines.length === 0) return null;
  const contents = support.markdownHover
    ? { kind: MarkupKind.Markdown, value: asMarkdown(lines) }
    : { kind: MarkupKind.PlainText, value: asPlainText(lines) };
  return { contents, range: rangeIn(document, occurrence.place) };
}

function linesOf(
  entity: Entity,
  document: PlanDocument,
  workspace: WorkspaceView,
  addresses: Addresses,
): readonly Line[] {
  switch (entity.kind) {
    case "fact":
      return factLines(entity.fact, entity.document, workspace, addresses);
    case "person":
      return personLines(entity.person, workspace, addresses);
    case "domain":
      return domainLines(entity.domain, workspace, addresses);
    case "rule":
      return ruleLines(entity.rule, document, addresses);
    case "priority":
      return priorityLines(entity, document, workspace, addresses);
    case "status":
      return statusLines(entity, document, workspace, addresses);
    case "date":
      return [paragraph({ strong: entity.date.text }), paragraph(intervalOf(entity.date))];
  }
}

/** "2026-07-01 to 2026-09-30", with the leeway of a date that is only about right. */
export function intervalOf(date: DateValue): string {
  if (date.ambiguous) return "Day and month cannot be told apart, so this date is not compared with any other.";
  const days = date.start === date.end ? isoDate(date.start) : `${isoDate(date.start)} to ${isoDate(date.end)}`;
  return date.leeway > 0 ? `${days}, give or take ${date.leeway} days` : days;
}

function ruleLines(id: string, document: PlanDocument, addresses: Addresses): readonly Line[] {
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) return [];
  const { severity } = document.settings.rule(id);
  const href = addresses.rulePageOf(id);
  return [
    paragraph({ strong: id }, ` (${severity})`),
    paragraph(`Reports ${rule.summary}.`),
    ...(href === undefined ? [] : [paragraph({ text: "About this rule", href })]),
  ];
}

const schemes: Readonly<Record<string, string>> = {
  "p-level": "a P-level",
  word: "a word of importance",
  moscow: "of the MoSCoW scheme",
  horizon: "a horizon (now, next, later)",
  rank: "a rank",
  ordinal: "the place in an ordered list",
  flagship: "a commitment",
  listed: "named in a list of priorities",
};

function priorityLines(
  { priority, fact }: Extract<Entity, { kind: "priority" }>,
  document: PlanDocument,
  workspace: WorkspaceView,
  addresses: Addresses,
): readonly Line[] {
  const lines = [
    paragraph({ strong: `Priority ${priority.text}` }),
    paragraph(
      `Read as ${schemes[priority.scheme] ?? priority.scheme}${priority.level === 0 ? ", the most important" : ""}.`,
    ),
  ];
  for (const same of sameElsewhere(fact, document, workspace)) {
    const other = "priority" in same.fact ? same.fact.priority : undefined;
    if (!other) continue;
    const order = workspace.comparePriorities(priority, other, document);
    const compared =
      order === undefined
        ? ""
        : order === 0
          ? ", which is the same"
          : order < 0
            ? ", which is lower"
            : ", which is higher";
    lines.push(
      bullet(`${other.text}${compared}, in `, linkToPlace(same.document, other.place ?? same.fact.focus, addresses)),
    );
  }
  return lines;
}

function statusLines(
  { text, reading, fact }: Extract<Entity, { kind: "status" }>,
  document: PlanDocument,
  workspace: WorkspaceView,
  addresses: Addresses,
): readonly Line[] {
  const lines = [
    paragraph({ strong: `Status “${text.trim()}”` }),
    paragraph(reading === undefined ? "Not a status that Lockstep knows." : `Read as ${reading}.`),
  ];
  for (const same of sameElsewhere(fact, document, workspace)) {
    if (!("status" in same.fact) || same.fact.status === undefined) continue;
    const written = typeof same.fact.status === "string" ? same.fact.status : same.fact.status.text;
    lines.push(bullet(`${written}, in `, linkToPlace(same.document, same.fact.focus, addresses)));
  }
  return lines;
}

/** "Engineering and Product" is what people read; identifiers stay in lower case in the model. */
export function domainNames(domains: readonly string[]): string {
  return domains.map(domainTitle).join(", ");
}
