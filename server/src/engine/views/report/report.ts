import { calledName } from "../../index/called.js";
import type { PlanDocument } from "../../index/document.js";
import type { WorkspaceView } from "../../index/view.js";
import { escapeInline } from "../../markdown/escape.js";
import { isoDate } from "../../model/date.js";
import type { Decision, Disagreement } from "../../model/facts.js";
import type { LockstepService } from "../../service/service.js";
import { count, days, domainTitle, listOf } from "../../text/words.js";
import { documentLink, type LinkTo, linksFrom, passageLink } from "../passages.js";
import { type DomainFigure, type OpenPassage, type ReportMatter, type RuleFigure, reportMatter } from "./detect.js";

export interface ReportOptions {
  /** Address of a document or of a section in it; relative to the workspace's root where missing. */
  readonly linkTo?: LinkTo | undefined;
  /** Address of a rule's page; rules are named without links where missing. */
  readonly rulePageOf?: ((rule: string) => string | undefined) | undefined;
}

/** Open passages that are listed. */
const mostListed = 10;

/** Days without a recorded disagreement after which the report says so: a quarter's third, four meetings of two leads who meet every week. */
const quietDays = 30;

/**
 * The alignment report of a workspace as Markdown: a figure for each rule and each domain, what has been open for longest, and an honest remark where nobody
 * has recorded a disagreement for long. Words of documents are escaped.
 */
export function reportOf(service: LockstepService, options: ReportOptions = {}): string {
  const matter = reportMatter(service);
  const { workspace } = service;
  const linkTo = options.linkTo ?? linksFrom("");
  const blocks = [
    `# Alignment report, ${isoDate(workspace.today)}`,
    overview(matter),
    `## One voice`,
    oneVoice(matter),
    `## What has been open for longest`,
    ...oldest(matter, workspace, linkTo),
    `## How we disagree`,
    ...disagreeing(matter, workspace, linkTo),
    `## By domain`,
    ...byDomain(matter),
    `## By rule`,
    ...byRule(matter, options),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** A name to save a report under. */
export function reportName(today: number): string {
  return `alignment-report-${isoDate(today)}.md`;
}

function overview({ documents, findings, open }: ReportMatter): string {
  if (documents === 0) return "No planning document was found, so there is nothing to report.";
  const counts = [
    ...(findings.error > 0 ? [count(findings.error, "error")] : []),
    ...(findings.warning > 0 ? [count(findings.warning, "warning")] : []),
    ...(findings.information > 0 ? [`${findings.information} for information`] : []),
    ...(findings.hint > 0 ? [count(findings.hint, "hint")] : []),
  ];
  const found = counts.length === 0 ? "Lockstep finds nothing wrong" : `Lockstep finds ${listOf(counts)}`;
  const decisions = open.filter(({ fact }) => fact.kind === "decision").length;
  const disagreements = open.length - decisions;
  return `${found} in ${count(documents, "planning document")}. ${count(decisions, "decision")} and ${count(disagreements, "disagreement")} are open.`;
}

function oneVoice({ agreement: { percent, compared, same, notCompared } }: ReportMatter): string {
  if (percent === null) return "No two plans can be compared: there are fewer than two, or they share no item.";
  const others = notCompared > 0 ? ` ${count(notCompared, "item")} could not be compared.` : "";
  return `Asked about an item that both answer for, two plans say the same **${percent} %** of the time: ${same} of ${count(compared, "item")} ${same === 1 ? "is" : "are"} the same everywhere.${others}`;
}

function oldest({ open }: ReportMatter, workspace: WorkspaceView, linkTo: LinkTo): string[] {
  if (open.length === 0) return ["Nothing is open."];
  const rows = open.slice(0, mostListed).map((passage) => openRow(passage, workspace, linkTo));
  const more = open.length - rows.length;
  return [
    table(["Open for", "What", "Kind", "Where"], rows),
    ...(more > 0 ? [`And ${more} more, younger or without a date.`] : []),
  ];
}

function openRow({ document, fact, since }: OpenPassage, { today }: WorkspaceView, linkTo: LinkTo): string[] {
  return [
    since ? days(today - since.end) : "no date",
    passageLink(textOf(fact, document), fact, document, linkTo),
    fact.kind,
    documentLink(document, linkTo),
  ];
}

function textOf(fact: Decision | Disagreement, document: PlanDocument): string {
  return fact.kind === "decision" ? calledName(fact, document) : fact.topic;
}

/** Leads who never disagree in writing do not agree: they do not talk about what matters, or nobody writes it down. */
function disagreeing(
  { documents, recorded, lastRecorded, open }: ReportMatter,
  workspace: WorkspaceView,
  linkTo: LinkTo,
): string[] {
  if (documents === 0) return ["There is nothing to judge by."];
  const remark =
    "That is rarely harmony. Two leads who want different things for good reasons disagree often; where none of it is on paper, it is settled in corridors, or not at all. Ask each other what you have not said.";
  if (recorded === 0) return ["**Not a single disagreement is recorded.**", remark];
  if (!lastRecorded)
    return [
      `${count(recorded, "disagreement")} ${recorded === 1 ? "is" : "are"} recorded, none with a date. Without dates nobody sees which of them rest.`,
    ];
  const { fact, document, day } = lastRecorded;
  const age = workspace.today - day;
  const still = open.filter((passage) => passage.fact.kind === "disagreement").length;
  const last = `the last is ${passageLink(fact.topic, fact, document, linkTo)}, of ${isoDate(day)}`;
  const known = `${count(recorded, "disagreement")} ${recorded === 1 ? "is" : "are"} recorded, ${still} of them open; ${last}.`;
  if (age <= quietDays) return [known];
  return [known, `**Not a single disagreement has been recorded for ${days(age)}.** ${remark}`];
}

function byDomain({ byDomain: figures }: ReportMatter): string[] {
  if (figures.length === 0) return ["No planning document, no domain."];
  const row = ({ domain, documents, openDecisions, openDisagreements, findings }: DomainFigure): string[] => [
    domain === undefined ? "None" : escapeInline(domainTitle(domain)),
    ...[openDecisions, openDisagreements, documents, findings].map(String),
  ];
  return [
    table(["Domain", "Decisions open", "Disagreements open", "Documents", "Findings in them"], figures.map(row), 1),
    "A decision counts for each domain that owns it, a disagreement for each that takes part in it, a document for its own.",
  ];
}

function byRule({ byRule: figures, silentRules }: ReportMatter, { rulePageOf }: ReportOptions): string[] {
  const named = (rule: string): string => {
    const page = rulePageOf?.(rule);
    return page === undefined ? rule : `[${rule}](${page})`;
  };
  const row = ({ rule, summary, severity, findings, documents }: RuleFigure): string[] => [
    named(rule),
    escapeInline(summary),
    severity,
    String(findings),
    String(documents),
  ];
  const silent = `${count(silentRules, "rule")} found nothing.`;
  if (figures.length === 0) return [silent];
  return [table(["Rule", "Reports", "Severity", "Findings", "Documents"], figures.map(row), 3), silent];
}

/** `figuresFrom` is the first column of figures, which stand to the right. */
function table(header: readonly string[], rows: readonly (readonly string[])[], figuresFrom = header.length): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const delimiters = header.map((_, index) => (index >= figuresFrom ? "---:" : "---"));
  return [line(header), line(delimiters), ...rows.map(line)].join("\n");
}
