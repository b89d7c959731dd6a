import type { PlanDocument } from "../../index/document.js";
import type { Stated, WorkspaceView } from "../../index/view.js";
import type { DateValue } from "../../model/date.js";
import type { Decision, Disagreement } from "../../model/facts.js";
import { rules } from "../../rules/registry.js";
import type { Severity } from "../../rules/rule.js";
import { dateOf, decisionOpenness, decisionsForFindings } from "../../rules/shared/decisions.js";
import { disagreementsForFindings, raisedOn } from "../../rules/shared/disagreements.js";
import type { LockstepService } from "../../service/service.js";
import { sortedPaths } from "../../service/sorted.js";
import { boardOf } from "../board/board.js";
import type { BoardAgreement } from "../board/types.js";
import { openDisagreementsIn } from "../open-disagreements.js";
import { pastDate } from "../passages.js";

/** An open passage and the day since when it is open; undefined where nothing dates it. */
export interface OpenPassage extends Stated<Decision | Disagreement> {
  readonly since: DateValue | undefined;
}

export interface RuleFigure {
  readonly rule: string;
  readonly summary: string;
  readonly severity: Severity;
  readonly findings: number;
  /** Documents that have any. */
  readonly documents: number;
}

export interface DomainFigure {
  /** Undefined for what is of no domain. */
  readonly domain: string | undefined;
  readonly documents: number;
  readonly openDecisions: number;
  readonly openDisagreements: number;
  readonly findings: number;
}

/** What the report says, before it has words. */
export interface ReportMatter {
  readonly documents: number;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly agreement: BoardAgreement;
  /** Rules that found anything, those with the most findings first. */
  readonly byRule: readonly RuleFigure[];
  /** How many rules looked and found nothing. */
  readonly silentRules: number;
  readonly byDomain: readonly DomainFigure[];
  /** Oldest first, what nothing dates last. */
  readonly open: readonly OpenPassage[];
  /** Disagreements that are recorded at all, open or settled, and the day of the last that has one. */
  readonly recorded: number;
  readonly lastRecorded: (Stated<Disagreement> & { readonly day: number }) | undefined;
}

/** Gathers the figures of a workspace: what the service finds, and what is open whether or not a rule reports it. */
export function reportMatter(service: LockstepService): ReportMatter {
  const { workspace } = service;
  const planning = sortedPaths(workspace.documents.keys()).flatMap((path) => {
    const document = workspace.documents.get(path);
    return document?.head.planning ? [document] : [];
  });
  const open = planning.flatMap((document) => [...openIn(document, workspace)]);
  const disagreements = planning.flatMap((document) =>
    disagreementsForFindings(document).map((fact) => ({ document, fact, day: dayOf(fact, document, workspace) })),
  );
  const dated = disagreements.filter((one) => one.day !== undefined) as (Stated<Disagreement> & { day: number })[];
  const byRule = ruleFigures(planning, service);
  const severities: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const document of planning)
    for (const { severity } of service.findings(document.path)) severities[severity] += 1;
  return {
    documents: planning.length,
    findings: severities,
    agreement: boardOf(service).agreement,
    byRule,
    silentRules: rules.length - byRule.length,
    byDomain: domainFigures(planning, open, service),
    open: [...open].sort((a, b) => (a.since?.end ?? Infinity) - (b.since?.end ?? Infinity) || 0),
    recorded: disagreements.length,
    lastRecorded: dated.reduce<(typeof dated)[number] | undefined>(
      (last, one) => (last && last.day >= one.day ? last : one),
      undefined,
    ),
  };
}

function* openIn(document: PlanDocument, workspace: WorkspaceView): Iterable<OpenPassage> {
  for (const fact of decisionsForFindings(document)) {
    if (!decisionOpenness(fact, document, workspace, Number.POSITIVE_INFINITY)) continue;
    yield { document, fact, since: pastDate(dateOf(fact, document), workspace) };
  }
  for (const { fact } of openDisagreementsIn(document, workspace))
    yield { document, fact, since: pastDate(raisedOn(fact, document), workspace) };
}

/** The day on which a disagreement was recorded, as far as it is past. */
function dayOf(fact: Disagreement, document: PlanDocument, workspace: WorkspaceView): number | undefined {
  return pastDate(raisedOn(fact, document), workspace)?.end;
}

function ruleFigures(planning: readonly PlanDocument[], service: LockstepService): readonly RuleFigure[] {
  const figures = new Map<string, { findings: number; documents: Set<string>; severity: Severity }>();
  for (const { path } of planning) {
    for (const { rule, severity } of service.findings(path)) {
      const known = figures.get(rule);
      if (known) {
        known.findings += 1;
        known.documents.add(path);
      } else figures.set(rule, { findings: 1, documents: new Set([path]), severity });
    }
  }
  return rules
    .flatMap(({ id, summary }) => {
      const found = figures.get(id);
      return found
        ? [{ rule: id, summary, severity: found.severity, findings: found.findings, documents: found.documents.size }]
        : [];
    })
    .sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1));
}

/** A decision counts for each domain that owns it, a disagreement for each that takes part in it; a document, with its findings, for its own. */
function domainFigures(
  planning: readonly PlanDocument[],
  open: readonly OpenPassage[],
  service: LockstepService,
): readonly DomainFigure[] {
  const { workspace } = service;
  const documents = planning.map((document) => ({ document, domains: orNone(workspace.domainsOfDocument(document)) }));
  const passages = open.map((passage) => ({ passage, domains: orNone(domainsOfPassage(passage, workspace)) }));
  const used = new Set([...documents, ...passages].flatMap(({ domains }) => domains));
  return [...workspace.roster.domains, undefined].flatMap((domain) => {
    if (!used.has(domain)) return [];
    const own = documents.filter(({ domains }) => domains.includes(domain)).map(({ document }) => document);
    const kinds = passages.filter(({ domains }) => domains.includes(domain)).map(({ passage }) => passage.fact.kind);
    return [
      {
        domain,
        documents: own.length,
        openDecisions: kinds.filter((kind) => kind === "decision").length,
        openDisagreements: kinds.filter((kind) => kind === "disagreement").length,
        findings: own.reduce((sum, { path }) => sum + service.findings(path).length, 0),
      },
    ];
  });
}

function domainsOfPassage({ document, fact }: OpenPassage, workspace: WorkspaceView): readonly string[] {
  if (fact.kind === "decision") return workspace.ownershipOf(fact, document).domains;
  const parties = new Set(fact.parties.flatMap((party) => workspace.domainOf(party, document) ?? []));
  return parties.size > 0 ? [...parties] : workspace.domainsOfDocument(document);
}

function orNone(domains: readonly string[]): readonly (string | undefined)[] {
  return domains.length > 0 ? domains : [undefined];
}
