import type { PlanDocument } from "../../index/document.js";
import type { Stated, WorkspaceView } from "../../index/view.js";
import type { PlanItem } from "../../model/facts.js";
import {
  type ComparedPriorities,
  differencesIn,
  type OrderDifference,
  type PriorityDifference,
  priorityPlace,
} from "../../rules/shared/plans-priorities.js";
import { type Shadow, shadowItems } from "../../rules/shared/plans-shadow.js";
import { conflictPlace, type ValueConflict, valueConflicts } from "../../rules/shared/plans-values.js";
import type { AlignedItem } from "./alignment.js";
import type { FindingsByPlace } from "./finding-places.js";
import type { Plan } from "./plans.js";
import type { BoardDifferenceKind, BoardFinding } from "./types.js";

/** What the rules' own detectors say of the items of one plan, whether or not the rules are on. */
export interface Detected {
  readonly priorities: ReadonlyMap<PlanItem, PriorityDifference>;
  readonly shadows: ReadonlyMap<PlanItem, Shadow>;
  readonly values: ReadonlyMap<PlanItem, readonly ValueConflict[]>;
}

export function detect({ document }: Plan, compared: ComparedPriorities, workspace: WorkspaceView): Detected {
  const context = { document, workspace };
  const values = new Map<PlanItem, ValueConflict[]>();
  for (const conflict of valueConflicts(context)) {
    const known = values.get(conflict.item);
    if (known) known.push(conflict);
    else values.set(conflict.item, [conflict]);
  }
  return {
    priorities: differencesIn(compared),
    shadows: new Map([...shadowItems(context)].map((shadow) => [shadow.item, shadow])),
    values,
  };
}

/** One way in which the plans differ about an item, before it has words. */
export interface Difference {
  readonly kind: BoardDifferenceKind;
  readonly plans: ReadonlySet<Plan>;
  /** For an order: what one of the plans says of it. */
  readonly order?: { readonly plan: Plan; readonly difference: OrderDifference };
  readonly findings: readonly BoardFinding[];
}

/** In the order in which they matter to a list. */
const kinds: readonly BoardDifferenceKind[] = ["missing", "priority", "order", "target", "status", "owner"];

/** Puts together what the detectors say of an item in each of its plans, with the findings that the service makes of it. */
export class Differences {
  readonly #plans: ReadonlyMap<PlanDocument, Plan>;

  constructor(
    private readonly detected: ReadonlyMap<Plan, Detected>,
    private readonly findings: FindingsByPlace,
  ) {
    this.#plans = new Map([...detected.keys()].map((plan) => [plan.document, plan]));
  }

  of(row: AlignedItem): readonly Difference[] {
    const parts = [...row].flatMap(([plan, item]) => [...this.#ofCell(plan, item)]);
    return kinds.flatMap((kind): Difference[] => {
      const same = parts.filter((part) => part.kind === kind);
      const [first] = same;
      if (!first) return [];
      const plans = new Set(same.flatMap((part) => [...part.plans]));
      return [{ ...first, plans, findings: same.flatMap((part) => part.findings) }];
    });
  }

  /** Plans that ought to have an item of `plan` and lack it, by domain. */
  gapsOf(plan: Plan, item: PlanItem): readonly (readonly Plan[])[] {
    const lacking = this.detected.get(plan)?.shadows.get(item)?.lacking ?? [];
    return lacking
      .map(({ plans }) => plans.flatMap((document) => this.#plans.get(document) ?? []))
      .filter((found) => found.length > 0);
  }

  *#ofCell(plan: Plan, item: PlanItem): Iterable<Difference> {
    const { document } = plan;
    const detected = this.detected.get(plan);
    const gaps = this.gapsOf(plan, item).flat();
    if (gaps.length > 0) {
      const findings = this.findings.at("shadow-plan", document, item.focus);
      yield { kind: "missing", plans: new Set([plan, ...gaps]), findings };
    }
    const priority = detected?.priorities.get(item);
    if (priority) {
      const plans = this.#plansOf(plan, priority.kind === "level" ? priority.others : [priority.other]);
      const findings = this.findings.at("priority-mismatch", document, priorityPlace(item));
      if (plans.size > 1 && priority.kind === "level") yield { kind: "priority", plans, findings };
      else if (plans.size > 1 && priority.kind === "order")
        yield { kind: "order", plans, order: { plan, difference: priority }, findings };
    }
    for (const conflict of detected?.values.get(item) ?? []) {
      const plans = this.#plansOf(plan, conflict.others);
      const findings = this.findings.at("plan-conflict", document, conflictPlace(conflict));
      if (plans.size > 1) yield { kind: conflict.field, plans, findings };
    }
  }

  /** This plan and those of others, as far as they are on the board. */
  #plansOf(plan: Plan, others: readonly Pick<Stated<PlanItem>, "document">[]): ReadonlySet<Plan> {
    return new Set([plan, ...others.flatMap(({ document }) => this.#plans.get(document) ?? [])]);
  }
}
