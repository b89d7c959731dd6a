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
    if (item.total || item.struck || !item.figures.some(countsPeople)) continue;
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

/** Whether any of the headcount is for something that both sides plan: a column that says what for, a roadmap's item named, a link to a plan. */
export function isTied(rows: readonly PlanItem[], document: PlanDocument, workspace: WorkspaceView): boolean {
  return rows.some(hasPurpose) || workspace.mentionsPlans(document) || saysShared(document.text);
}

const longestText = 20_000;
const shared =
  /\b(?:for|tied to|towards?|behind|serves?|deliver|staffs?|against)\b[^.\n|]{0,60}\b(?:shared|joint|common|our (?:first|top|number one|#1))\s(?:\p{L}+\s)?(?:priorit(?:y|ies)|objectives?|goals?|initiatives?)\b/iu;

/** "These people are for our shared priority number one, the new checkout." */
function saysShared(text: string): boolean {
  const found = shared.exec(text.slice(0, longestText));
  return found !== null && !/\b(?:no|none|not|nothing|without)\b/i.test(found[0]);
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
