import type { PlanDocument } from "../index/document.js";
import type { WorkspaceView } from "../index/view.js";
import { isoDate } from "../model/date.js";
import type { Disagreement } from "../model/facts.js";
import { numberOption } from "../rules/rule.js";
import {
  type DisagreementOpenness,
  disagreementOpenness,
  disagreementsForFindings,
  raisedOn,
} from "../rules/shared/disagreements.js";

/** A disagreement that a planning document leaves open. */
export interface OpenDisagreementFact {
  readonly fact: Disagreement;
  readonly document: PlanDocument;
  readonly openness: DisagreementOpenness;
  /** Since when, `YYYY-MM-DD`, and for how many whole days; undefined where no date says so. */
  readonly since?: string;
  readonly days?: number;
}

/** What a document leaves open, in its order, stalled by its own limit whether or not the rule that says so is on. What another document settles is left out. */
export function openDisagreementsIn(document: PlanDocument, workspace: WorkspaceView): readonly OpenDisagreementFact[] {
  if (!document.head.planning) return [];
  const limit = numberOption(document.settings.rule("disagreement-stalled"), "days");
  return disagreementsForFindings(document).flatMap((fact) => {
    const openness = disagreementOpenness(fact, document, workspace, limit);
    if (!openness) return [];
    const since = raisedOn(fact, document);
    const age = since && { since: isoDate(since.end), days: Math.max(0, workspace.today - since.end) };
    return { fact, document, openness, ...age };
  });
}
