import type { PlanDocument } from "../../index/document.js";
import type { WorkspaceView } from "../../index/view.js";
import { isoDate } from "../../model/date.js";
import type { PlanItem } from "../../model/facts.js";
import { isOpen } from "../../rules/shared/plans.js";
import { comparePriorities, priorityPlace } from "../../rules/shared/plans-priorities.js";
import type { LockstepService } from "../../service/service.js";
import { english, type Phrase } from "../../text/phrase.js";
import { type Answer, agreementOf, answersFrom, meanOf } from "./agreement.js";
import { type AlignedItem, align } from "./alignment.js";
import { Differences, detect } from "./differences.js";
import { FindingsByPlace } from "./finding-places.js";
import { type Plan, plansOf } from "./plans.js";
import type { Board, BoardCell, BoardDifferenceKind, BoardItem, BoardPlan, BoardRow } from "./types.js";
import { columnsOf, differenceInWords, speakerOf, statusInWords, targetInWords } from "./words.js";

/** What words are made with. */
interface Wording {
  readonly workspace: WorkspaceView;
  readonly say: (words: Phrase) => string;
}

/** The one-voice board of a workspace as it is understood now. Costs n log n in the number of items. `say` words what is not of documents. */
export function boardOf(service: LockstepService, say: (words: Phrase) => string = english): Board {
  const { workspace } = service;
  const all = plansOf(workspace);
  const compared = all.map((plan) => ({ plan, priorities: comparePriorities({ document: plan.document, workspace }) }));
  const differences = new Differences(
    new Map(compared.map(({ plan, priorities }) => [plan, detect(plan, priorities, workspace)])),
    new FindingsByPlace(service, say),
  );
  const aligned = align(all, workspace);
  const related = relatedPlans(aligned, differences);
  const plans = all.filter((plan) => related.has(plan));
  const answers = new Answers(
    aligned,
    compared.flatMap(({ priorities }) => answersFrom(priorities)),
    differences,
    plans,
  );
  const rows = aligned
    .filter((row) => [...row].some(([plan, item]) => related.has(plan) && isOpen(item) && !item.internal))
    .map((row) => rowOf(row, plans, differences, answers, { workspace, say }));
  return {
    version: 1,
    date: isoDate(workspace.today),
    agreement: agreementOf(rows.map((row) => row.agreement ?? undefined)),
    plans: plans.map((plan) => planOf(plan, { workspace, say })),
    rows,
    apart: all.filter((plan) => !related.has(plan)).map((plan) => planOf(plan, { workspace, say })),
  };
}

/** Plans that have an item of another one, or lack it. */
function relatedPlans(aligned: readonly AlignedItem[], differences: Differences): ReadonlySet<Plan> {
  const related = new Set<Plan>();
  for (const row of aligned) {
    if (row.size > 1) for (const plan of row.keys()) related.add(plan);
    for (const [plan, item] of row) {
      const gaps = differences.gapsOf(plan, item).flat();
      if (gaps.length > 0) for (const one of [plan, ...gaps]) related.add(one);
    }
  }
  return related;
}

/** What the plans of the board answer about each item; a pair of statements counts once, though both sides make it. */
class Answers {
  readonly #byItem = new Map<PlanItem, Answer[]>();
  readonly #columns: ReadonlyMap<PlanItem, number>;

  constructor(
    aligned: readonly AlignedItem[],
    answers: readonly Answer[],
    private readonly differences: Differences,
    plans: readonly Plan[],
  ) {
    const order = new Map(plans.map((plan, index) => [plan, index]));
    this.#columns = new Map(
      aligned.flatMap((row) => [...row].map(([plan, item]) => [item, order.get(plan) ?? -1] as const)),
    );
    for (const answer of answers) {
      const known = this.#byItem.get(answer.item);
      if (known) known.push(answer);
      else this.#byItem.set(answer.item, [answer]);
    }
  }

  /** From 0 to 1; undefined where nothing compares. */
  agreementOn(row: AlignedItem): number | undefined {
    const members = new Set(row.values());
    const values: number[] = [];
    for (const [plan, item] of row) {
      for (const { other, agreement } of this.#byItem.get(item) ?? []) {
        if (members.has(other) && this.#columnOf(item) < this.#columnOf(other)) values.push(agreement);
      }
      for (const _ of this.differences.gapsOf(plan, item)) values.push(0);
    }
    return meanOf(values);
  }

  #columnOf(item: PlanItem): number {
    return this.#columns.get(item) ?? -1;
  }
}

function rowOf(
  row: AlignedItem,
  plans: readonly Plan[],
  differences: Differences,
  answers: Answers,
  wording: Wording,
): BoardRow {
  const found = differences.of(row);
  const lacking = new Set([...row].flatMap(([plan, item]) => differences.gapsOf(plan, item).flat()));
  const cells = plans.map((plan): BoardCell | null => {
    const item = row.get(plan);
    const differs = found.filter((difference) => difference.plans.has(plan)).map(({ kind }) => kind);
    if (item) return itemOf(item, plan.document, differs, wording);
    return lacking.has(plan) ? { kind: "gap", range: plan.document.markdown.rangeOf(plan.document.head.place) } : null;
  });
  const stated = plans.map((plan) => row.get(plan)).filter((item) => item !== undefined);
  return {
    title: stated[0]?.title ?? "",
    id: stated.find((item) => item.id !== undefined)?.id ?? null,
    cells,
    differences: found.map((difference) => ({
      kind: difference.kind,
      text: wording.say(differenceInWords(difference, row, wording.workspace)),
      plans: columnsOf(difference, plans),
      findings: difference.findings,
    })),
    agreement: answers.agreementOn(row) ?? null,
  };
}

function itemOf(
  item: PlanItem,
  { markdown }: PlanDocument,
  differs: readonly BoardDifferenceKind[],
  { say }: Wording,
): BoardItem {
  const status = statusInWords(item);
  return {
    kind: "item",
    range: markdown.rangeOf(item.titlePlace),
    title: item.title,
    priority: item.priority
      ? {
          text: item.priority.text,
          scheme: item.priority.scheme,
          level: item.priority.level,
          range: markdown.rangeOf(priorityPlace(item)),
        }
      : null,
    status: status ? say(status) : null,
    statusClass: item.status?.class ?? null,
    target: targetInWords(item) ?? null,
    owners: [...new Set(item.owners.map((owner) => owner.text))],
    open: isOpen(item),
    differs,
  };
}

function planOf({ document, items }: Plan, { workspace, say }: Wording): BoardPlan {
  const { title, place, period } = document.head;
  return {
    path: document.path,
    range: document.markdown.rangeOf(place),
    title: title?.text ?? null,
    domains: workspace.domainsOfDocument(document),
    speaker: say(speakerOf(document, workspace)),
    period: period?.text ?? null,
    items: items.filter(isOpen).length,
  };
}
