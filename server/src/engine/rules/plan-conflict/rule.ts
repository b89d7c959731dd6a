import { alignOwners } from "../../fixes/plan-owners.js";
import { alignStatus, alignTarget, wordOf } from "../../fixes/plan-values.js";
import type { PlanItem } from "../../model/facts.js";
import { capital, listOf, quoted } from "../../text/words.js";
import { defineRule } from "../rule.js";
import { relatedValue, saidBy, someOf } from "../shared/plans.js";
import { conflictPlace, datesConflict, type ValueConflict, valueConflicts } from "../shared/plans-values.js";

export const rule = defineRule<ValueConflict>({
  id: "plan-conflict",
  family: "priorities and plans",
  severity: "warning",
  summary: "One item whose status, target date or owner differs between two documents",

  *detect(context) {
    const { workspace } = context;
    for (const conflict of valueConflicts(context)) {
      const related =
        conflict.field === "owner"
          ? conflict.others.map((other) =>
              relatedValue(other, other.owners.field.place, namesOf(other.owners.names), workspace),
            )
          : conflict.others.map((other) =>
              relatedValue(other, other.fact[conflict.field]?.place, textOf(other.fact, conflict.field), workspace),
            );
      yield { place: conflictPlace(conflict), data: conflict, related };
    }
  },

  word(conflict, { document, workspace }) {
    const title = quoted(conflict.item.title);
    const here = saidBy(document, workspace);
    if (conflict.field === "owner") {
      const others = conflict.others.map(
        (other) => `${namesOf(other.owners.names)} ${saidBy(other.document, workspace)}`,
      );
      return `${capital(conflict.owners.label)} of ${title} is ${namesOf(conflict.owners.names)} ${here}, ${someOf(others)}. With two owners each may think that the other has it. Agree on one and write it in both.`;
    }
    const { field } = conflict;
    const others = conflict.others.map((other) => `${textOf(other.fact, field)} ${saidBy(other.document, workspace)}`);
    const values = `${textOf(conflict.item, field)} ${here}, ${someOf(others)}`;
    return field === "status"
      ? `${title} is ${values}. Whoever reads only one of them plans on what is not so. Find out how it stands and write it in both.`
      : `${title} is due ${values}. Whoever reads only one of them promises the wrong date. Agree on one date and write it in both.`;
  },

  *mend({ data: conflict }, { document, workspace }) {
    const here = { document, fact: conflict.item };
    if (conflict.field === "owner")
      yield* alignOwners({ ...here, owners: conflict.owners }, conflict.others, workspace);
    else if (conflict.field === "status") yield* alignStatus([here, ...conflict.all]);
    else yield* alignTarget([here, ...conflict.all], datesConflict);
  },
});

/** A date as it is written, without the words around it. */
function textOf(item: PlanItem, field: "status" | "target"): string {
  if (field === "target") return item.target?.date?.text ?? item.target?.text ?? "";
  const text = item.status?.text ?? "";
  if (/^\[[ xX]\]$/.test(text)) return text === "[ ]" ? "not ticked" : "ticked";
  return wordOf(text);
}

function namesOf(names: readonly { readonly text: string }[]): string {
  return listOf(names.map((name) => name.text));
}
