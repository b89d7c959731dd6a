import type { PlanDocument } from "../../index/document.js";
import type { WorkspaceView } from "../../index/view.js";
import type { Figure, PlanItem } from "../../model/facts.js";
import { domainOfWord } from "../../people/vocabulary.js";
import { isPlaceholder } from "../../understand/placeholders.js";
import { itemsOf } from "./plans.js";

/** The headcount rows of a document that are one domain's, and the domains that they split it between. */
export function domainRows(
  document: PlanDocument,
  workspace: WorkspaceView,
): { readonly rows: readonly PlanItem[]; readonly domains: readonly string[] } {
  const { domainByWord } = workspace.vocabularyOf(document);
  const rows: PlanItem[] = [];
  const domains = new Set<string>();
  for (const item of itemsOf(document, "headcount")) {
    // A list of posts without numbers splits heads as well: "## Engineering", and below it "- Two testers".
    if (item.total || item.struck || (item.figures.length > 0 && !item.figures.some(countsPeople))) continue;
    const named = [item.title, ...item.domainWords.map((word) => word.text)];
    const domain = named
      .map((word) => domainOfWord(word, domainByWord) ?? workspace.roster.domainOfWord(word))
      .find((one) => one !== undefined);
    if (domain === undefined) continue;
    rows.push(item);
    domains.add(domain);
  }
  return { rows, domains: [...domains] };
}

const money = /\b(?:budgets?|costs?|spend(?:ing)?|salar(?:y|ies)|payroll|amount|usd|eur|gbp|chf)\b|[$€£]/i;

/** A budget splits money; only a split of people is a hiring plan's. */
function countsPeople({ measure, unit }: Figure): boolean {
  return !money.test(measure) && !money.test(unit);
}

const purpose =
  /^(?:for|what for|works? on|working on|supports?|in service of|purpose|(?:shared |top )?priorit(?:y|ies)|initiatives?|projects?|objectives?|goals?|roadmap items?|tied to|items?)$/i;

/**
 * Whether any of the headcount is for something that both sides plan: a column that says what for, work that is given people, a roadmap's item
 * named, a link to a plan.
 */
export function isTied(rows: readonly PlanItem[], document: PlanDocument, workspace: WorkspaceView): boolean {
  const staffed = itemsOf(document, "item").some(({ resources }) => resources !== undefined);
  return (
    staffed || rows.some(hasPurpose) || workspace.mentionsPlans(document) || document.facts.sharedPurposes.length > 0
  );
}

function hasPurpose(row: PlanItem): boolean {
  if (row.fields.some((field) => field.name === "sharedPriority" && field.value !== "")) return true;
  const { unit } = row;
  if (unit?.kind !== "row") return false;
  return unit.table.header.some((header, index) => {
    const value = unit.cells[index]?.inline.text.trim() ?? "";
    return purpose.test(header.inline.text.trim()) && value !== "" && !isPlaceholder(value) && !/^[–—-]$/.test(value);
  });
}
