import { putFirst, raiseDependencies, staff } from "../../fixes/inversions.js";
import type { PlanItem } from "../../model/facts.js";
import { listOf, quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { itemsOf, someOf } from "../shared/plans.js";
import {
  type LowerDependency,
  lowerDependencies,
  type Unstaffed,
  unstaffedTopItems,
} from "../shared/plans-dependencies.js";

type Data =
  | { readonly kind: "dependency"; readonly item: PlanItem; readonly lower: readonly LowerDependency[] }
  | ({ readonly kind: "unstaffed" } & Unstaffed);

export const rule = defineRule<Data>({
  id: "priority-inversion",
  family: "priorities and plans",
  severity: "warning",
  summary: "An item that depends on one of lower priority, or a top item without people while lower ones have them",

  *detect(context) {
    const { document } = context;
    for (const item of itemsOf(document, "item")) {
      const lower = lowerDependencies(item, context);
      const [first] = lower;
      if (!first) continue;
      yield {
        place: first.named.place,
        data: { kind: "dependency", item, lower },
        related: lower.map((other) => ({
          document: other.document,
          place: other.fact.focus,
          message: `${quoted(other.fact.title)} is ${levelOf(other.fact)}`,
        })),
      };
    }
    for (const unstaffed of unstaffedTopItems(document)) {
      const { item, staffed } = unstaffed;
      yield {
        place: item.resources?.place ?? item.focus,
        data: { kind: "unstaffed", ...unstaffed },
        related: staffed.map((other) => ({
          document,
          place: other.resources?.place ?? other.focus,
          message: `${quoted(other.title)} has some`,
        })),
      };
    }
  },

  word(data) {
    if (data.kind === "dependency") {
      const lower = data.lower.map(({ fact }) => `${quoted(fact.title)}, which is ${levelOf(fact)}`);
      return `${quoted(data.item.title)} is ${levelOf(data.item)} and depends on ${listOf(lower)}. It cannot be done before what it waits for. Raise the dependency, or lower the item.`;
    }
    const lower = data.staffed.map((other) => quoted(other.title, 40));
    return `${quoted(data.item.title)} is ${levelOf(data.item)} and has no people or budget, while ${someOf(lower)} ${lower.length === 1 ? "has" : "have"} some. A priority that nobody works on is none. Give it people, or say that the others come first.`;
  },

  *mend({ data }, { document, workspace }) {
    if (data.kind === "unstaffed") {
      yield* staff(data.item, document);
      return;
    }
    yield* raiseDependencies(data.item, data.lower, document, workspace);
    yield* putFirst(data.item, data.lower, document);
  },
});

function levelOf({ priority }: PlanItem): string {
  if (!priority) return "of no priority";
  return priority.scheme === "rank" || priority.scheme === "ordinal" ? `number ${priority.level}` : priority.text;
}
