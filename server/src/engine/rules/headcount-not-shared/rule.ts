import { addPurposeColumn } from "../../fixes/purpose-column.js";
import type { PlanItem } from "../../model/facts.js";
import { domainTitle, listOf } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { domainRows, isTied } from "../shared/plans-hiring.js";

interface Data {
  readonly rows: readonly PlanItem[];
  readonly domains: readonly string[];
}

export const rule = defineRule<Data>({
  id: "headcount-not-shared",
  family: "priorities and plans",
  severity: "information",
  summary: "A hiring plan that splits headcount by domain and ties none of it to a shared priority",
  readsText: true,

  *detect({ document, workspace }) {
    if (document.head.kind !== "hiring") return;
    const { rows, domains } = domainRows(document, workspace);
    if (domains.length < 2 || isTied(rows, document, workspace)) return;
    yield { place: document.head.place, data: { rows, domains } };
  },

  word({ domains }) {
    return `This plan splits headcount between ${listOf(domains.map(domainTitle))} and says of none of it which shared priority it is for. People who are counted by side are defended by side. Say what each post is for: an item of the roadmap, an objective that you share.`;
  },

  *mend({ data: { rows } }, { document }) {
    yield* addPurposeColumn(rows, document);
  },
});
