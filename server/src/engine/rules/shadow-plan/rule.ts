import { addToPlan } from "../../fixes/add-to-plan.js";
import { markInternal } from "../../fixes/internal.js";
import { domainTitle, listOf, quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { type Shadow, shadowItems } from "../shared/plans-shadow.js";

export const rule = defineRule<Shadow>({
  id: "shadow-plan",
  family: "priorities and plans",
  severity: "warning",
  summary: "An item in one domain's plan that the other domain's plan of the same period lacks",

  *detect(context) {
    for (const shadow of shadowItems(context)) {
      const related = shadow.lacking.flatMap(({ domain, plans }) =>
        plans.map((plan) => ({
          document: plan,
          place: plan.head.place,
          message: `The plan of ${domainTitle(domain)} lacks ${quoted(shadow.item.title, 40)}`,
        })),
      );
      yield { place: shadow.item.focus, data: shadow, related };
    }
  },

  word({ item, domain, lacking }, { document }) {
    const others = lacking.map(
      (other) => `${domainTitle(other.domain)} (${listOf(other.plans.slice(0, 2).map((plan) => plan.path))})`,
    );
    const period = document.head.period ? ` for ${document.head.period.text}` : "";
    return `${quoted(item.title)} is in the plan of ${domainTitle(domain)}${period}, and not in that of ${listOf(others)}. Work that only one side plans takes people whom the other side counts on. Add it to the other plan, or mark it as internal to ${domainTitle(domain)}.`;
  },

  *mend({ data: { item, domain, lacking } }, { document, workspace }) {
    yield* addToPlan(
      item,
      lacking.flatMap(({ plans }) => plans.slice(0, 1)),
      workspace,
    );
    yield* markInternal(item, document, domain);
  },
});
